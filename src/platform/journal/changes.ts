/** What differs, as `[before, after]` by field. Fields nobody else should read are named, and their values kept out. */
export type Changes = Record<string, readonly [unknown, unknown]>

/**
 * Secrets, and what names or reaches a person: a line says that it changed, not to what. A line is never rewritten, and
 * whoever is erased later must not be named by it.
 */
const SENSITIVE =
  /password|secret|token|code|digest|email|phone|address|birth|given_name|family_name|holder_name|dpo_|recipient|body|message|answer/i
const REDACTED = '•••'

type Fields = Readonly<Record<string, unknown>>

/** The fields of `after` that are not what `before` held. */
export function changesBetween(before: Fields, after: Fields): Changes {
  const changed = Object.keys(after).filter((name) => text(before[name]) !== text(after[name]))
  return Object.fromEntries(
    changed.map((name) => [
      name,
      [told(name, before[name] ?? null), told(name, after[name] ?? null)] as const,
    ]),
  )
}

function told(name: string, value: unknown): unknown {
  const isEmpty = value === null || value === ''
  return SENSITIVE.test(name) && !isEmpty ? REDACTED : value
}

function text(value: unknown): string {
  return JSON.stringify(value ?? null)
}
