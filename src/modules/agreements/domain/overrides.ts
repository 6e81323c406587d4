/** Values by dotted path: `{ 'renewal.mode': 'express', denunciation: null }`. */
export type Overrides = Readonly<Record<string, unknown>>

/**
 * A copy of `terms` with each dotted path set to its value: a missing parent is created, null is a value (AGR-102).
 * The outcome is unchecked: give it to `parseTerms`.
 */
export function withOverrides(terms: object, overrides: Overrides): unknown {
  return Object.entries(overrides).reduce<object>(
    (copy, [path, value]) => withValue(copy, path.split('.'), value),
    terms,
  )
}

function withValue(parent: object, [key = '', ...rest]: readonly string[], value: unknown): object {
  const copy = Array.isArray(parent) ? [...parent] : { ...parent }
  const before = Object.getOwnPropertyDescriptor(parent, key)?.value as unknown
  const after = rest.length === 0 ? value : withValue(isObject(before) ? before : {}, rest, value)
  // Not an assignment: a path such as `__proto__` must stay an ordinary member.
  return Object.defineProperty(copy, key, {
    value: after,
    enumerable: true,
    writable: true,
    configurable: true,
  })
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
