import { type Day, latest } from '../../../kernel/day.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import { looksPersonal } from '../domain/mail-and-web.ts'
import type { PlaceId } from '../domain/place.ts'
import { fromFields } from '../domain/standard.ts'
import type { StandardRow } from '../domain/standard-columns.ts'
import { type StandardName, withLabels } from '../domain/standard-labels.ts'
import { published } from './places.filter.ts'
import { placeOf, shownLabels } from './places.queries.ts'

/**
 * The published places of a network as the national standard writes them, in the order of their addresses, with the labels
 * they bear on that day and no other. The day of a place is that of its last change, labels included. LAB-42.
 */
export async function standardExport(db: Database, network: NetworkId, on: Day): Promise<StandardRow[]> {
  const places = (await published(db, network).selectAll('p').orderBy('p.slug').execute()).map(placeOf)
  const own = await standardNames(db, network)
  const borne = await shownLabels(
    db,
    network,
    places.map(({ id }) => id),
    on,
  )
  const changed = await labelChanges(db, network, on)
  return places.map((place) => {
    // Somebody's own address is nobody's to publish (DIR-72).
    const emails = place.emails.filter((email) => !looksPersonal(email))
    const updatedOn = latest(place.updatedOn, changed.get(place.id))
    const names = (borne.get(place.id) ?? []).flatMap(({ code }) => own.get(code) ?? [])
    return withLabels(fromFields(place.id, { ...place, emails, updatedOn }), names, [...own.values()])
  })
}

async function standardNames(db: Database, network: NetworkId): Promise<ReadonlyMap<string, StandardName>> {
  const rows = await db
    .selectFrom('labels.standard_name')
    .select(['code', 'name', 'standard_label'])
    .where('network_id', '=', network)
    .execute()
  return new Map(
    rows.map(({ code, name, standard_label }) => [
      code ?? '',
      { name: name ?? '', standardLabel: standard_label },
    ]),
  )
}

/** The last day, up to that one, on which the labels of each place changed. */
async function labelChanges(
  db: Database,
  network: NetworkId,
  until: Day,
): Promise<ReadonlyMap<PlaceId, Day>> {
  const rows = await db
    .selectFrom('labels.label_change')
    .select((is) => ['place_id', is.fn.max('on_day').as('day')])
    .where('network_id', '=', network)
    .where('on_day', '<=', until)
    .groupBy('place_id')
    .execute()
  return new Map(rows.flatMap(({ place_id, day }) => (place_id && day ? [[place_id, day] as const] : [])))
}
