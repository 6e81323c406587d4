import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { LinkList, type LinkListItem } from '../../../../../ui/link-list.tsx'
import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { MemberDetails } from '../../../data/members/members.queries.ts'
import { roleNames } from '../../../domain/members/roles.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { policy } from '../../policy.ts'
import { supportPaths } from '../../support/support-paths.ts'
import { paths } from '../member-paths.ts'
import { endSentence } from '../member-wording.ts'

interface MemberProps {
  view: View
  member: MemberDetails
  /** The role is among those this reader may give and take back. */
  mayEnd: boolean
}

export function MemberPage({ view, member, mayEnd }: MemberProps) {
  const { base } = view.network
  const items = actsOn({ view, member, mayEnd })
  return (
    <Frame
      view={view}
      space="member"
      title={member.name}
      kicker={roleNames[member.role]}
      breadcrumb={[settingsPath(base), { label: 'Membres', href: paths.members(base) }]}
    >
      <SummaryList rows={factsOf({ view, member })} />
      {items.length > 0 && (
        <>
          <h2>Ce que vous pouvez faire</h2>
          <LinkList items={items} />
        </>
      )}
    </Frame>
  )
}

function factsOf({ view, member }: Pick<MemberProps, 'view' | 'member'>): SummaryRow[] {
  const { base } = view.network
  const mayChange = !member.end && opensTo(view, policy.manageMembers)
  return [
    {
      term: 'Structure',
      value: (
        <a href={paths.members(base, { structure: member.organisationId })}>{member.organisationName}</a>
      ),
    },
    { term: 'Rôle', value: roleNames[member.role] },
    {
      term: 'Fonction',
      value: member.jobTitle || 'Non indiquée',
      act: mayChange
        ? { label: 'Modifier', about: 'la fonction', href: paths.jobTitle(base, member.id) }
        : undefined,
    },
    { term: 'Courriel', value: <a href={`mailto:${member.email}`}>{member.email}</a> },
    { term: 'Depuis le', value: <DayText day={member.fromDay} today={view.today} /> },
    ...(member.invitedBy ? [{ term: 'À l’invitation de', value: member.invitedBy }] : []),
    {
      term: 'Dernière visite',
      value: member.lastSeenOn ? <DayText day={member.lastSeenOn} today={view.today} /> : 'Jamais encore',
    },
    ...(member.end ? [{ term: 'Terminé le', value: endSentence(member.end) }] : []),
    ...(member.end?.reason ? [{ term: 'Motif', value: member.end.reason }] : []),
  ]
}

function actsOn({ view, member, mayEnd }: MemberProps): LinkListItem[] {
  const { base } = view.network
  if (member.end) return []
  const isOwn = view.actor.kind === 'member' && view.actor.personId === member.personId
  if (isOwn) {
    const hint = 'Changer de structure, ou quitter celle-ci.'
    return [{ label: 'Vos structures et rôles', href: paths.contexts(base), hint }]
  }
  const hint = 'Ses droits prennent fin aussitôt ; la personne est prévenue par courriel.'
  const support = {
    label: 'Voir le site à sa place',
    href: supportPaths.visit(base, member.id),
    hint: 'Pour l’aider : une heure au plus, en lecture seule sauf si elle a autorisé davantage.',
  }
  const reset = {
    label: 'Remettre à zéro la seconde preuve',
    href: paths.secondFactor(base, member.id),
    hint: 'Pour qui a perdu son téléphone ou sa clé et ne peut plus se connecter.',
  }
  return [
    ...(opensTo(view, policy.support) ? [support] : []),
    ...(opensTo(view, policy.resetSecondFactor) ? [reset] : []),
    ...(mayEnd ? [{ label: 'Retirer ce rôle', href: paths.end(base, member.id), hint }] : []),
  ]
}
