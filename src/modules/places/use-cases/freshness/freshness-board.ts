import type { Day } from '../../../../kernel/day.ts'
import type { Context } from '../../../../platform/context.ts'
import { type BoardPlace, boardPlaces } from '../../data/freshness/board.queries.ts'
import { type FollowUp, followUpsOf } from '../../data/freshness/follow-up.store.ts'
import { type FreshnessState, missed } from '../../domain/freshness/duty.ts'
import { type Freshness, owedFreshness } from './freshness-of.ts'

/** One place that owes a word, with what is done about it. */
export interface BoardLine {
  place: BoardPlace
  freshness: Freshness & { state: FreshnessState }
  /** What staff did since the semester that was missed; the latest first. */
  steps: readonly FollowUp[]
  /** Until when it waits; null: it waits for nobody. */
  waitsUntil: Day | null
}

/** Every place of the network that owes a word today: six statements, whatever their number. DIR-60. */
export async function freshnessBoard({
  db,
  network,
  today,
}: Pick<Context, 'db' | 'network' | 'today'>): Promise<BoardLine[]> {
  const owed = await owedFreshness(db, network.id, today)
  const ids = [...owed.keys()]
  const steps = Map.groupBy(await followUpsOf(db, network.id, ids), ({ placeId }) => placeId)
  return (await boardPlaces(db, ids, today)).flatMap((place): BoardLine[] => {
    const freshness = owed.get(place.id)
    const { state } = freshness ?? {}
    if (!freshness || !state) return []
    const since = missed(freshness.duties).at(-1)
    const done =
      state === 'overdue'
        ? (steps.get(place.id) ?? []).filter(({ semester }) => semester === since?.start)
        : []
    const postponed = done.find(({ kind }) => kind === 'postponed')?.until ?? null
    const waitsUntil = postponed !== null && postponed > today ? postponed : null
    return [{ place, freshness: { ...freshness, state }, steps: done, waitsUntil }]
  })
}

/** What the list is narrowed to. */
export interface BoardFilter {
  state: FreshnessState | null
  department: string
  organisation: string
}

/** A figure and the list it opens ask this one predicate. */
export function isAsked({ place, freshness }: BoardLine, filter: BoardFilter): boolean {
  return (
    (filter.state === null || freshness.state === filter.state) &&
    (filter.department === '' || place.department === filter.department) &&
    (filter.organisation === '' || place.runBy.some(({ id }) => id === filter.organisation))
  )
}
