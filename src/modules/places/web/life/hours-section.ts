import type { Day } from '../../../../kernel/day.ts'
import type { FormState, Problem } from '../../../../platform/http/form.ts'
import type { TypedSection } from '../../domain/life/read-section.ts'
import { copiedFromMonday, hoursValues, readHours } from '../hours/hours.form.ts'

type Typed = FormState['values']

/** What was typed of the hours, as the standard writes them; a week that says what was read is what was read. */
export function typedHours(
  typed: Typed,
  read: unknown,
  today: Day,
): { cells: TypedSection } | { problems: readonly Problem[] } {
  if (typed.garder_horaires === 'enregistre') return { cells: {} }
  const hours = readHours(typed, today)
  if ('problems' in hours) return hours
  const before = typeof read === 'string' ? read : null
  const asDrawn = readHours(hoursValues(before), today)
  const isAsDrawn = 'words' in asDrawn && asDrawn.words === hours.words
  return { cells: { horaires: isAsDrawn ? (before ?? '') : hours.words } }
}

/** The same form with Monday copied, or to see how it will be read; null: the button saves. */
export function hoursAskedAgain(typed: Typed): Typed | null {
  const { suite, ...values } = typed
  switch (suite) {
    case 'copier-h':
      return copiedFromMonday(values, 'h')
    case 'copier-v':
      return copiedFromMonday(values, 'v')
    case 'apercu':
      return values
    default:
      return null
  }
}
