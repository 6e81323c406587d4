import { addDays, type Day } from '../../../kernel/day.ts'
import type { AgendaItem } from './agenda.ts'
import { appealLimit } from './appeal.ts'
import type { AuthorityAct } from './authority.ts'
import { type Decision, decisionStanding } from './decision.ts'

/** What the papers beside an agreement ask for: they are no acts of it. */
export interface Papers {
  readonly authority: readonly AuthorityAct[]
  readonly decisions: readonly Decision[]
}

/** Delegations of signature that end, and the last day on which a third party may appeal. AGR-16, AGR-71, AGR-80. */
export function agendaOfPapers({ authority, decisions }: Papers, today: Day): AgendaItem[] {
  const items = [...authority.flatMap(delegationEnd), ...decisions.flatMap(lastDayToAppeal)]
  return items.filter(({ day }) => day >= today)
}

function delegationEnd({ id, kind, party, until, isSetAside }: AuthorityAct): AgendaItem[] {
  if (kind !== 'delegation_of_signature' || until === null || isSetAside) return []
  return [
    line({
      key: `delegation_end:${id}`,
      kind: 'delegation_end',
      day: addDays(until, -1),
      subject: party,
      responsible: [party],
    }),
  ]
}

/** None while the transmission is unknown: no day can be told. */
function lastDayToAppeal(decision: Decision): AgendaItem[] {
  const day = decisionStanding(decision) === 'published' ? appealLimit(decision) : null
  if (day === null) return []
  return [line({ key: `appeal:${decision.id}`, kind: 'appeal', day, subject: decision.id, responsible: [] })]
}

function line(about: Pick<AgendaItem, 'key' | 'kind' | 'day' | 'subject' | 'responsible'>): AgendaItem {
  return { ...about, urgency: 'coming', article: null }
}
