import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { DecisionId } from '../decisions/decisions.store.ts'

/** What a list's page and its mails say of its decision. */
export interface ListDecision {
  readonly authority: string
  readonly signerName: string
  readonly signerTitle: string
  readonly decidedOn: Day
  readonly effectFrom: Day
  readonly reasons: string
  readonly remedies: string
}

export async function decisionById(
  db: Database,
  network: NetworkId,
  id: DecisionId,
): Promise<ListDecision | null> {
  const row = await db
    .selectFrom('labels.decision')
    .select(['authority', 'signer_name', 'signer_title', 'decided_on', 'effect_from', 'reasons', 'remedies'])
    .where('id', '=', id)
    .where('network_id', '=', network)
    .executeTakeFirst()
  if (!row) return null
  const { authority, signer_name, signer_title, decided_on, effect_from, reasons, remedies } = row
  return {
    ...{ authority, signerName: signer_name, signerTitle: signer_title },
    ...{ decidedOn: decided_on, effectFrom: effect_from, reasons, remedies },
  }
}
