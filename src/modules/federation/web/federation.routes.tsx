import { Hono } from 'hono'
import { isId } from '../../../kernel/id.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../platform/http/form.ts'
import { may } from '../../../platform/http/may.ts'
import { done } from '../../../platform/http/notice.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../platform/http/problems.ts'
import { writes } from '../../../platform/http/writes.ts'
import { networkAddress } from '../../identity/index.ts'
import { findPlaces, type PlaceId } from '../../places/index.ts'
import { copyOfPlace, countCopies, latestFrom, refusedByHome } from '../data/copies.store.ts'
import { notesOf } from '../data/notes.store.ts'
import { listOffered } from '../data/offered-places.store.ts'
import { findOffer, listOffers } from '../data/offers.store.ts'
import { findPeer, listPeers } from '../data/peers.store.ts'
import { countQuarantined, quarantinedOf } from '../data/quarantine.store.ts'
import type { Direction, Peer } from '../domain/peer.ts'
import { askToPull } from '../use-cases/ask-to-pull.ts'
import { declarePeer, endPeer, readAllAgain } from '../use-cases/declare-peer.ts'
import { answerSame } from '../use-cases/hear-same.ts'
import { networkKey } from '../use-cases/own-key.ts'
import { writeNote } from '../use-cases/write-note.ts'
import { noteForm, offerForm, oneButtonForm, readerForm, sourceForm } from './federation.form.ts'
import { federationPaths as paths, routes } from './federation.paths.ts'
import { problemOfPeer } from './federation-wording.ts'
import { CopyPage } from './pages/copy-page.tsx'
import { FederationPage } from './pages/federation-page.tsx'
import { NewPeerPage } from './pages/new-peer-page.tsx'
import { PeerPage } from './pages/peer-page.tsx'
import { policy } from './policy.ts'

const homePage: FormPage = async (c, state) => {
  const { db, network, now, today } = c.var.context
  const { config } = c.var.services
  const peers = await listPeers(db, network.id)
  const { fingerprint } = await networkKey(db, config, network.id, now)
  const offered = await listOffered(db, network.id)
  const places = await findPlaces(
    db,
    network.id,
    offered.map(({ placeId }) => placeId),
  )
  return page(
    c,
    <FederationPage
      view={viewOf(c)}
      own={{ address: networkAddress(config.baseUrl, c.var.network), fingerprint }}
      peers={peers}
      copies={await countCopies(db, network.id)}
      aside={
        await countQuarantined(
          db,
          peers.map(({ id }) => id),
        )
      }
      offers={await listOffers(db, network.id)}
      refused={await refusedByHome(db, network.id)}
      offered={offered}
      names={new Map(places.map(({ id, name, commune }) => [id, `${name}, ${commune}`]))}
      today={today}
      state={state}
    />,
  )
}

const offerPage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  const id = c.req.param('id') ?? ''
  orNotFound(isId<'same-offer'>(id) ? await findOffer(db, network.id, id) : null)
  return homePage(c, state)
}

const newPeerPage =
  (direction: Direction): FormPage =>
  (c, state) =>
    page(c, <NewPeerPage view={viewOf(c)} direction={direction} state={state} />)

const peerPage: FormPage = async (c, state) => {
  const { db, network, today } = c.var.context
  const peer = await peerOf(c)
  const latest = await latestFrom(db, peer.id)
  const places = await findPlaces(
    db,
    network.id,
    latest.map(({ placeId }) => placeId),
  )
  const copies = await countCopies(db, network.id)
  return page(
    c,
    <PeerPage
      view={viewOf(c)}
      peer={peer}
      copies={copies.get(peer.id) ?? 0}
      latest={latest}
      names={new Map(places.map(({ id, name, commune }) => [id, `${name}, ${commune}`]))}
      aside={await quarantinedOf(db, peer.id)}
      today={today}
      state={state}
    />,
  )
}

const copyPage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  const place = placeIn(c)
  const copy = orNotFound(await copyOfPlace(db, network.id, place))
  const [summary] = await findPlaces(db, network.id, [place])
  return page(
    c,
    <CopyPage
      view={viewOf(c)}
      copy={copy}
      place={orNotFound(summary ?? null)}
      notes={await notesOf(db, place)}
      state={state}
    />,
  )
}

/** Which networks are followed, which ones follow, and what they say. DIR-87 to DIR-90. */
export const federationSettingsRoutes = new Hono<AppEnv>()
  .get(routes.home, may(policy.read), (c) => homePage(c, blankForm))
  .get(routes.newSource, may(policy.manage), (c) => newPeerPage('source')(c, blankForm))
  .post(
    routes.newSource,
    may(policy.manage),
    writes('federation.declared'),
    form(sourceForm, newPeerPage('source')),
    async (c) => {
      const { nom: name, adresse: address, empreinte: fingerprint } = c.var.form
      const peer = { direction: 'source' as const, name, address, fingerprint, departments: [] }
      const id = await declarePeer(c.var.context, c.var.services.config, peer)
      if (isRefusal(id)) return c.var.again(problemOfPeer(id))
      return done(
        c,
        paths.peer(c.var.network.base, id),
        `« ${name} » est déclaré. Ses fiches arrivent dès qu’il nous a déclarés parmi ses lecteurs.`,
      )
    },
  )
  .get(routes.newReader, may(policy.manage), (c) => newPeerPage('reader')(c, blankForm))
  .post(
    routes.newReader,
    may(policy.manage),
    writes('federation.declared'),
    form(readerForm, newPeerPage('reader')),
    async (c) => {
      const { nom: name, adresse: address, empreinte: fingerprint, departements: departments } = c.var.form
      const peer = { direction: 'reader' as const, name, address, fingerprint, departments }
      const id = await declarePeer(c.var.context, c.var.services.config, peer)
      if (isRefusal(id)) return c.var.again(problemOfPeer(id))
      return done(
        c,
        paths.peer(c.var.network.base, id),
        `« ${name} » peut lire vos lieux publiés à partir de maintenant.`,
      )
    },
  )
  .get(routes.peer, may(policy.read), (c) => peerPage(c, blankForm))
  .post(
    routes.reading,
    may(policy.manage),
    writes('federation.reading-asked'),
    form(oneButtonForm, peerPage),
    async (c) => {
      const { id, name } = await peerOf(c)
      await askToPull(c.var.context, id)
      return done(
        c,
        paths.peer(c.var.network.base, id),
        `La lecture de « ${name} » commence. Rouvrez cette page dans un instant.`,
      )
    },
  )
  .post(
    routes.readingAgain,
    may(policy.manage),
    writes('federation.reading-restarted'),
    form(oneButtonForm, peerPage),
    async (c) => {
      const { id, name } = await peerOf(c)
      if (isRefusal(await readAllAgain(c.var.context, id))) throw new NotFound()
      return done(
        c,
        paths.peer(c.var.network.base, id),
        `« ${name} » sera relu en entier à la prochaine lecture.`,
      )
    },
  )
  .post(
    routes.end,
    may(policy.manage),
    writes('federation.ended'),
    form(oneButtonForm, peerPage),
    async (c) => {
      const { id, name, direction } = await peerOf(c)
      if (isRefusal(await endPeer(c.var.context, id))) throw new NotFound()
      const sentence =
        direction === 'source'
          ? `Nous ne suivons plus « ${name} » : ses fiches ne sont plus montrées.`
          : `« ${name} » ne lit plus nos lieux.`
      return done(c, paths.home(c.var.network.base), sentence)
    },
  )
  .post(
    routes.offer,
    may(policy.manage),
    writes('federation.same-answered'),
    form(offerForm, offerPage),
    async (c) => {
      const id = c.req.param('id')
      const accepted = c.var.form.reponse === 'accepte'
      if (!isId<'same-offer'>(id) || isRefusal(await answerSame(c.var.context, id, accepted)))
        throw new NotFound()
      const sentence = accepted
        ? 'Vous avez confirmé que c’est le même lieu. L’autre réseau l’apprend à sa prochaine lecture.'
        : 'Vous avez répondu que ce sont deux lieux. L’autre réseau l’apprend à sa prochaine lecture.'
      return done(c, paths.home(c.var.network.base), sentence)
    },
  )
  .get(routes.copy, may(policy.read), (c) => copyPage(c, blankForm))
  .post(routes.copy, may(policy.manage), writes('federation.noted'), form(noteForm, copyPage), async (c) => {
    const place = placeIn(c)
    if (isRefusal(await writeNote(c.var.context, place, c.var.form.note))) throw new NotFound()
    return done(
      c,
      paths.copy(c.var.network.base, place),
      'La note est enregistrée. Elle reste dans ce réseau.',
    )
  })

async function peerOf(c: AppContext): Promise<Peer> {
  const { db, network } = c.var.context
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'peer'>(id) ? await findPeer(db, network.id, id) : null)
}

function placeIn(c: AppContext): PlaceId {
  const id = c.req.param('id') ?? ''
  if (!isId<'place'>(id)) throw new NotFound()
  return id
}
