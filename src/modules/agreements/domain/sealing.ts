import type { SignatureAct } from './acts.ts'
import type { Agreement, StoredAct } from './agreement.ts'

/** What the document already carries. */
export interface SealedStep {
  readonly kind: string
  readonly act_id: string | null
}

/** The next revision of the signed document: the seal of a signature, or the last one. */
export type NextSeal =
  | { readonly kind: 'signature'; readonly act: StoredAct & SignatureAct }
  | { readonly kind: 'final' }

/**
 * One revision for each signature given here on this text, in the order of the acts, then the last seal once nobody
 * is missing. Null: nothing to seal now. A text nobody signed here nor elsewhere is never sealed. AGR-30.
 */
export function nextSeal(
  { acts }: Pick<Agreement, 'acts'>,
  { signedHere, done, isComplete }: SealingState,
): NextSeal | null {
  const sealed = new Set(done.map(({ act_id }) => act_id))
  const act = acts.find((one) => signedHere.has(one.id) && !sealed.has(one.id))
  if (act?.type === 'signature') return { kind: 'signature', act }
  const isOver = done.length === 0 || done.some(({ kind }) => kind === 'final')
  return isComplete && !isOver ? { kind: 'final' } : null
}

interface SealingState {
  /** Acts signed in the application on this very text. */
  readonly signedHere: ReadonlySet<string>
  readonly done: readonly SealedStep[]
  /** Every party has signed. */
  readonly isComplete: boolean
}
