import type { Instant } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { formatMoment } from '../../../../../ui/french.ts'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { Visit } from '../../../data/support/support.store.ts'
import type { SupportConsent } from '../../../domain/support/support.ts'
import { paths } from '../../paths.ts'
import { supportPaths } from '../support-paths.ts'
import { supportExtent } from '../support-wording.ts'

interface ConsentProps {
  view: View
  consent: SupportConsent | null
  visits: readonly Visit[]
  now: Instant
  state: FormState
}

/** One's own say on help: opening it, closing it, and who came. */
export function SupportConsentPage({ view, consent, visits, now, state }: ConsentProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Assistance"
      intro="La personne qui anime votre réseau peut voir le site à votre place pour vous aider. C’est vous qui décidez si elle peut aussi enregistrer."
      breadcrumb={[{ label: 'Votre compte', href: paths.account(base) }]}
      problems={state.problems}
    >
      {consent ? <OpenConsent view={view} consent={consent} /> : <ConsentForm view={view} state={state} />}
      <h2>Visites passées</h2>
      <Table
        caption="Qui a vu le site à votre place"
        silentCaption
        empty={
          <EmptyState title="Personne n’est venu à votre place">
            <p>Chaque visite sera inscrite ici, et un courriel vous préviendra.</p>
          </EmptyState>
        }
        columns={[
          { label: 'Quand', header: true, cell: ({ startedAt }) => formatMoment(startedAt) },
          { label: 'Qui', cell: ({ visitorName }) => visitorName },
          { label: 'Motif', cell: ({ reason }) => reason || 'Assistance que vous aviez ouverte' },
          { label: 'Pouvait', cell: ({ mayWrite }) => supportExtent(mayWrite) },
          {
            label: 'Fin',
            cell: ({ overAt }) => (overAt > now ? 'En cours' : formatMoment(overAt)),
          },
        ]}
        rows={visits}
      />
    </Frame>
  )
}

function OpenConsent({ view, consent }: { view: View; consent: SupportConsent }) {
  return (
    <>
      <SummaryList
        rows={[
          { term: 'Assistance', value: 'Ouverte' },
          { term: 'Jusqu’au', value: formatMoment(consent.untilAt) },
          { term: 'Ce que vous autorisez', value: supportExtent(consent.mayWrite) },
        ]}
      />
      <Form action={supportPaths.withdrawal(view.network.base)}>
        <Button look="danger">Fermer l’assistance</Button>
      </Form>
    </>
  )
}

function ConsentForm({ view, state: { values, problems } }: Pick<ConsentProps, 'view' | 'state'>) {
  return (
    <Form action={supportPaths.consent(view.network.base)}>
      <Radios
        name="portee"
        label="Ce que vous autorisez"
        value={String(values.portee ?? 'lecture')}
        error={problemOf(problems, 'portee')}
        choices={[
          { value: 'lecture', label: 'Lire seulement', hint: 'La personne voit ce que vous voyez.' },
          {
            value: 'ecriture',
            label: 'Lire et enregistrer à ma place',
            hint: 'Chaque acte porte votre nom et le sien dans le journal.',
          },
        ]}
      />
      <Radios
        name="duree"
        label="Pendant combien de temps"
        value={String(values.duree ?? '')}
        error={problemOf(problems, 'duree')}
        choices={[
          { value: '1', label: 'Une heure' },
          { value: '24', label: 'Un jour' },
          { value: '168', label: 'Une semaine' },
        ]}
      />
      <Button>Ouvrir l’assistance</Button>
    </Form>
  )
}
