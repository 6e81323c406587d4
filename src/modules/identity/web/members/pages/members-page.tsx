import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import type { Role } from '../../../../../platform/session/actor.ts'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { ActiveFilters, Filters } from '../../../../../ui/filters.tsx'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import { WithSide } from '../../../../../ui/split.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Invitation } from '../../../data/members/invitations.store.ts'
import { MEMBERS_PER_PAGE, type MembersAsked } from '../../../data/members/members.queries.ts'
import type { Membership } from '../../../domain/members/member.ts'
import { roleNames, roleSides } from '../../../domain/members/roles.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { type MembersShown, paths } from '../member-paths.ts'
import { OpenInvitations } from './open-invitations-section.tsx'

interface MembersProps {
  view: View
  invitations: readonly Invitation[]
  members: readonly Membership[]
  byRole: ReadonlyMap<Role, number>
  total: number
  asked: MembersAsked
  page: number
  mayInvite: boolean
}

export function MembersPage(props: MembersProps) {
  const { view, invitations, asked, mayInvite } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Membres et invitations"
      width="full"
      intro="Qui agit dans le réseau, pour quelle structure et dans quel rôle."
      breadcrumb={[settingsPath(base)]}
      act={mayInvite && { label: 'Inviter quelqu’un', href: paths.invite(base) }}
    >
      {invitations.length > 0 && <OpenInvitations view={view} invitations={invitations} />}
      <section aria-labelledby="membres">
        <h2 id="membres">{asked.ended ? 'Rôles terminés' : 'Membres'}</h2>
        <SearchForm
          action={paths.members(base)}
          label="Chercher un nom ou une adresse de courriel"
          value={asked.q}
          keep={kept(asked)}
        />
        <WithSide side={<MemberFilters {...props} />}>
          <FoundMembers {...props} />
        </WithSide>
      </section>
    </Frame>
  )
}

/** What is asked, as the address says it. */
function shown({ q, role, organisation, ended }: MembersAsked): MembersShown {
  return { q, role, structure: organisation, etat: ended ? 'termines' : null }
}

function kept(asked: MembersAsked): Record<string, string> {
  const { role, structure, etat } = shown(asked)
  return { ...(role && { role }), ...(structure && { structure }), ...(etat && { etat }) }
}

function MemberFilters({ view, asked, byRole }: MembersProps) {
  const href = (change: MembersShown) => paths.members(view.network.base, { ...shown(asked), ...change })
  const ofSide = (roles: readonly Role[]) =>
    roles
      .filter((role) => byRole.has(role) || asked.role === role)
      .map((role) => ({
        label: roleNames[role],
        count: byRole.get(role) ?? 0,
        selected: asked.role === role,
        href: href({ role: asked.role === role ? null : role }),
      }))
  return (
    <Filters
      groups={[
        {
          label: 'État',
          options: [
            { label: 'En cours', selected: !asked.ended, href: href({ etat: null }) },
            {
              label: 'Terminés',
              selected: asked.ended,
              href: href({ etat: asked.ended ? null : 'termines' }),
            },
          ],
        },
        ...roleSides
          .map(({ name, roles }) => ({ label: name, options: ofSide(roles) }))
          .filter(({ options }) => options.length > 0),
      ]}
      clearHref={
        asked.role || asked.ended || asked.organisation ? paths.members(view.network.base) : undefined
      }
    />
  )
}

function FoundMembers({ view, members, total, asked, page }: MembersProps) {
  const { base } = view.network
  const href = (change: MembersShown) => paths.members(base, { ...shown(asked), ...change })
  const ofOrganisation = asked.organisation && members[0]?.organisationName
  return (
    <>
      <ActiveFilters
        filters={
          asked.organisation
            ? [{ label: ofOrganisation || 'Une structure', removeHref: href({ structure: null }) }]
            : []
        }
      />
      <Table
        caption={asked.ended ? 'Rôles terminés' : 'Membres du réseau'}
        silentCaption
        columns={[
          {
            label: 'Personne',
            header: true,
            cell: (member: Membership) => <a href={paths.member(base, member.id)}>{member.name}</a>,
          },
          {
            label: 'Rôle et fonction',
            cell: ({ role, jobTitle }) => (
              <>
                {roleNames[role]}
                {jobTitle && (
                  <>
                    <br />
                    <span class="muted">{jobTitle}</span>
                  </>
                )}
              </>
            ),
          },
          {
            label: 'Structure',
            cell: ({ organisationId, organisationName }) => (
              <a href={href({ structure: organisationId })}>{organisationName}</a>
            ),
          },
          asked.ended
            ? { label: 'Terminé le', cell: ({ end }) => (end ? <DayText day={end.day} /> : '—') }
            : { label: 'Depuis le', cell: ({ fromDay }) => <DayText day={fromDay} /> },
        ]}
        rows={members}
        empty={
          <EmptyState
            title={asked.ended ? 'Aucun rôle terminé' : 'Aucun membre ne correspond'}
            act={<a href={paths.members(base)}>Voir tous les membres</a>}
          />
        }
      />
      <Pagination
        page={page}
        pageSize={MEMBERS_PER_PAGE}
        total={total}
        href={(to) => href({ page: to })}
        unit="membres"
      />
    </>
  )
}
