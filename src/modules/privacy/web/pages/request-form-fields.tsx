import type { FormState } from '../../../../platform/http/form.ts'
import { Radios } from '../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { kindChoices } from '../wording.ts'

/** A field of a form page: its name, what was typed, what is wrong. */
export function fieldOf({ values, problems }: FormState, name: string) {
  return { name, error: problemOf(problems, name), value: String(values[name] ?? '') }
}

export function KindField({ state }: { state: FormState }) {
  return <Radios {...fieldOf(state, 'nature')} label="Que demandez-vous ?" choices={kindChoices} />
}

export function MessageField({ state }: { state: FormState }) {
  return (
    <TextArea
      {...fieldOf(state, 'message')}
      label="Précisez votre demande"
      hint="Par exemple : ce qui est faux, et ce qu’il faut écrire à la place."
      optional
    />
  )
}
