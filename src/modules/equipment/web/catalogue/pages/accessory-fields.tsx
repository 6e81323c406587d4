import type { FormState } from '../../../../../platform/http/form.ts'
import { Checkbox } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'

interface AccessoryFieldsProps {
  /** What is not lent without it: « rien n’est prêté », « la malle n’est pas prêtée ». */
  without: string
  state: FormState
}

/** One more thing to count with a model or a kit. EQP-106. */
export function AccessoryFields({ without, state: { values, problems } }: AccessoryFieldsProps) {
  return (
    <>
      <TextField
        name="accessoire"
        label="Accessoire"
        width="medium"
        value={String(values.accessoire ?? '')}
        error={problemOf(problems, 'accessoire')}
      />
      <TextField
        name="nombre"
        label="Combien sont attendus"
        width="short"
        inputmode="numeric"
        value={String(values.nombre ?? '1')}
        error={problemOf(problems, 'nombre')}
      />
      <Checkbox
        name="critique"
        id="accessoire-critique"
        label={`Indispensable : sans lui, ${without}`}
        checked={values.critique === 'oui'}
      />
    </>
  )
}
