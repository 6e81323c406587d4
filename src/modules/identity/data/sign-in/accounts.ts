import { createHash } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { magicLink, twoFactor } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import { newId } from '../../../../kernel/id.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Services } from '../../../../platform/services.ts'
import { LONGEST_SESSION_DAYS } from '../../domain/networks/session-days.ts'
import { LINK_MINUTES } from '../../domain/sign-in/links.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../domain/sign-in/password-rules.ts'
import { HOLDER_NOT_CHECKED } from '../factors/passkey-ceremony.ts'

/** How long a session lasts at most: the longest a network may allow. `findActor` ends it sooner where one asks for less. */
export const SESSION_DAYS = LONGEST_SESSION_DAYS

/** The sign-in library, on our tables: it knows who is who, never what they may do. */
export type Accounts = ReturnType<typeof openAccounts>

const opened = new WeakMap<Config, Accounts>()

/** One per configuration: made at its first use. Never call it inside a transaction: it has connections of its own. */
export function accountsOf(services: Pick<Services, 'signInPool' | 'config'>): Accounts {
  const known = opened.get(services.config)
  if (known) return known
  const made = openAccounts(services)
  opened.set(services.config, made)
  return made
}

function openAccounts({ signInPool, config }: Pick<Services, 'signInPool' | 'config'>) {
  return betterAuth(accountOptions(signInPool, config))
}

export function accountOptions(pool: Services['signInPool'], config: Config) {
  return {
    appName: 'Maillage',
    baseURL: config.baseUrl,
    basePath: ACCOUNTS_PATH,
    secret: config.secret ?? '',
    database: {
      db: new Kysely<Record<string, unknown>>({ dialect: new PostgresDialect({ pool }) }),
      type: 'postgres',
      schemaName: 'identity',
    },
    // Ours counts per account and per address, in every process.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', ...times },
      additionalFields: {
        givenName: { type: 'string', required: true, input: false, fieldName: 'given_name' },
        familyName: { type: 'string', required: true, input: false, fieldName: 'family_name' },
      },
    },
    session: {
      expiresIn: SESSION_DAYS * 86_400,
      disableSessionRefresh: true,
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'address',
        userAgent: 'user_agent',
        ...times,
      },
      additionalFields: {
        openedBy: { type: 'string', required: false, input: false, fieldName: 'opened_by' },
        secondFactorAt: { type: 'date', required: false, input: false, fieldName: 'second_factor_at' },
      },
    },
    account: { modelName: 'credential', fields: credentialFields },
    verification: { fields: { expiresAt: 'expires_at', ...times } },
    advanced: {
      database: { generateId: () => newId() },
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure(config), httpOnly: true, sameSite: 'lax', path: '/' },
      cookies: { session_token: { name: sessionCookie(config) } },
      cookiePrefix: isSecure(config) ? '__Host-maillage' : 'maillage',
    },
    emailAndPassword: {
      enabled: true,
      // Nobody signs up: people are invited.
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    databaseHooks: {
      session: {
        create: {
          async before(session, context) {
            const way = WAYS.find(({ path }) => context?.path?.startsWith(path))
            if (!way) return { data: session }
            return {
              data: {
                ...session,
                openedBy: way.name,
                ...(way.isStrong && { secondFactorAt: session.createdAt }),
              },
            }
          },
        },
      },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: LINK_MINUTES['sign-in'] * 60,
        // Whoever asks for the token takes it; the mail is ours.
        sendMagicLink: async ({ token, metadata }) => metadata?.keep?.(token),
      }),
      twoFactor({
        issuer: 'Maillage',
        twoFactorTable: 'two_factor',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            fields: {
              userId: 'person_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      passkey({
        rpID: new URL(config.baseUrl).hostname,
        rpName: 'Maillage',
        origin: config.baseUrl,
        advanced: { webAuthnChallengeCookie: 'passkey' },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) => checkHolder(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) => checkHolder(verification.authenticationInfo.userVerified),
        },
        schema: {
          passkey: {
            fields: {
              publicKey: 'public_key',
              userId: 'person_id',
              credentialID: 'credential',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
    ],
  } satisfies BetterAuthOptions
}

/** A key counts as two factors because the device checks who holds it: one that did not is refused. */
function checkHolder(isChecked: boolean | undefined): void {
  if (!isChecked)
    throw new APIError('UNAUTHORIZED', { code: HOLDER_NOT_CHECKED, message: 'holder not checked' })
}

/** Where the few addresses of the library that browsers call themselves are found. */
export const ACCOUNTS_PATH = '/connexion'

/** A session is told by the act that opened it; these alone count as two factors. */
const WAYS = [
  { path: '/sign-in/email', name: 'password', isStrong: false },
  { path: '/magic-link', name: 'magic-link', isStrong: false },
  { path: '/passkey', name: 'passkey', isStrong: true },
  { path: '/two-factor', name: 'password', isStrong: true },
  { path: '/callback', name: 'proconnect', isStrong: false },
] as const

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

const credentialFields = {
  userId: 'person_id',
  accountId: 'account',
  providerId: 'provider',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
  ...times,
} as const

export function isSecure(config: Config): boolean {
  return config.baseUrl.startsWith('https:')
}

/** The prefix makes a browser refuse a cookie that a neighbouring site would set. */
export function sessionCookie(config: Config): string {
  return isSecure(config) ? '__Host-maillage_session' : 'maillage_session'
}

/** Recognises a browser from one sign-in to the next. It opens nothing. */
export function deviceCookie(config: Config): string {
  return isSecure(config) ? '__Host-maillage_device' : 'maillage_device'
}

/** What is kept of a token sent by mail: the table alone opens nothing. */
export function digestOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
