import {
  askComparison,
  createPlace,
  mergePlaces,
  type PlaceFields,
  type PlaceId,
} from '../../src/modules/places/index.ts'
import type { Context } from '../../src/platform/context.ts'
import { sure } from './sure.ts'

/** A sheet that says nothing yet. */
export const aDraftSheet: PlaceFields = {
  ...{
    name: '',
    pivot: null,
    commune: '',
    postalCode: null,
    inseeCode: null,
    address: '',
    addressExtra: null,
  },
  ...{ latitude: null, longitude: null, typologies: [], phone: null, emails: [], websites: [] },
  ...{ openingHours: null, summary: null, detail: null, source: 'Fiches à compléter', itinerance: ['fixed'] },
  ...{ parentOrganisation: null, updatedOn: null, services: [], publics: [], specialCare: [], fees: [] },
  ...{ programmes: [], trainings: [], otherLabels: [], accessModes: [], supportModes: [] },
  ...{ accesLibreUrl: null, bookingUrl: null },
}

/**
 * Sheets begun twice: one surely the same place, one probably, and one that was joined already. They are drafts: the public
 * list does not change. DIR-44.
 */
export async function seedDuplicates(context: Context, atelier: PlaceId): Promise<void> {
  const draft = async (fields: Partial<PlaceFields>) =>
    sure(await createPlace(context, { fields: { ...aDraftSheet, ...fields }, operator: null }))
  await draft({
    ...{
      name: 'Mediathèque du Phare',
      commune: 'Trouville-sur-Mer',
      postalCode: '14360',
      inseeCode: '14715',
    },
    ...{ address: '3, quai du Phare', latitude: 49.3661, longitude: 0.0812, phone: '+33231000102' },
    ...{ services: ['safe-use'], summary: 'Un atelier sur les arnaques, chaque premier jeudi.' },
  })
  await draft({
    ...{ name: 'Maison du numérique', commune: 'Honfleur', postalCode: '14600', inseeCode: '14333' },
    ...{ address: '14 rue des Salines', latitude: 49.4192, longitude: 0.2333 },
    ...{ services: ['everyday-tools'] },
  })
  const twin = await draft({
    ...{ name: 'L’Atelier du Quai', commune: 'Le Havre', postalCode: '76600', inseeCode: '76351' },
    ...{ address: '48 quai des Voiliers', latitude: 49.488, longitude: 0.11 },
  })
  const versions = await versionsOf(context, [atelier, twin])
  sure(
    await mergePlaces(context, {
      ...{
        kept: atelier,
        duplicate: twin,
        choices: {},
        reason: 'Même enseigne, même quai',
        sawLabels: false,
      },
      seen: { kept: versions.get(atelier) ?? 1, duplicate: versions.get(twin) ?? 1 },
    }),
  )
  await askComparison(context)
}

async function versionsOf(
  { db }: Context,
  places: readonly PlaceId[],
): Promise<ReadonlyMap<PlaceId, number>> {
  const rows = await db
    .selectFrom('places.place')
    .select(['id', 'version'])
    .where('id', 'in', [...places])
    .execute()
  return new Map(rows.map(({ id, version }) => [id, version]))
}
