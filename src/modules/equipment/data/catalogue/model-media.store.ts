import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Reach } from '../../../../platform/session/actor.ts'
import type { InventoryId, ModelId } from '../../domain/equipment.ts'

export interface ModelPhoto {
  readonly id: Id<'model-photo'>
  readonly alt: string
  readonly width: number
  readonly height: number
}

export interface ModelNotice {
  readonly id: Id<'model-notice'>
  readonly title: string
  /** Null: it is a file. */
  readonly url: string | null
}

/** The photos of these models, in the order of their managers: one statement. EQP-103. */
export async function photosOf(
  db: Database,
  models: readonly ModelId[],
): Promise<Map<ModelId, ModelPhoto[]>> {
  const byModel = new Map<ModelId, ModelPhoto[]>()
  if (models.length === 0) return byModel
  const { rows } = await sql<ModelPhoto & { modelId: ModelId }>`
    select id, model_id as "modelId", alt, width, height from equipment.model_photo
    where model_id = any(${[...models]}::uuid[]) order by model_id, rank, id`.execute(db)
  for (const { modelId, ...photo } of rows) byModel.set(modelId, [...(byModel.get(modelId) ?? []), photo])
  return byModel
}

export async function noticesOf(db: Database, model: ModelId): Promise<ModelNotice[]> {
  const { rows } = await sql<ModelNotice>`select id, title, url from equipment.model_notice
    where model_id = ${model} order by title collate public.french, id`.execute(db)
  return rows
}

/** At the end of those the model has. */
export async function addPhoto(
  tx: Database,
  model: ModelId,
  photo: { fileId: Id<'file'>; alt: string; width: number; height: number },
): Promise<void> {
  await sql`insert into equipment.model_photo (id, model_id, file_id, alt, rank, width, height)
    select ${newId()}, ${model}, ${photo.fileId}, ${photo.alt}, coalesce(max(rank), 0) + 1, ${photo.width}, ${photo.height}
    from equipment.model_photo where model_id = ${model}`.execute(tx)
}

/** The one that the catalogue shows. */
export async function putPhotoFirst(tx: Database, model: ModelId, photo: string): Promise<void> {
  await sql`update equipment.model_photo set rank = case when id = ${photo}::uuid then 1 else rank + 1 end
    where model_id = ${model}`.execute(tx)
}

export async function removePhoto(tx: Database, model: ModelId, photo: string): Promise<void> {
  await sql`delete from equipment.model_photo where model_id = ${model} and id = ${photo}::uuid`.execute(tx)
}

export async function addNotice(
  tx: Database,
  model: ModelId,
  notice: { title: string } & ({ url: string } | { fileId: Id<'file'> }),
): Promise<void> {
  await tx
    .insertInto('equipment.model_notice')
    .values({
      id: newId(),
      model_id: model,
      title: notice.title,
      url: 'url' in notice ? notice.url : null,
      file_id: 'fileId' in notice ? notice.fileId : null,
    })
    .execute()
}

export async function removeNotice(tx: Database, model: ModelId, notice: string): Promise<void> {
  await sql`delete from equipment.model_notice where model_id = ${model} and id = ${notice}::uuid`.execute(tx)
}

/** Offered no more; its units and its history stay. */
export async function retireModel(tx: Database, model: ModelId, at: string): Promise<void> {
  await sql`update equipment.model set retired_at = ${at}::timestamptz where id = ${model} and retired_at is null`.execute(
    tx,
  )
}

export interface SeenFile {
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
}

/**
 * The file of a photo or a notice, for whom its inventory is shown: to everybody, to members, to its owners' people only.
 * `workplaces` are the inventories in which the reader has something to do. Null otherwise. EQP-108.
 */
export async function mediaSeen(
  db: Database,
  network: string,
  media: { photo: string } | { notice: string },
  seen: { reach: Reach; workplaces: readonly InventoryId[] },
): Promise<SeenFile | null> {
  const { kind } = seen.reach
  const [table, id] =
    'photo' in media ? ['equipment.model_photo', media.photo] : ['equipment.model_notice', media.notice]
  const { rows } = await sql<SeenFile>`
    select f.sha256, f.name, f.media_type as "mediaType"
    from ${sql.table(table)} x
    join equipment.model m on m.id = x.model_id
    join equipment.inventory i on i.id = m.inventory_id
    join platform.file f on f.id = x.file_id
    where x.id = ${id}::uuid and i.network_id = ${network}
      and (i.shown_to = 'public' or ${kind === 'all'} or (i.shown_to = 'members' and ${kind !== 'nobody'})
        or i.id = any(${[...seen.workplaces]}::uuid[]))`.execute(db)
  return rows[0] ?? null
}
