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
  /** A domain of its own, where it answers at the root; null: it shares the installation's. */
  host: string | null
  /** Path of its logo, immutable too; null: its initials stand in. */
  logo: string | null
}

/**
 * In which quality a person acts. The first four serve the head of the network (an auditor reads everything and
 * changes nothing), the next two a partner, the others a part of the network's life.
 */
export const ROLES = [
  'officer',
  'reader',
  'data_protection_officer',
  'auditor',
  'partner',
  'facilitator',
  'committee_member',
  'juror',
  'expert',
  'desk_agent',
  'donor',
  'refurbisher',
  'sponsor',
] as const

export type Role = (typeof ROLES)[number]

/** Those that answer for the network: they are held for its head. */
export const HEAD_ROLES: readonly Role[] = ['officer', 'reader', 'data_protection_officer', 'auditor']

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text)
}

export type Actor =
  | { kind: 'visitor' }
  /** The program itself: a job, an import from the command line. */
  | { kind: 'system' }
  | Person
  | Member

/** Signed in, but acting for nobody in this network: no membership here, or a second factor still owed. */
export interface Person {
  kind: 'person'
  personId: PersonId
  name: string
  sessionId: Id<'session'>
  lacks: 'membership' | 'second-factor'
}

export interface Member {
  kind: 'member'
  personId: PersonId
  name: string
  sessionId: Id<'session'>
  membershipId: Id<'membership'>
  role: Role
  networkId: NetworkId
  organisationId: OrganisationId
  organisationName: string
  /** The organisation and its duplicates, which are read as one. */
  organisations: readonly OrganisationId[]
  /** The mandate the person holds for the organisation today, if any. */
  mandateId: Id<'mandate'> | null
  /** How many other qualities the person holds today, in every network. */
  otherQualities: number
  /** Support acting in this person's place. */
  impersonator: Impersonator | null
}

export interface Impersonator {
  personId: PersonId
  name: string
  mayWrite: boolean
}

/** Who is behind the session, in whatever quality. */
export function personOf(actor: Actor): Person | Member | null {
  return actor.kind === 'person' || actor.kind === 'member' ? actor : null
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
  /** Stays open to support that may only read: the way out. */
  evenReadOnly?: true
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
        ? { kind: 'these', network, organisations: actor.organisations }
        : { kind: 'nobody' }
    },
  }
}

/** Open to all comers: public pages. */
export function everybody(name: string): Policy {
  return { name, reach: (_actor, network) => ({ kind: 'all', network }) }
}

/**
 * Whoever is signed in, for what is theirs alone; never support in their place. It reaches no organisation. Who owes
 * a second factor gives it first, but on the pages where it is given or set up (`whileFactorOwed`).
 */
export function signedIn(name: string, { whileFactorOwed = false } = {}): Policy {
  return {
    name,
    reach(actor, network) {
      const isOpen = isThemself(actor) && (whileFactorOwed || !owesFactor(actor))
      return isOpen ? { kind: 'these', network, organisations: [] } : { kind: 'nobody' }
    },
  }
}

function isThemself(actor: Actor): boolean {
  return actor.kind === 'person' || (actor.kind === 'member' && !actor.impersonator)
}

function owesFactor(actor: Actor): boolean {
  return actor.kind === 'person' && actor.lacks === 'second-factor'
}
