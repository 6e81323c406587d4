import type { StoredAct } from '../../domain/agreement.ts'
import { amendmentNumber } from '../../domain/amendment-draft.ts'
import type { AgreementState } from '../../domain/state.ts'
import { requestSentence } from './amendment-wording.ts'

/** How a mail names an act on amendments, renewals and disputes; null for the others. */
export function amendmentActWords(act: StoredAct): string | null {
  if (act.type === 'amendment_requested') return 'Demande d’avenant'
  if (act.type === 'amendment_signed') return `Signature de l’avenant n° ${amendmentNumber(act.amendment)}`
  if (act.type === 'renewal_signed') return 'Signature d’une reconduction'
  if (act.type === 'dispute_opened') return 'Ouverture d’un différend'
  return act.type === 'dispute_settled' ? 'Règlement d’un différend' : null
}

/** The acknowledgement of a request says whether it is in time, and why. AGR-58, AGR-127. */
export function amendmentActSentences(act: StoredAct, state: AgreementState): string[] {
  const request = state.amendmentRequests.find(({ name }) => name === act.id)
  return request ? [requestSentence(request.arrivedOn, request.limit, request.inTime)] : []
}
