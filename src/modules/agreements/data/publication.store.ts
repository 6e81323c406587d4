import { type Id, newId } from '../../../kernel/id.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { PublicGround } from '../domain/register.ts'
import type { Recorded } from './offices.store.ts'

/** The text that obliges to publish an agreement, recorded by an officer. AGR-68. */
export interface PublicationBasis {
  readonly id: Id<'publication-basis'>
  readonly basis: string
}

/** Why the register lists the agreement (null: it does not), and the legal basis recorded, if any. */
export async function publicationOf(
  db: Database,
  agreement: AgreementId,
): Promise<{ ground: PublicGround | null; basis: PublicationBasis | null }> {
  const standing = await db
    .selectFrom('agreements.standing')
    .select('public_ground')
    .where('agreement_id', '=', agreement)
    .executeTakeFirst()
  const basis = await db
    .selectFrom('agreements.publication_basis')
    .select(['id', 'basis'])
    .where('agreement_id', '=', agreement)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return { ground: (standing?.public_ground ?? null) as PublicGround | null, basis: basis ?? null }
}

export async function addPublicationBasis(
  tx: Database,
  agreement: AgreementId,
  basis: string,
  { at, by }: Recorded,
): Promise<void> {
  await tx
    .insertInto('agreements.publication_basis')
    .values({ id: newId(), agreement_id: agreement, basis, recorded_at: at, recorded_by: by })
    .execute()
}

/** False when none was recorded. */
export async function withdrawPublicationBasis(
  tx: Database,
  agreement: AgreementId,
  { at, by }: Recorded,
): Promise<boolean> {
  const row = await tx
    .updateTable('agreements.publication_basis')
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where('agreement_id', '=', agreement)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
