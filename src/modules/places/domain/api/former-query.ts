import { type StandardColumn, standardColumns } from '../standard/standard-columns.ts'

/** How the first API of the national map filters: `commune[eq]=Gap`, `code_insee[beginsWith]=50,61`. DIR-83. */
export interface FormerCondition {
  readonly column: StandardColumn
  readonly operator: 'eq' | 'neq' | 'exists' | 'beginsWith'
  /** Any of them; of `exists`, `true` or `false`. */
  readonly values: readonly string[]
}

export interface FormerPage {
  /** From 0. */
  readonly number: number
  readonly size: number
}

const OPERATORS = ['eq', 'neq', 'exists', 'notExists', 'beginsWith'] as const
const LARGEST_PAGE = 10_000

/** What an address asks; `unknown`: parameters that have no meaning here. */
export function readFormerQuery(query: Iterable<[string, string]>): {
  conditions: FormerCondition[]
  page: FormerPage | null
  unknown: string[]
} {
  const conditions: FormerCondition[] = []
  const unknown: string[] = []
  const page = new Map<string, number>()
  for (const [name, value] of query) {
    const [, field = '', operator = ''] = /^([a-z_]+)\[([A-Za-z]+)\]$/.exec(name) ?? []
    if (field === 'page' && /^\d{1,7}$/.test(value)) page.set(operator, Number(value))
    else if (isColumn(field) && isOperator(operator)) conditions.push(conditionOf(field, operator, value))
    else unknown.push(name)
  }
  const size = Math.min(Math.max(page.get('size') ?? 1, 1), LARGEST_PAGE)
  return { conditions, unknown, page: page.size > 0 ? { number: page.get('number') ?? 0, size } : null }
}

function conditionOf(
  column: StandardColumn,
  operator: (typeof OPERATORS)[number],
  value: string,
): FormerCondition {
  if (operator === 'notExists')
    return { column, operator: 'exists', values: [value === 'false' ? 'true' : 'false'] }
  return { column, operator, values: operator === 'exists' ? [value] : value.split(',') }
}

/** Does a row pass all the conditions? */
export function passes(
  row: Readonly<Record<StandardColumn, string>>,
  conditions: readonly FormerCondition[],
): boolean {
  return conditions.every(({ column, operator, values }) => {
    const cell = row[column]
    if (operator === 'exists') return (cell !== '') === (values[0] !== 'false')
    if (operator === 'neq') return !values.includes(cell)
    return values.some((value) => (operator === 'eq' ? cell === value : cell.startsWith(value)))
  })
}

function isColumn(text: string): text is StandardColumn {
  return (standardColumns as readonly string[]).includes(text)
}

function isOperator(text: string): text is (typeof OPERATORS)[number] {
  return (OPERATORS as readonly string[]).includes(text)
}
