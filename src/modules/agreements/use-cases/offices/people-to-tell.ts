import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { contactsAbout } from '../../../identity/index.ts'
import { referentsOn } from '../../data/offices.store.ts'
import type { Agreement } from '../../domain/agreement.ts'

/**
 * Whom to write to about an agreement: on each side its referents of that day; without any, the managers of the
 * partner or the officers of the head (AGR-15, 002 art. 6).
 */
export async function peopleToTell(
  db: Database,
  agreement: Agreement,
  today: Day,
): Promise<{ name: string; email: string }[]> {
  const [lead] = agreement.terms.parties
  const referents = await referentsOn(db, agreement.id, today)
  const hasReferent = {
    head: referents.some(({ party }) => party === lead),
    partner: referents.some(({ party }) => party !== lead),
  }
  const sides = (['head', 'partner'] as const).filter((side) => !hasReferent[side])
  const others = await contactsAbout(db, agreement.networkId, agreement.partner.id, today, sides)
  const people = [...referents, ...others].map(({ name, email }) => ({ name, email: email.toLowerCase() }))
  return [...new Map(people.map((person) => [person.email, person])).values()]
}
