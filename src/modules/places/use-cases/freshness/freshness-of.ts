import { type Day, earliest } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { confirmationsOf, lastWords } from '../../data/freshness/confirmations.store.ts'
import { exemptionsOf } from '../../data/freshness/exemptions.store.ts'
import { owingPlaces } from '../../data/freshness/owing.queries.ts'
import { ruleOf } from '../../data/freshness/rule.store.ts'
import { badgeOf, type FreshnessBadge } from '../../domain/freshness/badge.ts'
import {
  type FreshnessState,
  type InformationDuty,
  informationDuties,
  stateOf,
} from '../../domain/freshness/duty.ts'
import { type Period, periodOf } from '../../domain/freshness/period.ts'
import type { PlaceId } from '../../domain/place.ts'

/** Whether what is said of a place is still true, as everybody reads it and as whoever owes it must know. */
export interface Freshness {
  /** Null: the place owes no word. */
  state: FreshnessState | null
  duties: readonly InformationDuty[]
  /** The last day the place or its organisation spoke; null: never. */
  lastSaidOn: Day | null
  labels: readonly string[]
  agreements: readonly Id<'agreement'>[]
}

/** The period of today, by the rule of the network. DIR-57. */
export async function presentPeriod({
  db,
  network,
  today,
}: Pick<Context, 'db' | 'network' | 'today'>): Promise<Period> {
  const { every } = await ruleOf(db, network.id)
  return periodOf(today, every)
}

/** Every place of the network that owes a word today. Five statements whatever their number. DIR-59. */
export async function owedFreshness(
  db: Database,
  network: NetworkId,
  today: Day,
  among: readonly PlaceId[] | null = null,
): Promise<ReadonlyMap<PlaceId, Freshness>> {
  const owing = await owingPlaces(db, network, today, among)
  const ids = [...owing.keys()]
  const first = earliest(...[...owing.values()].map(({ from }) => from))
  if (first === null) return new Map()
  const said = Map.groupBy(
    await confirmationsOf(db, ids, { from: first, until: today }),
    ({ placeId }) => placeId,
  )
  const exempted = Map.groupBy(await exemptionsOf(db, ids), ({ placeId }) => placeId)
  const last = await lastWords(db, ids, today)
  return new Map(
    [...owing].map(([id, owed]) => {
      const days = {
        on: (said.get(id) ?? []).map(({ on }) => on),
        exempted: (exempted.get(id) ?? []).map(({ semester }) => semester),
      }
      const duties = informationDuties(owed, days, today)
      const { labels, agreements } = owed
      const state = stateOf(duties, today)
      return [id, { state, duties, lastSaidOn: last.get(id) ?? null, labels, agreements }]
    }),
  )
}

/** What a page, a list, a map or the API says of each of these places; one that says nothing is not there. DIR-59. */
export async function freshnessBadges(
  db: Database,
  network: NetworkId,
  places: readonly PlaceId[],
  today: Day,
): Promise<ReadonlyMap<PlaceId, FreshnessBadge>> {
  const owed = await owedFreshness(db, network, today, places)
  const last = await lastWords(db, places, today)
  return new Map(
    places.flatMap((id) => {
      const badge = badgeOf(last.get(id) ?? null, owed.get(id)?.state ?? null, today)
      return badge ? [[id, badge] as const] : []
    }),
  )
}
