import type { Day } from '../../../kernel/day.ts'
import { type Course, outsideLife } from './course.ts'
import type { EvidenceFact } from './duties.ts'

/**
 * What other modules know, told to the state beside its acts: never copied among them. A place updated or confirmed
 * counts for its semester; whatever goes on after the end is flagged. AGR-39, AGR-74.
 */
export function readFacts(course: Course, facts: readonly EvidenceFact[], onDate: Day | null): void {
  for (const fact of facts) {
    if (onDate === null || fact.on <= onDate) readFact(course, fact)
  }
}

function readFact(course: Course, { duty, place, on, isStanding }: EvidenceFact): void {
  const outside = outsideLife(course, on)
  if (outside === 'after_end' && !isStanding) course.warnings.add('activity_after_end')
  if (outside || duty !== 'place_update' || place === undefined) return
  const listed = course.annex.get(place)
  if (listed && (listed.leftAfter === null || on <= listed.leftAfter)) listed.updates.push(on)
}
