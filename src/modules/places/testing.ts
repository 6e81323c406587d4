import { type Day, day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Database } from '../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../platform/session/actor.ts'
import type { PlaceFields, PlaceId, PlaceStatus } from './domain/place.ts'

const NOW = '2026-06-17T10:00:00Z' as Instant

export interface TestPlace extends Partial<PlaceFields> {
  slug?: string
  status?: PlaceStatus
}

let places = 0

/** A published place, for tests; what is not told is empty. */
export async function addPlace(db: Database, network: NetworkId, place: TestPlace = {}): Promise<PlaceId> {
  places += 1
  const id: PlaceId = newId()
  const columns = Object.entries({ name: `Lieu ${places}`, slug: `lieu-${places}`, ...place }).map(
    ([field, value]) => [field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value],
  )
  await db
    .insertInto('places.place')
    .values({ ...Object.fromEntries(columns), id, network_id: network, created_at: NOW })
    .execute()
  return id
}

/** A label borne from a day until another, excluded, under an agreement made for it. */
export async function addShownLabel(
  db: Database,
  network: NetworkId,
  place: PlaceId,
  { code = 'epn', name = 'EPN Essai', from = '2026-01-01', until = null as string | null } = {},
): Promise<void> {
  const agreement = await addAgreement(db, network)
  const scheme = await schemeOf(db, network, code, name)
  const until_day: Day | null = until === null ? null : day(until)
  await db
    .insertInto('agreements.place_cover')
    .values({ agreement_id: agreement, place_id: place, from_day: day(from), until_day })
    .execute()
  const award = newId<'award'>()
  await db
    .insertInto('labels.award')
    .values({
      ...{ id: award, scheme_id: scheme, place_id: place, agreement_id: agreement, granted_on: day(from) },
      // One that has stopped is over: the place may bear the same label anew.
      ...{ number: award, slug: award, over_on: until_day, recorded_at: NOW },
    })
    .execute()
  await db
    .insertInto('labels.award_act')
    .values({ id: newId(), award_id: award, seq: 1, kind: 'granted', from_day: day(from), recorded_at: NOW })
    .execute()
}

async function schemeOf(db: Database, network: NetworkId, code: string, name: string) {
  const known = await db
    .selectFrom('labels.scheme')
    .where('network_id', '=', network)
    .where('code', '=', code)
    .select('id')
    .executeTakeFirst()
  if (known) return known.id
  const id = newId<'scheme'>()
  await db.insertInto('labels.scheme').values({ id, network_id: network, code, name }).execute()
  return id
}

async function addAgreement(db: Database, network: NetworkId) {
  const partner: OrganisationId = newId()
  await db
    .insertInto('identity.organisation')
    .values({ id: partner, network_id: network, name: 'Partenaire', kind: 'commune', created_at: NOW })
    .execute()
  const id = newId<'agreement'>()
  await db
    .insertInto('agreements.agreement')
    .values({
      id,
      network_id: network,
      reference: id,
      template_id: 'essai',
      template_version: 1,
      terms: '{}',
      partner_id: partner,
      representative_name: 'Camille Essai',
      representative_title: 'maire',
      created_at: NOW,
    })
    .execute()
  return id
}
