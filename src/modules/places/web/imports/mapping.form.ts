import { isTermColumn, wordKey } from '../../domain/mapping/former-terms.ts'
import type { AddressPart, Mapping, Origin } from '../../domain/mapping/mapping.ts'
import { type StandardColumn, standardColumns } from '../../domain/standard/standard-columns.ts'

/** What is sent: a name per column of the standard, then per word of its lists. */
export type MappingValues = Readonly<Record<string, string | readonly string[]>>

/** Columns that may be made of two: one after the other, or the second when the first says nothing. */
export const TWO_COLUMNS: Readonly<Partial<Record<StandardColumn, 'join' | 'column'>>> = {
  id: 'column',
  pivot: 'column',
  code_insee: 'column',
  adresse: 'join',
  horaires: 'column',
  presentation_detail: 'column',
}

export const PARTS: Readonly<Partial<Record<StandardColumn, AddressPart>>> = {
  adresse: 'street',
  code_postal: 'postal-code',
  commune: 'commune',
}

export const DAYS_CHOICE = 'jours'
export const CONSTANT_CHOICE = 'fixe'

/** The name of the field of a word: `mot:services:robots`. */
export function wordField(column: StandardColumn, word: string): string {
  return `mot:${column}:${wordKey(word)}`
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
  days: readonly (string | null)[] | null,
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
  days: readonly (string | null)[] | null,
): Origin | null {
  const chosen = text(values[column])
  if (chosen === DAYS_CHOICE && days) return { kind: 'days', from: days }
  if (chosen === CONSTANT_CHOICE) {
    const value = text(values[`${column}.valeur`])
    return value === '' ? null : { kind: 'constant', value }
  }
  const part = PARTS[column]
  const whole = chosen.startsWith('p:') ? chosen.slice(2) : null
  if (part && whole !== null && header.includes(whole)) return { kind: 'part', from: whole, part }
  const first = chosen.slice(2)
  if (!chosen.startsWith('c:') || !header.includes(first)) return null
  if (isTermColumn(column)) return { kind: 'terms', from: [first], values: wordsOf(column, values) }
  const second = text(values[`${column}.puis`]).slice(2)
  const from = header.includes(second) && second !== first ? [first, second] : [first]
  return TWO_COLUMNS[column] === 'join' && from.length === 2
    ? { kind: 'join', from, with: ' ' }
    : { kind: 'column', from }
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
export function valuesOf(mapping: Mapping): Record<string, string> {
  const values: Record<string, string> = mapping.isGrouped ? { grouper: 'oui' } : {}
  for (const [column, origin] of Object.entries(mapping.columns))
    Object.assign(values, fieldsOf(column, origin))
  return values
}

function fieldsOf(column: string, origin: Origin): Record<string, string> {
  switch (origin.kind) {
    case 'constant':
      return { [column]: CONSTANT_CHOICE, [`${column}.valeur`]: origin.value }
    case 'days':
      return { [column]: DAYS_CHOICE }
    case 'part':
      return { [column]: `p:${origin.from}` }
    case 'terms':
      return {
        [column]: `c:${origin.from[0] ?? ''}`,
        ...Object.fromEntries(
          Object.entries(origin.values).map(([word, term]) => [`mot:${column}:${word}`, term || IGNORED]),
        ),
      }
    case 'column':
    case 'join':
      return {
        [column]: `c:${origin.from[0] ?? ''}`,
        ...(origin.from[1] !== undefined && { [`${column}.puis`]: `c:${origin.from[1]}` }),
      }
  }
}

function text(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value.trim() : ''
}
