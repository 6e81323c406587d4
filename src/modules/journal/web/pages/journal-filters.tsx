import type { Problem } from '../../../../platform/http/form.ts'
import type { JournalFamilies } from '../../../../platform/journal/families.ts'
import { Button } from '../../../../ui/button.tsx'
import { Select } from '../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { DateField, TextField } from '../../../../ui/text-field.tsx'
import { paths, type Typed } from '../paths.ts'

interface FiltersProps {
  base: string
  typed: Typed
  problems: readonly Problem[]
  isFiltered: boolean
  families: JournalFamilies
}

/** What is asked stands in the address: a search can be kept and sent. */
export function JournalFilters({ base, typed, problems, isFiltered, families }: FiltersProps) {
  const choices = Object.entries(families)
    .map(([value, { name: label }]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label, 'fr'))
  return (
    <details class="journal-filters" open={isFiltered}>
      <summary>Chercher dans le journal</summary>
      <Form action={paths.journal(base)} method="get" label="Chercher dans le journal">
        <div class="journal-fields">
          <TextField name="personne" label="Personne" value={typed.personne} hint="Une partie du nom" />
          <TextField name="structure" label="Structure" value={typed.structure} hint="Une partie du nom" />
          <DateField name="du" label="Du" value={typed.du} error={problemOf(problems, 'du')} />
          <DateField name="au" label="Au" value={typed.au} error={problemOf(problems, 'au')} />
          <Select
            name="famille"
            label="Sorte d’acte"
            choices={choices}
            value={typed.famille}
            prompt="Toutes"
          />
          <TextField name="objet" label="Identifiant de l’objet" value={typed.objet} hint="Le début suffit" />
        </div>
        <Actions>
          <Button>Chercher</Button>
          {isFiltered && <a href={paths.journal(base)}>Retirer tous les filtres</a>}
        </Actions>
      </Form>
    </details>
  )
}
