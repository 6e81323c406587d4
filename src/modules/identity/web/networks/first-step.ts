import type { Context } from '../../../../platform/context.ts'

/** One of the first things an officer does; other modules bring theirs, and say from facts whether it is done. */
export interface FirstStep {
  label: string
  /** Why, in one sentence. */
  hint: string
  href(base: string): string
  isDone(context: Context): Promise<boolean>
}
