import type { StandardColumn } from '../standard/standard-columns.ts'
import { isWholeAddress } from './address-parts.ts'
import { shareOf } from './cell-kinds.ts'
import { type CellsOf, SOMEBODY } from './heading-guesses.ts'
import { headingsFor, headingWords } from './known-headings.ts'
import type { AddressPart, Mapping, Origin } from './mapping.ts'

type Columns = Mapping['columns']
type Found = Partial<Record<StandardColumn, Origin>>

const NUMBER =
  /^(adresse|adr|addr|address)? ?(n|no|num|numero|numerorue|housenumber|house number)( de)?( la)?( rue| voie| adresse)?( etablissement)?$/
const WAY_TYPE =
  /^(adresse|adr|addr)? ?(type|nature|typ|libelle type)( de)?( la)? ?(voie|rue)( etablissement)?$/
const WAY = /\b(rue|voie|street|nomvoie)\b/

/** « 12 », « rue » and « Haute » in three columns, or the first and the last. */
export function streetOf(header: readonly string[], cellsOf: CellsOf): Origin | null {
  const find = (pattern: RegExp) =>
    header.find((heading) => pattern.test(headingWords(heading)) && cellsOf(heading).length > 0)
  const number = find(NUMBER)
  const type = find(WAY_TYPE)
  const way = headingsFor('adresse', header).find((heading) => WAY.test(headingWords(heading)))
  // « numero_voie » may hold the number and the street.
  const parts = [...new Set([number, type, way])].filter((heading) => heading !== undefined)
  return way !== undefined && parts.length > 1 ? { kind: 'join', from: parts, with: ' ' } : null
}

/**
 * « 8 rue Haute - 50999 Valmer » in one cell, when no column gives the postal code; whatever its heading, when no other says
 * where the places are.
 */
export function fromWholeAddress(
  { adresse, code_postal, commune }: Columns,
  free: readonly string[],
  cellsOf: CellsOf,
): Found {
  const isNowhere = !adresse && !code_postal && !commune
  const heading = isNowhere
    ? free.find((one) => !SOMEBODY.test(headingWords(one)) && areWhole(cellsOf(one)))
    : adresse?.kind === 'column' && adresse.from[0]
  if (!heading) return {}
  const cells = cellsOf(heading)
  const whole = cells.filter(isWholeAddress).length
  // Without a column for the commune, the few addresses that name it are worth reading.
  const least = commune === undefined ? 0.05 : 0.5
  if (whole === 0 || whole < cells.length * least) return {}
  return {
    adresse: part(heading, 'street'),
    ...(code_postal === undefined && { code_postal: part(heading, 'postal-code') }),
    ...(commune === undefined && { commune: part(heading, 'commune') }),
  }
}

function areWhole(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.filter(isWholeAddress).length >= cells.length * 0.6
}

/** « 50999 Valmer », « Valmer (50999) » in one cell, when a column is missing for the one or for the other. */
export function fromCodeAndTown(columns: Columns, free: readonly string[], cellsOf: CellsOf): Found {
  const { code_postal, commune } = columns
  if (code_postal && commune) return {}
  const holdsBoth = (one: string) => shareOf('code-and-town', cellsOf(one)) >= 0.6
  const own = commune?.kind === 'column' ? commune.from[0] : undefined
  if (own !== undefined && holdsBoth(own))
    return { code_postal: part(own, 'postal-code'), commune: part(own, 'commune') }
  const heading = free.find(holdsBoth)
  if (heading === undefined) return {}
  return {
    ...(code_postal === undefined && { code_postal: part(heading, 'postal-code') }),
    ...(commune === undefined && { commune: part(heading, 'commune') }),
  }
}

function part(from: string, of: AddressPart): Origin {
  return { kind: 'part', from, part: of }
}
