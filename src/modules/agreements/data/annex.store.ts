import type { Database } from '../../../platform/db/database.ts'
import type { AgreementId, PlaceId } from '../domain/agreement.ts'

export interface AnnexLine {
  placeId: PlaceId
  /** Which of the annex's lists the place stands in; empty when the template has one only. */
  subList: string
}

/** The places an agreement lists, in the order of their lists. */
export async function annexOf(db: Database, agreement: AgreementId): Promise<AnnexLine[]> {
  const rows = await db
    .selectFrom('agreements.place_cover')
    .select(['place_id', 'sub_list'])
    .where('agreement_id', '=', agreement)
    .orderBy('sub_list')
    .orderBy('place_id')
    .execute()
  return rows.map((row) => ({ placeId: row.place_id, subList: row.sub_list }))
}

/** Adds a place to a draft's annex; naming it again only moves it to another list. */
export async function listPlace(tx: Database, agreement: AgreementId, line: AnnexLine): Promise<void> {
  await tx
    .insertInto('agreements.place_cover')
    .values({ agreement_id: agreement, place_id: line.placeId, sub_list: line.subList })
    .onConflict((conflict) =>
      conflict.columns(['agreement_id', 'place_id']).doUpdateSet({ sub_list: line.subList }),
    )
    .execute()
}

export async function unlistPlace(tx: Database, agreement: AgreementId, place: PlaceId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('agreements.place_cover')
    .where('agreement_id', '=', agreement)
    .where('place_id', '=', place)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
