import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Quality } from '../../../data/members/contexts.queries.ts'
import type { Invitation } from '../../../data/members/invitations.store.ts'
import { roleNames } from '../../../domain/members/roles.ts'
import { paths as commonPaths } from '../../paths.ts'
import { inviterOf } from '../invitation-wording.ts'
import { paths } from '../member-paths.ts'

interface ContextsProps {
  view: View
  qualities: readonly Quality[]
  invitations: readonly Invitation[]
  state: FormState
}

/** Everything one may act as, in every network, and the one in use. */
export function ContextsPage({ view, qualities, invitations, state }: ContextsProps) {
  return (
    <Frame
      view={view}
      space="member"
      title="Vos structures et rôles"
      width="full"
      intro="Vous agissez pour une structure à la fois. Le bandeau en haut de chaque page dit laquelle."
      breadcrumb={[{ label: 'Votre compte', href: commonPaths.account(view.network.base) }]}
      problems={state.problems}
    >
      {invitations.length > 0 && <ReceivedInvitations view={view} invitations={invitations} />}
      {qualities.length === 0 ? (
        <EmptyState title="Vous n’agissez pour aucune structure">
          <p>Demandez une invitation à la personne qui anime votre réseau.</p>
        </EmptyState>
      ) : (
        <Qualities view={view} qualities={qualities} />
      )}
    </Frame>
  )
}

function Qualities({ view, qualities }: Pick<ContextsProps, 'view' | 'qualities'>) {
  const { base } = view.network
  const current = view.actor.kind === 'member' ? view.actor.membershipId : null
  return (
    <Table
      caption="Vous pouvez agir pour"
      columns={[
        {
          label: 'Structure',
          header: true,
          cell: (quality: Quality) => (
            <>
              {quality.organisationName}
              {quality.id === current && (
                <>
                  {' '}
                  <Tag state="positive">En ce moment</Tag>
                </>
              )}
            </>
          ),
        },
        { label: 'Rôle', cell: ({ role }) => roleNames[role] },
        { label: 'Réseau', cell: ({ networkName }) => networkName },
        { label: 'Depuis le', cell: ({ fromDay }) => <DayText day={fromDay} /> },
        {
          label: 'Agir',
          silent: true,
          cell: ({ id, organisationName }) =>
            id !== current && (
              <form method="post" action={paths.choice(base, id)}>
                <Button look="plain">
                  Agir<span class="visually-hidden"> pour {organisationName}</span>
                </Button>
              </form>
            ),
        },
        {
          label: 'Quitter',
          silent: true,
          cell: ({ id, organisationName }) => (
            <a href={paths.departure(base, id)}>
              Quitter<span class="visually-hidden"> {organisationName}</span>
            </a>
          ),
        },
      ]}
      rows={qualities}
    />
  )
}

function ReceivedInvitations({ view, invitations }: Pick<ContextsProps, 'view' | 'invitations'>) {
  const { base } = view.network
  return (
    <Table
      caption="Invitations reçues"
      columns={[
        { label: 'Structure', header: true, cell: ({ organisationName }: Invitation) => organisationName },
        { label: 'Rôle', cell: ({ role }) => roleNames[role] },
        { label: 'Réseau', cell: ({ networkName }) => networkName },
        { label: 'De la part de', cell: inviterOf },
        {
          label: 'Répondre jusqu’au',
          cell: ({ expiresAt }) => <DayText day={dayOf(expiresAt)} today={view.today} />,
        },
        {
          label: 'Répondre',
          silent: true,
          cell: ({ id, organisationName }) => (
            <div class="actions">
              <form method="post" action={paths.acceptOwn(base, id)}>
                <Button look="plain">
                  Accepter<span class="visually-hidden"> pour {organisationName}</span>
                </Button>
              </form>
              <form method="post" action={paths.refuseOwn(base, id)}>
                <Button look="quiet">
                  Refuser<span class="visually-hidden"> pour {organisationName}</span>
                </Button>
              </form>
            </div>
          ),
        },
      ]}
      rows={invitations}
    />
  )
}
