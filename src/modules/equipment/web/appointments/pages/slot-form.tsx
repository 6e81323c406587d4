import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import type { Slot } from '../../../domain/slots.ts'
import { slotText } from '../../moment-wording.ts'

interface SlotFormProps {
  action: string
  seq: number
  label: string
  button: string
  slots: readonly Slot[]
  zone: string
  state: FormState
  fields?: Readonly<Record<string, string>>
}

/** One slot among those proposed. */
export function SlotForm({ action, seq, label, button, slots, zone, state, fields = {} }: SlotFormProps) {
  return (
    <Form action={action}>
      <input type="hidden" name="vu" value={String(seq)} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Radios
        name="creneau"
        label={label}
        choices={slots.map(({ start }) => ({ value: start, label: slotText(start, zone) }))}
        value={String(state.values.creneau ?? '')}
        error={problemOf(state.problems, 'creneau')}
      />
      <Actions>
        <Button>{button}</Button>
      </Actions>
    </Form>
  )
}
