import { sure } from '../db/seeds/sure.ts'
import { newId } from '../src/kernel/id.ts'
import type { PeerId } from '../src/modules/federation/domain/peer.ts'
import { pullJob } from '../src/modules/federation/jobs/pull-jobs.ts'
import type { AskPeer } from '../src/modules/federation/use-cases/ask-peer.ts'
import { declarePeer } from '../src/modules/federation/use-cases/declare-peer.ts'
import { networkKey } from '../src/modules/federation/use-cases/own-key.ts'
import { networkAddress, networkById } from '../src/modules/identity/index.ts'
import type { Context } from '../src/platform/context.ts'
import type { NetworkId } from '../src/platform/session/actor.ts'
import { seaTheme } from '../src/ui/demo-themes.ts'
import type { useApp } from './support.ts'

type NetworkName = 'baie' | 'estuaire' | 'nation'

/** Three networks of one installation, that read one another through the application itself. */
export async function threeNetworks(app: ReturnType<typeof useApp>) {
  const nation: NetworkId = newId()
  const words = { name: 'La nation', head_name: 'La nation', theme: JSON.stringify(seaTheme) }
  await app.database.db
    .insertInto('identity.network')
    .values({ id: nation, slug: 'nation', created_at: app.clock.now(), ...words })
    .execute()
  const ids: Record<NetworkName, NetworkId> = { ...app.networks, nation }
  const sources = new Map<string, PeerId>()
  /** A network whose line is cut answers nobody; `spoils` writes over what leaves. */
  const line = { isCut: false, spoils: (text: string) => text }

  const ask: AskPeer = async ({ address, token, body }) => {
    if (line.isCut) return { refused: 'no-answer', details: {} }
    const answer = await app.app.request(address, {
      method: body === null ? 'GET' : 'POST',
      headers: { ...(token !== null && { 'maillage-peer': token }), 'content-type': 'application/json' },
      body,
    })
    const signature = answer.headers.get('maillage-signature')
    return { status: answer.status, text: line.spoils(await answer.text()), signature }
  }

  async function contextIn(name: NetworkName): Promise<Context> {
    const network = sure(await networkById(app.database.db, ids[name]))
    return app.context({ network, reach: { kind: 'all', network: network.id } })
  }

  async function identity(name: NetworkName) {
    const { config } = app.services
    const context = await contextIn(name)
    const { fingerprint } = await networkKey(context.db, config, context.network.id, context.now)
    return { name, address: networkAddress(config.baseUrl, context.network), fingerprint, departments: [] }
  }

  return {
    ids,
    line,
    contextIn,
    /** The source as its reader knows it. */
    source: (reader: NetworkName, source: NetworkName) => sure(sources.get(`${reader} ${source}`)),
    /** Each declares the other. */
    async follows(reader: NetworkName, source: NetworkName) {
      const { config } = app.services
      const there = { direction: 'source' as const, ...(await identity(source)) }
      sources.set(`${reader} ${source}`, sure(await declarePeer(await contextIn(reader), config, there)))
      const here = { direction: 'reader' as const, ...(await identity(reader)) }
      sure(await declarePeer(await contextIn(source), config, here))
    },
    /** One turn of the job that reads a source. */
    reads: (reader: NetworkName, source: NetworkName) =>
      pullJob(ask).work(app.services, {
        peer: sure(sources.get(`${reader} ${source}`)),
        network: ids[reader],
      }),
  }
}
