import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField, TextArea } from '../../../../../ui/text-field.tsx'
import type { PlaceListId } from '../../../data/bulk/place-lists.store.ts'
import { bulkPaths } from '../bulk.paths.ts'

interface JudgementProps {
  view: View
  id: PlaceListId
  place: { name: string; commune: string }
  action: string
  state: FormState
}

/** What the head says of one place of a list. LAB-21, LAB-70. */
export function JudgementPage({ view, id, place, action, state }: JudgementProps) {
  const { base } = view.network
  const field = fieldsOf(state)
  return (
    <Frame
      view={view}
      space="member"
      title={`${place.name}, ${place.commune}`}
      intro="La tête du réseau s’est engagée à labelliser les lieux proposés : une réserve ou une exclusion est toujours motivée."
      breadcrumb={[
        { label: 'Lieux proposés par liste', href: bulkPaths.lists(base) },
        { label: 'La liste', href: bulkPaths.list(base, id) },
      ]}
      problems={state.problems}
    >
      <Form action={action}>
        <Radios
          {...field('avis', 'granted')}
          label="Pour ce lieu"
          choices={[
            { value: 'granted', label: 'Attribuer le label' },
            { value: 'granted_with_reserve', label: 'Attribuer le label avec une réserve' },
            { value: 'excluded', label: 'Exclure ce lieu de la décision' },
          ]}
        />
        <TextArea
          {...field('motif')}
          label="Motif"
          hint="Le lieu et son partenaire le liront."
          optional
          rows={4}
        />
        <DateField {...field('avant_le')} label="Réserve à lever au plus tard le" optional />
        <Actions>
          <Button>Enregistrer l’avis</Button>
          <a href={bulkPaths.list(base, id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
