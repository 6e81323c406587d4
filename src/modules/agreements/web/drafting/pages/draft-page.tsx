import { isDay } from '../../../../../kernel/day.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { Variable } from '../../../templates/template.ts'
import { paths } from '../../paths.ts'
import { fieldOf } from '../draft.form.ts'

interface DraftProps {
  view: View
  agreement: Agreement
  variables: readonly Variable[]
  state: FormState
}

/** The blanks of the text, in its order. Nothing is compulsory here: a draft is filled little by little. */
export function DraftPage({ view, agreement, variables, state: { values, problems } }: DraftProps) {
  const { base } = view.network
  const field = fieldsOf({ values, problems })
  return (
    <Frame
      view={view}
      space="member"
      title="Compléter le projet"
      intro="Remplissez ce que vous savez : vous pourrez revenir jusqu’à la première signature."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
      problems={problems}
    >
      <Form action={paths.draft(base, agreement.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <FieldGroup legend={`Représentant de ${agreement.partner.name}`}>
          <TextField
            {...field('representant', agreement.representative.name)}
            label="Nom et prénom"
            width="medium"
          />
          <TextField {...field('qualite', agreement.representative.title)} label="Qualité" width="medium" />
        </FieldGroup>
        <TextField
          {...field('duree', String(agreement.terms.initialYears))}
          label="Durée de la première période"
          inputmode="numeric"
          width="short"
          suffix="ans"
        />
        <FieldGroup legend="Ce que le texte demande">
          {variables.map((variable) => (
            <Blank
              variable={variable}
              field={field(fieldOf(variable), agreement.variables[variable.name] ?? '')}
            />
          ))}
        </FieldGroup>
        <Actions>
          <Button>Enregistrer le projet</Button>
          <a href={paths.agreement(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

function Blank({
  variable,
  field,
}: {
  variable: Variable
  field: { name: string; error: string | undefined; value: string }
}) {
  const label = variable.label.charAt(0).toUpperCase() + variable.label.slice(1)
  if (variable.type === 'long_text') return <TextArea {...field} label={label} rows={6} optional />
  if (variable.type === 'day')
    return <DateField {...field} value={typed(field.value)} label={label} optional />
  return <TextField {...field} label={label} optional />
}

/** A stored day goes back to the form as it was typed. */
function typed(value: string): string {
  return isDay(value) ? value.split('-').reverse().join('/') : value
}
