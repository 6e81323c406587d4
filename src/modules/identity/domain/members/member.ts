import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { NetworkId, OrganisationId, PersonId, Role } from '../../../../platform/session/actor.ts'

export type MembershipId = Id<'membership'>

/** A person, in one role, for one organisation of one network, from one day on. */
export interface Membership {
  id: MembershipId
  networkId: NetworkId
  personId: PersonId
  name: string
  email: string
  organisationId: OrganisationId
  organisationName: string
  role: Role
  jobTitle: string
  fromDay: Day
  end: MembershipEnd | null
}

export interface MembershipEnd {
  /** The first day without. */
  day: Day
  by: 'left' | 'removed' | 'anonymised' | null
  reason: string
}
