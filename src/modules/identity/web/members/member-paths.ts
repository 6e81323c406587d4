import type { Id } from '../../../../kernel/id.ts'
import type { OrganisationId, Role } from '../../../../platform/session/actor.ts'
import type { MembershipId } from '../../domain/members/member.ts'

type InvitationId = Id<'invitation'>

export const routes = {
  members: '/reglages/membres',
  invite: '/reglages/membres/invitation',
  openInvitation: '/reglages/membres/invitations/:id',
  resend: '/reglages/membres/invitations/:id/renvoi',
  withdraw: '/reglages/membres/invitations/:id/retrait',
  member: '/reglages/membres/:id',
  jobTitle: '/reglages/membres/:id/fonction',
  end: '/reglages/membres/:id/fin',
  secondFactor: '/reglages/membres/:id/seconde-preuve',
  invitation: '/invitation/:jeton',
  accept: '/invitation/:jeton/acceptation',
  refuse: '/invitation/:jeton/refus',
  contexts: '/compte/organisations',
  choice: '/compte/organisations/:id/choix',
  departure: '/compte/organisations/:id/depart',
  acceptOwn: '/compte/invitations/:id/acceptation',
  refuseOwn: '/compte/invitations/:id/refus',
} as const

export interface MembersShown {
  q?: string
  role?: Role | null
  structure?: OrganisationId | null
  etat?: 'termines' | null
  page?: number
}

const of = (base: string, id: MembershipId) => `${base}/reglages/membres/${id}`
const ofInvitation = (base: string, id: InvitationId) => `${base}/reglages/membres/invitations/${id}`
const ofLink = (base: string, token: string) => `${base}/invitation/${encodeURIComponent(token)}`

export const paths = {
  members: (base: string, shown: MembersShown = {}) => `${base}/reglages/membres${query(shown)}`,
  invite: (base: string, organisation?: OrganisationId) =>
    `${base}/reglages/membres/invitation${query({ structure: organisation })}`,
  openInvitation: ofInvitation,
  resend: (base: string, id: InvitationId) => `${ofInvitation(base, id)}/renvoi`,
  withdraw: (base: string, id: InvitationId) => `${ofInvitation(base, id)}/retrait`,
  member: of,
  jobTitle: (base: string, id: MembershipId) => `${of(base, id)}/fonction`,
  end: (base: string, id: MembershipId) => `${of(base, id)}/fin`,
  secondFactor: (base: string, id: MembershipId) => `${of(base, id)}/seconde-preuve`,
  invitation: ofLink,
  accept: (base: string, token: string) => `${ofLink(base, token)}/acceptation`,
  refuse: (base: string, token: string) => `${ofLink(base, token)}/refus`,
  contexts: (base: string) => `${base}/compte/organisations`,
  choice: (base: string, id: MembershipId) => `${base}/compte/organisations/${id}/choix`,
  departure: (base: string, id: MembershipId) => `${base}/compte/organisations/${id}/depart`,
  acceptOwn: (base: string, id: InvitationId) => `${base}/compte/invitations/${id}/acceptation`,
  refuseOwn: (base: string, id: InvitationId) => `${base}/compte/invitations/${id}/refus`,
}

function query(parameters: Record<string, string | number | null | undefined> | MembersShown): string {
  const given = Object.entries(parameters).filter(
    ([name, value]) => value && !(name === 'page' && value === 1),
  )
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
