import type { Id } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { AgreementId } from '../../../agreements/index.ts'
import { findAgreement, prepareOwnLetter } from '../../../agreements/index.ts'
import { informationOwed, type OwedInformation } from './information-owed.ts'

export type NoticeRefusal = 'no-such-agreement' | 'nothing-overdue' | 'not-prepared'

/**
 * The formal notice of an agreement whose labelled places owe their information, written and not sent: no date runs. What
 * proves it, semester by semester, is in its text. LAB-32, 000 art. 4 and 12.
 */
export async function prepareNotice(
  context: Context,
  id: AgreementId,
  grounds: (owed: readonly OwedInformation[]) => string,
): Promise<{ agreement: AgreementId; letter: Id<'prepared-letter'> } | Refusal<NoticeRefusal>> {
  const { db, network, today, reach } = context
  const agreement = await findAgreement(db, reach, id)
  if (!agreement) return refuse('no-such-agreement')
  const overdue = (await informationOwed(db, network.id, today)).filter(
    ({ agreementId, duties }) => agreementId === id && duties.some(({ status }) => status === 'overdue'),
  )
  if (overdue.length === 0) return refuse('nothing-overdue')
  const places = overdue.map(({ place }) => place.id)
  const letter = await prepareOwnLetter(context, agreement, 'formal_notice', grounds(overdue), places)
  return isRefusal(letter) ? refuse('not-prepared') : { agreement: id, letter }
}
