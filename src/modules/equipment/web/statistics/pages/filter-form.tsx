import type { Day } from '../../../../../kernel/day.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField } from '../../../../../ui/text-field.tsx'
import { DIMENSIONS } from '../../../domain/telling/statistics.ts'
import type { AskedStatistics } from '../asked.ts'
import type { choicesOf } from '../names.ts'
import { DIVISION_WORDS } from '../statistics-wording.ts'

interface FilterFormProps {
  action: string
  asked: AskedStatistics
  choices: ReturnType<typeof choicesOf>
}

/** The period and what is kept: a form that only changes the address. */
export function FilterForm({ action, asked: { asked, period, problems }, choices }: FilterFormProps) {
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
          <DateField
            name="du"
            label="Premier jour"
            value={asked.du || typedDay(period.first)}
            error={problemOf(problems, 'du')}
            optional
          />
          <DateField
            name="au"
            label="Dernier jour"
            value={asked.au || typedDay(period.last)}
            error={problemOf(problems, 'au')}
            optional
          />
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

/** `17/06/2026`, as a person types it. */
export function typedDay(of: Day): string {
  return of.split('-').reverse().join('/')
}
