import { addDays, addYears } from '../../src/kernel/day.ts'
import type { Id } from '../../src/kernel/id.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { choosePlaces, listHash, openList, signCharter } from '../../src/modules/labels/index.ts'
import type { PlaceId } from '../../src/modules/places/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { published } from './labels.ts'

interface Proposing {
  id: Id<'agreement'>
  partner: OrganisationId
  places: readonly PlaceId[]
}

/** A list whose charter is signed: the officer decides it. LAB-19, LAB-20. */
export async function seedPlaceList(
  context: Context,
  { id: agreementId, partner, places }: Proposing,
  mandateId: Id<'mandate'>,
): Promise<void> {
  const { today, network } = context
  const first = addYears(today, -6)
  // The Region keeps it open to all of its agreements.
  const schemeId = await published(
    context,
    first,
    { name: 'NetPublic', starter: 'netpublic' },
    { agreement: null },
  )
  const asPartner: Context = {
    ...context,
    reach: { kind: 'these', network: network.id, organisations: [partner] },
  }
  const list = sure(
    await openList(
      asPartner,
      { schemeId, agreementId },
      {
        committee:
          'La vice-présidente chargée du numérique, la direction de la lecture publique et une médiatrice.',
        metOn: addDays(today, -9),
        minutes: 'Le comité a visité les deux lieux en mai. Il les propose tous les deux.',
        file: null,
      },
    ),
  )
  sure(await choosePlaces(asPartner, list, places))
  const power = { mandateId, delegationId: null }
  const seen = await listHash(context.db, list)
  sure(await signCharter(asPartner, list, { power, signedOn: addDays(today, -5), seen }))
}

function sure<T>(outcome: T): Exclude<T, { refused: string }> {
  if (isRefusal(outcome)) throw new Error(`a demonstration seed was refused: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<T, { refused: string }>
}
