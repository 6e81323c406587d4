import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Membership } from '../../../domain/members/member.ts'
import { roleNames } from '../../../domain/members/roles.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { paths } from '../member-paths.ts'

interface MemberFormProps {
  view: View
  member: Membership
  state: FormState
}

/** Taking a role back: the consequence, then the reason the person will read. */
export function MemberEndPage({ view, member, state: { values, problems } }: MemberFormProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Retirer un rôle"
      breadcrumb={wayTo(view, member)}
      problems={problems}
    >
      <p>
        {member.name} n’agira plus pour {member.organisationName} comme « {roleNames[member.role]} ».
      </p>
      <ul>
        <li>Ses droits prennent fin aussitôt, même dans les pages qu’elle ou il a déjà ouvertes.</li>
        <li>Son compte et ses autres rôles ne changent pas.</li>
        <li>Ses actes passés restent au journal.</li>
        <li>La personne est prévenue par courriel, avec votre motif.</li>
      </ul>
      <Form action={paths.end(base, member.id)}>
        <TextArea
          name="motif"
          label="Motif"
          hint="En une phrase, telle que la personne la lira."
          rows={3}
          value={String(values.motif ?? '')}
          error={problemOf(problems, 'motif')}
        />
        <Actions>
          <Button look="danger">Retirer ce rôle</Button>
          <a href={paths.member(base, member.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

export function JobTitlePage({ view, member, state: { values, problems } }: MemberFormProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Modifier la fonction"
      intro={`La fonction de ${member.name} chez ${member.organisationName}, telle que les listes la montrent.`}
      breadcrumb={wayTo(view, member)}
      problems={problems}
    >
      <Form action={paths.jobTitle(base, member.id)}>
        <TextField
          name="fonction"
          label="Fonction"
          optional
          value={String(values.fonction ?? member.jobTitle)}
          error={problemOf(problems, 'fonction')}
        />
        <Actions>
          <Button>Enregistrer la fonction</Button>
          <a href={paths.member(base, member.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

function wayTo({ network: { base } }: View, member: Membership) {
  return [
    settingsPath(base),
    { label: 'Membres', href: paths.members(base) },
    { label: member.name, href: paths.member(base, member.id) },
  ]
}
