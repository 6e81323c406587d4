import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../../platform/session/actor.ts'
import { findAgreement, referentsOn } from '../../../agreements/index.ts'
import { actingOn, contactsAbout } from '../../../identity/index.ts'

/** Who is told of a label: those who keep the place's page, and those who answer for the partner. */
export interface PeopleOfPlace {
  /** Its editors: facilitators of the organisation that answers for the place. */
  readonly editors: readonly string[]
  /** The partner's referents of that day; without any, its managers. */
  readonly referents: readonly string[]
}

/** Addresses, in lower case, each once. A label that no agreement carries is told to the organisation that holds it. */
export async function peopleOfPlace(
  db: Database,
  network: NetworkId,
  holder: { agreementId: Id<'agreement'> | null; organisationId: OrganisationId | null },
  today: Day,
): Promise<PeopleOfPlace> {
  const agreement = holder.agreementId
    ? await findAgreement(db, { kind: 'all', network }, holder.agreementId)
    : null
  const organisation = agreement?.partner.id ?? holder.organisationId
  if (!organisation) return { editors: [], referents: [] }
  const acting = await actingOn(db, network, { organisations: [organisation], people: [] }, today)
  const named = agreement ? await referentsOn(db, agreement.id, today) : []
  const own = named.filter(({ party }) => party !== agreement?.terms.parties[0])
  const managers = own.length > 0 ? own : await contactsAbout(db, network, organisation, today, ['partner'])
  return {
    editors: once(acting.filter(({ role }) => role === 'facilitator')),
    referents: once(managers),
  }
}

function once(people: readonly { email: string }[]): string[] {
  return [...new Set(people.map(({ email }) => email.toLowerCase()))]
}
