import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { organisationNames } from '../../../identity/index.ts'
import { departmentNumber } from '../../domain/departments.ts'
import type { PlaceId } from '../../domain/place.ts'
import { linksOfPlaces } from './keepers.queries.ts'

/** What the board says of a place beside its freshness. */
export interface BoardPlace {
  id: PlaceId
  slug: string
  name: string
  commune: string
  /** Two or three signs; empty when the place has no commune. */
  department: string
  phone: string | null
  runBy: readonly { id: OrganisationId; name: string }[]
}

/** In the order of the French alphabet; with who runs each of them today. */
export async function boardPlaces(db: Database, ids: readonly PlaceId[], today: Day): Promise<BoardPlace[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('places.place as p')
    .select(['p.id', 'p.slug', 'p.name', 'p.commune', 'p.phone', 'p.insee_code', 'p.postal_code'])
    .where('p.id', 'in', [...ids])
    .orderBy(sql`p.name collate public.french`)
    .orderBy('p.id')
    .execute()
  const { organisations } = await linksOfPlaces(db, ids, today)
  const names = await organisationNames(db, [
    ...new Set(organisations.map(({ organisationId }) => organisationId)),
  ])
  const runners = Map.groupBy(organisations, ({ placeId }) => placeId)
  return rows.map(({ insee_code: inseeCode, postal_code: postalCode, ...place }) => ({
    ...place,
    department: departmentNumber({ inseeCode, postalCode }) ?? '',
    runBy: (runners.get(place.id) ?? []).map(({ organisationId: id }) => ({ id, name: names.get(id) ?? '' })),
  }))
}
