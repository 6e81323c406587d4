import type { Day } from '../../../kernel/day.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { formatDay } from '../../../ui/french.ts'
import type { Agreement } from '../domain/agreement.ts'
import type { AgreementState } from '../domain/state.ts'
import { articleOf } from '../domain/terms.ts'
import type { WrittenDocument } from '../domain/written-document.ts'
import { TERM_SUMMARIES, type TermName } from '../templates/term-summary.ts'
import { stateSentence, WORKING_READING } from '../web/wording.ts'
import { partiesOf } from './agreement-document.ts'

/** A day to come, or missed, as the board tells it. */
export interface CalendarLine {
  readonly day: Day
  readonly sentence: string
  readonly reason: string
}

/** The terms of the agreement, each with its article, and its next dates with how they are found. AGR-96 */
export function termSheetDocument(
  network: Network,
  agreement: Agreement,
  state: AgreementState,
  { today, calendar }: { today: Day; calendar: readonly CalendarLine[] },
): WrittenDocument {
  const terms = state.termsInForce
  return {
    title: 'Fiche des termes',
    issuer: network.name,
    intro: `Convention ${agreement.reference}, entre ${partiesOf(network, agreement)}, au ${formatDay(today)}. ${stateSentence(state)}`,
    reference: `${agreement.reference}, fiche des termes au ${formatDay(today)}`,
    letter: null,
    parts: [
      { kind: 'heading', text: 'Termes', anchor: 'termes' },
      {
        kind: 'table',
        caption: 'Termes en vigueur',
        columns: ['Terme', 'Ce qui est convenu', 'Article'],
        rows: (Object.keys(TERM_SUMMARIES) as TermName[]).map((name) => [
          TERM_SUMMARIES[name].label,
          TERM_SUMMARIES[name].say(terms),
          articleOf(terms, name) ?? 'sans article',
        ]),
      },
      { kind: 'heading', text: 'Calendrier', anchor: 'calendrier' },
      calendar.length > 0
        ? {
            kind: 'table',
            caption: 'Dates manquées, et dates des douze mois à venir',
            columns: ['Date', 'Échéance', 'Raison'],
            rows: calendar.map(({ day, sentence, reason }) => [
              formatDay(day),
              sentence,
              reason || 'sans article',
            ]),
          }
        : { kind: 'text', blocks: ['Aucune échéance dans les douze mois à venir.'] },
      { kind: 'note', text: WORKING_READING },
    ],
  }
}
