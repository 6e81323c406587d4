import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'

export interface FieldProps {
  name: string
  label: Child
  hint?: Child
  /** What is wrong and what to do, in one sentence. */
  error?: string | undefined
  /** Fields are required unless said so. */
  optional?: boolean | undefined
  /** Needed only when one page holds the same name twice. */
  id?: string | undefined
}

/** Where the error summary leads: the field, or the first choice of a group. */
export function fieldId(name: string): string {
  return `champ-${name}`
}

/**
 * The attributes a control owes to its label, hint and error. No `required`: screen readers would call every empty
 * field invalid before anything is typed.
 */
export function control({ name, hint, error, id = fieldId(name) }: FieldProps) {
  return {
    id,
    name,
    'aria-describedby': describedBy(id, hint, error),
    'aria-invalid': error ? 'true' : undefined,
  }
}

/** Label, hint and error above one control. */
export function FieldFrame({ field, children }: { field: FieldProps; children: Child }) {
  const { name, label, hint, error, optional, id = fieldId(name) } = field
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label class="field-label" for={id}>
        {label}
        {optional && <Optional />}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** The same for several choices under one question. */
export function FieldsetFrame({ field, children }: { field: FieldProps; children: Child }) {
  const { name, label, hint, error, optional, id = fieldId(name) } = field
  return (
    <fieldset class={error ? 'field field-wrong' : 'field'} aria-describedby={describedBy(id, hint, error)}>
      <legend class="field-label">
        {label}
        {optional && <Optional />}
      </legend>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  )
}

function HintAndError({ id, hint, error }: { id: string; hint?: Child; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <p class="field-hint" id={`${id}-aide`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-erreur`}>
          <Icon name="diamond" />
          <span>
            <span class="visually-hidden">Erreur : </span>
            {error}
          </span>
        </p>
      )}
    </>
  )
}

function Optional() {
  return <span class="field-optional"> (facultatif)</span>
}

function describedBy(id: string, hint: Child, error: string | undefined): string | undefined {
  const ids = [hint && `${id}-aide`, error && `${id}-erreur`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
