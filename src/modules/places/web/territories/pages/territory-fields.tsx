import type { FormState } from '../../../../../platform/http/form.ts'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'

/** A name, and what bears it. */
export function TerritoryFields({
  state: { values, problems },
  drawn = { nom: '', membres: '' },
}: {
  state: FormState
  drawn?: { nom: string; membres: string }
}) {
  const typed = (name: 'nom' | 'membres') => String(values[name] ?? drawn[name])
  return (
    <>
      <TextField
        name="nom"
        label="Nom du territoire"
        hint={'Celui que les habitants connaissent : « Pays de Coutances ».'}
        value={typed('nom')}
        error={problemOf(problems, 'nom')}
        width="medium"
      />
      <TextArea
        name="membres"
        label="Ce qu’il réunit"
        hint={
          'Une commune ou une intercommunalité par ligne : son nom, ou son nom suivi de son code INSEE ou de son SIREN entre parenthèses.'
        }
        value={typed('membres')}
        error={problemOf(problems, 'membres')}
        rows={12}
      />
    </>
  )
}
