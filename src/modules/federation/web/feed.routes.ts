import { Hono } from 'hono'
import { isRefusal } from '../../../kernel/refusal.ts'
import { ApiProblem } from '../../../platform/api/problem.ts'
import type { AppContext, AppEnv } from '../../../platform/http/env.ts'
import { may } from '../../../platform/http/may.ts'
import { writes } from '../../../platform/http/writes.ts'
import { networkAddress } from '../../identity/index.ts'
import { peerWith } from '../data/peers.store.ts'
import type { Peer } from '../domain/peer.ts'
import { sameSchema, transferSchema } from '../domain/record.schema.ts'
import { type AskPeer, askPeers } from '../use-cases/ask-peer.ts'
import { hearSame } from '../use-cases/hear-same.ts'
import { hearTransfer } from '../use-cases/hear-transfer.ts'
import { keyOfPeer } from '../use-cases/meet-peer.ts'
import { networkKey, openOwnKey } from '../use-cases/own-key.ts'
import { readChanges } from '../use-cases/read-changes.ts'
import { claimedAsker, isSignedRequest, signPage } from '../use-cases/signed.ts'
import { routes } from './federation.paths.ts'
import { policy } from './policy.ts'

/** What other networks ask: our key, what changed, and what a head found to be the same. `ask`: how a key is looked up. */
export function feedRoutes(ask?: AskPeer): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(routes.key, may(policy.readFeed), async (c) => {
      const { config } = c.var.services
      const { publicKey, fingerprint } = await networkKey(
        c.var.context.db,
        config,
        c.var.network.id,
        c.var.context.now,
      )
      return c.json({ name: c.var.network.name, address: ownAddress(c), fingerprint, publicKey })
    })
    .get(routes.changes, may(policy.readFeed), async (c) => {
      const { context, services, network } = c.var
      const reader = await readerOf(c, ask)
      const cursor = c.req.query('cursor') ?? ''
      const page = await readChanges(context, reader, ownAddress(c), cursor)
      if (page === null)
        throw new ApiProblem({
          status: 400,
          code: 'cursor_invalid',
          detail: 'Ce curseur n’a pas été donné par ce réseau : recommencez sans curseur.',
        })
      const own = await networkKey(context.db, services.config, network.id, context.now)
      const key = await openOwnKey(services.config, network.id, own)
      c.header('maillage-signature', await signPage(key, page, { reader: reader.address, cursor }))
      return c.body(page, 200, { 'content-type': 'application/x-ndjson; charset=utf-8' })
    })
    .post(routes.same, may(policy.offerSame), writes('federation.same-heard'), async (c) => {
      const reader = await readerOf(c, ask)
      const read = sameSchema.safeParse(await c.req.json().catch(() => null))
      if (!read.success)
        throw new ApiProblem({
          status: 422,
          code: 'body_invalid',
          detail: 'Il faut « uri », « otherUri », « otherName » et « same ».',
        })
      const heard = await hearSame(c.var.context, reader, ownAddress(c), read.data)
      if (isRefusal(heard))
        throw new ApiProblem({
          status: 404,
          code: 'not_found',
          detail: 'Aucun lieu de ce réseau n’a cette adresse.',
        })
      return c.json({ kept: true }, 202)
    })
    .post(
      routes.heardTransfer,
      may(policy.answerTransfer),
      writes('federation.transfer-heard'),
      async (c) => {
        const reader = await readerOf(c, ask)
        const read = transferSchema.safeParse(await c.req.json().catch(() => null))
        if (!read.success)
          throw new ApiProblem({
            status: 422,
            code: 'body_invalid',
            detail: 'Il faut « uri », « accepted » et « takenAs ».',
          })
        const heard = await hearTransfer(c.var.context, reader, ownAddress(c), read.data)
        if (isRefusal(heard))
          throw new ApiProblem({
            status: 404,
            code: 'not_found',
            detail: 'Aucun lieu de cette adresse n’est proposé à votre réseau.',
          })
        return c.json({ kept: true }, 202)
      },
    )
}

function ownAddress(c: AppContext): string {
  return networkAddress(c.var.services.config.baseUrl, c.var.network)
}

/** The network that asks: declared among our readers, and holding the key whose fingerprint was declared. */
async function readerOf(c: AppContext, ask?: AskPeer): Promise<Peer> {
  const token = c.req.header('maillage-peer') ?? ''
  const from = claimedAsker(token)
  const { db, network, now } = c.var.context
  const reader = from && (await peerWith(db, network.id, { direction: 'reader', address: from }))
  if (!reader)
    throw new ApiProblem({
      status: 401,
      code: 'peer_unknown',
      detail:
        'Seuls les réseaux déclarés ici parmi les lecteurs lisent ce flux. Demandez aux responsables de ce réseau de vous déclarer.',
    })
  const key = await keyOfPeer(db, ask ?? askPeers(c.var.services.config), reader)
  const proven =
    !isRefusal(key) && (await isSignedRequest(token, key, { from: reader.address, to: ownAddress(c), now }))
  if (proven) return reader
  throw new ApiProblem({
    status: 403,
    code: 'peer_not_proven',
    detail: 'La demande n’est pas signée par la clé déclarée pour ce réseau.',
  })
}
