import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { csvOf } from '../../../../platform/csv.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import {
  countTakenOver,
  findTakeoverImport,
  type TakeoverImport,
  takeoverImports,
} from '../../data/takeover-imports.store.ts'
import { judgeRows } from '../../use-cases/takeover/judge-rows.ts'
import { readTable, TABLE_COLUMNS } from '../../use-cases/takeover/read-table.ts'
import { confirmTable, receiveTable } from '../../use-cases/takeover/takeover-table.ts'
import { policy } from '../policy.ts'
import { TakeoverImportPage } from './pages/takeover-import-page.tsx'
import { TakeoverImportsPage } from './pages/takeover-imports-page.tsx'
import { takeoverRoutePaths as routes, takeoverPaths } from './takeover.paths.ts'
import { tableProblems } from './takeover-wording.ts'

const MISSING = 'Choisissez le tableau à reprendre.'

const tableForm = z.object({
  tableau: z
    .instanceof(File, { message: MISSING })
    .refine((file) => file.size > 0, { message: MISSING })
    .refine((file) => file.size <= 10 * 1024 * 1024, { message: 'Ce tableau dépasse 10 Mo : coupez-le.' }),
})

const importsPage: FormPage = async (c, state) => {
  const { db, reach } = c.var.context
  return page(
    c,
    <TakeoverImportsPage view={viewOf(c)} imports={await takeoverImports(db, reach)} state={state} />,
  )
}

/** Many agreements at once, by a table: read, judged, then recorded by a job once somebody has agreed. */
export const takeoverImportRoutes = new Hono<AppEnv>()
  .get(routes.model, may(policy.manage), (c) => {
    c.header('content-disposition', 'attachment; filename="conventions-a-reprendre.csv"')
    c.header('content-type', 'text/csv; charset=utf-8')
    return c.body(csvOf([...TABLE_COLUMNS], [EXAMPLE]))
  })
  .get(routes.imports, may(policy.manage), (c) => importsPage(c, blankForm))
  .post(
    routes.imports,
    may(policy.manage),
    writes('takeover-import.received'),
    form(tableForm, importsPage),
    async (c) => {
      const { tableau } = c.var.form
      const content = new Uint8Array(await tableau.arrayBuffer())
      const received = await receiveTable(c.var.context, c.var.services.files, {
        fileName: tableau.name,
        content,
      })
      if (isRefusal(received)) {
        return c.var.again({ field: 'tableau', message: tableProblems[received.refused](received.details) })
      }
      return done(
        c,
        takeoverPaths.import(c.var.network.base, received),
        'Le tableau est lu. Rien n’est encore enregistré : vérifiez ce qui en serait repris.',
      )
    },
  )
  .get(routes.import, may(policy.manage), async (c) => {
    const table = await tableOf(c)
    const { context, services } = c.var
    const rows = readTable(await services.files.get(table.file_sha256))
    const isWaiting = table.confirmed_at === null && !isRefusal(rows)
    return page(
      c,
      <TakeoverImportPage
        view={viewOf(c)}
        table={table}
        judged={isWaiting ? await judgeRows(context, rows) : []}
        done={table.finished_at ? table.recorded : await countTakenOver(context.db, table.id)}
      />,
    )
  })
  .post(
    routes.confirmation,
    may(policy.manage),
    writes('takeover-import.confirmed'),
    form(z.object({}), importsPage),
    async (c) => {
      const { id } = await tableOf(c)
      const confirmed = await confirmTable(c.var.context, id)
      const address = takeoverPaths.import(c.var.network.base, id)
      if (isRefusal(confirmed)) {
        return c.var.again({ field: null, message: 'La reprise de ce tableau a déjà été demandée.' })
      }
      return done(c, address, 'La reprise a commencé. Cette page dit où elle en est : rechargez-la.')
    },
  )

const EXAMPLE = [
  'CONV-2015-012',
  'Commune de Valmer',
  'normandie-connectee',
  '',
  'Valmer',
  'commune',
  '12/03/2015',
  '20/03/2015',
  'Cyberbase du port | Médiathèque',
]

/** The table named by the address, within reach; else 404. */
async function tableOf(c: AppContext): Promise<TakeoverImport> {
  const { db, reach } = c.var.context
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'takeover-import'>(id) ? await findTakeoverImport(db, reach, id) : null)
}
