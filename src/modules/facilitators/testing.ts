import { type Id, newId } from '../../kernel/id.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Document } from '../../platform/files/kept-files.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../platform/session/actor.ts'
import type { PlaceId } from '../places/index.ts'
import { type AUDIENCES, CONSENT_FIELDS } from '../privacy/index.ts'
import { findProfile } from './data/cards/profiles.store.ts'
import { keepProfile } from './use-cases/cards/keep-profile.ts'
import { keepOffer } from './use-cases/organisations/keep-offer.ts'
import { openDirectory } from './use-cases/organisations/open-directory.ts'

type Shown = Partial<Record<(typeof CONSENT_FIELDS)[number], (typeof AUDIENCES)[number]>>

/** The form of one's own card: what is not told is shown to nobody. */
export function aCard(shown: Shown, said: Record<string, string | readonly string[]> = {}) {
  return {
    vu: '0',
    ...said,
    ...Object.fromEntries(CONSENT_FIELDS.map((field) => [`montrer-${field}`, shown[field] ?? 'personne'])),
  }
}

/** Somebody works at a place from a day on. */
export async function worksAt(
  db: Database,
  { network, person, place }: { network: NetworkId; person: PersonId; place: PlaceId },
  from = '2026-01-01',
): Promise<void> {
  await db
    .insertInto('places.person_place')
    .values({
      id: newId(),
      network_id: network,
      place_id: place,
      person_id: person,
      from_day: from as never,
      recorded_at: `${from}T08:00:00Z` as never,
    })
    .execute()
}

/** Somebody whose name, photo and form are open to everybody; the id of the photo. */
export async function aShownFacilitator(
  context: Context,
  person: PersonId,
  photo: Document & { sha256: string },
): Promise<Id<'file'>> {
  const kept = await keepProfile(context, person, {
    seen: 0,
    photo,
    ...{ presentation: '', skills: [], themes: [], languages: [], goesTo: null, availability: '' },
    shown: { name: 'public', photo: 'public', messages: 'public' },
  })
  const { photoFileId } = await findProfile(context.db, { person, network: context.network.id })
  if (isRefusal(kept) || !photoFileId) throw new Error('no card was kept')
  return photoFileId
}

/** An organisation that the open directory shows. */
export async function aListedOrganisation(context: Context, organisation: OrganisationId): Promise<void> {
  await openDirectory(context, true)
  const offer = { isListed: true, presentation: '', competences: ['website'], serves: ['small-firms'] }
  await keepOffer(context, { organisation, seen: 0 }, offer)
}
