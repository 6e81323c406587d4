import { describe, expect, it } from 'vitest'
import { useApp } from '../../../../tests/support.ts'
import { day } from '../../../kernel/day.ts'
import { anAgreementInForce, aPlace } from '../../agreements/testing.ts'
import { mergePlaces } from '../../places/use-cases/duplicates/merge-places.ts'
import { undoMerge } from '../../places/use-cases/duplicates/undo-merge.ts'
import type { PlaceId } from '../domain/equipment.ts'
import { anInventory, at, done } from '../testing.ts'
import { lendingFrame, rightUntil } from './lending-frame.ts'

const app = useApp({ today: day('2027-03-01') })
const BACK = at('2027-03-15', '10:00')

/** What is said against a loan for that place, under an agreement that lists those. */
async function reasonsFor(place: PlaceId, listed: readonly PlaceId[]) {
  const context = app.context()
  const lent = await anInventory(context, { name: `Inventaire ${place}` })
  const agreementId = await anAgreementInForce(context, day('2026-06-12'), {
    ...{ templateId: 'territoires-apprenants', partner: `Val ${place}`, places: listed },
  })
  const frame = () => lendingFrame(context.db, context, { ...lent, agreementId })
  return async () => rightUntil(done(await frame()), context.now, BACK, place).reasons
}

async function join(kept: PlaceId, duplicate: PlaceId) {
  const merged = await mergePlaces(app.context(), {
    ...{ kept, duplicate, seen: { kept: 1, duplicate: 1 } },
    ...{ choices: {}, reason: '', sawLabels: true },
  })
  return done(merged)
}

describe('a place joined to another (EQP-203, DIR-47)', () => {
  it('is covered under either id, as long as the merge stands', async () => {
    const [listed, kept] = [
      await aPlace(app.context(), 'Fabrique'),
      await aPlace(app.context(), 'La fabrique'),
    ]
    const reasons = await reasonsFor(kept, [listed])
    expect(await reasons()).toEqual(['place_not_covered'])
    const merge = await join(kept, listed)
    expect(await reasons()).toEqual([])
    done(await undoMerge(app.context(), merge, { reason: 'Deux lieux', toDuplicate: [] }))
    expect(await reasons()).toEqual(['place_not_covered'])
  })

  it('asked for under its former id, is that which the agreement lists', async () => {
    const [listed, former] = [
      await aPlace(app.context(), 'Atelier'),
      await aPlace(app.context(), 'L’atelier'),
    ]
    const reasons = await reasonsFor(former, [listed])
    await join(listed, former)
    expect(await reasons()).toEqual([])
  })

  it('is not another that the agreement does not list', async () => {
    const [listed, other] = [await aPlace(app.context(), 'Labo'), await aPlace(app.context(), 'Ailleurs')]
    expect(await (await reasonsFor(other, [listed]))()).toEqual(['place_not_covered'])
    expect(await (await reasonsFor(listed, [listed]))()).toEqual([])
  })
})
