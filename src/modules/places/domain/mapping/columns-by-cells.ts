import type { StandardColumn } from '../standard/standard-columns.ts'
import { type CellKind, shareOf } from './cell-kinds.ts'
import type { CellsOf } from './heading-guesses.ts'

const BY_CELLS: readonly [column: StandardColumn, kind: CellKind, least: number][] = [
  ['courriels', 'mail', 0.6],
  ['pivot', 'siret', 0.8],
  ['telephone', 'phone', 0.7],
  ['code_postal', 'postal-code', 0.9],
  ['site_web', 'web', 0.6],
  ['adresse', 'street', 0.6],
]

/**
 * Columns of a table whose headings say nothing (« col1 », « col2 »), by what their cells look like. Null when nothing says where
 * the places are: a list of payments has names too.
 */
export function columnsByCells(
  headings: readonly string[],
  cellsOf: CellsOf,
): Partial<Record<StandardColumn, string>> | null {
  const found: Partial<Record<StandardColumn, string>> = {}
  const left = new Set(headings.filter((heading) => cellsOf(heading).length > 0))
  for (const [column, kind, least] of BY_CELLS) {
    const heading = [...left].find((one) => shareOf(kind, cellsOf(one)) >= least && !isSiren(column, one))
    if (heading === undefined) continue
    found[column] = heading
    left.delete(heading)
  }
  if (found.code_postal === undefined) return null
  const town = besideOf(found.code_postal, headings).find(
    (heading) => left.has(heading) && shareOf('town', cellsOf(heading)) >= 0.8,
  )
  if (town === undefined) return null
  left.delete(town)
  const name = [...left].find((heading) => looksLikeNames(cellsOf(heading)))
  return name === undefined ? null : { ...found, commune: town, nom: name }
}

/** Nine figures: a number without its zero, unless the heading says otherwise. */
function isSiren(column: StandardColumn, heading: string): boolean {
  return column === 'telephone' && /siren/i.test(heading)
}

/** After it, else before it. */
function besideOf(heading: string, headings: readonly string[]): string[] {
  const at = headings.indexOf(heading)
  return [headings[at + 1], headings[at - 1]].filter((one) => one !== undefined)
}

/** Words, hardly ever the same twice. */
function looksLikeNames(cells: readonly string[]): boolean {
  return shareOf('name', cells) >= 0.9 && new Set(cells).size >= cells.length * 0.7
}
