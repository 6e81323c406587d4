import { formatDay } from '../../../../ui/french.ts'
import type { Agreement, StoredAct } from '../../domain/agreement.ts'
import { committeeNames } from '../committees/committees-wording.ts'
import { kindWords, NO_DEFAULT_ANSWER } from '../communications/communications-wording.ts'

/** How a mail names an act of a committee or of a communication; null for the others. */
export function dutyActWords(act: StoredAct): string | null {
  switch (act.type) {
    case 'meeting_held':
      return `Réunion, ${committeeNames[act.committee].toLowerCase()}`
    case 'vote':
    case 'committee_decision':
      return 'Décision d’un comité'
    case 'minutes_issued':
      return 'Publication d’un compte rendu'
    case 'minutes_validated':
      return 'Validation d’un compte rendu'
    case 'minutes_reserved':
      return 'Réserve sur un compte rendu'
    case 'communication_requested':
      return 'Demande de communication'
    case 'communication_answered':
      return act.answer === 'approved' ? 'Accord pour une communication' : 'Refus d’une communication'
    case 'operation_reported':
      return 'Bilan d’une opération de communication'
    default:
      return null
  }
}

/** What whoever receives the mail is to know, and where to answer. */
export function dutyActSentences(
  { acts }: Pick<Agreement, 'acts'>,
  act: StoredAct,
  address: string,
): string[] {
  switch (act.type) {
    case 'communication_requested': {
      const on = act.operationOn ? `, prévue le ${formatDay(act.operationOn)}` : ''
      return [
        `${kindWords[act.kind].label}${on}.`,
        NO_DEFAULT_ANSWER,
        `Lire la demande et y répondre : ${address}/communications/${act.id}`,
      ]
    }
    case 'communication_answered':
      return act.reason ? [`Raison donnée : ${act.reason}`] : []
    case 'operation_reported':
      return [
        ...[act.account, act.figures].filter((text) => text !== undefined),
        `Le bilan : ${address}/communications/${act.communication}`,
      ]
    case 'minutes_issued':
      return [`Le lire, puis le valider ou y faire une réserve : ${address}/reunions/${act.meeting}`]
    case 'minutes_reserved':
      return [`Ce qui doit changer : ${act.reason}`, `La réunion : ${address}/reunions/${act.meeting}`]
    case 'vote': {
      const meeting = acts.find(({ id }) => id === act.meeting)
      return [act.subject, meeting && `La réunion : ${address}/reunions/${act.meeting}`].filter(
        (text) => text !== undefined,
      )
    }
    default:
      return []
  }
}
