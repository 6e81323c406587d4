import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import type { OrganisationId, Role } from '../../../../../platform/session/actor.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { InvitationId } from '../../../data/members/invitations.store.ts'
import { INVITATION_DAYS } from '../../../domain/members/invitation.ts'
import { roleNames } from '../../../domain/members/roles.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { roleGives } from '../invitation-wording.ts'
import { paths } from '../member-paths.ts'

interface InviteProps {
  view: View
  organisations: readonly { id: OrganisationId; name: string }[]
  roles: readonly Role[]
  state: FormState
  /** The same invitation, sent before and still without an answer. */
  before: InvitationId | null
}

export function InvitePage({ view, organisations, roles, state: { values, problems }, before }: InviteProps) {
  const { base } = view.network
  const field = fieldsOf({ values, problems })
  const [only] = organisations.length === 1 ? organisations : []
  return (
    <Frame
      view={view}
      space="member"
      title="Inviter quelqu’un"
      intro={`La personne reçoit un courriel avec un lien personnel, valable ${INVITATION_DAYS} jours. Elle accepte ou refuse ; sa réponse vous parvient par courriel.`}
      breadcrumb={[settingsPath(base), { label: 'Membres', href: paths.members(base) }]}
      problems={problems}
    >
      {before && (
        <Notice state="info" title="Une invitation attend déjà sa réponse">
          <p>
            <a href={paths.openInvitation(base, before)}>Voir cette invitation pour la renvoyer</a>
          </p>
        </Notice>
      )}
      <Form action={paths.invite(base)}>
        <FieldGroup legend="La personne">
          <TextField {...field('prenom')} label="Prénom" width="medium" autocomplete="off" />
          <TextField {...field('nom')} label="Nom" width="medium" autocomplete="off" />
          <TextField {...field('courriel')} label="Adresse de courriel" type="email" autocomplete="off" />
        </FieldGroup>
        <FieldGroup legend="Ce qu’elle fera">
          {only ? (
            <Radios
              {...field('structure')}
              label="Structure"
              value={only.id}
              choices={[{ value: only.id, label: only.name }]}
            />
          ) : (
            <Select
              {...field('structure')}
              label="Structure"
              hint="Celle pour laquelle la personne agira."
              prompt="Choisir une structure"
              choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Radios
            {...field('role')}
            label="Rôle"
            choices={roles.map((role) => ({
              value: role,
              label: roleNames[role],
              hint: `${roleGives[role].charAt(0).toUpperCase()}${roleGives[role].slice(1)}.`,
            }))}
          />
          <TextField
            {...field('fonction')}
            label="Fonction"
            optional
            hint="Telle que la personne la dit, par exemple « responsable de la médiathèque »."
            autocomplete="off"
          />
        </FieldGroup>
        <Actions>
          <Button>Envoyer l’invitation</Button>
          <a href={paths.members(base)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
