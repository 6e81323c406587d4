import { newId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { ReadingChosenAct } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { isReading, parseProfile, READINGS } from '../../domain/profile.ts'
import { stateOn } from '../../domain/state.ts'
import type { Target } from '../act-on-agreement.ts'
import { recordAct } from '../record-act.ts'

export interface ReadingChoice {
  parameter: string
  value: string
  reason: string
}

export type ReadingRefusal = 'unknown-reading' | 'fixed-reading' | 'reading-already-chosen'

/** The lead reads a clause otherwise, for this agreement: everything is computed again, both parties are told. AGR-77. */
export function chooseReading(context: Context, target: Target, choice: ReadingChoice) {
  return recordAct(context, target, 'reading.chosen', (agreement) =>
    readingAct(agreement, choice, context.today),
  )
}

/** The act, or why there is none; nothing is written. */
export function readingAct(
  { terms, acts }: Agreement,
  { parameter, value, reason }: ReadingChoice,
  today: Context['today'],
): ReadingChosenAct | Refusal<ReadingRefusal> {
  if (!isReading(parameter)) return refuse('unknown-reading')
  if (READINGS[parameter].length < 2) return refuse('fixed-reading')
  if (isRefusal(parseProfile({ [parameter]: value }))) return refuse('unknown-reading')
  const { readings } = stateOn(terms, acts, today)
  if (readings[parameter] === value) return refuse('reading-already-chosen')
  return { type: 'reading_chosen', id: newId<'act'>(), parameter, value, reason, occurredOn: today }
}
