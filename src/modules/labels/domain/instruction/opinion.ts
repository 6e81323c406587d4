import { addDays, type Day } from '../../../../kernel/day.ts'

export const VERDICTS = ['favourable', 'reserved', 'unfavourable'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface Asked {
  readonly givenOn: Day | null
  readonly revokedAt: unknown
}

/** « 2 of 3 received », before deciding: what was revoked is no more awaited. LAB-12. */
export function received(opinions: readonly Asked[]): { given: number; asked: number } {
  const asked = opinions.filter(({ revokedAt }) => revokedAt === null)
  return { given: asked.filter(({ givenOn }) => givenOn !== null).length, asked: asked.length }
}

/** Which reminder of an opinion is due: three days before its day, then the day after. Null: none. LAB-12. */
export function opinionReminder(dueOn: Day, today: Day): 'before' | 'after' | null {
  if (today > dueOn) return 'after'
  return today >= addDays(dueOn, -3) ? 'before' : null
}
