import type { DuplicatePair } from './pairs.ts'

/** Groups of places known to be one, and what the proposed pairs make of them. DIR-91. */
export interface Recall {
  readonly found: number
  readonly known: number
  readonly missed: readonly (readonly number[])[]
}

/** A known group is found when its places are one connected set of proposed pairs, without passing by another place. */
export function recallOf(
  known: readonly (readonly number[])[],
  pairs: readonly Pick<DuplicatePair, 'one' | 'other'>[],
): Recall {
  const beside = new Map<number, number[]>()
  const join = (from: number, to: number) => {
    const list = beside.get(from)
    if (list) list.push(to)
    else beside.set(from, [to])
  }
  for (const { one, other } of pairs) {
    join(one, other)
    join(other, one)
  }
  const missed = known.filter((group) => !isConnected(group, beside))
  return { found: known.length - missed.length, known: known.length, missed }
}

function isConnected(group: readonly number[], beside: ReadonlyMap<number, readonly number[]>): boolean {
  const members = new Set(group)
  const [first] = group
  if (first === undefined) return true
  const reached = new Set([first])
  const waiting = [first]
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop())
    for (const next of beside.get(from) ?? [])
      if (members.has(next) && !reached.has(next)) {
        reached.add(next)
        waiting.push(next)
      }
  return reached.size === members.size
}
