import { isRefusal } from '../../../kernel/refusal.ts'
import { type Context, systemContext } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { enqueue, type Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { Services } from '../../../platform/services.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import { listPeople, networkAddress, networkById } from '../../identity/index.ts'
import { allSources, claimSilence, findPeer } from '../data/peers.store.ts'
import type { PeerId } from '../domain/peer.ts'
import { tellTransfers } from '../use-cases/answer-transfer.ts'
import { type AskPeer, askPeers } from '../use-cases/ask-peer.ts'
import { isSilent } from '../use-cases/is-silent.ts'
import { pullQueue } from '../use-cases/pull-queue.ts'
import { pullSource } from '../use-cases/pull-source.ts'
import { tellSame } from '../use-cases/tell-same.ts'
import { federationPaths } from '../web/federation.paths.ts'
import { silenceMail } from '../web/federation-mail-wording.ts'

interface PullData {
  peer: PeerId
  network: NetworkId
}

/** Every ten minutes, each source is read: what its home withdrew is withdrawn here within a quarter of an hour. DIR-90. */
const pullAll: Job = {
  name: 'federation/pull-sources',
  schedule: '*/10 * * * *',
  async work({ db }) {
    for (const { id, networkId } of await allSources(db))
      await enqueue(db, pullQueue, { peer: id, network: networkId }, { once: id })
  },
}

/** Reads one source, then tells what was decided here. Twice: there is nothing new. `ask`: how a network is asked. */
export const pullJob = (ask?: AskPeer): Job<PullData> => ({
  ...pullQueue,
  async work(services, { peer, network: networkId }) {
    const network = await networkById(services.db, networkId)
    if (!network) return
    const context = systemContext(services, network)
    const tools = { config: services.config, ask: ask ?? askPeers(services.config) }
    await tellTransfers(context, tools, peer)
    const pulled = await pullSource(context, tools, peer)
    if (isRefusal(pulled)) await watchSilence(services, context, peer)
    else await tellSame(context, tools)
  },
})

/** Seven days without an answer: staff is told, once. DIR-90. */
async function watchSilence({ config }: Services, context: Context, id: PeerId): Promise<void> {
  const { db, network, today, now } = context
  const peer = await findPeer(db, network.id, id)
  if (!peer || !isSilent(peer, today)) return
  await inTransaction(db, async (tx) => {
    if (!(await claimSilence(tx, id, now))) return
    const people = await listPeople(tx, network.id, { roles: ['officer'] }, today)
    const address = federationPaths.peer(networkAddress(config.baseUrl, network), id)
    const mail = silenceMail({ peer: peer.name, network: network.name, address })
    for (const to of new Set(people.map(({ email }) => email.toLowerCase())))
      await writeMail(tx, now, { ...mail, to, onceKey: `federation-silent:${id}:${today}:${to}` })
  })
}

export const federationJobs = [pullAll, pullJob()] as const
