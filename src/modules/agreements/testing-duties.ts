import { type Day, day } from '../../kernel/day.ts'

import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import { findAgreement, recordActs } from './data/agreements.store.ts'
import { declaredEvidence } from './data/declared-evidence.store.ts'
import type { AgreementId } from './domain/agreement.ts'
import { targetOf } from './testing.ts'
import { requestCommunication } from './use-cases/communications/request-communication.ts'
import { declareEvidence } from './use-cases/duties/declare-evidence.ts'
import type { PutDocument } from './use-cases/signing/keep-signature-document.ts'

/** A promotional operation asked by a party; the name of its act. */
export async function aCommunication(
  context: Context,
  id: AgreementId,
  { from = 'cocontractant', operationOn = day('2026-07-01') as Day } = {},
): Promise<string> {
  const asked = await requestCommunication(context, await targetOf(context, id), {
    ...{ from, kind: 'promotional', operationOn, audience: 'Les habitants', media: 'Affiche' },
    ...{ text: 'Venez essayer', logos: '', visuals: [] },
  })
  if (isRefusal(asked)) throw new Error(`refused: ${asked.refused}`)
  return asked.acts.at(-1)?.id ?? ''
}

/** A meeting held today, whatever the committees of the agreement; the name of its act. */
export async function aMeeting(context: Context, id: AgreementId): Promise<string> {
  const { db, reach, today, now } = context
  const agreement = await findAgreement(db, reach, id)
  if (!agreement) throw new Error('no such agreement')
  const act = { type: 'meeting_held', committee: 'steering', occurredOn: today } as const
  const after = await recordActs(db, agreement, [act], { at: now, by: null })
  return after.acts.at(-1)?.id ?? ''
}

/** A duty of the partner declared done today, with its document. */
export async function anEvidence(
  context: Context,
  id: AgreementId,
  document: PutDocument | null = null,
): Promise<{ evidence: string; evidenceFile: string }> {
  const declared = await declareEvidence(context, id, {
    ...{ duty: 'campaigns_and_exchanges', placeId: null, on: context.today },
    ...{ statement: 'Journée du réseau', document },
  })
  if (isRefusal(declared)) throw new Error(`refused: ${declared.refused}`)
  const [kept] = await declaredEvidence(context.db, id)
  return { evidence: declared, evidenceFile: kept?.file?.id ?? '' }
}
