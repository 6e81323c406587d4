import type { FormState } from '../../../../../platform/http/form.ts'
import { Checkboxes } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { FieldOfSection } from '../section-fields.ts'

/** The control of one field: a line, a text, one value a line, or boxes to tick. */
export function WrittenFieldControl({ field, state }: { field: FieldOfSection; state: FormState }) {
  const { column, label, why, kind, width } = field
  const error = problemOf(state.problems, column)
  const value = state.values[column] ?? ''
  const common = { name: column, label, hint: why, error }
  switch (kind) {
    case 'terms':
      return <Checkboxes {...common} choices={choicesOf(field, [value].flat())} values={[value].flat()} />
    case 'line':
      return <TextField {...common} value={String(value)} width={width} autocomplete="off" />
    case 'lines':
      return <TextArea {...common} value={String(value)} rows={3} />
    case 'prose':
      return <TextArea {...common} value={String(value)} rows={column === 'presentation_detail' ? 10 : 4} />
  }
}

/** A code that a file brought, and that no list names, stays ticked. */
function choicesOf({ terms = [] }: FieldOfSection, chosen: readonly string[]) {
  const known = terms.map(({ code, plain }) => ({ value: code, label: plain }))
  const others = chosen.filter((code) => code !== '' && !terms.some((term) => term.code === code))
  return [...known, ...others.map((code) => ({ value: code, label: code }))]
}
