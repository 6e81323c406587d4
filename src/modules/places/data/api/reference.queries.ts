import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { departmentNumber } from '../../domain/departments.ts'
import { departmentName } from '../departments.queries.ts'
import { directoryVersion, keptBy } from '../places.version.ts'
import { published } from '../search/places.filter.ts'
import { communeName } from '../search/places.gazetteer.ts'
import { epciName, epciOf } from '../territories.queries.ts'

export interface TerritoryFigure {
  readonly kind: 'departement' | 'epci' | 'commune'
  readonly code: string
  readonly name: string
  readonly places: number
}

/** Each part of France that has a published place, by kind then by code. */
export const territoryFigures: (db: Database, network: NetworkId) => Promise<readonly TerritoryFigure[]> =
  keptBy(directoryVersion, countTerritories, { key: () => '', most: 20 })

async function countTerritories(db: Database, network: NetworkId): Promise<readonly TerritoryFigure[]> {
  const grounds = await published(db, network)
    .groupBy(['p.insee_code', 'p.postal_code', 'p.commune'])
    .select(({ fn }) => ['p.insee_code', 'p.postal_code', 'p.commune', fn.countAll<number>().as('places')])
    .execute()
  const found = new Map<string, { -readonly [Key in keyof TerritoryFigure]: TerritoryFigure[Key] }>()
  const count = (
    kind: TerritoryFigure['kind'],
    code: string | null,
    places: number,
    nameOf: (code: string) => string,
  ) => {
    if (code === null) return
    const known = found.get(`${kind} ${code}`) ?? { kind, code, name: nameOf(code), places: 0 }
    known.places += places
    found.set(`${kind} ${code}`, known)
  }
  for (const { insee_code, postal_code, commune, places } of grounds) {
    const address = { inseeCode: insee_code, postalCode: postal_code }
    count('departement', departmentNumber(address), places, departmentName)
    count('epci', epciOf(address, commune), places, epciName)
    count('commune', insee_code, places, (code) => communeName(commune, code))
  }
  const order = ['departement', 'epci', 'commune']
  return [...found.values()].sort(
    (one, other) =>
      order.indexOf(one.kind) - order.indexOf(other.kind) ||
      (one.code < other.code ? -1 : one.code > other.code ? 1 : 0),
  )
}

/** Who collected, in the order of the alphabet; a name that nobody declared is one that places bear. */
export async function sourceFigures(db: Database, network: NetworkId) {
  const places = published(db, network)
    .where('p.source', 'is not', null)
    .groupBy('p.source')
    .select(({ fn }) => ['p.source as name', fn.countAll<number>().as('places')])
  return db
    .selectFrom(places.as('borne'))
    .leftJoin('places.source as s', (join) =>
      join.onRef('s.name', '=', 'borne.name').on('s.network_id', '=', network),
    )
    .select([
      sql<string>`borne.name`.as('name'),
      's.page_url as page',
      sql<string>`coalesce(s.licence, '')`.as('licence'),
      sql<boolean>`coalesce(s.is_reusable, true)`.as('reusable'),
      'borne.places',
    ])
    .orderBy(sql`borne.name collate public.french`)
    .execute()
}

/** Every label of the network, in the order of the alphabet, borne or not that day. */
export async function labelFigures(db: Database, network: NetworkId, today: Day) {
  return db
    .selectFrom('labels.standard_name as n')
    .leftJoin('places.borne_label as shown', (join) =>
      join
        .onRef('shown.code', '=', 'n.code')
        .on('shown.network_id', '=', network)
        .on('shown.from_day', '<=', today)
        .on((is) => is.or([is('shown.until_day', 'is', null), is('shown.until_day', '>', today)])),
    )
    .where('n.network_id', '=', network)
    .groupBy(['n.code', 'n.name', 'n.standard_label'])
    .select(({ fn }) => [
      sql<string>`n.code`.as('code'),
      sql<string>`coalesce(n.name, '')`.as('name'),
      'n.standard_label as standard',
      fn.count<number>('shown.place_id').distinct().as('places'),
    ])
    .orderBy(sql`coalesce(n.name, '') collate public.french`)
    .execute()
}
