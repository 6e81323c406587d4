import { dayOf } from '../../../../kernel/instant.ts'
import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { ofName } from '../../../../ui/french.ts'
import { LinkList } from '../../../../ui/link-list.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Table } from '../../../../ui/table.tsx'
import { DayText } from '../../../../ui/time.tsx'
import type { PastConsent } from '../../data/consents.store.ts'
import { ACCOUNT_FIELDS, type AccountField, AUDIENCES } from '../../domain/consent.ts'
import { paths } from '../paths.ts'
import { audienceNames, consentLegend } from '../wording.ts'

export interface OwnFields extends Record<AccountField, string> {
  /** Only a facilitator is in the public directory. */
  isFacilitator: boolean
}

interface SharingProps {
  view: View
  state: FormState
  /** What each field holds today; null: the person belongs to no organisation of this network. */
  own: OwnFields | null
  history: readonly PastConsent[]
  others: readonly { name: string; href: string }[]
}

export function SharingPage({ view, state, own, history, others }: SharingProps) {
  const { base, name: networkName } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Ce que vous montrez"
      intro={`Par défaut, rien. Vous choisissez ligne par ligne, pour ${networkName}, et vous pouvez changer d’avis quand vous voulez : l’effet est immédiat.`}
      breadcrumb={[{ label: 'Votre compte', href: `${base}/compte` }]}
      problems={state.problems}
    >
      {own ? (
        <SharingForm view={view} state={state} own={own} />
      ) : (
        <Notice
          state="info"
          title={`Vous n’agissez pour aucune structure ${ofName(networkName)} : il n’y a rien à montrer ici.`}
        />
      )}
      {others.length > 0 && (
        <>
          <h2>Vos choix dans les autres réseaux</h2>
          <LinkList items={others.map(({ name, href }) => ({ label: name, href }))} />
        </>
      )}
      {history.length > 0 && <History history={history} />}
    </Frame>
  )
}

function SharingForm({ view, state, own }: Pick<SharingProps, 'view' | 'state'> & { own: OwnFields }) {
  const audiences = audienceNames(view.network.name)
  return (
    <Form action={paths.sharing(view.network.base)}>
      {own.isFacilitator && (
        <p>
          Pour paraître dans{' '}
          <a href={paths.directory(view.network.base)}>l’annuaire des animatrices et animateurs</a>, montrez
          au moins votre nom. Photo, compétences et lieux se choisissent dans{' '}
          <a href={paths.ownCard(view.network.base)}>votre fiche</a>.
        </p>
      )}
      {ACCOUNT_FIELDS.map((field) => (
        <Radios
          name={field}
          label={`${consentLegend(field)}…`}
          hint={own[field] ? `Aujourd’hui : ${own[field]}` : 'Rien n’est rempli pour l’instant.'}
          error={problemOf(state.problems, field)}
          value={String(state.values[field] ?? 'personne')}
          choices={[
            { value: 'personne', label: 'à personne' },
            ...AUDIENCES.map((audience) => ({ value: audience, label: audiences[audience] })),
          ]}
        />
      ))}
      <Actions>
        <Button>Enregistrer ce que je montre</Button>
        <a href={`${view.network.base}/compte`}>Annuler</a>
      </Actions>
    </Form>
  )
}

function History({ history }: Pick<SharingProps, 'history'>) {
  return (
    <Table
      caption="Vos choix, depuis le premier"
      columns={[
        { label: 'Phrase acceptée', header: true, cell: ({ wording }) => wording },
        { label: 'Le', cell: ({ givenAt }) => <DayText day={dayOf(givenAt)} /> },
        {
          label: 'Retiré le',
          cell: ({ withdrawnAt }) => (withdrawnAt ? <DayText day={dayOf(withdrawnAt)} /> : 'en cours'),
        },
      ]}
      rows={history}
    />
  )
}
