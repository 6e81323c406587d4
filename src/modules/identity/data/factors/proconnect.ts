import { AsyncLocalStorage } from 'node:async_hooks'
import { betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Id } from '../../../../kernel/id.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Services } from '../../../../platform/services.ts'
import { ACCOUNTS_PATH, accountOptions } from '../sign-in/accounts.ts'
import { isLinkedToProConnect } from './proconnect.store.ts'

/** The provider's name in our tables and in the addresses it calls. */
export const PROCONNECT = 'proconnect'

/** What ProConnect says of whoever signed in there. */
export interface ProConnectIdentity {
  sub: string
  email: string
  /** Of the organisation they signed in for: told, never trusted with a right. */
  siret: string | null
}

/** What one return from ProConnect taught, filled while the library works. */
export interface ProConnectReturn {
  identity: ProConnectIdentity | null
  /** The account was linked to ProConnect just now. */
  isNewLink: boolean
}

type ProConnectServices = Pick<Services, 'signInPool' | 'config' | 'db'>

/** The return being read: the library calls us back without saying for which request. */
const returns = new AsyncLocalStorage<ProConnectReturn>()

export type ProConnect = NonNullable<Awaited<ReturnType<typeof openProConnect>>>

const opened = new WeakMap<Config, Promise<ProConnect | null>>()

/**
 * The sign-in library with ProConnect; null when it is not set, or does not answer: the next call tries again. Apart
 * from `accountsOf`, so that a provider which is down holds nobody else up.
 */
export async function proConnectOf(services: ProConnectServices): Promise<ProConnect | null> {
  if (!services.config.proConnect) return null
  const known = opened.get(services.config) ?? openProConnect(services)
  opened.set(services.config, known)
  const made = await known.catch(() => null)
  if (!made) opened.delete(services.config)
  return made
}

/** Reads a return from ProConnect: the library’s answer, and what was learnt on the way. */
export async function readReturn(
  { accounts }: ProConnect,
  request: Request,
): Promise<ProConnectReturn & { answer: Response }> {
  const learnt: ProConnectReturn = { identity: null, isNewLink: false }
  const answer = await returns.run(learnt, () => accounts.handler(request))
  return { ...learnt, answer }
}

async function openProConnect({ signInPool, config, db }: ProConnectServices) {
  const { proConnect } = config
  if (!proConnect) return null
  const discoveryUrl = `${proConnect.issuer}/.well-known/openid-configuration`
  const metadata = await discover(discoveryUrl)
  const readIdentity = identityReader(metadata, proConnect.clientId)
  const options = accountOptions(signInPool, config)
  const accounts = betterAuth({
    ...options,
    onAPIError: { errorURL: `${config.baseUrl}${ACCOUNTS_PATH}/callback/${PROCONNECT}` },
    account: {
      ...options.account,
      encryptOAuthTokens: true,
      // The address is the organisation’s word for who someone is, once the person proved it is theirs here too.
      accountLinking: { enabled: true, trustedProviders: [PROCONNECT], requireLocalEmailVerified: true },
    },
    databaseHooks: {
      ...options.databaseHooks,
      account: {
        create: {
          // An organisation may give the address of somebody who left to somebody else: the first link stays.
          before: async ({ userId }) => {
            if (await isLinkedToProConnect(db, userId as Id<'person'>)) return false
            return undefined
          },
          after: async () => {
            const current = returns.getStore()
            if (current) current.isNewLink = true
          },
        },
      },
    },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: PROCONNECT,
            discoveryUrl,
            requireIdTokenVerification: true,
            clientId: proConnect.clientId,
            clientSecret: proConnect.clientSecret,
            authentication: 'post',
            scopes: ['openid', 'given_name', 'usual_name', 'email', 'siret', 'uid'],
            authorizationUrlParams: { acr_values: 'eidas1' },
            postLogoutRedirectURI: `${config.baseUrl}/deconnexion/retour`,
            pkce: true,
            disableSignUp: true,
            async getUserInfo({ accessToken = '', idToken = '' }) {
              const identity = await readIdentity(accessToken)
              // The library has checked the id token: the two must speak of the same person.
              if (!identity || !idToken || identity.sub !== decodeJwt(idToken).sub) return null
              const current = returns.getStore()
              if (current) current.identity = identity
              return { ...identity, id: identity.sub, emailVerified: true, name: '' }
            },
          },
        ],
      }),
    ],
  })
  const { socialProviders } = await accounts.$context
  const provider = socialProviders.find(({ id }) => id === PROCONNECT)
  return provider ? { accounts, provider } : null
}

const metadataShape = z.looseObject({
  issuer: z.string(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url(),
})

const identityShape = z.looseObject({
  sub: z.string().min(1),
  email: z.string().toLowerCase(),
  siret: z.string().nullish(),
})

async function discover(address: string): Promise<z.infer<typeof metadataShape>> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(ANSWER_WITHIN) })
  if (!answer.ok) throw new Error(`ProConnect does not say where it is: ${answer.status}`)
  return metadataShape.parse(await answer.json())
}

/** Milliseconds: somebody waits in front of the page. */
const ANSWER_WITHIN = 5000

/** Asks who signed in. The answer is a signed JWT: one that ProConnect’s keys did not sign, for us, is nobody. */
function identityReader(
  { issuer, jwks_uri, userinfo_endpoint }: z.infer<typeof metadataShape>,
  clientId: string,
) {
  const keys = createRemoteJWKSet(new URL(jwks_uri))
  return async (accessToken: string): Promise<ProConnectIdentity | null> => {
    const answer = await fetch(userinfo_endpoint, {
      headers: { authorization: `Bearer ${accessToken}`, accept: 'application/jwt' },
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    })
    if (!answer.ok) return null
    const expected = { issuer, audience: clientId, algorithms: ['RS256', 'ES256', 'PS256'] }
    const verified = await jwtVerify(await answer.text(), keys, expected).catch(() => null)
    const read = identityShape.safeParse(verified?.payload)
    if (!read.success) return null
    const { sub, email, siret = null } = read.data
    return { sub, email, siret }
  }
}
