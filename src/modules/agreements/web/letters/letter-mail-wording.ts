import { formatDay, plural } from '../../../../ui/french.ts'
import type { Act } from '../../domain/acts.ts'
import type { Agreement, StoredAct } from '../../domain/agreement.ts'
import type { AgreementState } from '../../domain/state.ts'
import { rejectionSentences } from '../reading-wording.ts'
import { factWords, purposeWords } from './letters-wording.ts'

/** The name of an act of this family, as the subject of a mail says it; null for the other acts. */
export function letterActWords(act: Act): string | null {
  switch (act.type) {
    case 'registered_letter_sent':
    case 'notice_sent':
      return purposeWords[act.purpose]
    case 'termination_notified':
      return purposeWords.termination
    case 'denunciation_withdrawn':
      return 'Retrait de la dénonciation'
    case 'formal_notice_remedied':
      return 'Manquement réparé'
    case 'formal_notice_abandoned':
      return 'Abandon de la mise en demeure'
    case 'registered_letter_first_presented':
    case 'registered_letter_received':
    case 'registered_letter_returned_unclaimed':
      return factWords[act.type]
    default:
      return null
  }
}

/** What the act brings, for whom receives the mail: without effect, or the days it starts. */
export function letterActSentences(
  { acts }: Pick<Agreement, 'acts'>,
  act: StoredAct,
  state: AgreementState,
): string[] {
  if (letterActWords(act) === null) return []
  const refused = state.rejectedActs.find(({ seq }) => seq === act.seq)
  if (refused) return [`Cet acte est conservé sans effet. ${rejectionSentences[refused.reason]}`]
  return [...noticeSentences(act, state), ...scopeSentences(act, acts)]
}

function noticeSentences(act: StoredAct, state: AgreementState): string[] {
  const notice = state.formalNotices.find(({ id }) => id === act.id)
  if (!notice?.cureLastDay || !notice.terminationAvailableFrom) return []
  return [
    `Le manquement peut être réparé jusqu’au ${formatDay(notice.cureLastDay)} inclus. La convention peut être résiliée à partir du ${formatDay(notice.terminationAvailableFrom)}, par un second acte.`,
  ]
}

/** A partial termination without places of its own has those of its notice. */
function scopeSentences(act: StoredAct, acts: readonly StoredAct[]): string[] {
  const isTermination =
    act.type === 'termination_notified' || ('purpose' in act && act.purpose === 'termination')
  if (!isTermination || !('scope' in act) || act.scope !== 'partial') return []
  const notice = acts.find(({ id }) => id === act.formalNotice)
  const places = act.places ?? (notice && 'places' in notice ? notice.places : undefined) ?? []
  return [`Elle vise ${plural(places.length, 'lieu', 'lieux')}, qui quittent la convention le lendemain.`]
}
