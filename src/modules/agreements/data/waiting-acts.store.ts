import { type Selectable, sql } from 'kysely'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AgreementsWaitingAct } from '../../../platform/db/schema.generated.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { Recorded } from './offices.store.ts'

export const WAITING_PURPOSES = ['denunciation', 'formal_notice', 'termination'] as const
export type WaitingPurpose = (typeof WAITING_PURPOSES)[number]

/** An act that one officer prepared and another has to confirm. AGR-115. */
export interface WaitingAct {
  readonly id: Id<'waiting-act'>
  readonly purpose: WaitingPurpose
  /** The letter as it was typed. */
  readonly letter: unknown
  readonly preparedAt: Instant
  readonly preparedBy: PersonId
}

export async function asksSecondConfirmation(db: Database, network: NetworkId): Promise<boolean> {
  const row = await db
    .selectFrom('agreements.network_setting')
    .select('second_confirmation')
    .where('network_id', '=', network)
    .executeTakeFirst()
  return row?.second_confirmation ?? false
}

export async function saveSecondConfirmation(
  tx: Database,
  network: NetworkId,
  asked: boolean,
  { at, by }: Recorded,
): Promise<void> {
  const change = { second_confirmation: asked, changed_at: at, changed_by: by }
  await tx
    .insertInto('agreements.network_setting')
    .values({ network_id: network, ...change })
    .onConflict((conflict) => conflict.column('network_id').doUpdateSet(change))
    .execute()
}

/** Those that still wait, the first prepared first. Of an agreement already found within reach. */
export async function waitingActsOf(db: Database, agreement: AgreementId): Promise<WaitingAct[]> {
  const rows = await db
    .selectFrom('agreements.waiting_act')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .where('settled_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(waitingOf)
}

export async function addWaitingAct(
  tx: Database,
  agreement: AgreementId,
  { purpose, letter }: Pick<WaitingAct, 'purpose' | 'letter'>,
  { at, by }: { at: Instant; by: PersonId },
): Promise<Id<'waiting-act'>> {
  const id = newId<'waiting-act'>()
  await tx
    .insertInto('agreements.waiting_act')
    .values({
      ...{ id, purpose },
      agreement_id: agreement,
      letter: JSON.stringify(letter),
      prepared_at: at,
      prepared_by: by,
    })
    .execute()
  return id
}

/** Holds one that still waits; null when somebody settled it. */
export async function lockWaitingAct(
  tx: Database,
  agreement: AgreementId,
  id: Id<'waiting-act'>,
): Promise<WaitingAct | null> {
  const row = await tx
    .selectFrom('agreements.waiting_act')
    .selectAll()
    .where('id', '=', id)
    .where('agreement_id', '=', agreement)
    .where('settled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row ? waitingOf(row) : null
}

/** `act`: the one it became; null: it is given up. */
export async function settleWaitingAct(
  tx: Database,
  id: Id<'waiting-act'>,
  act: Id<'act'> | null,
  { at, by }: Recorded,
): Promise<void> {
  await tx
    .updateTable('agreements.waiting_act')
    .set({ settled_at: at, settled_by: by, act_id: act })
    .where('id', '=', id)
    .where(sql<boolean>`settled_at is null`)
    .execute()
}

function waitingOf(row: Selectable<AgreementsWaitingAct>): WaitingAct {
  const purpose = row.purpose as WaitingPurpose
  const preparedBy = row.prepared_by as PersonId
  return { id: row.id, purpose, letter: row.letter, preparedAt: row.prepared_at, preparedBy }
}
