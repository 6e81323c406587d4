/** Where an application stands. LAB-14. */
export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'incomplete',
  'under_instruction',
  'proposed',
  'decided',
  'withdrawn',
  'not_followed_up',
] as const
export type ApplicationState = (typeof APPLICATION_STATES)[number]

/**
 * What may follow: all that is absent is refused. Opinions, visits and the jury's readings happen under instruction. The
 * database holds the same table. A file nobody completes is closed by a person, never by a clock.
 */
export const NEXT_STATES: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['under_instruction', 'incomplete', 'withdrawn'],
  incomplete: ['under_instruction', 'withdrawn', 'not_followed_up'],
  under_instruction: ['incomplete', 'proposed', 'withdrawn'],
  proposed: ['under_instruction', 'decided', 'withdrawn'],
  decided: [],
  withdrawn: [],
  not_followed_up: [],
}

export function mayFollow(from: ApplicationState, to: ApplicationState): boolean {
  return NEXT_STATES[from].includes(to)
}
