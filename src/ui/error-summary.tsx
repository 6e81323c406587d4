import { fieldId } from './field.tsx'

export interface Problem {
  /** Name of the field, or null when the whole act is refused. */
  field: string | null
  message: string
}

/**
 * On top of a refused form. Without a script nothing can move the focus: the title begins with « Erreur », the alert
 * role is read at once, `autofocus` brings the summary under the eyes and the keyboard where browsers allow it.
 */
export function ErrorSummary({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  const title = problems.length === 1 ? 'Un point est à revoir' : `${problems.length} points sont à revoir`
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus aria-labelledby="a-revoir">
      <h2 class="error-summary-title" id="a-revoir">
        {title}
      </h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li>{field === null ? message : <a href={`#${fieldId(field)}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

/** The message of one field, for its `error`. */
export function problemOf(problems: readonly Problem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message
}

interface Typed {
  values: Readonly<Record<string, string | readonly string[]>>
  problems: readonly Problem[]
}

/**
 * `field('nom')` gives a component the name, the value and the error of a field: `<TextField {...field('nom')} />`.
 * What was typed comes before what is `saved`.
 */
export function fieldsOf({ values, problems }: Typed) {
  return (name: string, saved = '') => ({
    name,
    error: problemOf(problems, name),
    value: String(values[name] ?? saved),
  })
}
