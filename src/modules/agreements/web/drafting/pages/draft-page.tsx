import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { Variable } from '../../../templates/template.ts'
import { paths } from '../../paths.ts'
import { BlankField } from './blank-field.tsx'

interface DraftProps {
  view: View
  agreement: Agreement
  variables: readonly Variable[]
  /** The filling of the draft that the page shows. */
  shown: string
  state: FormState
}

/** The blanks of the text, in its order. Nothing is compulsory here: a draft is filled little by little. */
export function DraftPage({ view, agreement, variables, shown, state }: DraftProps) {
  const { base } = view.network
  const field = fieldsOf(state)
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
      problems={state.problems}
    >
      <Form action={paths.draft(base, agreement.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <input type="hidden" name="rempli" value={shown} />
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
            <BlankField variable={variable} agreement={agreement} state={state} />
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
