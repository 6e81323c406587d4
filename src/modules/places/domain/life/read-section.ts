import type { Communes } from '../communes.ts'
import type { Finding } from '../imports/finding.ts'
import type { PlaceFields } from '../place.ts'
import { fromFields } from '../standard/standard.ts'
import type { StandardColumn, StandardRow } from '../standard/standard-columns.ts'
import { type Reference, validateRow } from '../standard/validate-row.ts'
import { isSame } from './changes.ts'
import { ofSection, type Section, type WrittenFields } from './sections.ts'

/** What a section was typed as, by the columns of the standard; lists in the standard's own words. */
export type TypedSection = Partial<Record<StandardColumn, string>>

export interface ReadSection {
  fields: Partial<WrittenFields>
  /** What must be put right before it is kept, and only of these columns. */
  wrong: readonly Finding[]
  /** What was put right without doubt, or is worth knowing. */
  told: readonly Finding[]
}

/** On a page, nobody's words are cut short, moved or dropped without asking. */
const ASKED_AGAIN = new Set(['summary-too-long', 'text-too-long', 'cell-too-long', 'phones-several'])
/** A sheet in progress may lack these. */
const MAY_LACK = new Set(['address-missing', 'postal-code-missing'])

/** Reads what was typed of one section as a row of the standard is read, the rest of the place being what it is. DIR-17. */
export function readSection(
  section: Section,
  typed: TypedSection,
  current: PlaceFields,
  reference: Reference,
): ReadSection {
  const before: StandardRow = { ...fromFields('', current), telephone: current.phone ?? '' }
  const row = withoutOldCode(section, { ...before, ...typed }, current)
  const { fields, findings } = validateRow(row, reference)
  const known = validateRow(before, reference).fields
  const columns = new Set(Object.keys(typed))
  const own = findings.filter(
    ({ column }) => columns.has(column) || (section === 'address' && column === 'commune'),
  )
  const wrong = own.filter(isWrong)
  return {
    fields: ofSection(differing(fields, known), section),
    wrong,
    told: own.filter((finding) => !wrong.includes(finding)),
  }
}

/** What is typed as it stands changes nothing, even where it was written otherwise than we would. */
function differing(typed: PlaceFields, known: PlaceFields): Partial<PlaceFields> {
  const entries = Object.entries(typed) as [keyof PlaceFields, unknown][]
  return Object.fromEntries(entries.filter(([field, value]) => !isSame(value, known[field])))
}

/** What whoever typed it is asked to put right before it is kept. */
export function isWrong({ severity, code }: Finding): boolean {
  if (ASKED_AGAIN.has(code)) return true
  return (severity === 'refused' || severity === 'warning') && !MAY_LACK.has(code)
}

/** Another commune or postal code: the code of the former one says nothing of it, and is deduced anew. */
function withoutOldCode(section: Section, row: StandardRow, current: PlaceFields): StandardRow {
  const isSameTown = isSame(row.commune, current.commune) && isSame(row.code_postal, current.postalCode ?? '')
  return section !== 'address' || isSameTown ? row : { ...row, code_insee: '' }
}

/** The communes named in a list, « Valmer, Gap »: by code or by name, near the place when several bear it. */
export function readServed(
  text: string,
  communes: Communes,
  department: string | null,
): { codes: string[]; unknown: string[] } {
  const codes: string[] = []
  const unknown: string[] = []
  for (const word of text.split(/[,;|\n]/).map((part) => part.trim())) {
    if (word === '') continue
    const byCode = communes.byCode(word.toUpperCase())?.commune
    const named = communes.byName(word)
    const near = named.filter(({ code }) => department !== null && code.startsWith(department))
    const found = byCode ?? (named.length === 1 ? named[0] : near.length === 1 ? near[0] : undefined)
    if (!found) unknown.push(word)
    else if (!codes.includes(found.code)) codes.push(found.code)
  }
  return { codes, unknown }
}
