import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { countQueue, type QueueAsked, queuedPairs } from '../../data/duplicates/pairs.store.ts'
import { sheetsOf } from '../../data/duplicates/sheets.queries.ts'
import { BANDS, type Band } from '../../domain/duplicates/score.ts'
import { askComparison } from '../../use-cases/duplicates/ask-comparison.ts'
import { certainPairs, mergeCertain } from '../../use-cases/duplicates/certain-pairs.ts'
import { policy } from '../policy.ts'
import { certainForm, comparisonForm } from './duplicates.form.ts'
import {
  duplicatesPaths as paths,
  type QueueShown,
  duplicatesRoutesOf as routes,
} from './duplicates.paths.ts'
import { bulkSentence } from './duplicates-wording.ts'
import { CertainPage } from './pages/certain-page.tsx'
import { QUEUE_PAGE, QueuePage } from './pages/queue-page.tsx'

async function queuePage(c: AppContext) {
  const { db, network } = c.var.context
  const [shown, asked] = shownOf(c)
  const at = shown.page ?? 1
  const pairs = await queuedPairs(db, network.id, asked, { limit: QUEUE_PAGE, offset: (at - 1) * QUEUE_PAGE })
  const view = viewOf(c)
  return page(
    c,
    <QueuePage
      view={view}
      shown={shown}
      pairs={pairs}
      sheets={
        await sheetsOf(
          db,
          network.id,
          pairs.flatMap(({ one, other }) => [one, other]),
        )
      }
      counts={await countQueue(db, network.id, asked)}
      mayAct={opensTo(view, policy.mergePlaces)}
    />,
  )
}

const certainPage: FormPage = async (c, state) => {
  const [shown, asked] = shownOf(c)
  const pairs = await certainPairs(c.var.context, asked)
  return page(c, <CertainPage view={viewOf(c)} shown={shown} pairs={pairs} state={state} />)
}

function shownOf(c: AppContext): [QueueShown, QueueAsked] {
  const band = c.req.query('surete') ?? ''
  const department = c.req.query('departement') ?? ''
  const source = (c.req.query('source') ?? '').slice(0, 300)
  const asked = {
    band: Object.hasOwn(BANDS, band) ? (band as Band) : null,
    department: /^(\d[\dAB]|9[78]\d)$/.test(department) ? department : null,
    source: source || null,
  }
  const shown = {
    surete: asked.band ?? undefined,
    departement: asked.department ?? undefined,
    source: asked.source ?? undefined,
    page: pageNumber(c.req.query('page')),
  }
  return [shown, asked]
}

/** The pairs of places that may be one: the queue, and the certain ones that are joined from a list. DIR-44, DIR-45. */
export const queueRoutes = new Hono<AppEnv>()
  .get(routes.queue, may(policy.readDuplicates), (c) => queuePage(c))
  .post(
    routes.comparison,
    may(policy.mergePlaces),
    writes('duplicates.searched'),
    form(comparisonForm, (c) => queuePage(c)),
    async (c) => {
      await askComparison(c.var.context)
      const sentence = 'Tous les lieux vont être comparés de nouveau : la liste sera à jour dans une minute.'
      return done(c, paths.queue(c.var.network.base), sentence)
    },
  )
  .get(routes.certain, may(policy.mergePlaces), (c) => certainPage(c, blankForm))
  .post(
    routes.certain,
    may(policy.mergePlaces),
    writes('place.merged'),
    form(certainForm, certainPage),
    async (c) => {
      const { paire, motif } = c.var.form
      const { merged, left } = await mergeCertain(c.var.context, paire, motif)
      if (merged === 0)
        return c.var.again({
          field: null,
          message: 'Ces paires ont changé entre-temps : rien n’a été fusionné. Voici celles d’aujourd’hui.',
        })
      return done(c, paths.merges(c.var.network.base), bulkSentence(merged, left.length))
    },
  )
