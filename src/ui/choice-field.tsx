import type { Child } from 'hono/jsx'
import { control, FieldFrame, type FieldProps, FieldsetFrame, fieldId } from './field.tsx'

export interface Choice {
  value: string
  label: Child
  hint?: Child
}

interface SelectProps extends FieldProps {
  choices: readonly { value: string; label: string }[]
  value?: string | undefined
  /** The first line, when nothing is chosen yet. */
  prompt?: string | undefined
}

/** For long known lists only: under eight choices, `Radios` show them all. */
export function Select(props: SelectProps) {
  const { choices, value, prompt } = props
  return (
    <FieldFrame field={props}>
      <select {...control(props)} class="input input-select">
        {prompt && <option value="">{prompt}</option>}
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

export function Radios(props: FieldProps & { choices: readonly Choice[]; value?: string | undefined }) {
  return <Choices type="radio" field={props} choices={props.choices} chosen={[props.value ?? '']} />
}

/** Any number of answers, sent as the same name repeated. */
export function Checkboxes(
  props: FieldProps & { choices: readonly Choice[]; values?: readonly string[] | undefined },
) {
  return <Choices type="checkbox" field={props} choices={props.choices} chosen={props.values ?? []} />
}

/** One box alone: a consent, a confirmation. Sends `oui`. */
export function Checkbox(props: Omit<FieldProps, 'optional'> & { checked?: boolean | undefined }) {
  const { name, label, hint, error, id = fieldId(name) } = props
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      {error && (
        <p class="field-error" id={`${id}-erreur`}>
          <span class="visually-hidden">Erreur : </span>
          {error}
        </p>
      )}
      <div class="choice">
        <input {...control(props)} type="checkbox" value="oui" checked={props.checked} />
        <label for={id}>{label}</label>
        {hint && (
          <p class="choice-hint" id={`${id}-aide`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}

interface ChoicesProps {
  type: 'radio' | 'checkbox'
  field: FieldProps
  choices: readonly Choice[]
  chosen: readonly string[]
}

function Choices({ type, field, choices, chosen }: ChoicesProps) {
  const base = field.id ?? fieldId(field.name)
  return (
    <FieldsetFrame field={field}>
      {choices.map((choice, index) => {
        const id = index === 0 ? base : `${base}-${index + 1}`
        const hintId = choice.hint ? `${id}-precision` : undefined
        return (
          <div class="choice">
            <input
              id={id}
              type={type}
              name={field.name}
              value={choice.value}
              checked={chosen.includes(choice.value)}
              aria-describedby={hintId}
            />
            <label for={id}>{choice.label}</label>
            {choice.hint && (
              <p class="choice-hint" id={hintId}>
                {choice.hint}
              </p>
            )}
          </div>
        )
      })}
    </FieldsetFrame>
  )
}
