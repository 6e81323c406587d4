import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { borrowingPaths } from '../borrowing.paths.ts'
import type { RequestWorld } from '../request-view.ts'
import { What } from './request-what.tsx'
import { When } from './request-when.tsx'
import { Who, Why } from './request-why.tsx'

/** What may be had instead, each the button of one tap. */
export interface Suggestion {
  value: string
  label: string
}

export interface RequestPageProps {
  view: View
  action: string
  world: RequestWorld | null
  state: FormState
  suggestions: readonly Suggestion[]
  /** The loan is longer than the agreement says: it may go on as a derogation. EQP-701. */
  mayExceed: boolean
}

/** One page to ask for equipment: what, when, what for, who fetches it. EQP-501. */
export function RequestPage(props: RequestPageProps) {
  const { view, action, world, state } = props
  const { base } = view.network
  const { problems } = state
  return (
    <Frame
      view={view}
      space="member"
      title="Demander un prêt"
      breadcrumb={[{ label: 'Matériel', href: borrowingPaths.catalogue(base) }]}
      intro="Dites quoi, quand et pour quoi faire. La réponse de la tête de réseau se lit dans « Mes demandes »."
      problems={problems}
    >
      {!world?.agreement ? (
        <Nothing world={world} />
      ) : (
        <Form action={action}>
          <Suggestions {...props} />
          <What world={world} state={state} />
          <When world={world} state={state} problems={problems} />
          <Why state={state} problems={problems} />
          <Who world={world} state={state} problems={problems} />
          <Actions>
            <Button name="acte" value="envoyer">
              Envoyer la demande
            </Button>
            <Button look="plain" name="acte" value="brouillon">
              Garder en brouillon
            </Button>
          </Actions>
          <p>
            Une demande envoyée vous garde le matériel le temps de la réponse (
            {world.counter.rules.answerDays.value} jours d’ouverture).
          </p>
        </Form>
      )}
    </Frame>
  )
}

function Nothing({ world }: { world: RequestWorld | null }) {
  return (
    <EmptyState
      title={
        world
          ? 'Votre structure n’a pas de convention qui permette d’emprunter.'
          : 'Aucun matériel n’est encore prêté par ce réseau.'
      }
    >
      <p>
        {world?.counter.inventory.contact
          ? `Pour en parler, écrivez à ${world.counter.inventory.contact}.`
          : 'Pour en parler, écrivez à la tête de réseau.'}
      </p>
    </EmptyState>
  )
}

export function Suggestions({ suggestions, mayExceed }: Pick<RequestPageProps, 'suggestions' | 'mayExceed'>) {
  if (suggestions.length === 0 && !mayExceed) return null
  return (
    <Notice state="info" title="Ce qui est possible">
      <p>Un seul geste suffit : le reste de votre demande est gardé.</p>
      <Actions>
        {mayExceed && (
          <Button look="plain" name="acte" value="depasser">
            Demander un dépassement
          </Button>
        )}
        {suggestions.map(({ value, label }) => (
          <Button look="plain" name="choix" value={value}>
            {label}
          </Button>
        ))}
      </Actions>
    </Notice>
  )
}
