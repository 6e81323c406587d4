import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import { ofSource, type Scope } from './import.staging.ts'

/** The rows decided, ready to be written as places of their own (`create`) or as what the source now says (`update`). */
export async function stageSettled(
  tx: Database,
  { run }: Scope,
  {
    line,
    outcome,
    externalId,
    placeId,
    slug,
  }: {
    line: number
    outcome: 'create' | 'update'
    externalId: string
    placeId: string
    slug: string
  },
): Promise<void> {
  await sql`
    insert into places.import_row (run_id, line, external_id, fingerprint, outcome, place_id, slug, fields, raw, place_key)
    select ${run}, line, ${externalId}, fingerprint, ${outcome}, ${placeId}, ${slug}, fields, raw, place_key
    from places.held_row where run_id = ${run} and line = ${line}`.execute(tx)
}

/** The source's id now names that place; undoing the import unties it. */
export async function tieToPlace(
  tx: Database,
  scope: Scope,
  tie: { externalId: string; placeId: string; isBelieved: boolean },
): Promise<void> {
  // Empty fields are the source's to fill; of the others it is only heard, unless it is believed more.
  await sql`
    insert into places.external_ref (network_id, source, external_id, place_id, fingerprint, fields, run_id)
    select ${scope.network}, ${scope.source}, ${tie.externalId}, p.id, '', (
      select jsonb_object_agg(key, case
        when ${tie.isBelieved} or value in ('null', '""', '[]') then value else 'null' end)
      from jsonb_each(to_jsonb(p))), ${scope.run}
    from places.place p where p.id = ${tie.placeId}
    on conflict (network_id, source, external_id) do nothing`.execute(tx)
  await sql`
    insert into places.import_trace (run_id, external_id, before)
    values (${scope.run}, ${tie.externalId}, '{}') on conflict do nothing`.execute(tx)
}

/** What the source was last held to say under that id. */
export async function fingerprintKnown(
  tx: Database,
  scope: Scope,
  externalId: string,
): Promise<string | null> {
  const { rows } = await sql<{ fingerprint: string }>`
    select fingerprint from places.external_ref known
    where ${ofSource(scope)} and known.external_id = ${externalId} for update`.execute(tx)
  return rows[0]?.fingerprint ?? null
}

/** Is one of the other sources that speak of the place believed as much? */
export async function isBelievedMore(tx: Database, scope: Scope, placeId: string): Promise<boolean> {
  const { rows } = await sql<{ more: boolean }>`
    select coalesce(min(own.priority), 50) > coalesce(max(s.priority), 100) as more
    from places.external_ref known
    join places.source s on s.network_id = known.network_id and s.name = known.source
    left join places.source own on own.network_id = known.network_id and own.name = ${scope.source}
    where known.place_id = ${placeId} and known.source <> ${scope.source}`.execute(tx)
  return rows[0]?.more ?? false
}
