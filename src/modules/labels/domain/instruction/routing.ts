import type { Id } from '../../../../kernel/id.ts'

/** Where a holder stands; null: its address does not say it. An EPCI is its SIREN. */
export interface Territory {
  readonly department: string | null
  readonly epci: string | null
}

/** A group of instructors and what comes to it: one label or all (null), its territories, or everywhere when it names none. */
export interface Routed {
  readonly id: Id<'instructor-group'>
  readonly schemeId: Id<'scheme'> | null
  readonly departments: readonly string[]
  readonly epcis: readonly string[]
}

/**
 * The group a file goes to: the narrowest territory first (EPCI, département, everywhere), then a group for that label
 * before a group for all of them, then the oldest. Null: nobody's territory, so the owner of the label keeps it. LAB-11.
 */
export function groupFor<Group extends Routed>(
  { schemeId, territory }: { schemeId: Id<'scheme'>; territory: Territory },
  groups: readonly Group[],
): Group | null {
  const ranked = groups
    .filter((group) => group.schemeId === null || group.schemeId === schemeId)
    .map((group) => ({ group, rank: rankOf(group, territory) * 2 + (group.schemeId === null ? 0 : 1) }))
    .filter(({ rank }) => rank >= 0)
    .toSorted((one, other) => other.rank - one.rank || (one.group.id < other.group.id ? -1 : 1))
  return ranked[0]?.group ?? null
}

/** 2: its EPCI, 1: its département, 0: everywhere, −1: elsewhere. */
function rankOf({ departments, epcis }: Routed, { department, epci }: Territory): number {
  if (epci !== null && epcis.includes(epci)) return 2
  if (department !== null && departments.includes(department)) return 1
  return departments.length + epcis.length === 0 ? 0 : -1
}
