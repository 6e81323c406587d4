import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { findFile } from '../../../../platform/files/kept-files.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { limitSignIn } from '../../../../platform/http/rate-limit.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { networkAddress } from '../../../identity/index.ts'
import { folded } from '../../../places/index.ts'
import { shownCard, shownCards, shownPhoto } from '../../data/cards/cards.queries.ts'
import { isFound } from '../../domain/card.ts'
import { exportCards } from '../../use-cases/cards/export-cards.ts'
import { isFacilitator } from '../../use-cases/cards/keep-profile.ts'
import { writeToFacilitator } from '../../use-cases/cards/write-to-facilitator.ts'
import { policy } from '../policy.ts'
import { readAsked } from './asked-cards.ts'
import { choicesOf } from './card-choices.ts'
import { messageForm } from './cards.form.ts'
import { cardPaths, routes } from './cards.paths.ts'
import { cardsFile } from './cards-file.ts'
import { messageMail, problemOfCard } from './cards-wording.ts'
import { CardPage } from './pages/card-page.tsx'
import { CardsPage } from './pages/cards-page.tsx'
import { MessagePage } from './pages/message-page.tsx'
import { readerOf } from './reader.ts'

const messagePage: FormPage = async (c, state) =>
  page(c, <MessagePage view={viewOf(c)} card={await cardToWriteTo(c)} state={state} />)

/** The directory of facilitators, each as they let the reader see them. DIR-78, DIR-79. */
export const cardRoutes = new Hono<AppEnv>()
  .get(routes.formerDirectory, may(policy.readCards), (c) =>
    c.redirect(cardPaths.cards(c.var.network.base), 301),
  )
  .get(routes.cards, may(policy.readCards), async (c) => {
    const { context } = c.var
    const read = readAsked(new URL(c.req.url).searchParams)
    const all = await shownCards(context, readerOf(c))
    const person = personOf(context.actor)
    neverKept(c)
    return page(
      c,
      <CardsPage
        view={viewOf(c)}
        {...read}
        cards={all.filter((card) => isFound(card, read.asked, folded))}
        choices={choicesOf(all)}
        page={pageNumber(c.req.query('page'))}
        isFacilitator={person !== null && (await isFacilitator(context.db, context, person.personId))}
      />,
    )
  })
  .get(routes.export, may(policy.export), async (c) => {
    const { context, network } = c.var
    const { asked } = readAsked(new URL(c.req.url).searchParams)
    const cards = await exportCards(context, (card) => isFound(card, asked, folded))
    neverKept(c)
    c.header('content-disposition', `attachment; filename="animateurs-${network.slug}-${context.today}.csv"`)
    return c.body(cardsFile(cards), 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
  .get(routes.card, may(policy.readCards), async (c) => {
    const card = await cardAt(c)
    neverKept(c)
    const isOwn = personOf(c.var.actor)?.personId === card.personId
    return page(c, <CardPage view={viewOf(c)} card={card} isOwn={isOwn} />)
  })
  .get(routes.photo, may(policy.readCards), async (c) => {
    const { context, services } = c.var
    const id = orNotFound(await shownPhoto(context, readerOf(c), personAt(c)))
    const file = orNotFound(await findFile(context.db, context.network, id))
    neverKept(c)
    const bytes = await services.files.get(file.sha256)
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
  })
  .get(routes.message, may(policy.write), (c) => messagePage(c, blankForm))
  .post(
    routes.message,
    may(policy.write),
    limitSignIn,
    writes('facilitator.written-to'),
    form(messageForm, messagePage),
    async (c) => {
      const { context, network, services, form: typed } = c.var
      const card = await cardToWriteTo(c)
      const mail = messageMail({
        network: network.name,
        choices: cardPaths.own(networkAddress(services.config.baseUrl, network)),
        from: { name: typed.nom, email: typed.courriel },
        text: typed.message,
      })
      const sent = await writeToFacilitator(context, services.config, card, mail)
      if (isRefusal(sent)) return c.var.again(problemOfCard(sent))
      const sentence = `Votre message part à ${card.name}, qui vous répondra à ${typed.courriel}.`
      return done(c, cardPaths.card(network.base, card.personId), sentence)
    },
  )

/** Neither a browser, nor a proxy, nor a search engine keeps a person: a withdrawal acts at the next request. */
function neverKept(c: AppContext): void {
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex, noarchive')
}

function personAt(c: AppContext) {
  const id = c.req.param('id') ?? ''
  if (!isId<'person'>(id)) throw new NotFound()
  return id
}

async function cardAt(c: AppContext) {
  return orNotFound(await shownCard(c.var.context, readerOf(c), personAt(c)))
}

/** Whoever takes no message has no such page. */
async function cardToWriteTo(c: AppContext) {
  const card = await cardAt(c)
  if (!card.takesMessages) throw new NotFound()
  return card
}
