import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { ImportId } from '../../domain/imports/import.ts'

/** A row ready to be published, beside the place that it changes. */
export interface StagedChange {
  readonly line: number
  /** By the names of the columns. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Null: the row makes a new place. */
  readonly place: {
    readonly name: string
    readonly fields: Readonly<Record<string, unknown>>
    /** What the source was last held to say of it; null: it never spoke of it. */
    readonly said: Readonly<Record<string, unknown>> | null
  } | null
}

/** One page of what an import creates and changes, in the order of its file. Of an unchanged row, nothing is told. */
export async function stagedChanges(
  db: Database,
  run: ImportId,
  { limit, offset }: { limit: number; offset: number },
): Promise<StagedChange[]> {
  const { rows } = await sql<{
    line: number
    fields: Record<string, unknown>
    name: string | null
    stands: Record<string, unknown> | null
    said: Record<string, unknown> | null
  }>`
    select r.line, r.fields, p.name, to_jsonb(p) as stands, known.fields as said
    from places.import_row r
    join places.import_run run on run.id = r.run_id
    left join places.external_ref known on r.outcome = 'update'
      and known.network_id = run.network_id and known.source = run.source and known.external_id = r.external_id
    left join places.place face on r.outcome = 'update' and face.id = coalesce(known.place_id, r.like_place_id)
    left join places.place p on p.id = coalesce(face.merged_into, face.id)
    where r.run_id = ${run} and r.outcome in ('create', 'update') and r.fields is not null
    order by r.line limit ${limit} offset ${offset}`.execute(db)
  return rows.map(({ line, fields, name, stands, said }) => ({
    line,
    fields,
    place: name !== null && stands ? { name, fields: stands, said } : null,
  }))
}
