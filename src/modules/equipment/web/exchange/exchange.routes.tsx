import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { type AppContext, type AppEnv, whole } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { listImports } from '../../data/exchange/imports.store.ts'
import { TABLES, type TableName } from '../../domain/exchange/tables.ts'
import { allows } from '../../domain/rights.ts'
import {
  csvPieces,
  type ExportFormat,
  type Exporting,
  jsonPieces,
  noteExport,
  seesBorrowers,
  workbookOfStock,
} from '../../use-cases/exchange/export-stock.ts'
import { LINE_STATE_WORDS } from '../line-wording.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { type EXPORTS, exportForm } from './exchange.form.ts'
import { routes } from './exchange.paths.ts'
import { ExchangePage } from './pages/exchange-page.tsx'

const exchangePage: FormPage = async (c, state) => {
  const place = await workplace(c, 'read')
  const { inventory, role, context } = place
  const mayImport = allows(role, 'keep')
  return page(
    c,
    <ExchangePage
      view={viewOf(c)}
      inventory={inventory}
      imports={mayImport ? await listImports(context.db, inventory.id) : []}
      mayImport={mayImport}
      namesBorrowers={seesBorrowers(place)}
      state={state}
    />,
  )
}

/** What leaves the inventory, as whoever asks sees it; each file taken away leaves its line in the journal. EQP-1404. */
export const exchangeRoutes = new Hono<AppEnv>()
  .get(routes.exchange, may(policy.seeWork), (c) => exchangePage(c, blankForm))
  .post(
    routes.export,
    may(policy.seeWork),
    writes('inventory.exported'),
    form(exportForm, exchangePage),
    async (c) => {
      const place = { ...(await workplace(c, 'read')), stateWord: stateWordOf }
      const { tables, format, name } = fileOf(c.var.form.fichier)
      await noteExport(place, tables, format)
      c.var.context.journalled.add('inventory.exported')
      c.header('content-disposition', `attachment; filename="${name}-${c.var.context.today}.${format}"`)
      return answer(c, place, tables, format)
    },
  )

async function answer(c: AppContext, place: Exporting, tables: readonly TableName[], format: ExportFormat) {
  const [table = 'modeles'] = tables
  if (format === 'xlsx') {
    c.header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    return c.body(await workbookOfStock(place))
  }
  c.header('content-type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
  return stream(whole(c), async (out) => {
    for await (const piece of format === 'csv' ? csvPieces(place, table) : jsonPieces(place))
      await out.write(piece)
  })
}

function fileOf(asked: (typeof EXPORTS)[number]): {
  tables: readonly TableName[]
  format: ExportFormat
  name: string
} {
  if (asked === 'xlsx' || asked === 'json') return { tables: TABLES, format: asked, name: 'inventaire' }
  return { tables: [asked], format: 'csv', name: asked }
}

const stateWordOf: Exporting['stateWord'] = (state) => LINE_STATE_WORDS[state]
