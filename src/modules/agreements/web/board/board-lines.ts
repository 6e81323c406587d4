import type { Day } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import { findPlaces } from '../../../places/index.ts'
import type { BoardLine } from '../../data/agenda.queries.ts'
import { type AgendaGroup, groupOf } from '../../domain/agenda.ts'
import type { AgendaEntry } from '../../domain/agenda-lines.ts'
import { type AgreementState, stateOn } from '../../domain/state.ts'
import { committeePaths } from '../committees/committees.paths.ts'
import { communicationPaths } from '../communications/communications.paths.ts'
import { dutyPaths } from '../duties/duties.paths.ts'
import { reasonOf } from '../explanation-wording.ts'
import { letterPaths } from '../letters/letters.paths.ts'
import { partyName } from '../parties.ts'
import { paths } from '../paths.ts'
import { agendaSentence, responsibleWords } from './agenda-wording.ts'

/** A line as it is read: what, who, when, why, and its one act. */
export interface ToldLine extends BoardLine {
  readonly group: AgendaGroup
  readonly sentence: string
  /** « À faire par … », or nothing. */
  readonly owner: string
  /** « Art. 8 : … », or nothing. */
  readonly reason: string
  readonly act: { label: string; about: string; href: string }
}

/** `mayManage`: whoever reads may record acts, and is offered them. */
export async function toldLines(
  db: Database,
  network: Network,
  lines: readonly BoardLine[],
  { today, mayManage }: { today: Day; mayManage: boolean },
): Promise<ToldLine[]> {
  const subjects = lines.map(({ subject }) => subject ?? '')
  const places = await findPlaces(db, network.id, subjects.filter(isId<'place'>))
  const nameOf = new Map<string, string>(places.map(({ id, name }) => [id, name]))
  const states = new Map(
    lines.map(({ agreement }) => [agreement, stateOn(agreement.terms, agreement.acts, today)] as const),
  )
  return lines.map((line) => {
    const { agreement, responsible } = line
    const about = {
      who: agreement.partner.name,
      place: nameOf.get(line.subject ?? '') ?? 'de l’annexe',
      missed: line.missed,
      isLate: line.urgency === 'late',
    }
    return {
      ...line,
      group: groupOf(line, today),
      sentence: agendaSentence(line, about),
      owner: responsibleWords(responsible, (party) => partyName(agreement, party, network.headName)),
      reason: reasonOfEntry(states.get(agreement), line),
      act: {
        ...(mayManage ? actOf(network.base, line) : seen(network.base, line)),
        about: `avec ${agreement.partner.name}`,
      },
    }
  })
}

/** Where the state explains the day of each kind. */
const EXPLAINED: Partial<Record<AgendaEntry['kind'], (entry: AgendaEntry) => string>> = {
  agreement_end: () => 'nextDeadlines.agreement_end',
  period_end: () => 'nextDeadlines.period_end',
  last_day_to_denounce_before_renewal: () => 'nextDeadlines.last_day_to_denounce_before_renewal',
  last_day_to_request_amendment: () => 'nextDeadlines.last_day_to_request_amendment',
  amendment_effect: ({ subject }) => `amendments.${subject}.effectiveOn`,
  cure_end: ({ subject }) => `formalNotices.${subject}.cureLastDay`,
  termination_available: ({ subject }) => `formalNotices.${subject}.terminationAvailableFrom`,
  amicable_end: ({ subject }) => `disputes.${subject}.amicableLastDay`,
}

/** The arithmetic where there is one, else the article. AGR-2, AGR-76. */
export function reasonOfEntry(state: AgreementState | undefined, entry: AgendaEntry): string {
  const path = EXPLAINED[entry.kind]?.(entry)
  const found = path && state?.explanation.find((one) => one.path === path)
  if (found) return reasonOf(found)
  return entry.article ? `Art. ${entry.article}` : ''
}

/** The one act a line calls for. */
function actOf(base: string, line: BoardLine): { label: string; href: string } {
  const { id } = line.agreement
  switch (line.kind) {
    case 'draft':
      return { label: 'Compléter le projet', href: paths.draft(base, id) }
    case 'awaiting_signatures':
      return { label: 'Enregistrer une signature', href: paths.signature(base, id) }
    case 'last_day_to_denounce_before_renewal':
      return { label: 'Dénoncer', href: paths.denunciation(base, id) }
    case 'cure_end':
      return { label: 'Enregistrer la suite', href: letterPaths.noticeOutcome(base, id, line.subject ?? '') }
    case 'termination_available':
      return { label: 'Résilier', href: letterPaths.termination(base, id, line.subject ?? '') }
    case 'committee_steering':
    case 'committee_network':
    case 'committee_bilateral':
    case 'committee_governance':
      return { label: 'Enregistrer la réunion', href: committeePaths.newMeeting(base, id) }
    default:
      return seen(base, line)
  }
}

/** Pages that both parties read; each finds there what it may do itself. */
function seen(
  base: string,
  { agreement: { id }, kind, subject }: BoardLine,
): { label: string; href: string } {
  switch (kind) {
    case 'place_update':
      return { label: 'Confirmer la fiche', href: dutyPaths.duties(base, id) }
    case 'minutes_to_validate':
      return { label: 'Lire le compte rendu', href: committeePaths.meeting(base, id, subject ?? '') }
    case 'communication_to_answer':
      return { label: 'Lire la demande', href: communicationPaths.communication(base, id, subject ?? '') }
    case 'operation_results':
      return { label: 'Voir les obligations', href: dutyPaths.duties(base, id) }
    default:
      return { label: 'Voir la convention', href: paths.agreement(base, id) }
  }
}
