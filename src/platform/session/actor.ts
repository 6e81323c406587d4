import type { Id } from '../../kernel/id.ts'

export type NetworkId = Id<'network'>
export type OrganisationId = Id<'organisation'>
export type PersonId = Id<'person'>

/** The network a request is about. `base` starts every URL of its pages: `''` or `/n/<slug>`. */
export interface Network {
  id: NetworkId
  slug: string
  name: string
  headName: string
  tagline: string
  base: string
  /** Path of its theme sheet, immutable: the name carries a hash of the content. */
  themeSheet: string
}

/** `officer` acts for the head of the network, `reader` looks on for it; the others act for a partner. */
export type Role = 'officer' | 'reader' | 'partner' | 'facilitator'

export type Actor =
  | { kind: 'visitor' }
  /** The program itself: a job, an import from the command line. */
  | { kind: 'system' }
  | Member

export interface Member {
  kind: 'member'
  personId: PersonId
  name: string
  role: Role
  networkId: NetworkId
  organisationId: OrganisationId
  organisationName: string
}

/**
 * How far an actor sees and acts in one network. Every store takes one and puts it in its WHERE: what lies
 * outside does not exist (404). An empty list of organisations is nobody, never everybody.
 */
export type Reach =
  | { kind: 'nobody' }
  | { kind: 'these'; network: NetworkId; organisations: readonly OrganisationId[] }
  | { kind: 'all'; network: NetworkId }

/** What kind of person may use a route, and how far: stands on the route line (`may(policy.manage)`). */
export interface Policy {
  name: string
  reach(actor: Actor, network: NetworkId): Reach
}

/** A policy by roles: each named role reaches all of the network or only its own organisation. */
export function byRole(name: string, roles: Partial<Record<Role, 'all' | 'own'>>): Policy {
  return {
    name,
    reach(actor, network) {
      if (actor.kind !== 'member' || actor.networkId !== network) return { kind: 'nobody' }
      const extent = roles[actor.role]
      if (extent === 'all') return { kind: 'all', network }
      return extent === 'own'
        ? { kind: 'these', network, organisations: [actor.organisationId] }
        : { kind: 'nobody' }
    },
  }
}

/** Open to all comers: public pages. */
export function everybody(name: string): Policy {
  return { name, reach: (_actor, network) => ({ kind: 'all', network }) }
}
