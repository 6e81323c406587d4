import { type JudgedLoans, judgeLoans, type LoansWorld } from './judge-loans.ts'
import { type JudgedModels, judgeModels, type KnownModel } from './judge-models.ts'
import { type JudgedUnits, judgeUnits, type KnownUnit } from './judge-units.ts'
import type { Finding } from './read-rows.ts'
import { type RawTable, readRows } from './read-rows.ts'
import { TABLES, type TableName } from './tables.ts'

/** The inventory as it stands, for a file to be judged against. */
export interface World extends Omit<LoansWorld, 'units'> {
  readonly models: ReadonlyMap<string, KnownModel>
  readonly units: ReadonlyMap<string, KnownUnit>
  readonly desks: readonly string[]
  readonly slotMinutes: number
}

/** What a file would do: models first, then the units that name them, then the loans of those units. */
export interface Judgement {
  readonly models: JudgedModels
  readonly units: JudgedUnits
  readonly loans: JudgedLoans
}

export interface TableCounts {
  read: number
  created: number
  updated: number
  unchanged: number
  wrong: number
}

export type ImportCounts = Partial<Record<TableName, TableCounts>>

export function judge(tables: readonly RawTable[], world: World): Judgement {
  const models = judgeModels(rowsOf(tables, 'modeles'), world)
  const units = judgeUnits(rowsOf(tables, 'exemplaires'), { ...world, makers: makersAfter(models, world) })
  const numbers = new Set([...world.units.keys(), ...units.creates.map(({ assetNumber }) => assetNumber)])
  const loans = judgeLoans(rowsOf(tables, 'prets'), { ...world, units: numbers })
  return { models, units, loans }
}

export function findingsOf({ models, units, loans }: Judgement): Finding[] {
  const inOrder = (findings: readonly Finding[]) => findings.toSorted((one, other) => one.line - other.line)
  return [models, units, loans].flatMap(({ findings }) => inOrder(findings))
}

export function countsOf(tables: readonly RawTable[], judgement: Judgement): ImportCounts {
  const judged = { modeles: judgement.models, exemplaires: judgement.units, prets: judgement.loans }
  return Object.fromEntries(
    TABLES.filter((name) => tables.some(({ table }) => table === name)).map((name) => {
      const { creates, updates, unchanged, wrongLines } = judged[name]
      const counts = { created: creates.length, updated: updates.length, unchanged, wrong: wrongLines.size }
      return [name, { read: Object.values(counts).reduce((sum, count) => sum + count, 0), ...counts }]
    }),
  )
}

export function sumOf(counts: ImportCounts, of: keyof TableCounts): number {
  return Object.values(counts).reduce((sum, table) => sum + table[of], 0)
}

function rowsOf<N extends TableName>(tables: readonly RawTable[], name: N) {
  const found = tables.find(({ table }) => table === name)
  return found ? readRows(name, found) : []
}

/** Of each model by its name, once the file is written: a unit bears the maker of its model. */
function makersAfter(judged: JudgedModels, { models }: World): Map<string, string> {
  const makers = new Map([...models].map(([name, { values }]) => [name, values.maker]))
  for (const { name, maker } of judged.creates) makers.set(name, maker)
  for (const { values } of judged.updates) makers.set(values.name, values.maker)
  return makers
}
