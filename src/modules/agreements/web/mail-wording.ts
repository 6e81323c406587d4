import type { Day } from '../../../kernel/day.ts'
import { formatDay } from '../../../ui/french.ts'
import type { Agreement, StoredAct } from '../domain/agreement.ts'
import { stateOn } from '../domain/state.ts'
import { amendmentActSentences, amendmentActWords } from './amendments/amendment-mail-wording.ts'
import { dutyActSentences, dutyActWords } from './duties/duty-mail-wording.ts'
import { letterActSentences, letterActWords } from './letters/letter-mail-wording.ts'
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
  const what = act.supersedes && act.type !== 'act_voided' ? `Correction : ${actWords(act)}` : actWords(act)
  const on = act.occurredOn ? ` du ${formatDay(act.occurredOn)}` : ''
  const state = stateOn(agreement.terms, agreement.acts, today)
  return {
    subject: `${networkName} : ${what.toLowerCase()}, convention ${agreement.reference}`,
    body: [
      'Bonjour,',
      `${what}${on} : cet acte vient d’être enregistré sur la convention ${agreement.reference} avec ${agreement.partner.name}.`,
      ...(act.correctionReason ? [`Motif : ${act.correctionReason}`] : []),
      ...letterActSentences(agreement, act, state),
      ...amendmentActSentences(act, state),
      ...dutyActSentences(agreement, act, address),
      stateSentence(state),
      `Le texte et son état : ${address}`,
      WORKING_READING,
      networkName,
    ].join('\n\n'),
  }
}

function actWords(act: StoredAct): string {
  if (act.type === 'signature') return 'Signature'
  if (act.type === 'signature_declined') return 'Refus de signer'
  if (act.type === 'signing_reopened') return 'Réouverture de la signature'
  if (act.type === 'delegation_ratified') return 'Ratification d’une signature'
  if (act.type === 'act_voided') return 'Retrait d’un acte enregistré par erreur'
  if (act.type === 'reading_chosen') return 'Choix d’une lecture'
  return letterActWords(act) ?? amendmentActWords(act) ?? dutyActWords(act) ?? 'Acte'
}
