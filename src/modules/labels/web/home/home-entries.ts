import type { Policy } from '../../../../platform/session/actor.ts'

/** One way into a part of the labels, shown to those it opens to. */
export interface HomeEntry {
  readonly label: string
  readonly sentence: string
  readonly href: (base: string) => string
  readonly policy: Policy
}

/** The parts of the labels, in the order they are met: one line each. */
export const homeEntries: readonly HomeEntry[] = []
