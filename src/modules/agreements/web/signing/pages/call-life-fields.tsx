import type { FormState } from '../../../../../platform/http/form.ts'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { FieldGroup } from '../../../../../ui/form.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'

/** How often the call is recalled, and its last day. */
export function CallLifeFields({ values, problems }: FormState) {
  const field = fieldsOf({ values, problems })
  return (
    <FieldGroup legend="Rappels et fin de l’appel">
      <TextField
        {...field('rappel')}
        label="Rappeler par courriel tous les"
        hint="À la personne dont c’est le tour. Laissez vide pour ne jamais rappeler."
        suffix="jours"
        inputmode="numeric"
        width="short"
        optional
      />
      <DateField
        {...field('echeance')}
        label="Dernier jour pour signer en ligne"
        hint="Passé ce jour, le lien se ferme. La convention, elle, ne change pas, et vous pouvez prolonger l’appel."
        optional
      />
    </FieldGroup>
  )
}
