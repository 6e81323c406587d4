import { z } from 'zod'
import type { FormState } from '../../../../platform/http/form.ts'
import type { TypedSection } from '../../domain/life/read-section.ts'
import { SECTIONS, type Section, type WrittenFields } from '../../domain/life/sections.ts'
import { hoursFields, hoursValues } from '../hours/hours.form.ts'
import { FIELDS, type FieldOfSection } from './section-fields.ts'

const LONGEST = 30_000
const text = z
  .string()
  .max(LONGEST, { message: 'Ce texte est trop long : 30 000 signes au plus.' })
  .default('')
const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()))

/** What the section said when the form was drawn: an unreadable one is no form of ours. */
const UNREADABLE = 'Cette page n’est plus lisible : rouvrez la rubrique.'
const read = z.string({ message: UNREADABLE }).transform((value, check): Record<string, unknown> => {
  try {
    const parsed: unknown = JSON.parse(value)
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed }
  } catch {
    // Falls through to the issue.
  }
  check.addIssue({ code: 'custom', message: UNREADABLE })
  return z.NEVER
})

/** The fields of a section as they are sent, `lu` being what they said and `suite` what the button asks. */
export function sectionForm(section: Section) {
  const fields = FIELDS[section].map((one) => [one.column, one.kind === 'terms' ? list : text] as const)
  const choices = FIELDS[section].map(
    (one) => [keepName(one), z.enum(['enregistre', 'mien']).default('mien')] as const,
  )
  return z.object({
    ...(Object.fromEntries(fields) as Record<string, typeof list | typeof text>),
    ...(section === 'hours' ? hoursFields : {}),
    ...Object.fromEntries(choices),
    lu: read,
    suite: z.enum(['enregistrer', 'brouillon', 'copier-h', 'copier-v', 'apercu']).default('enregistrer'),
  })
}

/** The field by which one says whose text is kept, when two wrote the same. */
export function keepName({ column }: FieldOfSection): string {
  return `garder_${column}`
}

type Sent = Readonly<Record<string, unknown>>

/** What was sent as a row of the standard: lists in its own words. Fields left to somebody else are not ours. */
export function typedSection(section: Section, sent: Sent): TypedSection {
  const entries = FIELDS[section]
    .filter((one) => one.column !== 'communes_desservies')
    .filter((one) => sent[keepName(one)] !== 'enregistre')
    .map((one) => [one.column, cellOf(one, sent[one.column])])
  return Object.fromEntries(entries)
}

function cellOf({ kind, terms = [] }: FieldOfSection, value: unknown): string {
  if (kind === 'terms') {
    const codes = Array.isArray(value) ? value.map(String) : []
    return codes.map((code) => terms.find((term) => term.code === code)?.standard ?? code).join('|')
  }
  const typed = String(value ?? '')
  return kind === 'lines'
    ? typed
        .split(/\n/)
        .map((line) => line.trim())
        .filter(Boolean)
        .join('|')
    : typed
}

/** The section of a place as its form shows it. */
export function valuesOf(
  section: Section,
  fields: WrittenFields,
  townName: (code: string) => string,
): FormState['values'] {
  const lu = readValue(section, fields)
  if (section === 'hours') return { ...hoursValues(fields.openingHours), lu }
  const entries = FIELDS[section].map((one) => [one.column, shown(one, fields[one.field], townName)])
  return { ...Object.fromEntries(entries), lu }
}

function shown(
  { kind, column }: FieldOfSection,
  value: unknown,
  townName: (code: string) => string,
): string | string[] {
  if (Array.isArray(value)) {
    if (kind === 'terms') return value.map(String)
    return value
      .map((one) => (column === 'communes_desservies' ? townName(String(one)) : String(one)))
      .join('\n')
  }
  return value === null || value === undefined ? '' : String(value)
}

/** What a form carries of what its writer read. */
export function readValue(section: Section, fields: Partial<WrittenFields>): string {
  const own: readonly (keyof WrittenFields)[] = SECTIONS[section]
  return JSON.stringify(Object.fromEntries(own.map((field) => [field, fields[field] ?? null])))
}
