import type { Child } from 'hono/jsx'
import { Checkbox, Radios, Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FieldGroup } from '../../../../../ui/form.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { ACTION_KINDS } from '../request.form.ts'
import { textIn } from '../request-view.ts'
import { ACTION_KIND_WORDS } from '../request-wording.ts'
import type { PartProps } from './request-when.tsx'

/** What it is for, and where it will be. EQP-501. */
export function Why({ state: { values }, problems }: Omit<PartProps, 'world'>) {
  return (
    <FieldGroup legend="Pour quoi faire">
      <Radios
        name="nature"
        label="Type d’actions"
        choices={ACTION_KINDS.map((kind) => ({ value: kind, label: ACTION_KIND_WORDS[kind] }))}
        value={textIn(values, 'nature') || 'workshop'}
        error={problemOf(problems, 'nature')}
      />
      <TextArea
        name="actions"
        label="Actions prévues"
        hint="Deux phrases suffisent, 20 signes au moins."
        rows={3}
        value={textIn(values, 'actions')}
        error={problemOf(problems, 'actions')}
      />
      <TextField
        name="public"
        label="Public"
        hint="Familles, collégiens, seniors…"
        value={textIn(values, 'public')}
        error={problemOf(problems, 'public')}
      />
      <TextField
        name="personnes"
        label="Nombre de personnes attendues"
        optional
        inputmode="numeric"
        width="short"
        value={textIn(values, 'personnes')}
        error={problemOf(problems, 'personnes')}
      />
      <TextField
        name="lieu"
        label="Lieu d’utilisation"
        value={textIn(values, 'lieu')}
        error={problemOf(problems, 'lieu')}
      />
      <Checkbox
        name="rangement"
        label="Le matériel sera rangé dans un lieu fermé et sûr"
        checked={textIn(values, 'rangement') === 'oui'}
        error={problemOf(problems, 'rangement')}
      />
    </FieldGroup>
  )
}

/** Who fetches it, under which agreement. EQP-205. */
export function Who({ world, state: { values }, problems }: PartProps): Child {
  const collector = textIn(values, 'retire_nom')
  return (
    <FieldGroup legend="Qui vient le chercher">
      <TextField
        name="retire_nom"
        label="Nom de la personne"
        value={collector}
        error={problemOf(problems, 'retire_nom')}
      />
      <TextField name="retire_qualite" label="Fonction" optional value={textIn(values, 'retire_qualite')} />
      <TextField
        name="retire_telephone"
        label="Téléphone"
        hint="Vu du seul guichet, effacé un an après la fin du prêt."
        optional
        type="tel"
        value={textIn(values, 'retire_telephone')}
      />
      {world.agreements.length > 1 ? (
        <Select
          name="convention"
          label="Au titre de la convention"
          choices={world.agreements.map(({ id, reference }) => ({ value: id, label: reference }))}
          value={world.agreement?.id}
        />
      ) : (
        <p>Au titre de la convention {world.agreement?.reference}.</p>
      )}
    </FieldGroup>
  )
}
