import type { Day } from '../../../../kernel/day.ts'
import { formatDayRelative } from '../../../../ui/french.ts'
import type { AgendaEntry } from '../../domain/agenda-lines.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { WORKING_READING } from '../wording.ts'
import { agendaSentence, calendarTitles } from './agenda-wording.ts'

interface ReminderMail {
  agreement: Agreement
  entry: AgendaEntry
  networkName: string
  /** The agreement's page, with its scheme. */
  address: string
  placeName: string
  today: Day
}

/** What the referents are told before a day comes; for a request that waits, since when. AGR-82. */
export function reminderMail({ agreement, entry, networkName, address, placeName, today }: ReminderMail): {
  subject: string
  body: string
} {
  const about = { who: agreement.partner.name, place: placeName, missed: entry.missed, isLate: false }
  const when = formatDayRelative(entry.day, today)
  return {
    subject: `${networkName} : ${calendarTitles[entry.kind].toLowerCase()}, convention ${agreement.reference}`,
    body: [
      'Bonjour,',
      agendaSentence(entry, about),
      entry.urgency === 'waiting' ? `Attendu depuis le ${when}.` : `Le ${when}.`,
      entry.article
        ? `C’est l’article ${entry.article} de la convention ${agreement.reference} qui le prévoit.`
        : '',
      `Le texte, son état et les actes possibles : ${address}`,
      WORKING_READING,
      networkName,
    ]
      .filter(Boolean)
      .join('\n\n'),
  }
}
