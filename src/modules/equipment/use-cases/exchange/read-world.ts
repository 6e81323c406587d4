import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { organisationsCalled } from '../../../identity/index.ts'
import { loansToExchange, staysOfUnits } from '../../data/exchange/loans.queries.ts'
import { deskNames, modelsToExchange, unitsToExchange } from '../../data/exchange/stock.queries.ts'
import { type Inventory, policyOn } from '../../data/inventory.store.ts'
import { momentOf } from '../../domain/exchange/column.ts'
import type { World } from '../../domain/exchange/judge.ts'
import { cleaned, nameOf, type RawTable } from '../../domain/exchange/read-rows.ts'
import { LOAN, UNIT } from '../../domain/exchange/tables.ts'
import { rulesFrom } from '../../domain/rules.ts'

/** What a file is judged against: eight statements at most, whatever its length. EQP-1804. */
export async function readWorld(
  db: Database,
  { today, now }: Pick<Context, 'today' | 'now'>,
  inventory: Inventory,
  tables: readonly RawTable[],
): Promise<World> {
  const zone = inventory.timeZone
  const rules = rulesFrom({}, await policyOn(db, inventory.id, today))
  const models = await modelsToExchange(db, inventory.id, { withRetired: true })
  const units = await unitsToExchange(db, inventory.id)
  const told = (column: string) => cellsOf(tables, 'prets', column)
  const stays = await staysOfUnits(db, inventory.id, told(LOAN.unit.name))
  const ids = told(LOAN.line.name)
  const lines = ids.length === 0 ? [] : await loansToExchange(db, inventory.id, { ids })
  const sirets = told(LOAN.siret.name).map((siret) => siret.replace(/[\s.\-_]/g, ''))
  const called = { sirets, names: told(LOAN.borrower.name) }
  const organisations = await organisationsCalled(db, inventory.networkId, called)
  const at = (moment: Parameters<typeof momentOf>[0] | null) => (moment ? momentOf(moment, zone) : '')
  return {
    models: new Map(models.map((one) => [one.values.name, one])),
    units: new Map(units.map((one) => [one.values.assetNumber, one])),
    desks: await deskNames(db, inventory.id),
    slotMinutes: rules.slotMinutes.value,
    stays: stays.map((stay) => ({ ...stay, out: at(stay.outAt), back: at(stay.backAt) })),
    lines: new Map(
      lines.map(({ id, unit, outAt, backAt }) => [
        id,
        { unit: unit ?? '', out: at(outAt), back: at(backAt) },
      ]),
    ),
    bySiret: new Map(organisations.flatMap(({ id, siret }) => (siret === null ? [] : [[siret, id]]))),
    byName: idsByName(organisations),
    zone,
    now,
  }
}

function idsByName(organisations: readonly { id: string; name: string }[]): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const { id, name } of organisations) {
    const known = ids.get(name) ?? []
    if (!known.includes(id)) ids.set(name, [...known, id])
  }
  return ids
}

/** The asset numbers a file speaks of: what is held while it is written. */
export function unitsNamed(tables: readonly RawTable[]): string[] {
  const of = (column: string) => cellsOf(tables, 'exemplaires', column)
  return [
    ...new Set([
      ...of(UNIT.assetNumber.name),
      ...of(UNIT.kit.name),
      ...cellsOf(tables, 'prets', LOAN.unit.name),
    ]),
  ]
}

/** What the cells of one column say, once each. */
function cellsOf(tables: readonly RawTable[], table: RawTable['table'], column: string): string[] {
  const found = tables.find((one) => one.table === table)
  const place = found ? found.header.findIndex((name) => nameOf(name) === column) : -1
  if (!found || place < 0) return []
  const cells = found.rows.map(({ cells }) => cleaned(cells[place] ?? ''))
  return [...new Set(cells.filter((cell) => cell !== ''))]
}
