import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** Somebody whom the provider knows. */
export interface KnownPerson {
  sub: string
  email: string
  given_name: string
  usual_name: string
  siret: string
}

export const CLIENT = { id: 'maillage', secret: 'un secret de test assez long pour un client' }

/**
 * A provider such as ProConnect, on this machine: code with PKCE, user information as a signed JWT, log-out asked by
 * the client. It signs in whoever the test says, without asking.
 */
export class TestProConnect {
  readonly #server: Server
  readonly #provider: Provider
  readonly issuer: string
  /** Who is behind the browser; null: they give up. */
  person: KnownPerson | null = null
  /** Changes the answer about the person on its way. */
  tamper: (jwt: string) => string = (jwt) => jwt
  /** What the client asked, request by request. */
  readonly asked: URL[] = []

  private constructor(server: Server, origin: string) {
    this.#server = server
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    this.#provider = new Provider(this.issuer, this.#configuration(origin))
    this.#provider.use(async (context, next) => {
      await next()
      if (context.oidc?.route === 'userinfo' && context.status === 200)
        context.body = this.tamper(String(context.body))
    })
    server.on('request', (request, response) => void this.#answer(request, response))
  }

  static async start(origin: string): Promise<TestProConnect> {
    const server = createServer()
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    return new TestProConnect(server, origin)
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((stopped) => this.#server.close(stopped))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer)
    this.asked.push(url)
    if (!url.pathname.startsWith('/interaction/')) return this.#provider.callback()(request, response)
    const login = this.person
      ? { login: { accountId: this.person.sub } }
      : { error: 'access_denied', error_description: 'gave up' }
    await this.#provider.interactionFinished(request, response, login)
  }

  #configuration(origin: string) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    return {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [`${origin}/connexion/callback/proconnect`],
          post_logout_redirect_uris: [`${origin}/deconnexion/retour`],
          response_types: ['code' as const],
          grant_types: ['authorization_code'],
          token_endpoint_auth_method: 'client_secret_post' as const,
          userinfo_signed_response_alg: 'RS256' as const,
        },
      ],
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'un' }] },
      cookies: { keys: ['a key for the cookies of a test'] },
      ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
      pkce: { required: () => true },
      acrValues: ['eidas1'],
      scopes: ['openid', 'given_name', 'usual_name', 'email', 'siret', 'uid'],
      claims: {
        openid: ['sub'],
        given_name: ['given_name'],
        usual_name: ['usual_name'],
        email: ['email'],
        siret: ['siret'],
        uid: ['uid'],
      },
      features: {
        devInteractions: { enabled: false },
        jwtUserinfo: { enabled: true },
        rpInitiatedLogout: {
          enabled: true,
          // The real one does not ask again either.
          logoutSource: async (context: { body: unknown; oidc: { session?: unknown } }, form: string) => {
            context.body = `<!doctype html><title>Au revoir</title>${form.replace('</form>', '<button name="logout" value="yes">Quitter</button></form>')}`
          },
        },
      },
      interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_context: unknown, accountId: string) => ({
        accountId,
        claims: async () => ({ uid: accountId, ...this.person, sub: accountId }),
      }),
      loadExistingGrant: async (context: {
        oidc: { session?: { accountId?: string }; client?: { clientId: string } }
      }) => {
        const { session, client } = context.oidc
        const grant = new this.#provider.Grant({
          accountId: session?.accountId ?? '',
          clientId: client?.clientId ?? '',
        })
        grant.addOIDCScope('openid given_name usual_name email siret uid')
        await grant.save()
        return grant
      },
    }
  }
}

/** A browser's cookies for the provider. */
export class ProviderJar {
  readonly #cookies = new Map<string, string>()

  /** Follows the provider's own redirects, until it sends the browser back to the site. */
  async follow(address: string, init: RequestInit = {}): Promise<string> {
    const url = new URL(address)
    const answer = await fetch(url, { redirect: 'manual', ...init, headers: this.#headers(init.headers) })
    this.#keep(answer)
    const location = answer.headers.get('location')
    if (!location) throw new Error(`${url.pathname} answered ${answer.status}: ${await answer.text()}`)
    const next = new URL(location, url)
    return next.origin === url.origin ? this.follow(next.href) : next.href
  }

  async read(address: string): Promise<string> {
    const answer = await fetch(address, { redirect: 'manual', headers: this.#headers() })
    this.#keep(answer)
    return answer.text()
  }

  #headers(given?: HeadersInit): Headers {
    const headers = new Headers(given)
    headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    return headers
  }

  #keep(answer: Response): void {
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
  }
}
