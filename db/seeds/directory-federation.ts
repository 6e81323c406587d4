import { addYears } from '../../src/kernel/day.ts'
import {
  answerSame,
  askWithin,
  declarePeer,
  listOffers,
  networkKey,
  pullSource,
  tellSame,
} from '../../src/modules/federation/index.ts'
import { networkAddress } from '../../src/modules/identity/index.ts'
import { grantLabel } from '../../src/modules/labels/index.ts'
import { findPlaces, mergePlaces, searchPlaces } from '../../src/modules/places/index.ts'
import type { Config } from '../../src/platform/config.ts'
import type { Context } from '../../src/platform/context.ts'
import { brickTheme } from '../../src/ui/demo-themes.ts'
import { published } from './labels.ts'
import { sure } from './sure.ts'

/** A fictional national head, which keeps no place of its own. */
export const nation = {
  ...{ slug: 'nation', name: 'Le Fil national', head: 'Mission nationale du numérique proche' },
  tagline: 'Les lieux d’aide numérique de tous les réseaux, sur une seule carte.',
  ...{ theme: brickTheme, isDefault: false, templateIds: [] },
  protection: ['Judith Amsel', 'judith.amsel@demonstration.example'] as [string, string],
}

/** Known by both networks, with a label of each: shown once by whoever follows the two. */
const SHARED = 'Maison numérique des Salines'

/**
 * A national head reads two networks. One house is in both, with a label of each: the head says that it is the same, the
 * Region confirms it, the Département has not answered yet. DIR-87 to DIR-90.
 */
export async function seedFederation(
  head: Context,
  { estuaire, baie }: { estuaire: Context; baie: Context },
  config: Pick<Config, 'secret' | 'baseUrl'>,
): Promise<void> {
  if (!config.secret) return
  await labelOfTheBay(baie)
  const ask = askWithin(config, head, [estuaire, baie])
  for (const home of [estuaire, baie]) {
    const source = await follow(head, home, config)
    sure(await pullSource(head, { config, ask }, source))
  }
  const [kept, duplicate] = await searchPlaces(head, SHARED, 2)
  const pair = await findPlaces(head.db, head.network.id, [sure(kept).id, sure(duplicate).id])
  if (pair.length !== 2) throw new Error(`«\u00a0${SHARED}\u00a0» is not in both networks`)
  sure(
    await mergePlaces(head, {
      ...{ kept: sure(kept).id, duplicate: sure(duplicate).id, choices: {}, sawLabels: true },
      seen: { kept: 1, duplicate: 1 },
      reason: 'La même maison, connue des deux réseaux.',
    }),
  )
  await tellSame(head, { config, ask })
  const [offer] = await listOffers(estuaire.db, estuaire.network.id)
  sure([await answerSame(estuaire, sure(offer).id, true)])
}

/** Each declares the other, by address and fingerprint. */
async function follow(reader: Context, home: Context, config: Pick<Config, 'secret' | 'baseUrl'>) {
  const identity = async ({ db, network, now }: Context) => ({
    name: network.name,
    address: networkAddress(config.baseUrl, network),
    fingerprint: (await networkKey(db, config, network.id, now)).fingerprint,
    departments: [],
  })
  sure(await declarePeer(home, config, { direction: 'reader', ...(await identity(reader)) }))
  return sure(await declarePeer(reader, config, { direction: 'source', ...(await identity(home)) }))
}

/** The Département labels the house too, under its own agreement. */
async function labelOfTheBay(baie: Context): Promise<void> {
  const place = sure((await searchPlaces(baie, SHARED, 1))[0])
  const { agreement_id: agreementId } = await baie.db
    .selectFrom('agreements.place_cover')
    .select('agreement_id')
    .where('place_id', '=', place.id)
    .executeTakeFirstOrThrow()
  const label = { name: 'Escale numérique de la Baie', starter: 'epn-normandie', code: 'escale-baie' }
  const remedies = {
    body: 'Tribunal administratif de Caen',
    address: '3 rue Arthur-Leduc, 14000 Caen',
    months: 2,
  }
  const schemeId = await published(baie, addYears(baie.today, -4), label, { remedies })
  const grantedOn = addYears(baie.today, -1)
  sure(await grantLabel(baie, { agreementId, schemeId, placeIds: [place.id], grantedOn }))
}
