import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Job } from '../../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../../platform/mail/mail.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { actingOn, networkAddress, networkById } from '../../../identity/index.ts'
import { type AwaitedId, findAwaited } from '../../data/life/awaited-changes.store.ts'
import { findPlaces } from '../../data/places.queries.ts'
import { decidedMail } from '../../web/life/decided-wording.ts'
import { lifePaths } from '../../web/life/life.paths.ts'
import { changeDecided } from './life-queues.ts'

/** Whoever asked for a change learns that it is made, or why it is not, as long as they act in the network. DIR-73. */
export const tellChangeDecided: Job<{ change: AwaitedId; network: NetworkId }> = {
  ...changeDecided,
  async work({ db, clock, config }, { change: id, network: networkId }) {
    const network = await networkById(db, networkId)
    const change = await findAwaited(db, networkId, id)
    const outcome = change?.outcome
    if (!network || !change?.proposedBy || (outcome !== 'accepted' && outcome !== 'refused')) return
    const asked = { organisations: [], people: [change.proposedBy] }
    const [asker] = await actingOn(db, networkId, asked, clock.today())
    const [place] = await findPlaces(db, networkId, [change.placeId])
    if (!asker || !place) return
    const mail = decidedMail({
      ...{ place: place.name, columns: Object.keys(change.changes), outcome, reason: change.reason },
      networkName: network.name,
      address: lifePaths.sheet(networkAddress(config.baseUrl, network), place.id),
    })
    await inTransaction(db, (tx) =>
      writeMail(tx, clock.now(), { ...mail, to: asker.email, onceKey: `place-change-decided:${id}` }),
    )
  },
}
