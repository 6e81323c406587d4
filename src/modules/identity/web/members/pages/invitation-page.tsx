import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Invitation } from '../../../data/members/invitations.store.ts'
import type { InvitationState } from '../../../domain/members/invitation.ts'
import { roleNames } from '../../../domain/members/roles.ts'
import { SHORTEST_PASSWORD } from '../../../domain/sign-in/password-rules.ts'
import { paths as commonPaths } from '../../paths.ts'
import { closedInvitation, inviterOf, roleGives } from '../invitation-wording.ts'
import { paths } from '../member-paths.ts'

interface InvitationProps {
  view: View
  /** As the address holds it. */
  token: string
  invitation: Invitation
  invitationState: InvitationState
  /** Nobody has an account under that address yet. */
  isNew: boolean
  /** The browser is signed in as somebody else. */
  isAnother: boolean
  state: FormState
}

/** What the link of the mail opens. */
export function InvitationPage(props: InvitationProps) {
  const { view, invitation, invitationState, isAnother, state } = props
  const title = `${inviterOf(invitation)} vous invite`
  if (invitationState !== 'open') return <ClosedPage {...props} title={title} />
  return (
    <Frame
      view={view}
      title={title}
      intro={
        <>
          Rejoignez le réseau {invitation.networkName}, ou dites que vous ne le souhaitez pas. Répondez
          jusqu’au <DayText day={dayOf(invitation.expiresAt)} />.
        </>
      }
      problems={state.problems}
    >
      <Offer invitation={invitation} />
      {isAnother ? <AnotherPerson {...props} /> : <AnswerForm {...props} />}
    </Frame>
  )
}

function Offer({ invitation }: { invitation: Invitation }) {
  const { networkName, organisationName, role, email } = invitation
  return (
    <SummaryList
      rows={[
        { term: 'Réseau', value: networkName },
        { term: 'Pour la structure', value: organisationName },
        { term: 'Votre rôle', value: roleNames[role] },
        { term: 'Vous pourrez', value: `${roleGives[role]}.` },
        { term: 'Votre adresse', value: email },
      ]}
    />
  )
}

function AnotherPerson({ view, invitation }: InvitationProps) {
  const name = view.actor.kind === 'member' || view.actor.kind === 'person' ? view.actor.name : ''
  return (
    <Notice state="warning" title={`Vous agissez avec le compte de ${name}`}>
      <p>
        Cette invitation est adressée à {invitation.email}, qui n’est pas l’adresse de ce compte.
        Déconnectez-vous, puis rouvrez le lien du courriel pour répondre.
      </p>
      <form method="post" action={commonPaths.signOut(view.network.base)}>
        <Actions>
          <Button look="plain">Se déconnecter pour changer de compte</Button>
        </Actions>
      </form>
    </Notice>
  )
}

function AnswerForm(props: InvitationProps) {
  const { view, token, isNew } = props
  const { base } = view.network
  return (
    <>
      <Form action={paths.accept(base, token)}>
        {isNew && <Newcomer {...props} />}
        <Actions>
          <Button>{isNew ? 'Accepter et créer mon compte' : 'Accepter l’invitation'}</Button>
        </Actions>
      </Form>
      <h2>Vous ne souhaitez pas venir ?</h2>
      <p>Rien n’est créé à votre nom. Votre réponse est transmise par courriel à qui vous invitait.</p>
      <Form action={paths.refuse(base, token)}>
        <Button look="plain">Refuser l’invitation</Button>
      </Form>
    </>
  )
}

function Newcomer({ invitation, state: { values, problems } }: InvitationProps) {
  const field = fieldsOf({ values, problems })
  return (
    <FieldGroup legend="Votre compte">
      <TextField
        {...field('prenom', invitation.givenName)}
        label="Prénom"
        width="medium"
        autocomplete="given-name"
      />
      <TextField
        {...field('nom', invitation.familyName)}
        label="Nom"
        width="medium"
        autocomplete="family-name"
      />
      <TextField
        name="mot_de_passe"
        error={problemOf(problems, 'mot_de_passe')}
        label="Mot de passe"
        type="password"
        optional
        hint={`${SHORTEST_PASSWORD} signes au moins ; une phrase convient très bien. Sans mot de passe, vous vous connecterez par un lien envoyé à votre adresse.`}
        autocomplete="new-password"
      />
    </FieldGroup>
  )
}

function ClosedPage({
  view,
  invitation,
  invitationState,
  title,
  state,
}: InvitationProps & { title: string }) {
  const { base } = view.network
  if (invitationState === 'open') return null
  const { heading, sentence } = closedInvitation[invitationState]
  return (
    <Frame view={view} title={heading} kicker={title} problems={state.problems}>
      <p>{sentence(invitation)}</p>
      {invitationState === 'accepted' ? (
        <p>
          <a href={commonPaths.signIn(base)}>Se connecter</a>
        </p>
      ) : (
        <AskAgain invitation={invitation} />
      )}
    </Frame>
  )
}

function AskAgain({ invitation }: { invitation: Invitation }) {
  const { inviterEmail } = invitation
  return (
    <p>
      Pour en recevoir une autre, écrivez à {inviterOf(invitation)}
      {inviterEmail && (
        <>
          {' : '}
          <a href={`mailto:${inviterEmail}`}>{inviterEmail}</a>
        </>
      )}
      .
    </p>
  )
}

/** No invitation has this link: mistyped, cut by a mail reader, or replaced by a later one. */
export function NoInvitationPage({ view }: { view: View }) {
  return (
    <Frame view={view} title="Invitation introuvable">
      <p>
        Ce lien n’ouvre aucune invitation. Il est peut-être incomplet, ou un courriel plus récent l’a
        remplacé.
      </p>
      <p>Reprenez le lien du dernier courriel reçu, ou demandez une nouvelle invitation à votre réseau.</p>
    </Frame>
  )
}
