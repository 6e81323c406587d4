import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { type Acting, actingOn } from '../../../identity/index.ts'
import type { ConfirmationFollower, Keeper, KeepersProvider } from '../../../places/index.ts'
import { forgetReadings } from '../../data/place-facts.queries.ts'
import { carriersOfPlaces } from '../../data/place-keepers.queries.ts'

/**
 * Who keeps the places that an agreement lists: the facilitators of its partner. Its referents answer for them once it is
 * late; without any, its managers. LAB-32, 000 art. 4.
 */
export const keepersUnderAgreements: KeepersProvider = async (db, network, places, today) => {
  const carriers = await carriersOfPlaces(db, places, today)
  const acting = await actingFor(db, network, [...new Set(carriers.map(({ partner }) => partner))], today)
  return new Map(
    places.map((place) => [
      place,
      carriers
        .filter(({ placeId }) => placeId === place)
        .flatMap(({ partner, referents }) => keepersUnder(acting.get(partner) ?? [], referents)),
    ]),
  )
}

async function actingFor(
  db: Database,
  network: Parameters<KeepersProvider>[1],
  organisations: Parameters<typeof actingOn>[2]['organisations'],
  today: Day,
): Promise<ReadonlyMap<Acting['organisationId'], readonly Acting[]>> {
  const acting = await actingOn(db, network, { organisations, people: [] }, today)
  return Map.groupBy(acting, ({ organisationId }) => organisationId)
}

function keepersUnder(acting: readonly Acting[], referents: readonly string[]): Keeper[] {
  const named = (role: Acting['role'], isReferent: boolean): Keeper[] =>
    acting
      .filter((one) => one.role === role)
      .map(({ personId, email }) => ({ personId, email: email.toLowerCase(), isReferent }))
  const editors = named('facilitator', false)
  const answering =
    referents.length > 0
      ? referents.map((email) => ({ personId: null, email, isReferent: true }))
      : named('partner', true)
  return [...editors, ...answering]
}

/** The board of the agreements that list a place follows what it just said. */
export const readAgainAboutPlace: ConfirmationFollower = ({ db }, place) => forgetReadings(db, place)
