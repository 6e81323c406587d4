import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import { type Suggestion, Suggestions } from '../../borrowing/pages/request-page.tsx'
import { What } from '../../borrowing/pages/request-what.tsx'
import { When } from '../../borrowing/pages/request-when.tsx'
import { Who, Why } from '../../borrowing/pages/request-why.tsx'
import type { RequestWorld } from '../../borrowing/request-view.ts'
import { managingPaths } from '../managing.paths.ts'
import { trail } from './trail.ts'

interface EntryPageProps {
  view: View
  inventory: Inventory
  /** Structures with an agreement in force, those of whoever enters left out. */
  partners: readonly { id: string; name: string }[]
  /** The one that called; null: to be chosen first. */
  partner: { id: string; name: string } | null
  world: RequestWorld | null
  state: FormState
  suggestions: readonly Suggestion[]
  mayExceed: boolean
}

/** A manager writes down what a member asks for on the telephone: for whom, then the usual request. EQP-505. */
export function EntryPage(props: EntryPageProps) {
  const { view, inventory, partner, world, state } = props
  const { problems } = state
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={partner ? `Saisir une demande pour ${partner.name}` : 'Saisir une demande pour un membre'}
      breadcrumb={trail(base, inventory)}
      intro="Pour une demande reçue par téléphone ou au guichet. La structure la confirme ou y renonce depuis le courriel qu’elle reçoit."
      problems={problems}
    >
      <PartnerForm {...props} />
      {partner && !world?.agreement && (
        <EmptyState title="Rien ne peut être demandé pour cette structure.">
          <p>Il manque un guichet à l’inventaire, ou une convention qui permette d’emprunter.</p>
        </EmptyState>
      )}
      {partner && world?.agreement && (
        <Form action={managingPaths.entry(base, inventory.id)}>
          <input type="hidden" name="structure" value={partner.id} />
          <Suggestions {...props} />
          <What world={world} state={state} />
          <When world={world} state={state} problems={problems} />
          <Why state={state} problems={problems} />
          <Who world={world} state={state} problems={problems} />
          <Actions>
            <Button name="acte" value="envoyer">
              Enregistrer la demande
            </Button>
          </Actions>
          <p>
            Le matériel est gardé {world.counter.rules.answerDays.value} jours d’ouverture, le temps de
            confirmer et de décider.
          </p>
        </Form>
      )}
    </Frame>
  )
}

function PartnerForm({ view, inventory, partners, partner }: EntryPageProps) {
  if (partners.length === 0)
    return (
      <EmptyState title="Aucune structure n’a de convention en vigueur.">
        <p>Une demande se fait au titre d’une convention : elle se saisira ici dès qu’une sera signée.</p>
      </EmptyState>
    )
  return (
    <Form
      action={managingPaths.entry(view.network.base, inventory.id)}
      method="get"
      label="Choisir la structure"
    >
      <Select
        name="structure"
        label="Pour quelle structure ?"
        prompt="Choisissez une structure"
        choices={partners.map(({ id, name }) => ({ value: id, label: name }))}
        value={partner?.id}
      />
      <Actions>
        <Button look={partner ? 'plain' : 'main'}>
          {partner ? 'Changer de structure' : 'Continuer avec cette structure'}
        </Button>
      </Actions>
    </Form>
  )
}
