import type { Act } from './acts.ts'
import type { StoredAct } from './agreement.ts'

/** The act that corrects each act, by the id of what it corrects. The database lets there be one. AGR-84. */
export function correctionsOf(acts: readonly StoredAct[]): ReadonlyMap<string, StoredAct> {
  return new Map(
    acts.flatMap((act) => (act.supersedes === undefined ? [] : [[act.supersedes, act] as const])),
  )
}

/** The acts that count as they are written: neither corrected, nor there only to void another. */
export function standingActs<A extends Act>(acts: readonly A[]): A[] {
  const corrected = new Set(acts.map(({ supersedes }) => supersedes))
  return acts.filter(({ id, type }) => !(id && corrected.has(id)) && type !== 'act_voided')
}

/** The name other acts refer to it by: a corrected act keeps its first one. */
export function firstNameOf(acts: readonly Act[], act: StoredAct): string {
  const byId = new Map(acts.map((one) => [one.id, one]))
  const seen = new Set<string>()
  let name = act.id
  for (let of = act.supersedes; of !== undefined && !seen.has(of); of = byId.get(of)?.supersedes) {
    seen.add(of)
    name = of
  }
  return name
}

/** The last correction of an act: what is read in its place today. */
export function currentVersionOf(acts: readonly StoredAct[], act: StoredAct): StoredAct {
  const corrections = correctionsOf(acts)
  let current = act
  for (let next = corrections.get(current.id); next; next = corrections.get(current.id)) current = next
  return current
}
