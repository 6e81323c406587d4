import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import type { AgreementId } from './domain/agreement.ts'
import { targetOf } from './testing.ts'
import { draftAmendment } from './use-cases/amendments/draft-amendment.ts'
import { openDispute } from './use-cases/disputes/open-dispute.ts'

/** An amendment that changes nothing yet; its number. */
export async function anAmendment(context: Context, id: AgreementId): Promise<string> {
  const draft = await draftAmendment(context, await targetOf(context, id), 'Ajout d’un lieu')
  if (isRefusal(draft)) throw new Error(`refused: ${draft.refused}`)
  return String(draft.number)
}

/** A dispute, signalled today by the partner; the name of its act. */
export async function aDispute(context: Context, id: AgreementId): Promise<string> {
  const disagreement = {
    from: 'cocontractant',
    openedOn: context.today,
    receivedOn: null,
    object: 'Prêt de matériel',
  }
  const opened = await openDispute(context, await targetOf(context, id), disagreement)
  if (isRefusal(opened)) throw new Error(`refused: ${opened.refused}`)
  return opened.acts.at(-1)?.id ?? ''
}
