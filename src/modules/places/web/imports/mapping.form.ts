import { isTermColumn, TERM_COLUMNS, TERMS, wordKey } from '../../domain/mapping/former-terms.ts'
import type { CellPart, DayColumns, Mapping, Origin } from '../../domain/mapping/mapping.ts'
import { type StandardColumn, standardColumns } from '../../domain/standard/standard-columns.ts'

/** What is sent: a name per column of the standard, then per word of its lists. */
export type MappingValues = Readonly<Record<string, string | readonly string[]>>

/** Columns that may be made of two: one after the other, the second when the first says nothing, or the words of both. */
export const TWO_COLUMNS: Readonly<Partial<Record<StandardColumn, 'join' | 'column' | 'terms'>>> = {
  ...Object.fromEntries(TERM_COLUMNS.map((column) => [column, 'terms'])),
  id: 'column',
  pivot: 'column',
  code_insee: 'column',
  adresse: 'join',
  horaires: 'column',
  presentation_detail: 'column',
  telephone: 'column',
}

export const PARTS: Readonly<Partial<Record<StandardColumn, CellPart>>> = {
  adresse: 'street',
  code_postal: 'postal-code',
  commune: 'commune',
  latitude: 'latitude',
  longitude: 'longitude',
}

export const DAYS_CHOICE = 'jours'
export const CONSTANT_CHOICE = 'fixe'

/** The name of the field of a word: `mot:services:robots`. */
export function wordField(column: StandardColumn, word: string): string {
  return `mot:${column}:${wordKey(word)}`
}

/** The name of the field of a column to tick, by its place in the file: its heading may be a long question. */
export function tickField(heading: string, header: readonly string[]): string {
  return `coche:${header.indexOf(heading)}`
}

/** What a tick may say: `services|Aide aux démarches administratives`. */
export function tickValue(column: StandardColumn, term: string): string {
  return `${column}|${term}`
}

/** The columns for which one value was promised for all the rows, and not written. */
export function constantsUnsaid(values: MappingValues): StandardColumn[] {
  return standardColumns.filter(
    (column) => text(values[column]) === CONSTANT_CHOICE && text(values[`${column}.valeur`]) === '',
  )
}

/** The mapping of what was chosen: a heading the file lacks is left out. */
export function mappingOf(
  values: MappingValues,
  header: readonly string[],
  days: readonly DayColumns[] | null,
): Mapping {
  const columns: Partial<Record<StandardColumn, Origin>> = {}
  for (const column of standardColumns) {
    const origin = originOf(column, values, header, days)
    if (origin) columns[column] = origin
  }
  return { columns, isGrouped: values.grouper === 'oui' }
}

function originOf(
  column: StandardColumn,
  values: MappingValues,
  header: readonly string[],
  days: readonly DayColumns[] | null,
): Origin | null {
  const chosen = text(values[column])
  if (chosen === DAYS_CHOICE && days) return { kind: 'days', from: days }
  if (chosen === CONSTANT_CHOICE) {
    const value = text(values[`${column}.valeur`])
    return value === '' ? null : { kind: 'constant', value }
  }
  if (isTermColumn(column)) return termsIn(column, values, header)
  const part = PARTS[column]
  const whole = chosen.startsWith('p:') ? chosen.slice(2) : null
  if (part && whole !== null && header.includes(whole)) return { kind: 'part', from: whole, part }
  const from = headingsIn(column, values, header)
  if (from.length === 0) return null
  return TWO_COLUMNS[column] === 'join' && from.length > 1
    ? { kind: 'join', from, with: ' ' }
    : { kind: 'column', from }
}

/** The headings chosen for a column, the first of which must be of the file. */
function headingsIn(column: StandardColumn, values: MappingValues, header: readonly string[]): string[] {
  const chosen = [column, `${column}.puis`, `${column}.enfin`].map((name) => text(values[name]))
  if (!header.includes(chosen[0]?.startsWith('c:') ? chosen[0].slice(2) : '')) return []
  const headings = chosen.map((value) => value.slice(2)).filter((heading) => header.includes(heading))
  return [...new Set(headings)]
}

function termsIn(
  column: (typeof TERM_COLUMNS)[number],
  values: MappingValues,
  header: readonly string[],
): Origin | null {
  const from = headingsIn(column, values, header)
  const words = TERMS[column].map(({ standard }) => standard)
  const ticks = Object.fromEntries(
    header.flatMap((heading) => {
      const said = text(values[tickField(heading, header)])
      const term = words.find((word) => tickValue(column, word) === said)
      return term === undefined ? [] : [[heading, term]]
    }),
  )
  const isTicked = Object.keys(ticks).length > 0
  if (from.length === 0 && !isTicked) return null
  return { kind: 'terms', from, values: wordsOf(column, values), ...(isTicked && { ticks }) }
}

/** A word left to « inconnu » is not kept: it is told again in the report. */
function wordsOf(column: StandardColumn, values: MappingValues): Record<string, string> {
  const start = `mot:${column}:`
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name, value]) => name.startsWith(start) && text(value) !== '')
      .map(([name, value]) => [name.slice(start.length), text(value) === IGNORED ? '' : text(value)]),
  )
}

/** Said of a word that means nothing for the standard. */
export const IGNORED = '-'

/** What the form shows of a mapping. */
export function valuesOf(mapping: Mapping, header: readonly string[]): Record<string, string> {
  const values: Record<string, string> = mapping.isGrouped ? { grouper: 'oui' } : {}
  for (const [column, origin] of Object.entries(mapping.columns))
    Object.assign(values, fieldsOf(column as StandardColumn, origin, header))
  return values
}

function fieldsOf(column: StandardColumn, origin: Origin, header: readonly string[]): Record<string, string> {
  switch (origin.kind) {
    case 'constant':
      return { [column]: CONSTANT_CHOICE, [`${column}.valeur`]: origin.value }
    case 'days':
      return { [column]: DAYS_CHOICE }
    case 'part':
      return { [column]: `p:${origin.from}` }
    case 'terms':
      return {
        ...headingFields(column, origin.from),
        ...Object.fromEntries(
          Object.entries(origin.values).map(([word, term]) => [`mot:${column}:${word}`, term || IGNORED]),
        ),
        ...Object.fromEntries(
          Object.entries(origin.ticks ?? {}).map(([heading, term]) => [
            tickField(heading, header),
            tickValue(column, term),
          ]),
        ),
      }
    case 'column':
    case 'join':
      return headingFields(column, origin.from)
  }
}

function headingFields(
  column: StandardColumn,
  [first, second, third]: readonly string[],
): Record<string, string> {
  return {
    ...(first !== undefined && { [column]: `c:${first}` }),
    ...(second !== undefined && { [`${column}.puis`]: `c:${second}` }),
    ...(third !== undefined && { [`${column}.enfin`]: `c:${third}` }),
  }
}

function text(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value.trim() : ''
}
