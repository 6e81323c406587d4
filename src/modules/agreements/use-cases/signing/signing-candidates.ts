import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId, PersonId, Role } from '../../../../platform/session/actor.ts'
import { type Capacity, listPeople } from '../../../identity/index.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { Party } from '../../domain/terms.ts'
import { organisationOfParty, powersToSign } from './signing-powers.ts'

/** Those who may open the page where one signs: an auditor reads, and signs nothing. */
export const SIGNER_ROLES: readonly Role[] = ['officer', 'reader', 'partner']

/** Somebody who may be called to sign for a party: an account there, and a mandate or a delegation of their own. */
export interface Candidate {
  party: Party
  personId: PersonId
  email: string
  capacity: Capacity
}

export interface PartyCandidates {
  party: Party
  /** Null while the network has not said which organisation heads it. */
  organisationId: OrganisationId | null
  candidates: Candidate[]
}

/** For each of these parties, who may be called to sign it in the application. */
export async function candidatesOf(
  db: Database,
  agreement: Agreement,
  parties: readonly Party[],
  day: Day,
): Promise<PartyCandidates[]> {
  const powers = await powersToSign(db, agreement, parties, day)
  return Promise.all(
    parties.map(async (party) => {
      const organisation = await organisationOfParty(db, agreement, party)
      const asked = organisation && { roles: SIGNER_ROLES, organisation }
      const people = asked ? await listPeople(db, agreement.networkId, asked, day) : []
      const candidates = powers
        .filter((power) => power.party === party)
        .flatMap(({ capacity }) => {
          const person = holderAmong(people, capacity)
          return person ? [{ party, personId: person.personId, email: person.email, capacity }] : []
        })
      return { party, organisationId: organisation, candidates }
    }),
  )
}

/**
 * A mandate recorded before its holder had an account bears their name alone: it is theirs when nobody else there
 * bears it.
 */
function holderAmong<Person extends { personId: PersonId; name: string }>(
  people: readonly Person[],
  { personId, holderName }: Capacity,
): Person | undefined {
  if (personId) return people.find((one) => one.personId === personId)
  const [only, ...others] = people.filter(({ name }) => name === holderName)
  return others.length === 0 ? only : undefined
}
