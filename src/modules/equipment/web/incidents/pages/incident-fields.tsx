import type { FormState } from '../../../../../platform/http/form.ts'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FieldGroup } from '../../../../../ui/form.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'

/** The name, what was typed or known, and what is wrong with it. */
export function fieldOf({ values, problems }: FormState, name: string, known = '') {
  return { name, value: String(values[name] ?? known), error: problemOf(problems, name) }
}

export interface KnownFacts {
  readonly temoin?: string
  readonly plainte?: string
  readonly plainte_le?: string
  readonly sinistre?: string
}

/** What others know of it. EQP-902. */
export function FactFields({ state, known = {} }: { state: FormState; known?: KnownFacts }) {
  return (
    <FieldGroup legend="Témoin, plainte, assurance">
      <TextField {...fieldOf(state, 'temoin', known.temoin)} label="Témoin" optional />
      <TextField
        {...fieldOf(state, 'plainte', known.plainte)}
        label="Référence de la plainte"
        hint="Demandée pour un vol : elle vous sera rappelée après deux jours d’ouverture."
        optional
      />
      <DateField {...fieldOf(state, 'plainte_le', known.plainte_le)} label="Plainte déposée le" optional />
      <TextField
        {...fieldOf(state, 'sinistre', known.sinistre)}
        label="Numéro de sinistre de l’assureur"
        optional
      />
    </FieldGroup>
  )
}

/** Whether the unit stops, and until when: loans to come make way at once. EQP-903. */
export function StopFields({
  state,
  known = { arret: '', arret_jusquau: '' },
}: {
  state: FormState
  known?: { arret: string; arret_jusquau: string }
}) {
  return (
    <FieldGroup legend="L’exemplaire peut-il être prêté ?">
      <Radios
        {...fieldOf(state, 'arret', known.arret)}
        label="D’ici là"
        choices={[
          { value: 'non', label: 'Il continue à être prêté' },
          { value: 'date', label: 'Il est arrêté jusqu’à une date' },
          { value: 'sans_date', label: 'Il est arrêté, personne ne sait jusqu’à quand' },
        ]}
      />
      <DateField
        {...fieldOf(state, 'arret_jusquau', known.arret_jusquau)}
        label="Arrêté jusqu’au"
        hint="Dernier jour d’arrêt."
        optional
      />
    </FieldGroup>
  )
}
