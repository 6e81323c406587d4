import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { departmentNumber } from '../../domain/departments.ts'
import { directoryVersion, keptBy } from '../places.version.ts'
import { published } from '../search/places.filter.ts'
import { isReusable } from './exported-places.queries.ts'

/** A source, and the terms under which its rows leave; `licence` is empty when nobody wrote it down. */
export interface SourceTerms {
  readonly name: string
  readonly places: number
  readonly licence: string
  readonly isReusable: boolean
}

/** What a record of the open data says of the directory. */
export interface OpenDataFigures {
  readonly places: number
  /** Places that lack what the national standard demands. */
  readonly leftOut: number
  /** Places that came only from sources whose licence forbids to send them on. */
  readonly reserved: number
  readonly sources: readonly SourceTerms[]
  /** The first and the last day on which what is said of a place was true. */
  readonly from: Day | null
  readonly modified: Day | null
  /** Degrees; null: no place has a point. */
  readonly box: { west: number; south: number; east: number; north: number } | null
  /** Numbers of the départements that have a place. */
  readonly departments: readonly string[]
}

/** Read once for each version of the directory. DIR-86. */
export function openDataFigures(db: Database, network: NetworkId, today: Day): Promise<OpenDataFigures> {
  return figures(db, network, today)
}

const figures = keptBy(directoryVersion, readFigures, { key: (today) => today, most: 20 })

async function readFigures(db: Database, network: NetworkId, today: Day): Promise<OpenDataFigures> {
  const all = () => published(db, network)
  const [sums, sources, grounds] = await Promise.all([
    all()
      .select(({ fn }) => [
        fn.countAll<number>().as('places'),
        sql<number>`count(*) filter (where btrim(p.address) = '' or btrim(p.commune) = '' or p.postal_code is null or p.postal_code !~ '^[0-9]{5}$')`.as(
          'leftOut',
        ),
        sql<number>`count(*) filter (where not ${isReusable})`.as('reserved'),
        sql<Day | null>`min(p.updated_on) filter (where p.updated_on <= ${today})`.as('from'),
        sql<Day | null>`max(p.updated_on) filter (where p.updated_on <= ${today})`.as('modified'),
        sql<number | null>`min(p.longitude)`.as('west'),
        sql<number | null>`min(p.latitude)`.as('south'),
        sql<number | null>`max(p.longitude)`.as('east'),
        sql<number | null>`max(p.latitude)`.as('north'),
      ])
      .executeTakeFirstOrThrow(),
    all()
      .leftJoin('places.source as s', (join) =>
        join.onRef('s.network_id', '=', 'p.network_id').onRef('s.name', '=', 'p.source'),
      )
      .groupBy(['p.source', 's.licence', 's.is_reusable'])
      .select(({ fn }) => ['p.source', 's.licence', 's.is_reusable', fn.countAll<number>().as('places')])
      .orderBy('places', 'desc')
      .orderBy(sql`p.source collate public.french`)
      .execute(),
    all().select(['p.insee_code as inseeCode', 'p.postal_code as postalCode']).distinct().execute(),
  ])
  const { places, leftOut, reserved, from, modified, west, south, east, north } = sums
  const box =
    west === null || south === null || east === null || north === null ? null : { west, south, east, north }
  const departments = new Set(grounds.map(departmentNumber).filter((number) => number !== null))
  return {
    ...{ places, leftOut, reserved, from, modified, box },
    sources: sources.map((one) => ({
      ...{ name: one.source ?? '', places: one.places },
      ...{ licence: one.licence ?? '', isReusable: one.is_reusable ?? true },
    })),
    departments: [...departments].sort(),
  }
}
