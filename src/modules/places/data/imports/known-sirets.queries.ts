import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'

/** An organisation sought by its name and its commune's, all folded, or by that commune's codes; `at`: for which row. */
export interface SoughtSiret {
  readonly at: number
  readonly name: string
  readonly communes: readonly string[]
  readonly inseeCodes: readonly string[]
}

const foldedWords = (column: string) =>
  sql<string>`btrim(regexp_replace(public.folded(${sql.ref(column)}), '[^a-z0-9]+', ' ', 'g'))`

/** SIRETs of organisations, and of whoever runs the places, of these names and communes; each once per row. DIR-18. */
export async function siretsOfNames(
  db: Database,
  network: NetworkId,
  sought: readonly SoughtSiret[],
): Promise<readonly { at: number; siret: string }[]> {
  // Told apart, so that the planner knows how few communes they are: it would read the whole directory otherwise.
  const codes = [...new Set(sought.flatMap(({ inseeCodes }) => inseeCodes))]
  const { rows } = await sql<{ at: number; siret: string }>`
    with sought as materialized (
      select s.at, s.name, array(select jsonb_array_elements_text(s.communes)) as communes,
        array(select jsonb_array_elements_text(s."inseeCodes")) as codes
      from jsonb_to_recordset(${JSON.stringify(sought)}::jsonb)
        as s (at integer, name text, communes jsonb, "inseeCodes" jsonb)
    ), organisation as materialized (
      select ${foldedWords('o.name')} as name, ${foldedWords('o.commune')} as commune, o.siret
      from identity.current_organisation o
      where o.network_id = ${network} and o.id = o.current_id and o.siret is not null
    ), place as materialized (
      select ${foldedWords('p.name')} as name, p.insee_code, p.pivot
      from places.place p
      where p.network_id = ${network} and p.status <> 'merged' and p.pivot ~ '^[0-9]{14}$'
        and p.insee_code = any(${codes}::text[])
    )
    select s.at, o.siret from sought s join organisation o on o.name = s.name and o.commune = any(s.communes)
    union
    select s.at, p.pivot from sought s join place p on p.name = s.name and p.insee_code = any(s.codes)
    order by at, siret`.execute(db)
  return rows
}
