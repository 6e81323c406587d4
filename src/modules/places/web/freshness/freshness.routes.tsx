import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { plural } from '../../../../ui/french.ts'
import { wasClicked } from '../../data/freshness/confirmations.store.ts'
import { keptPlaces } from '../../data/freshness/kept.queries.ts'
import { holidayBook } from '../../data/hours/holidays.store.ts'
import { findPlace } from '../../data/places.queries.ts'
import { type ClickRefusal, confirmByLink, placeOfLink } from '../../use-cases/freshness/confirm-by-link.ts'
import { confirmKeptPlaces } from '../../use-cases/freshness/confirm-kept-places.ts'
import { owedFreshness, presentPeriod } from '../../use-cases/freshness/freshness-of.ts'
import { policy } from '../policy.ts'
import { confirmationForm } from './freshness.form.ts'
import { freshnessPaths, freshnessRoutesOf as routes } from './freshness.paths.ts'
import { ClickedPage, DeadLinkPage, OneClickPage } from './pages/one-click-pages.tsx'
import { ToConfirmPage } from './pages/to-confirm-page.tsx'

const toConfirmPage: FormPage = async (c, state) => {
  const { context } = c.var
  const places = await keptPlaces(context)
  const ids = places.map(({ id }) => id)
  const freshness = await owedFreshness(context.db, context.network.id, context.today, ids)
  const period = await presentPeriod(context)
  return page(
    c,
    <ToConfirmPage view={viewOf(c)} period={period} places={places} freshness={freshness} state={state} />,
  )
}

const token = (c: AppContext) => c.req.param('jeton') ?? ''

function deadLink(c: AppContext, refusal: ClickRefusal) {
  c.status(refusal === 'no-such-link' ? 404 : refusal === 'already-confirmed' ? 409 : 410)
  return page(c, <DeadLinkPage view={viewOf(c)} refusal={refusal} />)
}

/** A link that opens something is nobody else's to read, keep or pass on. */
function keepSecret(c: AppContext) {
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
}

/** « Rien n’a changé »: by whoever keeps places, from a list or from a mail. DIR-57, DIR-58. */
export const freshnessRoutes = new Hono<AppEnv>()
  .get(routes.toConfirm, may(policy.confirm), (c) => toConfirmPage(c, blankForm))
  .post(
    routes.toConfirm,
    may(policy.confirm),
    writes('place.confirmed'),
    form(confirmationForm, toConfirmPage),
    async (c) => {
      const confirmed = await confirmKeptPlaces(c.var.context, c.var.form.lieu)
      if (isRefusal(confirmed)) throw new NotFound()
      const count = confirmed.length
      return done(
        c,
        freshnessPaths.toConfirm(c.var.network.base),
        `${plural(count, 'fiche est confirmée', 'fiches sont confirmées')} à ce jour. Plus aucun rappel ne partira pour ${count < 2 ? 'elle' : 'elles'}.`,
      )
    },
  )
  .get(routes.oneClick, may(policy.confirmByLink), async (c) => {
    keepSecret(c)
    const { context, services } = c.var
    const found = await placeOfLink(context, services.config, token(c))
    if (isRefusal(found)) return deadLink(c, found.refused)
    const shown = await findPlace(context.db, context.network.id, found.place.slug)
    if (!shown || 'movedTo' in shown) return deadLink(c, 'place-gone')
    const period = await presentPeriod(context)
    if (await wasClicked(context.db, shown.place.id, period.start))
      return page(c, <ClickedPage view={viewOf(c)} place={shown.place} period={period} />)
    const book = await holidayBook(context.db, context.network.id)
    return page(c, <OneClickPage view={viewOf(c)} place={shown.place} book={book} token={token(c)} />)
  })
  .post(routes.oneClick, may(policy.confirmByLink), writes('place.confirmed'), async (c) => {
    keepSecret(c)
    const confirmed = await confirmByLink(c.var.context, c.var.services.config, token(c))
    if (isRefusal(confirmed)) return deadLink(c, confirmed.refused)
    return done(c, freshnessPaths.oneClick(c.var.network.base, token(c)))
  })
