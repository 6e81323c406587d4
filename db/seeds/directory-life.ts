import {
  chooseRule,
  closePlace,
  createPlace,
  editPlace,
  type PlaceId,
  publishPlace,
  tieOrganisation,
} from '../../src/modules/places/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { OrganisationId, PersonId } from '../../src/platform/session/actor.ts'
import { aDraftSheet } from './directory-duplicates.ts'
import { actingAs } from './negotiation.ts'
import { sure } from './sure.ts'

interface Kept {
  organisation: OrganisationId
  places: readonly PlaceId[]
}

/**
 * Who keeps which place; the sheet of one put right by its manager, whose change of name waits for the head of the
 * network; a draft to complete, and a place that closed and says where its public goes. DIR-1, DIR-7, DIR-73.
 */
export async function seedPlaceLife(
  context: Context,
  { manager, valDeMer, ateliers }: { manager: PersonId; valDeMer: Kept; ateliers: Kept },
): Promise<void> {
  for (const { organisation, places } of [valDeMer, ateliers])
    for (const place of places)
      sure(await tieOrganisation(context, { place, organisation, role: 'operates' }))
  await chooseRule(context, true)
  const partner: Context = {
    ...(await actingAs(context, manager)),
    reach: { kind: 'these', network: context.network.id, organisations: [valDeMer.organisation] },
  }
  const [salines, phare] = [sure(valDeMer.places[0]), sure(valDeMer.places[1])]
  const detail =
    'Entrée par le quai, à gauche de la capitainerie. Une bouilloire et des magazines vous attendent.'
  sure(await editPlace(partner, { id: phare, typed: { detail } }))
  sure(await editPlace(partner, { id: phare, typed: { name: 'Médiathèque et ludothèque du Phare' } }))
  const draft = { ...aDraftSheet, commune: 'Honfleur', postalCode: '14600', inseeCode: '14333' }
  const operator = valDeMer.organisation
  sure(await createPlace(partner, { fields: { ...draft, name: 'Point numérique du Marché' }, operator }))
  const fields = { ...draft, name: 'Cyberbase de la Gare', address: '2 place de la Gare' }
  const closed = sure(await createPlace(partner, { fields, operator }))
  sure(await publishPlace(context, closed))
  sure(await closePlace(context, closed, { on: context.today, successor: salines }))
}
