import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import { csvOf } from '../../../../platform/csv.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form, type Problem } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { findProgress } from '../../../../platform/jobs/progress.ts'
import { workbookOf } from '../../../../platform/tables/workbook.ts'
import { countFindings, findImport, listFindings } from '../../data/exchange/imports.store.ts'
import type { ImportStep } from '../../domain/exchange/import.ts'
import { sentenceOf } from '../../domain/exchange/refused-file.ts'
import { columnsOf, SHEET_NAMES, TABLES, type TableName } from '../../domain/exchange/tables.ts'
import { abandonImport, confirmImport, type DecisionRefusal } from '../../use-cases/exchange/decide-import.ts'
import { progressOf } from '../../use-cases/exchange/import-queues.ts'
import { receiveImport } from '../../use-cases/exchange/receive-import.ts'
import { wrongLinesOf } from '../../use-cases/exchange/wrong-lines.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { abandonForm, decisionForm, importForm } from './exchange.form.ts'
import { exchangePaths, routes } from './exchange.paths.ts'
import { ALREADY_DECIDED, NOTHING_TO_WRITE, wrongLinesSentence } from './exchange-wording.ts'
import { FINDINGS_PER_PAGE, ImportPage } from './pages/import-page.tsx'
import { NewImportPage } from './pages/new-import-page.tsx'

const newImportPage: FormPage = async (c, state) => {
  const { inventory } = await workplace(c, 'keep')
  return page(c, <NewImportPage view={viewOf(c)} inventory={inventory} state={state} />)
}

async function importAt(c: AppContext) {
  const place = await workplace(c, 'keep')
  const id = c.req.param('import') ?? ''
  const { context, inventory } = place
  const run = orNotFound(isId<'import-run'>(id) ? await findImport(context.db, inventory.id, id) : null)
  return { place, run, address: exchangePaths.import(c.var.network.base, inventory.id, run.id) }
}

const importPage: FormPage = async (c, state) => {
  const { place, run } = await importAt(c)
  const { db } = place.context
  const asked = pageNumber(c.req.query('page'))
  const shown = { limit: FINDINGS_PER_PAGE, offset: (asked - 1) * FINDINGS_PER_PAGE }
  return page(
    c,
    <ImportPage
      view={viewOf(c)}
      inventory={place.inventory}
      run={run}
      progress={await findProgress(db, progressOf(run.id))}
      findings={{
        page: asked,
        total: await countFindings(db, run.id),
        list: await listFindings(db, run.id, shown),
      }}
      state={state}
    />,
  )
}

/** What comes into the inventory: a file, its report, a decision. EQP-1404. */
export const importRoutes = new Hono<AppEnv>()
  .get(routes.newImport, may(policy.seeWork), (c) => newImportPage(c, blankForm))
  .post(
    routes.newImport,
    may(policy.work),
    writes('stock-import.received'),
    form(importForm, newImportPage),
    async (c) => {
      const place = await workplace(c, 'keep')
      const { fichier } = c.var.form
      const content = new Uint8Array(await fichier.arrayBuffer())
      const received = await receiveImport(place, c.var.services.files, { fileName: fichier.name, content })
      if (isRefusal(received)) return c.var.again({ field: 'fichier', message: sentenceOf(received) })
      const address = exchangePaths.import(c.var.network.base, place.inventory.id, received)
      return done(c, address, 'Le fichier est reçu : son contrôle commence. Rien n’est encore écrit.')
    },
  )
  .get(routes.template, may(policy.seeWork), async (c) => {
    await workplace(c, 'keep')
    const name = c.req.param('gabarit')
    const table = TABLES.find((one) => `${one}.csv` === name)
    if (name !== 'classeur.xlsx' && !table) throw new NotFound()
    c.header('content-disposition', `attachment; filename="gabarit-${name}"`)
    if (table) {
      c.header('content-type', 'text/csv; charset=utf-8')
      return c.body(csvOf(titlesOf(table), []))
    }
    c.header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    return c.body(await workbookOf(TABLES.map((one) => ({ name: SHEET_NAMES[one], rows: [titlesOf(one)] }))))
  })
  .get(routes.import, may(policy.seeWork), (c) => importPage(c, blankForm))
  .post(
    routes.decision,
    may(policy.work),
    writes('stock-import.confirmed'),
    form(decisionForm, importPage),
    async (c) => {
      const { place, run, address } = await importAt(c)
      const confirmed = await confirmImport(place, run.id, c.var.form.ecriture)
      if (isRefusal(confirmed)) return c.var.again(problemOf(confirmed))
      return done(c, address, 'L’écriture commence. Vous pouvez quitter cette page.')
    },
  )
  .post(
    routes.abandon,
    may(policy.work),
    writes('stock-import.abandoned'),
    form(abandonForm, importPage),
    async (c) => {
      const { place, run } = await importAt(c)
      const abandoned = await abandonImport(place, run.id)
      if (isRefusal(abandoned)) return c.var.again(problemOf(abandoned))
      const home = exchangePaths.exchange(c.var.network.base, place.inventory.id)
      return done(c, home, 'L’import est abandonné : rien n’a été écrit.')
    },
  )
  .get(routes.wrongLines, may(policy.seeWork), async (c) => {
    const { place, run } = await importAt(c)
    const table = orNotFound(TABLES.find((one) => one === c.req.param('tableau')) ?? null)
    const lines = orNotFound(await wrongLinesOf(place.context.db, c.var.services.files, run, table))
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', `attachment; filename="lignes-fausses-${table}.csv"`)
    return c.body(lines)
  })

function titlesOf(table: TableName): string[] {
  return columnsOf(table).map(({ name }) => name)
}

function problemOf({ refused, details }: Refusal<DecisionRefusal>): Problem {
  if (refused === 'no-such-import') throw new NotFound()
  if (refused === 'wrong-lines')
    return { field: 'ecriture', message: wrongLinesSentence(details.wrong ?? '') }
  if (refused === 'nothing-to-write') return { field: null, message: NOTHING_TO_WRITE }
  return { field: null, message: ALREADY_DECIDED[details.step as ImportStep] }
}
