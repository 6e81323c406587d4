import type { FormState } from '../../../../../platform/http/form.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import type { Variable } from '../../../templates/template.ts'
import { negotiationPaths } from '../negotiation-paths.ts'
import { BlankField } from './blank-field.tsx'
import { NegotiationFrame, Seen } from './negotiation-frame.tsx'

interface PartnerPartProps {
  view: View
  agreement: Agreement
  variables: readonly Variable[]
  /** The filling of the draft that the page shows. */
  shown: string
  state: FormState
}

/** What the text asks of the partner, and nothing else. */
export function PartnerPartPage({ view, agreement, variables, shown, state }: PartnerPartProps) {
  const { base } = view.network
  const field = fieldsOf(state)
  const { name, title } = agreement.representative
  return (
    <NegotiationFrame
      view={view}
      agreement={agreement}
      title={`Ce qui est demandé à ${agreement.partner.name}`}
      intro="Remplissez ce que vous savez : vous pourrez revenir tant que personne n’a signé."
      isInside
      state={state}
    >
      <Form action={negotiationPaths.partnerPart(base, agreement.id)}>
        <Seen agreement={agreement} />
        <input type="hidden" name="rempli" value={shown} />
        <FieldGroup legend={`Qui représente ${agreement.partner.name} ?`}>
          <TextField {...field('representant', name)} label="Nom et prénom" width="medium" />
          <TextField {...field('qualite', title)} label="Qualité" width="medium" />
        </FieldGroup>
        <FieldGroup legend="Ce que le texte demande">
          {variables.map((variable) => (
            <BlankField variable={variable} agreement={agreement} state={state} />
          ))}
        </FieldGroup>
        <Actions>
          <Button>Enregistrer ces renseignements</Button>
          <a href={negotiationPaths.negotiation(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </NegotiationFrame>
  )
}
