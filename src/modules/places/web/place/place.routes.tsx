import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { networkAddress } from '../../../identity/index.ts'
import { lastConfirmation } from '../../data/freshness/confirmations.store.ts'
import { holidayBook } from '../../data/hours/holidays.store.ts'
import { nearestOthers } from '../../data/place/nearest.queries.ts'
import { takenOverAt } from '../../data/place/origin.queries.ts'
import { sourcesOf } from '../../data/place/place-sources.queries.ts'
import { publicHistory } from '../../data/place/public-history.queries.ts'
import { findPlace, shownLabels, stoppedLabels } from '../../data/places.queries.ts'
import { paths, routes } from '../paths.ts'
import { policy } from '../policy.ts'
import { MailPage } from './pages/mail-page.tsx'
import { PlacePage } from './pages/place-page.tsx'
import { placePageRoutesOf as mailRoutes } from './place.paths.ts'
import { placeParts } from './place-parts.ts'
import { shownMails } from './shown-mails.ts'

const NEAREST = 3
const LAST_CHANGES = 12
const read = may(policy.readDirectory)

/** The public page of a place. Its address takes every word after `/lieux/`: it comes last. */
export const placePageRoutes = new Hono<AppEnv>()
  .get(routes.place, read, async (c) => {
    const { context } = c.var
    const { db, network, today } = context
    const found = orNotFound(await findPlace(db, network.id, c.req.param('slug')))
    if ('movedTo' in found) return c.redirect(paths.place(network.base, found.movedTo), 301)
    const { place } = found
    const takenOver = await takenOverAt(db, place.id)
    if (takenOver) return c.redirect(takenOver, 301)
    const view = viewOf(c)
    const labels = await shownLabels(db, network.id, [place.id], today)
    return page(
      c,
      <PlacePage
        view={view}
        place={place}
        labels={labels.get(place.id) ?? []}
        stopped={await stoppedLabels(db, network.id, place.id, today)}
        checkedOn={await lastConfirmation(db, place.id, today)}
        address={paths.place(networkAddress(c.var.services.config.baseUrl, network), place.slug)}
        book={await holidayBook(db, network.id)}
        sources={await sourcesOf(db, network.id, place.id)}
        nearest={await nearestOthers(db, network.id, place, NEAREST)}
        history={await publicHistory(db, place.id, LAST_CHANGES)}
        said={await Promise.all(placeParts.map((part) => part({ view, context, place })))}
      />,
    )
  })
  .post(mailRoutes.mail, read, async (c) => {
    const { db, network } = c.var.context
    const found = orNotFound(await findPlace(db, network.id, c.req.param('slug')))
    const place = orNotFound('place' in found && shownMails(found.place).length > 0 ? found.place : null)
    return page(c, <MailPage view={viewOf(c)} place={place} />)
  })
