import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Invitation } from '../../../data/members/invitations.store.ts'
import { type InvitationState, MOST_RESENDINGS } from '../../../domain/members/invitation.ts'
import { roleNames } from '../../../domain/members/roles.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { policy } from '../../policy.ts'
import { invitationTags, inviterOf } from '../invitation-wording.ts'
import { paths } from '../member-paths.ts'

interface OpenInvitationProps {
  view: View
  invitation: Invitation
  invitationState: InvitationState
  state: FormState
}

/** One invitation, as those who keep the members see it. */
export function OpenInvitationPage({ view, invitation, invitationState, state }: OpenInvitationProps) {
  const { base } = view.network
  const { givenName, familyName, email, sentTimes } = invitation
  const tag = invitationTags[invitationState]
  const isKept = invitation.answer === null && opensTo(view, policy.manageMembers)
  return (
    <Frame
      view={view}
      space="member"
      title={`${givenName} ${familyName}`.trim() || email}
      kicker="Invitation"
      breadcrumb={[settingsPath(base), { label: 'Membres', href: paths.members(base) }]}
      problems={state.problems}
    >
      <SummaryList
        rows={[
          { term: 'État', value: <Tag state={tag.state}>{tag.word}</Tag> },
          { term: 'Courriel', value: email },
          { term: 'Structure', value: invitation.organisationName },
          { term: 'Rôle', value: roleNames[invitation.role] },
          ...(invitation.jobTitle ? [{ term: 'Fonction', value: invitation.jobTitle }] : []),
          { term: 'À l’invitation de', value: inviterOf(invitation) },
          { term: 'Envoyée le', value: <DayText day={dayOf(invitation.sentAt)} today={view.today} /> },
          { term: 'Envois', value: plural(sentTimes, 'envoi', 'envois') },
          {
            term: 'Valable jusqu’au',
            value: <DayText day={dayOf(invitation.expiresAt)} today={view.today} />,
          },
        ]}
      />
      {isKept && <KeepInvitation view={view} invitation={invitation} />}
    </Frame>
  )
}

function KeepInvitation({ view, invitation }: Pick<OpenInvitationProps, 'view' | 'invitation'>) {
  const { base } = view.network
  const { id, sentTimes } = invitation
  return (
    <>
      <h2>La renvoyer</h2>
      {sentTimes > MOST_RESENDINGS ? (
        <p>Cette invitation a été renvoyée {MOST_RESENDINGS} fois : elle ne peut plus l’être.</p>
      ) : (
        <>
          <p>Un nouvel envoi crée un nouveau lien, valable 14 jours ; le précédent n’ouvre plus rien.</p>
          <Form action={paths.resend(base, id)}>
            <Button>Renvoyer l’invitation</Button>
          </Form>
        </>
      )}
      <h2>La retirer</h2>
      <p>Retirée, l’invitation ne peut plus être acceptée. La personne n’est pas prévenue.</p>
      <Form action={paths.withdraw(base, id)}>
        <Button look="danger">Retirer l’invitation</Button>
      </Form>
    </>
  )
}
