import type { FormState } from '../../../../platform/http/form.ts'
import { Radios } from '../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../ui/error-summary.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { kindChoices } from '../wording.ts'

export function KindField({ state }: { state: FormState }) {
  return <Radios {...fieldsOf(state)('nature')} label="Que demandez-vous ?" choices={kindChoices} />
}

export function MessageField({ state }: { state: FormState }) {
  return (
    <TextArea
      {...fieldsOf(state)('message')}
      label="Précisez votre demande"
      hint="Par exemple : ce qui est faux, et ce qu’il faut écrire à la place."
      optional
    />
  )
}
