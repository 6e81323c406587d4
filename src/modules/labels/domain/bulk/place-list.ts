import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { DecisionKind, Reserve } from '../decisions/decision.ts'
import type { SchemeContent } from '../schemes/scheme.ts'

/** Where a list stands, read from what was done to it. */
export type ListMoment = 'draft' | 'signed' | 'decided'

export type Verdict = 'granted' | 'granted_with_reserve' | 'excluded'

export interface JudgedPlace {
  readonly placeId: Id<'place'>
  readonly name: string
  readonly verdict: Verdict
  readonly reason: string
  readonly reserveUntil: Day | null
}

/** The decision that a list makes of its lines: granted, granted with reserves, or refused when no place is left. LAB-21. */
export function kindOf(
  lines: readonly Pick<JudgedPlace, 'verdict'>[],
): Extract<DecisionKind, 'granted' | 'granted_with_reserve' | 'refused'> {
  if (lines.every(({ verdict }) => verdict === 'excluded')) return 'refused'
  return lines.some(({ verdict }) => verdict === 'granted_with_reserve') ? 'granted_with_reserve' : 'granted'
}

/** Whether some place reads something against it: the decision then says how it is contested. LAB-15. */
export function isAgainstSome(lines: readonly Pick<JudgedPlace, 'verdict'>[]): boolean {
  return lines.some(({ verdict }) => verdict !== 'granted')
}

export function reservesOf(lines: readonly JudgedPlace[]): Reserve[] {
  return lines
    .filter(({ verdict }) => verdict === 'granted_with_reserve')
    .map(({ name, reason, reserveUntil }) => ({ text: `${name} : ${reason}`, until: reserveUntil }))
}

/** What the decision says of each place that it does not simply grant: they stand in its reasons. */
export function reasonsOf(lines: readonly JudgedPlace[]): string[] {
  return lines
    .filter(({ verdict }) => verdict !== 'granted')
    .map(
      ({ name, verdict, reason }) => `- ${name}, ${verdict === 'excluded' ? 'exclu' : 'réserve'} : ${reason}`,
    )
}

/**
 * The text that the partner signs for the places: the label's specifications of that version, criterion by criterion. It is kept
 * with the signature as it was read. LAB-20.
 */
export function charterText(
  { name, version, revision }: { name: string; version: number; revision: number },
  { criteria }: Pick<SchemeContent, 'criteria'>,
): string {
  const title = `Charte du label ${name}, version ${version}.${revision}`
  const asked = criteria.map((criterion) => `– ${criterion.title}`)
  return [title, 'Les lieux de la liste s’engagent à répondre à ce que le label demande :', ...asked].join(
    '\n',
  )
}
