import { z } from 'zod'
import { parseDay } from '../../../../kernel/day.ts'
import { NO_SUCH_DAY, optionalText } from '../../../../platform/http/fields.ts'
import type { Variable } from '../../templates/template.ts'
import { seenField } from '../target.form.ts'
import { representative, years } from './new-agreement.form.ts'

/** Every blank may be left for later: only signing asks for them all (AGR-9). */
export function draftForm(variables: readonly Variable[]) {
  return z.object({
    ...seenField,
    ...representative,
    duree: years,
    ...filledField,
    ...blankFields(variables),
  })
}

/** Tells which filling of the draft the page showed. */
const filledField = { rempli: z.string().exactOptional() }

/** A field per blank, by the name it has in the form. */
export function blankFields(variables: readonly Variable[]) {
  return Object.fromEntries(variables.map((variable) => [fieldOf(variable), blank(variable)] as const))
}

export function fieldOf({ name }: Variable): string {
  return `texte.${name}`
}

/** The blanks among the values of the form, by the name of their variable; empty ones are left out. */
export function blanksOf(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) =>
      field.startsWith('texte.') && typeof value === 'string' && value
        ? [[field.slice('texte.'.length), value]]
        : [],
    ),
  )
}

function blank({ type }: Variable) {
  if (type !== 'day') return optionalText(type === 'long_text' ? 5000 : 300)
  return z
    .string()
    .default('')
    .transform((text, check): string => {
      if (text === '') return ''
      const read = parseDay(text)
      if (read) return read
      check.addIssue({ code: 'custom', message: NO_SUCH_DAY })
      return z.NEVER
    })
}
