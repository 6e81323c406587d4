import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { Party } from '../domain/terms.ts'
import type { Recorded } from './offices.store.ts'

/** Damages a party reserves the right to claim. AGR-57. */
export interface DamagesClaim {
  readonly id: Id<'damages-claim'>
  /** The formal notice or the termination it goes with. */
  readonly act: Id<'act'>
  readonly party: Party
  /** Null: not put in figures yet. */
  readonly amountCents: number | null
  readonly words: string
  readonly file: Id<'file'> | null
  readonly replaces: Id<'damages-claim'> | null
  readonly recordedAt: Instant
}

/** In the order they were recorded. One that another replaces stands no more. */
export async function claimsOf(db: Database, agreement: AgreementId): Promise<DamagesClaim[]> {
  const rows = await db
    .selectFrom('agreements.damages_claim')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .orderBy('id')
    .execute()
  return rows.map(({ id, party, words, replaces, ...row }) => ({
    ...{ id, party, words, replaces },
    act: row.act_id,
    amountCents: row.amount_cents === null ? null : Number(row.amount_cents),
    file: row.file_id,
    recordedAt: row.recorded_at,
  }))
}

export function standingClaims(claims: readonly DamagesClaim[]): DamagesClaim[] {
  const replaced = new Set(claims.map(({ replaces }) => replaces))
  return claims.filter(({ id }) => !replaced.has(id))
}

export async function addClaim(
  tx: Database,
  agreement: AgreementId,
  { act, party, amountCents, words, file, replaces }: Omit<DamagesClaim, 'id' | 'recordedAt'>,
  { at, by }: Recorded,
): Promise<Id<'damages-claim'>> {
  const id = newId<'damages-claim'>()
  await tx
    .insertInto('agreements.damages_claim')
    .values({
      ...{ id, party, words, replaces },
      agreement_id: agreement,
      act_id: act,
      amount_cents: amountCents,
      file_id: file,
      recorded_at: at,
      recorded_by: by,
    })
    .execute()
  return id
}
