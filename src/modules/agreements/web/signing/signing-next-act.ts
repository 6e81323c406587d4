import type { Agreement } from '../../domain/agreement.ts'
import type { SigningState } from '../../use-cases/signing/signing-state.ts'
import { signingPaths } from './signing-paths.ts'

/** The one act of a reader who is called to sign; nothing for the others. */
export function ownSigning(base: string, { id }: Agreement, { own }: SigningState) {
  if (own?.standing !== 'called') return undefined
  return { label: 'Signer en ligne', href: signingPaths.sign(base, id) }
}
