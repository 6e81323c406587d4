import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Party } from './terms.ts'

/** Who speaks for a party in the heading, who signs for it, and who answers day to day. AGR-15. */
export const OFFICES = ['representative', 'signer', 'referent'] as const
export type Office = (typeof OFFICES)[number]

export interface OfficeHolder {
  readonly id: Id<'office'>
  readonly party: Party
  readonly office: Office
  readonly name: string
  readonly title: string
  readonly email: string
  readonly phone: string
  readonly from: Day
  /** First day out of office; null: until somebody says otherwise. */
  readonly until: Day | null
}

interface Days {
  readonly from: Day
  readonly until: Day | null
}

export type OfficeMoment = 'to-come' | 'current' | 'over'

/** Where the office stands on a day. */
export function officeMoment({ from, until }: Days, on: Day): OfficeMoment {
  if (on < from) return 'to-come'
  return until !== null && until <= on ? 'over' : 'current'
}

export function inOffice<H extends Days>(holders: readonly H[], on: Day): H[] {
  return holders.filter((holder) => officeMoment(holder, on) === 'current')
}

/** The same person in office elsewhere: declared by one party, seen by both. */
export interface LinkedOffice {
  readonly id: Id<'linked-office'>
  /** The party that declared it. */
  readonly party: Party
  readonly name: string
  /** What they are for the party: « signataire de l’association ». */
  readonly office: string
  /** The other body, and what they are there: « jury du label », « présidente ». */
  readonly body: string
  readonly role: string
  /** What was decided about it: « se retire des dossiers de ses adhérents ». */
  readonly measure: string
  readonly from: Day
  readonly until: Day | null
}
