import { type Id, newId } from '../../src/kernel/id.ts'
import { anAgreementInForce, aPlace } from '../../src/modules/agreements/testing.ts'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { NetworkId, OrganisationId } from '../../src/platform/session/actor.ts'
import type { useApp } from '../support.ts'

/** One thing of each kind, all of one organisation of one network: what addresses name. */
export interface Things {
  network: NetworkId
  organisation: OrganisationId
  place: string
  placeId: Id<'place'>
  agreement: string
  run: string
}

export interface World {
  own: Things
  /** Of another organisation, in the same network. */
  neighbour: Things
  /** Of another network. */
  foreign: Things
}

export async function makeWorld(app: ReturnType<typeof useApp>): Promise<World> {
  const here = app.context()
  const foreign = app.networks.baie
  const there: Context = {
    ...here,
    network: { ...here.network, id: foreign, slug: 'baie', base: '/n/baie' },
    reach: { kind: 'all', network: foreign },
  }
  return {
    own: await thingsOf(here, 'Structure du monde'),
    neighbour: await thingsOf(here, 'Structure voisine'),
    foreign: await thingsOf(there, 'Structure d’ailleurs'),
  }
}

async function thingsOf(context: Context, partner: string): Promise<Things> {
  const { db, network, now } = context
  const fields = { name: partner, kind: 'epci', siret: null, commune: 'Honfleur' }
  const organisation = await addOrganisation(db, network.id, fields, now)
  const placeId = await aPlace(context, `Lieu de ${partner}`)
  const agreement = await anAgreementInForce(context, undefined, { places: [placeId], partner })
  return { network: network.id, organisation, place: placeId, placeId, agreement, run: await aRun(context) }
}

async function aRun({ db, network, now }: Context): Promise<string> {
  const id = newId<'import-run'>()
  await db
    .insertInto('places.import_run')
    .values({ id, network_id: network.id, source: `monde ${id}`, file_name: 'lieux.csv', created_at: now })
    .execute()
  return id
}
