import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField } from '../../../../../ui/text-field.tsx'
import type { Agreement } from '../../../../agreements/index.ts'
import { agreementPaths } from '../../../../agreements/index.ts'
import type { PlaceSummary } from '../../../../places/index.ts'
import type { Scheme } from '../../../data/awards/awards.store.ts'
import { paths } from '../grant.paths.ts'

interface GrantProps {
  view: View
  agreement: Agreement
  schemes: readonly Scheme[]
  places: readonly PlaceSummary[]
  state: FormState
}

export function GrantPage({ view, agreement, schemes, places, state }: GrantProps) {
  const { base } = view.network
  const back = agreementPaths.agreement(base, agreement.id)
  const { values, problems } = state
  return (
    <Frame
      view={view}
      space="member"
      title="Attribuer un label"
      intro="Le label se verra sur la page publique du lieu, dans la liste et sur la carte, tant que la convention produit ses effets."
      breadcrumb={[{ label: `Convention ${agreement.reference}`, href: back }]}
      problems={problems}
    >
      {places.length === 0 ? (
        <EmptyState title="La convention ne liste aucun lieu">
          <ButtonLink href={back}>Revenir à la convention</ButtonLink>
        </EmptyState>
      ) : (
        <Form action={paths.grant(base, agreement.id)}>
          <Radios
            name="label"
            label="Label"
            error={problemOf(problems, 'label')}
            value={String(values.label ?? '')}
            choices={schemes.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Checkboxes
            name="lieux"
            label="Lieux"
            hint="Seuls les lieux listés par la convention peuvent porter le label."
            error={problemOf(problems, 'lieux')}
            values={[values.lieux ?? []].flat()}
            choices={places.map(({ id, name, commune }) => ({ value: id, label: `${name}, ${commune}` }))}
          />
          <DateField
            name="date"
            label="Date de la décision"
            error={problemOf(problems, 'date')}
            value={String(values.date ?? formatTyped(view))}
          />
          <Actions>
            <Button>Attribuer le label</Button>
            <a href={back}>Annuler</a>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}

function formatTyped({ today }: View): string {
  const [year, month, day] = today.split('-')
  return `${day}/${month}/${year}`
}
