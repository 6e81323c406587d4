import { Hono } from 'hono'
import { isId } from '../../../kernel/id.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../platform/http/form.ts'
import { may } from '../../../platform/http/may.ts'
import { done } from '../../../platform/http/notice.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../platform/http/problems.ts'
import { writes } from '../../../platform/http/writes.ts'
import { findPlaces, mayLeave, type PlaceId, searchPlaces } from '../../places/index.ts'
import { findOffered } from '../data/offered-places.store.ts'
import { listPeers } from '../data/peers.store.ts'
import { listTransfers } from '../data/transfers.store.ts'
import type { PeerId } from '../domain/peer.ts'
import { answerTransfer } from '../use-cases/answer-transfer.ts'
import { offerOurPlace, withdrawTransfer } from '../use-cases/offer-place.ts'
import { whatAPlaceHolds } from '../use-cases/what-a-place-holds.ts'
import { oneButtonForm, proposalForm, transferForm } from './federation.form.ts'
import { federationPaths as paths, routes } from './federation.paths.ts'
import { problemOfTransfer } from './federation-wording.ts'
import { ProposalPage } from './pages/proposal-page.tsx'
import { TransferPage } from './pages/transfer-page.tsx'
import { TransfersPage } from './pages/transfers-page.tsx'
import { policy } from './policy.ts'

const MOST_FOUND = 10

const transfersPage: FormPage = async (c, state) => {
  const { context } = c.var
  const q = (c.req.query('q') ?? '').trim()
  const transfers = await listTransfers(context.db, context.network.id)
  return page(
    c,
    <TransfersPage
      view={viewOf(c)}
      q={q}
      found={q === '' ? [] : await searchPlaces(context, q, MOST_FOUND)}
      transfers={transfers}
      names={
        await namesOf(
          c,
          transfers.map(({ placeId }) => placeId),
        )
      }
      problems={state.problems}
    />,
  )
}

const transferPage: FormPage = (c, state) => drawTransfer(c, state, false)

/** `asks`: the consequence for the network that was chosen is shown, and is to be confirmed. */
async function drawTransfer(c: AppContext, state: FormState, asks: boolean): Promise<Response> {
  const { context } = c.var
  const { db, network } = context
  const id = placeIn(c)
  if (!(await mayLeave(db, context, id))) throw new NotFound()
  const place = orNotFound((await findPlaces(db, network.id, [id]))[0] ?? null)
  const readers = (await listPeers(db, network.id)).filter(({ direction }) => direction === 'reader')
  const asked = (asks && readers.find((reader) => reader.id === state.values.reseau)) || null
  const holdings = await whatAPlaceHolds(context, id)
  return page(c, <TransferPage view={viewOf(c)} {...{ place, readers, holdings, state, asked }} />)
}

const proposalPage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  const offered = orNotFound(await findOffered(db, network.id, placeIn(c)))
  const name = (await namesOf(c, [offered.placeId])).get(offered.placeId) ?? offered.uri
  return page(c, <ProposalPage view={viewOf(c)} {...{ offered, name, state }} />)
}

/** A place that changes network: offered by its home, taken over by another. DIR-89. */
export const transferRoutes = new Hono<AppEnv>()
  .get(routes.transfers, may(policy.read), (c) => transfersPage(c, blankForm))
  .get(routes.newTransfer, may(policy.manage), (c) => transferPage(c, blankForm))
  .post(
    routes.newTransfer,
    may(policy.manage),
    writes('federation.transfer-offered'),
    form(transferForm, transferPage),
    async (c) => {
      const { reseau, motif: reason } = c.var.form
      if (!isId<'peer'>(reseau))
        return c.var.again(problemOfTransfer({ refused: 'not-a-reader', details: {} }))
      if (!c.var.confirmed) return drawTransfer(c, c.var.typed, true)
      const peer: PeerId = reseau
      const offered = await offerOurPlace(c.var.context, { place: placeIn(c), peer, reason })
      if (isRefusal(offered)) return c.var.again(problemOfTransfer(offered))
      return done(
        c,
        paths.transfers(c.var.network.base),
        'Le lieu est proposé. L’autre réseau le lit d’ici dix minutes, et répond : rien ne change avant.',
      )
    },
  )
  .post(
    routes.withdrawal,
    may(policy.manage),
    writes('federation.transfer-withdrawn'),
    form(oneButtonForm, transfersPage),
    async (c) => {
      const id = c.req.param('id')
      if (!isId<'transfer'>(id) || isRefusal(await withdrawTransfer(c.var.context, id))) throw new NotFound()
      return done(
        c,
        paths.transfers(c.var.network.base),
        'La proposition est retirée : le lieu reste dans votre réseau.',
      )
    },
  )
  .get(routes.proposal, may(policy.read), (c) => proposalPage(c, blankForm))
  .post(
    routes.proposal,
    may(policy.manage),
    writes('federation.transfer-answered'),
    form(proposalForm, proposalPage),
    async (c) => {
      const accepted = c.var.form.reponse === 'accepte'
      if (isRefusal(await answerTransfer(c.var.context, placeIn(c), accepted))) throw new NotFound()
      return done(
        c,
        paths.home(c.var.network.base),
        accepted
          ? 'Vous reprenez ce lieu. Son réseau d’origine l’apprend maintenant ; la fiche est à vous dès qu’il l’a entendu.'
          : 'Vous ne reprenez pas ce lieu. Son réseau d’origine l’apprend maintenant.',
      )
    },
  )

function placeIn(c: AppContext): PlaceId {
  const id = c.req.param('id') ?? ''
  if (!isId<'place'>(id)) throw new NotFound()
  return id
}

async function namesOf(c: AppContext, places: readonly PlaceId[]): Promise<ReadonlyMap<PlaceId, string>> {
  const found = await findPlaces(c.var.context.db, c.var.context.network.id, places)
  return new Map(found.map(({ id, name, commune }) => [id, `${name}, ${commune}`]))
}
