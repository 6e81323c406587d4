import { dayOf } from '../../../../../kernel/instant.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Invitation } from '../../../data/members/invitations.store.ts'
import { roleNames } from '../../../domain/members/roles.ts'
import { paths } from '../member-paths.ts'

/** Those nobody answered yet: who, for what, until when. */
export function OpenInvitations({ view, invitations }: { view: View; invitations: readonly Invitation[] }) {
  const { base } = view.network
  return (
    <Table
      caption="Invitations sans réponse"
      columns={[
        {
          label: 'Personne invitée',
          header: true,
          cell: (invitation: Invitation) => (
            <a href={paths.openInvitation(base, invitation.id)}>
              {`${invitation.givenName} ${invitation.familyName}`.trim() || invitation.email}
            </a>
          ),
        },
        { label: 'Courriel', cell: ({ email }) => email },
        {
          label: 'Rôle et structure',
          cell: ({ role, organisationName }) => (
            <>
              {roleNames[role]}
              <br />
              <span class="muted">{organisationName}</span>
            </>
          ),
        },
        { label: 'Envoyée le', cell: ({ sentAt }) => <DayText day={dayOf(sentAt)} /> },
        {
          label: 'Valable jusqu’au',
          cell: ({ expiresAt }) =>
            dayOf(expiresAt) < view.today ? (
              <Tag state="warning">Expirée</Tag>
            ) : (
              <DayText day={dayOf(expiresAt)} today={view.today} />
            ),
        },
      ]}
      rows={invitations}
    />
  )
}
