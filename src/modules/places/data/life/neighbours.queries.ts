import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Place, PlaceFields } from '../../domain/place.ts'
import { fieldsOf } from './place.store.ts'

/** Some 300 metres, in degrees. */
const NEAR = 0.003
const MOST = 600

/** Places that share a commune, a postal code, a telephone, a mail or an identifier with what is written, or stand near; those whose name looks most like it first. */
export async function neighboursOf(db: Database, network: NetworkId, fields: PlaceFields): Promise<Place[]> {
  const { inseeCode, postalCode, phone, emails, pivot, latitude, longitude } = fields
  const rows = await db
    .selectFrom('places.place as p')
    .selectAll('p')
    .where('p.network_id', '=', network)
    .where('p.status', '<>', 'merged')
    .where((is) =>
      is.or([
        ...(inseeCode ? [is('p.insee_code', '=', inseeCode)] : []),
        ...(postalCode ? [is('p.postal_code', '=', postalCode)] : []),
        ...(phone ? [is('p.phone', '=', phone)] : []),
        ...(pivot ? [is('p.pivot', '=', pivot)] : []),
        ...(emails.length > 0 ? [sql<boolean>`p.emails && ${[...emails]}::text[]`] : []),
        ...(latitude !== null && longitude !== null
          ? [
              sql<boolean>`p.latitude between ${latitude - NEAR} and ${latitude + NEAR}
                and p.longitude between ${longitude - NEAR} and ${longitude + NEAR}`,
            ]
          : []),
      ]),
    )
    .orderBy(sql`similarity(public.folded(p.name), public.folded(${fields.name})) desc`)
    .orderBy('p.id')
    .limit(MOST)
    .execute()
  return rows.map(fieldsOf)
}
