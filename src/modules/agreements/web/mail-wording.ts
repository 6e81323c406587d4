import type { Day } from '../../../kernel/day.ts'
import { formatDay } from '../../../ui/french.ts'
import type { Agreement, StoredAct } from '../domain/agreement.ts'
import { stateOn } from '../domain/state.ts'
import { stateSentence, WORKING_READING } from './wording.ts'

interface ActMail {
  agreement: Agreement
  act: StoredAct
  networkName: string
  address: string
  today: Day
}

/** What both parties are told when an act is recorded. */
export function actMail({ agreement, act, networkName, address, today }: ActMail): {
  subject: string
  body: string
} {
  const what = actWords(act)
  const on = act.occurredOn ? `, datée du ${formatDay(act.occurredOn)}` : ''
  return {
    subject: `${networkName} : ${what.toLowerCase()}, convention ${agreement.reference}`,
    body: [
      'Bonjour,',
      `${what}${on} : cet acte vient d’être enregistré sur la convention ${agreement.reference} avec ${agreement.partner.name}.`,
      stateSentence(stateOn(agreement.terms, agreement.acts, today)),
      `Le texte et son état : ${address}`,
      WORKING_READING,
      networkName,
    ].join('\n\n'),
  }
}

function actWords(act: StoredAct): string {
  if (act.type === 'signature') return 'Signature'
  return act.type === 'registered_letter_sent' && act.purpose === 'denunciation' ? 'Dénonciation' : 'Acte'
}
