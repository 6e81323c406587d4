import type { FormState } from '../../../../../platform/http/form.ts'
import { Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FieldGroup } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { listIn, type RequestWorld, textIn } from '../request-view.ts'

/** What is asked for, three things at most on one page. EQP-501. */
export function What({ world, state: { values, problems } }: { world: RequestWorld; state: FormState }) {
  const [wanted, counts] = [listIn(values, 'modele'), listIn(values, 'nombre')]
  const choices = world.models.map(({ id, name }) => ({ value: id, label: name }))
  const lines = [0, 1, 2].map((index) => ({ model: wanted[index] ?? '', count: counts[index] ?? '' }))
  const line = ({ model, count }: { model: string; count: string }, index: number) => (
    <div class="journal-fields">
      <Select
        name="modele"
        id={index === 0 ? undefined : `champ-modele-${index}`}
        label={index === 0 ? 'Matériel' : 'Autre matériel'}
        optional={index > 0}
        choices={choices}
        value={model}
        prompt="Choisissez"
        error={index === 0 ? problemOf(problems, 'modele') : undefined}
      />
      <TextField
        name="nombre"
        id={index === 0 ? undefined : `champ-nombre-${index}`}
        label="Nombre"
        optional={index > 0}
        value={count || (index === 0 ? '1' : '')}
        inputmode="numeric"
        width="short"
      />
    </div>
  )
  const [first, ...others] = lines
  const prerequisites = world.models.find(({ id }) => id === first?.model)?.prerequisites
  return (
    <FieldGroup legend="Quoi">
      {first && line(first, 0)}
      {textIn(values, 'exemplaire') !== '' && (
        <Select
          name="exemplaire"
          label="Exemplaire précis"
          optional
          prompt="N’importe lequel"
          choices={[
            { value: textIn(values, 'exemplaire'), label: world.nameOf(textIn(values, 'exemplaire')) },
          ]}
          value={textIn(values, 'exemplaire')}
        />
      )}
      {prerequisites && <Notice state="info" title={prerequisites} />}
      <details open={others.some(({ model }) => model !== '')}>
        <summary>Ajouter un autre matériel</summary>
        {others.map((other, index) => line(other, index + 1))}
      </details>
    </FieldGroup>
  )
}
