import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { findPlaces, type InformationDuty, owedFreshness } from '../../../places/index.ts'

/** What one labelled place owes of its information, by the agreement that carries its labels. */
export interface OwedInformation {
  place: { id: Id<'place'>; name: string; commune: string; slug: string }
  agreementId: Id<'agreement'> | null
  labels: readonly string[]
  duties: readonly InformationDuty[]
  /** The last day the place said it was true; null: it never has. */
  lastSaidOn: Day | null
}

/**
 * Every place that bears, today, a label which asks for it; by name, once under each agreement. What is owed and what was
 * said is the directory's to know. LAB-32.
 */
export async function informationOwed(
  db: Database,
  network: NetworkId,
  today: Day,
): Promise<OwedInformation[]> {
  const owed = [...(await owedFreshness(db, network, today))].filter(([, { labels }]) => labels.length > 0)
  const places = new Map(
    (
      await findPlaces(
        db,
        network,
        owed.map(([id]) => id),
      )
    ).map((place) => [place.id, place]),
  )
  return owed
    .flatMap(([id, { agreements, labels, duties, lastSaidOn }]) => {
      const place = places.get(id)
      const carriers = agreements.length > 0 ? agreements : [null]
      return place ? carriers.map((agreementId) => ({ place, agreementId, labels, duties, lastSaidOn })) : []
    })
    .sort((one, other) => one.place.name.localeCompare(other.place.name, 'fr'))
}
