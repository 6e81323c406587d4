import { csvRows } from '../../../../platform/csv.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { workbookOf } from '../../../../platform/tables/workbook.ts'
import { organisationProfiles } from '../../../identity/index.ts'
import { type LoanRow, loansToExchange } from '../../data/exchange/loans.queries.ts'
import { modelsToExchange, unitsToExchange } from '../../data/exchange/stock.queries.ts'
import { momentOf } from '../../domain/exchange/column.ts'
import type { KnownUnit } from '../../domain/exchange/judge-units.ts'
import { type LoanValues, SHEET_NAMES, TABLES, type TableName } from '../../domain/exchange/tables.ts'
import { headerOf, keysOf, rowOf } from '../../domain/exchange/written-rows.ts'
import type { LineState } from '../../domain/line.ts'
import { allows } from '../../domain/rights.ts'
import type { Workplace } from '../workplace.ts'

const PAGE = 1000

export type ExportFormat = 'csv' | 'xlsx' | 'json'

/** An inventory as somebody takes it away; `stateWord`: the state of a loan in French. */
export interface Exporting extends Workplace {
  readonly stateWord: (state: LineState) => string
}

/** Who reads sees: borrowers are named to those who hand things over or decide. EQP-1502. */
export function seesBorrowers({ role }: Pick<Workplace, 'role'>): boolean {
  return allows(role, 'serve')
}

/** Says in the journal who took what away. EQP-1504. */
export function noteExport(
  place: Workplace,
  tables: readonly TableName[],
  format: ExportFormat,
): Promise<void> {
  const { context, inventory } = place
  return inTransaction(context.db, (tx) =>
    writeJournal(tx, context, 'inventory.exported', inventory.id, {
      ...{ tables, format },
      borrowers: tables.includes('prets') && seesBorrowers(place),
    }),
  )
}

/** One table as CSV, piece by piece: nothing is held whole. */
export async function* csvPieces(place: Exporting, table: TableName): AsyncGenerator<string> {
  yield `\ufeff${csvRows([headerOf(table, keysOf(table, { withBorrowers: seesBorrowers(place) }))])}`
  for await (const rows of rowsOf(place, table)) if (rows.length > 0) yield csvRows(rows)
}

/** Everything as JSON, piece by piece: one list of objects per table, under the names of the columns. */
export async function* jsonPieces(place: Exporting): AsyncGenerator<string> {
  for (const [rank, table] of TABLES.entries()) {
    yield `${rank === 0 ? '{' : ','}\n${JSON.stringify(table)}: [`
    const header = headerOf(table, keysOf(table, { withBorrowers: seesBorrowers(place) }))
    let isFirst = true
    for await (const rows of rowsOf(place, table)) {
      for (const row of rows) {
        const object = Object.fromEntries(header.map((name, at) => [name, row[at] ?? '']))
        yield `${isFirst ? '' : ','}\n  ${JSON.stringify(object)}`
        isFirst = false
      }
    }
    yield '\n]'
  }
  yield '\n}\n'
}

/** Everything as one workbook, a sheet per table: a ZIP is closed at its end, so this one is held whole. */
export async function workbookOfStock(place: Exporting): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = []
  for (const table of TABLES) {
    const rows = [headerOf(table, keysOf(table, { withBorrowers: seesBorrowers(place) }))]
    for await (const some of rowsOf(place, table)) rows.push(...some)
    sheets.push({ name: SHEET_NAMES[table], rows })
  }
  return workbookOf(sheets)
}

async function* rowsOf(place: Exporting, table: TableName): AsyncGenerator<string[][]> {
  const keys = keysOf(table, { withBorrowers: seesBorrowers(place) })
  for await (const things of thingsOf(place, table)) yield things.map((one) => rowOf(table, keys, one))
}

async function* thingsOf(place: Exporting, table: TableName): AsyncGenerator<object[]> {
  const { context, inventory } = place
  const { db } = context
  if (table === 'modeles') {
    const models = await modelsToExchange(db, inventory.id, { withRetired: false })
    yield models.map(({ values }) => values)
  } else if (table === 'exemplaires') {
    for await (const units of pages<KnownUnit>((after) =>
      unitsToExchange(db, inventory.id, { after, limit: PAGE }),
    ))
      yield units.map(({ values }) => values)
  } else {
    for await (const loans of pages<LoanRow>((after) =>
      loansToExchange(db, inventory.id, { after, limit: PAGE }),
    ))
      yield await loanValues(place, loans)
  }
}

/** Page after page, each from the last thing of the one before. */
async function* pages<Thing extends { id: unknown }>(
  read: (after: Thing['id'] | null) => Promise<Thing[]>,
): AsyncGenerator<Thing[]> {
  let things = await read(null)
  for (;;) {
    yield things
    const last = things.at(-1)
    if (!last || things.length < PAGE) return
    things = await read(last.id)
  }
}

async function loanValues(
  { context, inventory, stateWord }: Exporting,
  loans: readonly LoanRow[],
): Promise<LoanValues[]> {
  const known = await organisationProfiles(
    context.db,
    loans.map(({ organisationId }) => organisationId),
  )
  const at = (moment: LoanRow['outAt']) => (moment ? momentOf(moment, inventory.timeZone) : '')
  return loans.map((loan) => ({
    line: loan.id,
    unit: loan.unit ?? '',
    siret: known.get(loan.organisationId)?.siret ?? '',
    borrower: known.get(loan.organisationId)?.name ?? '',
    outAt: at(loan.outAt),
    backAt: at(loan.backAt),
    dueAt: at(loan.dueAt),
    actionKind: loan.actionKind,
    actions: loan.actions,
    state: stateWord(loan.state),
  }))
}
