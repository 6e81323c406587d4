/** Who says what a version changed: whoever keeps the place, the head of the network, or a file. */
export type Speaker = 'owner' | 'staff' | 'source'

/** What one field was, and what it became. */
export interface FieldChange {
  from: unknown
  to: unknown
}

/** The fields that differ, each with both values; the order of a list says nothing. */
export function changesBetween<Fields extends object>(
  before: Fields,
  patch: Partial<Fields>,
): Partial<Record<keyof Fields, FieldChange>> {
  const named = Object.entries(patch) as [keyof Fields, unknown][]
  const changed = named.filter(([field, value]) => value !== undefined && !isSame(before[field], value))
  return Object.fromEntries(
    changed.map(([field, to]) => [field, { from: before[field] ?? null, to: to ?? null }]),
  ) as Partial<Record<keyof Fields, FieldChange>>
}

/** Two values of a field that say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return comparable(one) === comparable(other)
}

function comparable(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? null))
}
