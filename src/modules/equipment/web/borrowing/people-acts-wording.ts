import { dayOf } from '../../../../kernel/instant.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { EnteredRequest } from '../../data/borrowing/entered-requests.store.ts'
import type { Reexamination } from '../../data/borrowing/reexaminations.store.ts'

/** The question, and the answer with its day once it is given. EQP-506. */
export function reexaminationText(asked: Reexamination, zone: string): string {
  const question = asked.question
  if (!asked.answer || !asked.answeredAt) return `${question} La réponse n’est pas encore donnée.`
  const verdict = asked.isUpheld
    ? 'décision maintenue'
    : 'décision revue, vous pouvez faire une nouvelle demande'
  return `${question} Réponse du ${formatDay(dayOf(asked.answeredAt, zone))} : ${verdict}. ${asked.answer}`
}

/** Both names: who wrote it down, who confirmed it. EQP-505. */
export function enteredText({ enteredBy, confirmedBy, confirmedAt }: EnteredRequest, zone: string): string {
  if (!confirmedAt) return `${enteredBy}, pour votre structure. À confirmer.`
  const by = confirmedBy ? ` par ${confirmedBy}` : ''
  return `${enteredBy}, pour votre structure. Confirmée${by} le ${formatDay(dayOf(confirmedAt, zone))}.`
}
