import { isAPIError } from 'better-auth/api'
import type { Id } from '../../../../kernel/id.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { Accounts } from '../sign-in/accounts.ts'

/** `unlocked`: the device did not check who held it; `stale`: the session is too old to add a key. */
export type PasskeyFailure = 'expired' | 'unknown' | 'unlocked' | 'stale' | 'refused'

/** What a device is asked to sign, and the cookie that names its challenge for five minutes. */
export interface PasskeyRequest {
  options: object
  cookies: readonly string[]
}

/** Whose key answered, and the session that the ceremony opened for them. */
export interface PasskeyAnswer {
  personId: PersonId
  sessionId: Id<'session'>
  token: string
}

/** What a device signed, as its browser wrote it: the library reads it, and believes nothing of it. */
type Signed = Record<string, unknown>
type LibrarySigned = NonNullable<
  Parameters<Accounts['api']['verifyPasskeyAuthentication']>[0]
>['body']['response']

/** What to sign to add a key to the account of this session. */
export async function askNewPasskey(
  accounts: Accounts,
  headers: Headers,
): Promise<PasskeyRequest | PasskeyFailure> {
  return orFailure(async () => {
    const { response, headers: answer } = await accounts.api.generatePasskeyRegistrationOptions({
      headers,
      query: {},
      returnHeaders: true,
    })
    return { options: response, cookies: answer.getSetCookie() }
  })
}

/** What to sign to come in, or as a second factor. */
export async function askPasskey(
  accounts: Accounts,
  headers: Headers,
): Promise<PasskeyRequest | PasskeyFailure> {
  return orFailure(async () => {
    const { response, headers: answer } = await accounts.api.generatePasskeyAuthenticationOptions({
      headers,
      returnHeaders: true,
    })
    // A key is two factors when the device checks its holder: what they have, and what they know or are.
    const options = { ...response, userVerification: 'required' }
    return { options, cookies: answer.getSetCookie() }
  })
}

/** Keeps the key that signed; its id, or why it was not kept. */
export async function keepNewPasskey(
  accounts: Accounts,
  headers: Headers,
  { response, name }: { response: Signed; name: string },
): Promise<{ id: Id<'passkey'> } | PasskeyFailure> {
  return orFailure(async () => {
    const kept = await accounts.api.verifyPasskeyRegistration({ body: { response, name }, headers })
    return { id: kept.id as Id<'passkey'> }
  })
}

/** Whose key signed: a session of theirs is now open. Or why none is. */
export async function readPasskey(
  accounts: Accounts,
  headers: Headers,
  response: Signed,
): Promise<PasskeyAnswer | PasskeyFailure> {
  return orFailure(async () => {
    const { session } = await accounts.api.verifyPasskeyAuthentication({
      body: { response: response as unknown as LibrarySigned },
      headers,
    })
    return {
      personId: session.userId as PersonId,
      sessionId: session.id as Id<'session'>,
      token: session.token,
    }
  })
}

async function orFailure<T>(step: () => Promise<T>): Promise<T | PasskeyFailure> {
  try {
    return await step()
  } catch (error) {
    if (!isAPIError(error)) throw error
    return failures[String(error.body?.code)] ?? 'refused'
  }
}

/** Said by the library when the device did not ask its holder for a PIN, a finger or a face. */
export const HOLDER_NOT_CHECKED = 'HOLDER_NOT_CHECKED'

const failures: Record<string, PasskeyFailure> = {
  CHALLENGE_NOT_FOUND: 'expired',
  PASSKEY_NOT_FOUND: 'unknown',
  SESSION_NOT_FRESH: 'stale',
  [HOLDER_NOT_CHECKED]: 'unlocked',
}
