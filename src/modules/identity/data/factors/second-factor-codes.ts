import { randomInt } from 'node:crypto'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { generateRandomString, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { Accounts } from '../sign-in/accounts.ts'

/** Neither `0` nor `o`, neither `1` nor `l` nor `i`: these are copied by hand. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const RECOVERY_CODES = 10

/** What a phone's application and the server share: the half-minute codes come from it. */
export function newSecret(): string {
  return generateRandomString(32)
}

/** Ten codes such as `k7mpq-3xw9d`, each of which opens once. */
export function newRecoveryCodes(): string[] {
  const letter = () => LETTERS.charAt(randomInt(LETTERS.length))
  const word = () => Array.from({ length: 5 }, letter).join('')
  return Array.from({ length: RECOVERY_CODES }, () => `${word()}-${word()}`)
}

/** Encrypted with the installation's key, as the sign-in library does: it reads them too. */
export async function seal(accounts: Accounts, text: string): Promise<string> {
  const { secretConfig } = await accounts.$context
  return symmetricEncrypt({ key: secretConfig, data: text })
}

export async function unseal(accounts: Accounts, sealed: string): Promise<string> {
  const { secretConfig } = await accounts.$context
  return symmetricDecrypt({ key: secretConfig, data: sealed })
}

export async function unsealCodes(accounts: Accounts, sealed: string): Promise<string[]> {
  return JSON.parse(await unseal(accounts, sealed)) as string[]
}

/** The code of this half minute, of the one before or of the next: clocks differ. */
export function isCodeOf(secret: string, code: string): Promise<boolean> {
  return createOTP(secret).verify(code)
}

/** The secret as applications ask for it when it is typed: base 32, without padding. */
export function typedSecret(secret: string): string {
  return base32.encode(new TextEncoder().encode(secret), { padding: false })
}

/** What a phone opens with its application: the `otpauth:` address of this account. */
export function authenticatorLink(secret: string, account: string): string {
  return createOTP(secret).url('Maillage', account)
}
