import { addNationalPlaces } from '../scripts/national-places.ts'
import { day } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/id.ts'
import type { Instant } from '../src/kernel/instant.ts'
import { isRefusal } from '../src/kernel/refusal.ts'
import { addPeer } from '../src/modules/federation/data/peers.store.ts'
import type { PeerId } from '../src/modules/federation/domain/peer.ts'
import type { AskPeer } from '../src/modules/federation/use-cases/ask-peer.ts'
import { networkKey, openOwnKey } from '../src/modules/federation/use-cases/own-key.ts'
import { pullSource } from '../src/modules/federation/use-cases/pull-source.ts'
import { readChanges } from '../src/modules/federation/use-cases/read-changes.ts'
import { signPage } from '../src/modules/federation/use-cases/signed.ts'
import { networkAddress, networkById } from '../src/modules/identity/index.ts'
import type { Context } from '../src/platform/context.ts'
import type { Database } from '../src/platform/db/database.ts'
import { withScratchDatabase } from '../src/platform/db/testing.ts'
import type { NetworkId } from '../src/platform/session/actor.ts'
import { seaTheme } from '../src/ui/demo-themes.ts'
import { report } from './national.ts'

// DIR-92, `directory.federation.100k`: twenty networks of five thousand places each, read for the first time by a head
// (two minutes at most), then read again when nothing changed (50 ms each at most). Signatures are made and checked.

const NETWORKS = 20
const PLACES = 5000
const NOW = '2026-06-17T10:00:00Z' as Instant
const config = {
  secret: Buffer.from('of the bench, and of nothing else').toString('base64'),
  baseUrl: 'https://bench.example',
}

await withScratchDatabase(async (db) => {
  const head = await contextOf(db, await aNetwork(db, 'tete'))
  const sources: PeerId[] = []
  const homes = new Map<string, Context>()
  for (let at = 0; at < NETWORKS; at += 1) {
    const home = await contextOf(db, await aNetwork(db, `reseau-${at}`))
    await addNationalPlaces(db, home.network.id, NOW, PLACES)
    const address = networkAddress(config.baseUrl, home.network)
    homes.set(address, home)
    const { fingerprint } = await networkKey(db, config, home.network.id, NOW)
    const id: PeerId = newId()
    const peer = { id, networkId: head.network.id, direction: 'source' as const, name: address, address }
    await addPeer(db, { ...peer, fingerprint, departments: [] }, { at: NOW, by: null })
    sources.push(id)
  }
  const ours = networkAddress(config.baseUrl, head.network)
  const ask: AskPeer = async ({ address }) => {
    const url = new URL(address)
    const from = address.slice(0, address.indexOf('/api/'))
    const home = homes.get(from) as Context
    const cursor = url.searchParams.get('cursor') ?? ''
    const text = (await readChanges(home, { id: newId(), departments: [] }, from, cursor)) ?? ''
    const own = await networkKey(db, config, home.network.id, NOW)
    const key = await openOwnKey(config, home.network.id, own)
    return { status: 200, text, signature: await signPage(key, text, { reader: ours, cursor }) }
  }
  report('directory.federation.100k', (await pullAll(head, sources, ask)) / 1000, 's, first time')
  const again = await pullAll(head, sources, ask)
  report('directory.federation.100k, empty pull', again / NETWORKS, 'ms')
})

async function pullAll(head: Context, sources: readonly PeerId[], ask: AskPeer): Promise<number> {
  const start = performance.now()
  for (const source of sources) {
    const pulled = await pullSource(head, { config, ask }, source)
    if (isRefusal(pulled)) throw new Error(pulled.refused)
  }
  return performance.now() - start
}

async function aNetwork(db: Database, slug: string): Promise<NetworkId> {
  const id: NetworkId = newId()
  const words = { name: slug, head_name: slug, theme: JSON.stringify(seaTheme) }
  await db
    .insertInto('identity.network')
    .values({ id, slug, is_default: slug === 'tete', ...words, created_at: NOW })
    .execute()
  return id
}

async function contextOf(db: Database, id: NetworkId): Promise<Context> {
  const network = await networkById(db, id)
  if (!network) throw new Error('the network was just made')
  return {
    ...{ db, network, today: day('2026-06-17'), now: NOW, actor: { kind: 'system' } },
    ...{ reach: { kind: 'all', network: id }, requestId: null, origin: null, journalled: new Set() },
  }
}
