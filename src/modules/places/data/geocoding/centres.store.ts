import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { CommuneEntry } from '../../domain/communes.ts'
import { readCentres } from '../../domain/geocoding/centres-file.ts'
import { type Centre, communeCentres } from '../../domain/geocoding/commune-centres.ts'
import type { Point } from '../../domain/geocoding/known-towns.ts'
import { epciList } from '../search/places.gazetteer.ts'
import { builtInCentres } from './built-in-centres.ts'

/** Grows with the way centres are worked out, so that those loaded before are loaded again. */
const METHOD = '1'

/** Where the middle of a commune is, by its present INSEE code; null: nothing tells. DIR-54. */
export async function centreOf(db: Database, code: string): Promise<Centre | null> {
  const row = await db
    .selectFrom('places.commune_centre')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
  if (!row) return null
  const { latitude, longitude } = row
  return { latitude, longitude, basis: row.basis as Centre['basis'] }
}

/** Loads the centres that the product carries, unless they are those of the database. Says whether it did. */
export async function loadCentres(tx: Database): Promise<boolean> {
  const text = builtInCentres()
  const digest = createHash('sha256').update(METHOD).update(text).digest('hex')
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('places.commune_centre_version')
    .values({ digest })
    .onConflict((conflict) =>
      conflict
        .column('only_one')
        .doUpdateSet({ digest })
        .where('places.commune_centre_version.digest', '<>', digest),
    )
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) return false
  await writeCentres(tx, centresFrom(text))
  return true
}

/** Centres of an official file, which prevail over the product's: how many of its codes are communes of today. */
export async function loadOfficialCentres(tx: Database, points: ReadonlyMap<string, Point>): Promise<number> {
  const centres = new Map(
    [...points].map(([code, point]) => [code, { ...point, basis: 'official' as const }]),
  )
  await writeCentres(tx, centres)
  return centres.size
}

/** Places without a point of their own move with their commune's. */
async function writeCentres(
  tx: Database,
  centres: ReadonlyMap<string, Point & { basis: string }>,
): Promise<void> {
  const all = [...centres]
  await sql`
    insert into places.commune_centre as known (code, latitude, longitude, basis)
    select * from unnest(
      ${sql.val(all.map(([code]) => code))}::text[],
      ${sql.val(all.map(([, { latitude }]) => latitude))}::float8[],
      ${sql.val(all.map(([, { longitude }]) => longitude))}::float8[],
      ${sql.val(all.map(([, { basis }]) => basis))}::text[])
    on conflict (code) do update
    set latitude = excluded.latitude, longitude = excluded.longitude, basis = excluded.basis
    where known.basis <> 'official' or excluded.basis = 'official'`.execute(tx)
  await sql`
    update places.place p set drawn_latitude = null
    from places.commune_centre centre
    where p.latitude is null and centre.code = p.insee_code
      and (p.drawn_latitude, p.drawn_longitude) is distinct from (centre.latitude, centre.longitude)`.execute(
    tx,
  )
}

/** From GeoNames (CC-BY 4.0), completed by the neighbours'. */
function centresFrom(text: string): ReadonlyMap<string, Centre> {
  const { byCommune } = epciList()
  const communes = officialEntries()
    .filter(({ type }) => type === 'commune-actuelle')
    .map(({ code, codesPostaux = [], population = 0 }) => ({
      ...{ code, postalCodes: codesPostaux, population },
      epci: byCommune.get(code)?.code ?? null,
    }))
  return communeCentres(communes, readCentres(text))
}

interface Entry extends CommuneEntry {
  population?: number
}

function officialEntries(): Entry[] {
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json')
  return JSON.parse(readFileSync(file, 'utf8')) as Entry[]
}
