import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import { actingOn } from '../../../identity/index.ts'
import { linksOfPlaces } from '../../data/freshness/keepers.queries.ts'
import type { PlaceId } from '../../domain/place.ts'

/** Somebody who may say that what is written of a place is true. */
export interface Keeper {
  /** Null: named by an agreement, without an account. */
  personId: PersonId | null
  email: string
  /** Answers for the partner, and does not keep the sheet: told once it is late. LAB-32. */
  isReferent: boolean
}

export type Keepers = ReadonlyMap<PlaceId, readonly Keeper[]>

/** Who keeps these places, by what one module knows of them. Put together in `src/jobs.ts`. */
export type KeepersProvider = (
  db: Database,
  network: NetworkId,
  places: readonly PlaceId[],
  today: Day,
) => Promise<Keepers>

/** Those who act for the organisation that runs the place, and those who work there. DIR-11. */
export const linkedKeepers: KeepersProvider = async (db, network, places, today) => {
  const { organisations, people } = await linksOfPlaces(db, places, today)
  const asked = {
    organisations: [...new Set(organisations.map((link) => link.organisationId))],
    people: [...new Set(people.map((link) => link.personId))],
  }
  const acting = (await actingOn(db, network, asked, today)).map((one) => ({
    ...one,
    keeper: { personId: one.personId, email: one.email.toLowerCase(), isReferent: false },
  }))
  return new Map(
    places.map((place) => {
      const runners = organisations.filter((link) => link.placeId === place)
      const workers = people.filter((link) => link.placeId === place)
      const keepers = acting.filter(
        ({ role, organisationId, personId }) =>
          (isKeeping(role) && runners.some((link) => link.organisationId === organisationId)) ||
          workers.some((link) => link.personId === personId),
      )
      return [place, eachOnce(keepers.map(({ keeper }) => keeper))] as const
    }),
  )
}

function isKeeping(role: string): boolean {
  return role === 'partner' || role === 'facilitator'
}

/** What several modules know of who keeps these places. */
export async function keepersOf(
  providers: readonly KeepersProvider[],
  ...asked: Parameters<KeepersProvider>
): Promise<Keepers> {
  const known: Keepers[] = []
  for (const provider of [linkedKeepers, ...providers]) known.push(await provider(...asked))
  const [, , places] = asked
  return new Map(
    places.map((place) => [place, eachOnce(known.flatMap((keepers) => keepers.get(place) ?? []))] as const),
  )
}

/** One line per address; who keeps the sheet counts more than who answers for it, an account more than none. */
function eachOnce(keepers: readonly Keeper[]): Keeper[] {
  const byEmail = Map.groupBy(keepers, ({ email }) => email)
  return [...byEmail].map(([email, same]) => ({
    email,
    personId: same.find(({ personId }) => personId !== null)?.personId ?? null,
    isReferent: same.every(({ isReferent }) => isReferent),
  }))
}
