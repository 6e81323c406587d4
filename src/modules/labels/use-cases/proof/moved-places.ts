import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import type { AwardId } from '../../data/awards/awards.store.ts'
import { addressesOf, noteAddress } from '../../data/proof/addresses.store.ts'
import { type PublicAward, publicAwards } from '../../data/proof/course.queries.ts'
import { holdersOf, type PublicHolder } from '../../data/proof/holders.queries.ts'
import { lockAward } from '../../data/proof/moves.store.ts'
import { awardStatuses } from '../../data/proof/statuses.queries.ts'

export interface MovedPlace {
  award: PublicAward
  holder: PublicHolder
  /** The commune the label was granted in. */
  before: string
}

/** The labels borne today by a place which is no more in the commune they were granted in: its owner is asked. LAB-37. */
export async function movedPlaces({
  db,
  network,
  today,
}: Pick<Context, 'db' | 'network' | 'today'>): Promise<MovedPlace[]> {
  const all = await awardStatuses(db, network.id, today)
  const addresses = await addressesOf(
    db,
    all.flatMap(({ id, status }) => (status === 'active' || status === 'suspended' ? [id] : [])),
  )
  const borne = await publicAwards(db, network.id, { ids: [...addresses.keys()] })
  const holders = await holdersOf(db, network.id, borne)
  return borne.flatMap((award, index) => {
    const holder = holders[index]
    const before = addresses.get(award.id)?.commune
    return holder && before !== undefined && holder.commune !== '' && holder.commune !== before
      ? [{ award, holder, before }]
      : []
  })
}

/** The owner says that the label follows its place: the award is the same, its number and its address too. */
export function confirmAddress(
  context: Context,
  id: AwardId,
): Promise<{ commune: string } | Refusal<'no-such-award' | 'not-moved'>> {
  return inTransaction<{ commune: string } | Refusal<'no-such-award' | 'not-moved'>>(
    context.db,
    async (tx) => {
      const network = await lockAward(tx, id)
      const [award] = network === context.network.id ? await publicAwards(tx, network, { ids: [id] }) : []
      if (!award) return refuse('no-such-award')
      const by = personOf(context.actor)?.personId ?? null
      const commune = await noteAddress(tx, award, { now: context.now, by })
      if (commune === null) return refuse('not-moved')
      await writeJournal(tx, context, 'label.address-confirmed', award.agreementId ?? id, {
        award: id,
        commune,
      })
      return { commune }
    },
  )
}
