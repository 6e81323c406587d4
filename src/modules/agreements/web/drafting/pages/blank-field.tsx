import { isDay } from '../../../../../kernel/day.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import type { Variable } from '../../../templates/template.ts'
import { fieldOf } from '../draft.form.ts'

interface BlankProps {
  variable: Variable
  agreement: Pick<Agreement, 'variables'>
  state: FormState
}

/** A blank of the text. What was typed stays; what somebody else saved meanwhile is said under it. AGR-21. */
export function BlankField({ variable, agreement, state: { values, problems } }: BlankProps) {
  const name = fieldOf(variable)
  const saved = typed(agreement.variables[variable.name] ?? '')
  const value = String(values[name] ?? saved)
  const isOther = values[name] !== undefined && saved !== '' && saved !== value
  const field = {
    name,
    value,
    error: problemOf(problems, name),
    label: variable.label.charAt(0).toUpperCase() + variable.label.slice(1),
    ...(isOther && { hint: `Enregistré à ce jour : ${saved}` }),
  }
  if (variable.type === 'long_text') return <TextArea {...field} rows={6} optional />
  return variable.type === 'day' ? <DateField {...field} optional /> : <TextField {...field} optional />
}

/** A stored day goes back to the form as it was typed. */
function typed(value: string): string {
  return isDay(value) ? value.split('-').reverse().join('/') : value
}
