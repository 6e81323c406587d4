import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { peopleNames } from '../../../identity/index.ts'
import { keptPlaces } from '../../data/life/kept-places.queries.ts'
import { fieldsOf } from '../../data/life/place.store.ts'
import { revisionsOf } from '../../data/life/revisions.queries.ts'
import { placeSheet } from '../../use-cases/life/place-sheet.ts'
import { undoChange } from '../../use-cases/life/undo-change.ts'
import { policy } from '../policy.ts'
import { undoForm } from './life.form.ts'
import { lifePaths as paths, lifeRoutesOf as routes } from './life.paths.ts'
import { problemOfLife, writtenSentence } from './life-wording.ts'
import { HistoryPage } from './pages/history-page.tsx'
import { MinePage } from './pages/mine-page.tsx'
import { SheetPage } from './pages/sheet-page.tsx'
import { keptPlaceAt, placeIdAt } from './place-at.ts'

/** The places one keeps, the sheet of each, and what became of it. DIR-11, DIR-73. */
export const lifeRoutes = new Hono<AppEnv>()
  .get(routes.mine, may(policy.readKept), async (c) => {
    const asked = { q: c.req.query('q')?.trim() ?? '', page: pageNumber(c.req.query('page')) }
    const found = await keptPlaces(c.var.context, asked)
    const isAll = c.var.context.reach.kind === 'all'
    return page(c, <MinePage view={viewOf(c)} {...found} asked={asked} isAll={isAll} />)
  })
  .get(routes.sheet, may(policy.readKept), async (c) => {
    const sheet = orNotFound(await placeSheet(c.var.context, placeIdAt(c)))
    return page(c, <SheetPage view={viewOf(c)} sheet={sheet} />)
  })
  .get(routes.history, may(policy.readKept), (c) => history(c, blankForm))
  .post(
    routes.history,
    may(policy.editPlaces),
    writes('place.change-undone'),
    form(undoForm, history),
    async (c) => {
      const { version, colonne: column } = c.var.form
      const place = placeIdAt(c)
      const undone = await undoChange(c.var.context, { place, version, column })
      if (isRefusal(undone)) {
        if (undone.refused === 'no-such-place') return orNotFound<Response>(null)
        c.status(409)
        return history(c, { values: {}, problems: [problemOfLife(undone)] })
      }
      return done(c, paths.history(c.var.network.base, place), writtenSentence(undone))
    },
  )

async function history(c: AppContext, state: FormState): Promise<Response> {
  const row = await keptPlaceAt(c)
  const { db } = c.var.context
  const revisions = await revisionsOf(db, row.id)
  const people = revisions.flatMap(({ madeBy }) => (madeBy ? [madeBy] : []))
  const names = await peopleNames(db, [...new Set(people)])
  return page(
    c,
    <HistoryPage view={viewOf(c)} place={fieldsOf(row)} revisions={revisions} names={names} state={state} />,
  )
}
