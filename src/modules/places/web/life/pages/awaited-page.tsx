import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import type { PersonId } from '../../../../../platform/session/actor.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatMoment } from '../../../../../ui/french.ts'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { AwaitedChange } from '../../../data/life/awaited-changes.store.ts'
import { fieldOfColumn } from '../../../data/life/written-fields.ts'
import { policy } from '../../policy.ts'
import { lifePaths as paths } from '../life.paths.ts'
import { fieldName, valueText } from '../life-wording.ts'

interface AwaitedProps {
  view: View
  changes: readonly (AwaitedChange & { name: string; commune: string })[]
  names: ReadonlyMap<PersonId, string>
  /** Whether what a place is waits for the head of the network. */
  isChecked: boolean
  /** The change whose refusal was sent without a reason. */
  failed: { id: string; state: FormState } | null
}

/** Changes of what a place is: each before and after, accepted or refused with a reason. DIR-73. */
export function AwaitedPage({ view, changes, names, isChecked, failed }: AwaitedProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Changements à relire"
      intro="Un nom, une adresse, un SIRET ou une fermeture qu’un lieu demande. Le public voit l’ancien jusqu’à votre accord."
      breadcrumb={[{ label: 'Lieux', href: `${base}/lieux/accueil` }]}
      problems={failed?.state.problems ?? []}
    >
      {changes.length === 0 && (
        <EmptyState title="Aucun changement n’attend votre accord.">
          <p>
            {isChecked
              ? 'Dès qu’un lieu change de nom ou d’adresse, sa demande arrive ici.'
              : 'Les lieux changent eux-mêmes leur nom et leur adresse.'}{' '}
            {opensTo(view, policy.chooseEditingRule) && (
              <a href={paths.rule(base)}>Choisir si ces changements sont relus</a>
            )}
          </p>
        </EmptyState>
      )}
      {changes.map((change) => (
        <OneChange view={view} change={change} names={names} failed={failed} />
      ))}
    </Frame>
  )
}

type OneProps = Pick<AwaitedProps, 'view' | 'names' | 'failed'> & { change: AwaitedProps['changes'][number] }

function OneChange({ view, change, names, failed }: OneProps) {
  const { base } = view.network
  const by = change.proposedBy ? names.get(change.proposedBy) : ''
  const own = failed?.id === change.id ? failed.state : null
  return (
    <section>
      <h2>
        <a href={paths.sheet(base, change.placeId)}>{change.name}</a>
        {change.commune && `, ${change.commune}`}
      </h2>
      <p class="muted">
        Demandé {by && `par ${by} `}le {formatMoment(change.proposedAt)}.
      </p>
      <SummaryList
        rows={Object.entries(change.changes).flatMap(([column, { from, to }]) => {
          const field = fieldOfColumn(column)
          const name = fieldName(field)
          return name ? [{ term: name, value: `${valueText(field, from)} → ${valueText(field, to)}` }] : []
        })}
      />
      {opensTo(view, policy.decideAwaited) && (
        <>
          <Actions>
            <Form action={paths.accept(base, change.id)} label={`Accepter le changement de ${change.name}`}>
              <Button>
                Accepter ce changement<span class="visually-hidden">{` : ${change.name}`}</span>
              </Button>
            </Form>
          </Actions>
          <Form action={paths.refuse(base, change.id)} label={`Refuser le changement de ${change.name}`}>
            <TextField
              name="motif"
              id={`motif-${change.id}`}
              label="Motif du refus"
              hint="Le lieu le lira."
              value={String(own?.values.motif ?? '')}
              error={own ? problemOf(own.problems, 'motif') : undefined}
            />
            <Actions>
              <Button look="plain">Refuser ce changement</Button>
            </Actions>
          </Form>
        </>
      )}
    </section>
  )
}

/** Whether what a place is waits for the head of the network. */
export function EditingRulePage({ view, isChecked }: { view: View; isChecked: boolean }) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Relecture des fiches de lieux"
      intro="Les lieux tiennent leur fiche eux-mêmes. Vous pouvez relire ce qui les identifie avant que le public le voie."
      breadcrumb={[{ label: 'Réglages', href: `${base}/reglages` }]}
    >
      <Form action={paths.rule(base)}>
        <Checkbox
          name="relecture"
          label="Relire les changements de nom, d’adresse, d’identifiant et les fermetures"
          hint="Les autres rubriques (horaires, services, contact…) s’affichent toujours tout de suite."
          checked={isChecked}
        />
        <Actions>
          <Button>Enregistrer ce choix</Button>
        </Actions>
      </Form>
    </Frame>
  )
}
