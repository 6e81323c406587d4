import { isRefusal } from '../../src/kernel/refusal.ts'
import { type AgreementId, findAgreement, prepareOwnLetter } from '../../src/modules/agreements/index.ts'
import type { Context } from '../../src/platform/context.ts'

/** What its officer has ready for one agreement: a notice of renewal to post, and a formal notice kept for later. */
export async function seedLetters(context: Context, id: AgreementId): Promise<void> {
  const agreement = await findAgreement(context.db, context.reach, id)
  if (!agreement) throw new Error('no such agreement')
  const grounds =
    'Article 4 : la fiche de la Médiathèque du Phare n’a pas été confirmée depuis trois semestres.'
  for (const letter of [
    await prepareOwnLetter(context, agreement, 'renewal_notice'),
    await prepareOwnLetter(context, agreement, 'formal_notice', grounds),
  ]) {
    if (isRefusal(letter)) throw new Error(`letter refused: ${letter.refused}`)
  }
}
