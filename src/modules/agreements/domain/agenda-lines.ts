import { addDays, addYears, type Day, isDay } from '../../../kernel/day.ts'
import { dayOf } from '../../../kernel/instant.ts'
import { type AgendaItem, agendaOf } from './agenda.ts'
import type { Agreement } from './agreement.ts'
import { valuesOf } from './differences.ts'
import type { EvidenceFact } from './duties.ts'
import { type AgreementState, stateOn } from './state.ts'

/** A line of the board: an item of the agenda, or the same duty missed several times, told from the first time on. */
export interface AgendaEntry extends AgendaItem {
  /** How many windows were missed; 1 for what is not late. */
  readonly missed: number
}

/** What one agreement asks for as read on a day, and the first day on which it may read otherwise. */
export interface AgendaReading {
  readonly entries: readonly AgendaEntry[]
  readonly until: Day
  readonly state: AgreementState
}

/** `facts`: what other modules know of its places; `papers`: what the papers beside it ask for, as read that day. */
export function readAgenda(
  agreement: Agreement,
  today: Day,
  facts: readonly EvidenceFact[] = [],
  papers: readonly AgendaItem[] = [],
): AgendaReading {
  const { terms, acts, createdAt } = agreement
  const state = stateOn(terms, acts, today, { facts })
  const own = agendaOf(state, acts, today, dayOf(createdAt))
  const items = [...own, ...papers.filter((paper) => !own.some((item) => isSameEnd(item, paper)))]
  return { entries: collapsed(items), until: validUntil(agreement, state, items, today), state }
}

/** A delegation that a signature cites and that was recorded as a paper is one line. */
function isSameEnd(item: AgendaItem, paper: AgendaItem): boolean {
  return item.kind === paper.kind && item.subject === paper.subject && item.day === paper.day
}

/** A place that was never confirmed in ten years is one line, not twenty: the same duty, since the first window missed. */
export function collapsed(items: readonly AgendaItem[]): AgendaEntry[] {
  const entries = new Map<string, AgendaEntry>()
  for (const item of items) {
    const duty = item.urgency === 'late' ? `late:${item.kind}:${item.subject ?? ''}` : item.key
    const known = entries.get(duty)
    const first = known && known.day <= item.day ? known : item
    entries.set(duty, { ...first, missed: (known?.missed ?? 0) + 1 })
  }
  return [...entries.values()]
}

/**
 * Nothing of the agenda changes before the next day that the state, the agenda or an act knows of: a day either
 * brings its effect, or is the last one before it. Within a year at most.
 */
function validUntil(
  { terms, acts }: Agreement,
  state: AgreementState,
  items: readonly AgendaItem[],
  today: Day,
): Day {
  const known = [
    ...valuesOf(state).values(),
    ...items.map(({ day }) => day),
    ...acts.flatMap((act) => [act.occurredOn, act.type === 'amendment_signed' ? act.effectiveOn : undefined]),
    terms.entryDate,
  ].filter(isDay)
  let until = addYears(today, 1)
  for (const day of known) {
    const change = day > today ? day : addDays(day, 1)
    if (change > today && change < until) until = change
  }
  return until
}
