import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField, TextArea } from '../../../../../ui/text-field.tsx'
import type { PlaceSummary } from '../../../data/places.queries.ts'
import type { Place } from '../../../domain/place.ts'
import { addressText } from '../../wording.ts'
import { lifePaths as paths } from '../life.paths.ts'

interface StatusProps {
  view: View
  place: Place
  state: FormState
}

/** A place that receives nobody any more: since when, and where to go now. DIR-7. */
export function ClosingPage({
  view,
  place,
  state,
  nearby,
  isChecked,
}: StatusProps & { nearby: readonly PlaceSummary[]; isChecked: boolean }) {
  const { base } = view.network
  const { values, problems } = state
  return (
    <Frame
      view={view}
      space="member"
      title="Ce lieu a fermé"
      kicker={place.name}
      intro={
        'Il quitte les recherches et la carte. Sa page reste : elle dit qu’il a fermé, et où aller maintenant. Vous pourrez le rouvrir.'
      }
      breadcrumb={trail(view, place)}
      problems={problems}
    >
      {isChecked && <p>La tête du réseau relit cette fermeture avant qu’elle soit affichée.</p>}
      <Form action={paths.close(base, place.id)}>
        <DateField
          name="date"
          label="Premier jour sans public"
          value={String(values.date ?? '')}
          error={problemOf(problems, 'date')}
        />
        <Select
          name="remplacant"
          label="Lieu qui reçoit ce public maintenant"
          hint="Un lieu publié des environs."
          prompt="Aucun, ou je ne sais pas"
          choices={nearby.map((other) => ({
            value: other.id,
            label: `${other.name}, ${addressText(other)}`,
          }))}
          value={String(values.remplacant ?? '')}
          error={problemOf(problems, 'remplacant')}
          optional
        />
        <Actions>
          <Button>
            {isChecked ? 'Demander la fermeture de ce lieu' : 'Enregistrer la fermeture du lieu'}
          </Button>
          <a href={paths.sheet(base, place.id)}>Revenir à la fiche</a>
        </Actions>
      </Form>
    </Frame>
  )
}

/** Out of sight until somebody shows it again; those who keep it read why. DIR-7. */
export function HidingPage({ view, place, state }: StatusProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Masquer cette fiche"
      kicker={place.name}
      intro="Le public ne la verra plus, ni dans les recherches, ni à son adresse. Rien n’est effacé."
      breadcrumb={trail(view, place)}
      problems={state.problems}
    >
      <Form action={paths.hide(base, place.id)}>
        <TextArea
          name="motif"
          label="Motif"
          hint="Les gestionnaires du lieu le liront. Le public, jamais."
          value={String(state.values.motif ?? '')}
          error={problemOf(state.problems, 'motif')}
        />
        <Actions>
          <Button look="danger">Masquer cette fiche</Button>
          <a href={paths.sheet(base, place.id)}>Revenir à la fiche</a>
        </Actions>
      </Form>
    </Frame>
  )
}

function trail({ network: { base } }: View, { id, name }: Place) {
  return [
    { label: 'Mes lieux', href: paths.mine(base) },
    { label: name, href: paths.sheet(base, id) },
  ]
}
