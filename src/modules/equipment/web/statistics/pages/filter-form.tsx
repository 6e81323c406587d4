import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DIMENSIONS } from '../../../domain/telling/statistics.ts'
import type { AskedStatistics } from '../asked.ts'
import type { choicesOf } from '../names.ts'
import { DIVISION_WORDS } from '../statistics-wording.ts'
import { PeriodFields } from './period-fields.tsx'

interface FilterFormProps {
  action: string
  asked: AskedStatistics
  choices: ReturnType<typeof choicesOf>
}

/** The period and what is kept: a form that only changes the address. */
export function FilterForm({ action, asked: asking, choices }: FilterFormProps) {
  const { asked, problems } = asking
  const select = (name: keyof typeof choices, label: string, prompt: string) => (
    <Select
      name={name}
      label={label}
      prompt={prompt}
      value={asked[name] ?? ''}
      choices={choices[name]}
      optional
    />
  )
  return (
    <details open={problems.length > 0}>
      <summary>Choisir la période et ce qui est compté</summary>
      <Form action={action} method="get" label="Période et filtres">
        <div class="journal-fields">
          <PeriodFields asked={asking} />
          {select('modele', 'Modèle', 'Tous les modèles')}
          {select('categorie', 'Catégorie', 'Toutes les catégories')}
          {select('guichet', 'Guichet', 'Tous les guichets')}
          {select('type', 'Type d’emprunteur', 'Tous les emprunteurs')}
          {select('territoire', 'Territoire', 'Tous les territoires')}
          <Select
            name="par"
            label="Détail"
            value={asked.par || 'modele'}
            choices={DIMENSIONS.map((one) => ({
              value: DIVISION_WORDS[one].code,
              label: DIVISION_WORDS[one].label,
            }))}
          />
        </div>
        {asked.exemplaire && <input type="hidden" name="exemplaire" value={asked.exemplaire} />}
        <Actions>
          <Button look="plain">Afficher les chiffres</Button>
        </Actions>
      </Form>
    </details>
  )
}
