import type { FormState } from '../../../../../platform/http/form.ts'
import { Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { FieldGroup } from '../../../../../ui/form.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import { KNOWN_ACTS } from '../../../domain/takeover.ts'
import { MOST_ROWS } from '../takeover.form.ts'
import { knownActWords } from '../takeover-wording.ts'

/** Two rows more than those that are filled: what is typed is never lost, and the page stays short. */
export function KnownActsFields({ state, headName }: { state: FormState; headName: string }) {
  return (
    <FieldGroup legend="Ce qui s’est passé depuis">
      <p class="muted">
        Reconductions, avenants, lettres : avec leur date réelle. Laissez vide s’il n’y en a pas ; vous
        pourrez en ajouter ensuite sur la page de la convention.
      </p>
      {Array.from({ length: shownRows(state) }, (_, index) => (
        <Row row={index + 1} state={state} headName={headName} />
      ))}
    </FieldGroup>
  )
}

function Row({ row, state, headName }: { row: number; state: FormState; headName: string }) {
  const field = fieldsOf(state)
  return (
    <FieldGroup legend={`Acte ${row}`}>
      <Select
        {...field(`acte${row}`)}
        label="Nature"
        prompt="Aucun"
        optional
        choices={KNOWN_ACTS.map((value) => ({ value, label: knownActWords[value] }))}
      />
      <DateField {...field(`acte${row}_date`)} label="Date écrite, ou de dépôt" optional />
      <Select
        {...field(`acte${row}_partie`)}
        label="Envoyé par"
        hint="Pour une lettre ou une demande."
        prompt="Sans objet"
        optional
        choices={[
          { value: 'tete', label: headName },
          { value: 'partenaire', label: 'Le co-contractant' },
        ]}
      />
      <TextField
        {...field(`acte${row}_duree`)}
        label="Durée, pour une reconduction"
        optional
        inputmode="numeric"
        width="short"
        suffix="ans"
      />
      <DateField
        {...field(`acte${row}_fin`)}
        label="Nouveau dernier jour, pour un avenant qui en fixe un"
        optional
      />
    </FieldGroup>
  )
}

function shownRows({ values }: FormState): number {
  const rows = Array.from({ length: MOST_ROWS }, (_, index) => index + 1)
  const isFilled = (row: number) =>
    ['', '_date', '_partie', '_duree', '_fin'].some((part) => (values[`acte${row}${part}`] ?? '') !== '')
  const last = rows.findLast(isFilled) ?? 0
  return Math.min(MOST_ROWS, Math.max(2, last + 2))
}
