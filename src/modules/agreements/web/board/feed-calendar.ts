import { calendarOf } from '../../../../platform/calendar.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import type { CalendarLine } from '../../data/agenda.queries.ts'
import { WORKING_READING } from '../wording.ts'
import { agendaSentence, calendarTitles } from './agenda-wording.ts'

/** The feed's text. `address`: where the network answers, with its scheme. The partner is named by its organisation only. */
export function agendaCalendar(network: Network, lines: readonly CalendarLine[], address: string): string {
  return calendarOf(
    `${network.name} : échéances`,
    lines.map((line) => {
      const about = {
        who: line.partner,
        place: 'd’un lieu de l’annexe',
        missed: line.missed,
        isLate: line.urgency === 'late',
      }
      return {
        uid: `${line.agreement}.${line.key.replace(/[^A-Za-z0-9-]/g, '_')}@maillage`,
        day: line.day,
        sequence: line.sequence,
        changedAt: line.changedAt,
        summary: `${calendarTitles[line.kind]} : ${line.partner}`,
        description: [
          agendaSentence(line, about),
          line.article ? `Article ${line.article} de la convention ${line.reference}.` : '',
          WORKING_READING,
        ]
          .filter(Boolean)
          .join('\n'),
        url: `${address}/conventions/${line.agreement}`,
        isCancelled: line.isCancelled,
      }
    }),
  )
}
