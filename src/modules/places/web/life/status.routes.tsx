import { Hono } from 'hono'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { checksSensitive } from '../../data/life/editing-rule.store.ts'
import { fieldsOf } from '../../data/life/place.store.ts'
import { nearestOthers } from '../../data/place/nearest.queries.ts'
import {
  closePlace,
  hidePlace,
  publishPlace,
  reopenPlace,
  type StatusRefusal,
  showPlaceAgain,
} from '../../use-cases/life/change-status.ts'
import { placeSheet } from '../../use-cases/life/place-sheet.ts'
import type { Written } from '../../use-cases/life/write-change.ts'
import { policy } from '../policy.ts'
import { closingForm, hidingForm } from './life.form.ts'
import { lifePaths as paths, lifeRoutesOf as routes } from './life.paths.ts'
import { problemOfLife } from './life-wording.ts'
import { SheetPage } from './pages/sheet-page.tsx'
import { ClosingPage, HidingPage } from './pages/status-pages.tsx'
import { keptPlaceAt, placeIdAt } from './place-at.ts'

const NEARBY = 30
const SENT = 'Votre demande est transmise à la tête du réseau, qui la relit.'

/** What changes whether the public finds a place. DIR-7. */
export const statusRoutes = new Hono<AppEnv>()
  .post(routes.publish, may(policy.editPlaces), writes('place.published'), async (c) =>
    answer(
      c,
      await publishPlace(c.var.context, placeIdAt(c)),
      'La fiche est publiée : le public la trouve dès maintenant.',
    ),
  )
  .get(routes.hide, may(policy.hidePlaces), (c) => hidingPage(c, blankForm))
  .post(
    routes.hide,
    may(policy.hidePlaces),
    writes('place.hidden'),
    form(hidingForm, (c, state) => hidingPage(c, state)),
    async (c) => {
      const hidden = await hidePlace(c.var.context, placeIdAt(c), c.var.form.motif)
      return answer(
        c,
        hidden,
        'La fiche est masquée. Les gestionnaires du lieu en lisent le motif sur leur page.',
      )
    },
  )
  .post(routes.show, may(policy.hidePlaces), writes('place.shown'), async (c) =>
    answer(c, await showPlaceAgain(c.var.context, placeIdAt(c)), 'La fiche est de nouveau publiée.'),
  )
  .get(routes.close, may(policy.editPlaces), (c) => closingPage(c, blankForm))
  .post(
    routes.close,
    may(policy.editPlaces),
    writes('place.closed'),
    form(closingForm, (c, state) => closingPage(c, state)),
    async (c) => {
      const { date: on, remplacant: successor } = c.var.form
      const closed = await closePlace(c.var.context, placeIdAt(c), { on, successor })
      if (isRefusal(closed) && ['closes-later', 'no-such-successor'].includes(closed.refused))
        return c.var.again(problemOfLife(closed))
      return answer(c, closed, 'La fermeture est enregistrée : la page du lieu dit qu’il a fermé.')
    },
  )
  .post(routes.reopen, may(policy.editPlaces), writes('place.reopened'), async (c) =>
    answer(
      c,
      await reopenPlace(c.var.context, placeIdAt(c)),
      'Le lieu est rouvert : le public le trouve dès maintenant.',
    ),
  )

/** Done, or the sheet as it stands now with what forbade it (409). */
async function answer(c: AppContext, outcome: Written | Refusal<StatusRefusal>, sentence: string) {
  const id = placeIdAt(c)
  if (!isRefusal(outcome))
    return done(c, paths.sheet(c.var.network.base, id), outcome.awaited.length > 0 ? SENT : sentence)
  const sheet = outcome.refused === 'no-such-place' ? null : await placeSheet(c.var.context, id)
  if (!sheet) throw new NotFound()
  c.status(409)
  return page(c, <SheetPage view={viewOf(c)} sheet={sheet} problems={[problemOfLife(outcome)]} />)
}

const hidingPage: FormPage = async (c, state) =>
  page(c, <HidingPage view={viewOf(c)} place={fieldsOf(await keptPlaceAt(c))} state={state} />)

async function closingPage(c: AppContext, state: FormState): Promise<Response> {
  const place = fieldsOf(await keptPlaceAt(c))
  const { db, network, reach } = c.var.context
  const isChecked = reach.kind !== 'all' && (await checksSensitive(db, network.id))
  const nearby = await nearestOthers(db, network.id, place, NEARBY)
  return page(c, <ClosingPage view={viewOf(c)} {...{ place, state, nearby, isChecked }} />)
}
