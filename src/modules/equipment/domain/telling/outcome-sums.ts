/** What is added up of the outcomes of loans: sessions and people by type, and how they were found. */
export interface ToldOutcome {
  readonly sessions: Readonly<Record<string, number>>
  readonly people: Readonly<Record<string, number>>
  /** 1 to 5; null: not told. */
  readonly appreciation: number | null
}

export interface OutcomeSums {
  readonly sessions: ReadonlyMap<string, number>
  readonly people: ReadonlyMap<string, number>
  /** How many gave 1, 2, 3, 4, 5. */
  readonly appreciations: readonly number[]
}

/** Sums by type, in the order of the types; a type nobody told is 0, one that is not listed comes last. EQP-1401. */
export function outcomeSums(
  outcomes: readonly ToldOutcome[],
  kinds: { readonly sessions: readonly string[]; readonly people: readonly string[] },
): OutcomeSums {
  return {
    sessions: summed(
      outcomes.map(({ sessions }) => sessions),
      kinds.sessions,
    ),
    people: summed(
      outcomes.map(({ people }) => people),
      kinds.people,
    ),
    appreciations: [1, 2, 3, 4, 5].map(
      (mark) => outcomes.filter(({ appreciation }) => appreciation === mark).length,
    ),
  }
}

function summed(
  told: readonly Readonly<Record<string, number>>[],
  kinds: readonly string[],
): Map<string, number> {
  const sums = new Map(kinds.map((kind) => [kind, 0]))
  for (const one of told)
    for (const [kind, count] of Object.entries(one)) sums.set(kind, (sums.get(kind) ?? 0) + count)
  return sums
}
