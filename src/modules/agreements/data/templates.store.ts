import type { Selectable } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AgreementsTemplate } from '../../../platform/db/schema.generated.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'

export type TemplateId = Id<'template'>
export type TemplateStatus = 'draft' | 'published' | 'retired'

/** One version of a network's own template, its content as it was written: `parseContent` reads it. */
export interface StoredTemplate {
  readonly id: TemplateId
  readonly version: number
  readonly status: TemplateStatus
  readonly copiedFrom: string
  readonly content: unknown
  /** One more at each writing. */
  readonly revision: number
  readonly createdAt: Instant
  readonly publishedAt: Instant | null
}

type Recorded = { at: Instant; by: PersonId | null }

/** Every version of every template of the network, the latest version of each last. */
export async function ownTemplates(db: Database, network: NetworkId): Promise<StoredTemplate[]> {
  const rows = await db
    .selectFrom('agreements.template')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('template_id')
    .orderBy('version')
    .execute()
  return rows.map(storedOf)
}

/** Null when the network has no such version. */
export async function ownTemplate(
  db: Database,
  network: NetworkId,
  id: TemplateId,
  version: number,
): Promise<StoredTemplate | null> {
  const row = await db
    .selectFrom('agreements.template')
    .selectAll()
    .where('network_id', '=', network)
    .where('template_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? storedOf(row) : null
}

/** Every version of one template, held until the transaction ends: its writings follow each other. */
export async function lockTemplate(
  tx: Database,
  network: NetworkId,
  id: TemplateId,
): Promise<StoredTemplate[]> {
  const rows = await tx
    .selectFrom('agreements.template')
    .selectAll()
    .where('network_id', '=', network)
    .where('template_id', '=', id)
    .orderBy('version')
    .forUpdate()
    .execute()
  return rows.map(storedOf)
}

/** One draft at most per template: the constraint `one_draft_per_template` refuses a second. */
export async function addTemplateDraft(
  tx: Database,
  network: NetworkId,
  draft: Pick<StoredTemplate, 'id' | 'version' | 'copiedFrom' | 'content'>,
  { at, by }: Recorded,
): Promise<void> {
  await tx
    .insertInto('agreements.template')
    .values({
      network_id: network,
      template_id: draft.id,
      version: draft.version,
      status: 'draft',
      copied_from: draft.copiedFrom,
      content: JSON.stringify(draft.content),
      created_at: at,
      created_by: by,
    })
    .execute()
}

/** Writes a held draft anew and counts the writing. */
export async function saveTemplateDraft(
  tx: Database,
  network: NetworkId,
  { id, revision }: Pick<StoredTemplate, 'id' | 'revision'>,
  content: unknown,
): Promise<void> {
  await tx
    .updateTable('agreements.template')
    .set({ content: JSON.stringify(content), revision: revision + 1 })
    .where('network_id', '=', network)
    .where('template_id', '=', id)
    .where('status', '=', 'draft')
    .execute()
}

/** The draft becomes the version that new agreements are drawn from; the one before is retired. */
export async function publishTemplateDraft(
  tx: Database,
  network: NetworkId,
  id: TemplateId,
  recorded: Recorded,
): Promise<void> {
  await retireTemplate(tx, network, id, recorded)
  await tx
    .updateTable('agreements.template')
    .set({ status: 'published', published_at: recorded.at, published_by: recorded.by })
    .where('network_id', '=', network)
    .where('template_id', '=', id)
    .where('status', '=', 'draft')
    .execute()
}

export async function retireTemplate(
  tx: Database,
  network: NetworkId,
  id: TemplateId,
  { at, by }: Recorded,
): Promise<void> {
  await tx
    .updateTable('agreements.template')
    .set({ status: 'retired', retired_at: at, retired_by: by })
    .where('network_id', '=', network)
    .where('template_id', '=', id)
    .where('status', '=', 'published')
    .execute()
}

export async function dropTemplateDraft(tx: Database, network: NetworkId, id: TemplateId): Promise<void> {
  await tx
    .deleteFrom('agreements.template')
    .where('network_id', '=', network)
    .where('template_id', '=', id)
    .where('status', '=', 'draft')
    .execute()
}

/** How many agreements of the network were drawn from each template, by its id. */
export async function agreementsPerTemplate(
  db: Database,
  network: NetworkId,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('agreements.agreement')
    .select((of) => ['template_id', of.fn.countAll<number>().as('count')])
    .where('network_id', '=', network)
    .groupBy('template_id')
    .execute()
  return new Map(rows.map(({ template_id, count }) => [template_id, count]))
}

/** The template the network chose to measure its agreements against; null when it chose none. */
export async function chosenReference(db: Database, network: NetworkId): Promise<string | null> {
  const row = await db
    .selectFrom('agreements.reference_template')
    .select('template_id')
    .where('network_id', '=', network)
    .executeTakeFirst()
  return row?.template_id ?? null
}

export async function chooseReference(
  tx: Database,
  network: NetworkId,
  template: string | null,
  { at, by }: Recorded,
): Promise<void> {
  if (template === null) {
    await tx.deleteFrom('agreements.reference_template').where('network_id', '=', network).execute()
    return
  }
  const choice = { template_id: template, chosen_at: at, chosen_by: by }
  await tx
    .insertInto('agreements.reference_template')
    .values({ network_id: network, ...choice })
    .onConflict((conflict) => conflict.column('network_id').doUpdateSet(choice))
    .execute()
}

function storedOf(row: Selectable<AgreementsTemplate>): StoredTemplate {
  return {
    id: row.template_id,
    version: row.version,
    status: row.status as TemplateStatus,
    copiedFrom: row.copied_from,
    content: row.content,
    revision: row.revision,
    createdAt: row.created_at,
    publishedAt: row.published_at,
  }
}
