import type { FormState } from '../../../../../platform/http/form.ts'
import { Checkboxes, Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { tickedOf } from './dated-act-page.tsx'

interface ScopeFieldsProps {
  state: FormState
  /** The places of the annex. */
  places: readonly { id: string; name: string }[]
}

/** What a formal notice or a termination is about: the whole agreement, or some of its places. AGR-55. */
export function ScopeFields({ state, places }: ScopeFieldsProps) {
  return (
    <>
      <Radios
        {...fieldsOf(state)('etendue')}
        label="Étendue"
        choices={[
          { value: 'totale', label: 'La convention entière' },
          { value: 'partielle', label: 'Certains lieux seulement' },
        ]}
      />
      <Checkboxes
        {...fieldsOf(state)('lieux')}
        label="Lieux visés"
        hint="Pour une étendue partielle."
        values={tickedOf(state, 'lieux')}
        choices={places.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
    </>
  )
}
