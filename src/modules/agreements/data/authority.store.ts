import type { Selectable } from 'kysely'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AgreementsAuthorityAct } from '../../../platform/db/schema.generated.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { AuthorityAct, AuthorityKind } from '../domain/authority.ts'
import type { Recorded } from './offices.store.ts'

/** What gives each party its power to sign, the last decided first; those set aside too. */
export async function authorityActsOf(db: Database, agreement: AgreementId): Promise<AuthorityAct[]> {
  const rows = await db
    .selectFrom('agreements.authority_act')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .orderBy('decided_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(actOf)
}

/** Of several agreements at once. */
export async function authorityRows(
  db: Database,
  agreements: readonly AgreementId[],
): Promise<(AuthorityAct & { agreement: AgreementId })[]> {
  const rows = await db
    .selectFrom('agreements.authority_act')
    .selectAll()
    .where('agreement_id', 'in', agreements)
    .execute()
  return rows.map((row) => ({ ...actOf(row), agreement: row.agreement_id }))
}

export type NewAuthorityAct = Omit<AuthorityAct, 'id' | 'isSetAside'>

export async function addAuthorityAct(
  tx: Database,
  agreement: AgreementId,
  { decidedOn, from, until, file, decision, ...act }: NewAuthorityAct,
  { at, by }: Recorded,
): Promise<Id<'authority-act'>> {
  const id = newId<'authority-act'>()
  await tx
    .insertInto('agreements.authority_act')
    .values({
      id,
      agreement_id: agreement,
      ...act,
      decided_on: decidedOn,
      from_day: from,
      until_day: until,
      file_id: file,
      decision_id: decision,
      recorded_at: at,
      recorded_by: by,
    })
    .execute()
  return id
}

/** It stays readable and counts no more. False when it was set aside before. */
export async function setAuthorityAside(
  tx: Database,
  agreement: AgreementId,
  id: Id<'authority-act'>,
  { at, by }: Recorded,
): Promise<boolean> {
  const row = await tx
    .updateTable('agreements.authority_act')
    .set({ set_aside_at: at, set_aside_by: by })
    .where('id', '=', id)
    .where('agreement_id', '=', agreement)
    .where('set_aside_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

function actOf(row: Selectable<AgreementsAuthorityAct>): AuthorityAct {
  const { id, party, body, reference, scope } = row
  return {
    ...{ id, party, body, reference, scope },
    kind: row.kind as AuthorityKind,
    decidedOn: row.decided_on,
    from: row.from_day,
    until: row.until_day,
    file: row.file_id,
    decision: row.decision_id,
    isSetAside: row.set_aside_at !== null,
  }
}
