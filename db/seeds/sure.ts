import { isRefusal } from '../../src/kernel/refusal.ts'

/** A seed that is refused is a defect of ours: say which. */
export function sure<T>(outcome: T): Exclude<T, { refused: string } | null | undefined> {
  if (outcome === null || outcome === undefined || isRefusal(outcome))
    throw new Error(`The demonstration could not be made: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<T, { refused: string } | null | undefined>
}
