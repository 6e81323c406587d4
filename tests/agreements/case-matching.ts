import { readFileSync } from 'node:fs'

/** A case file as the tests read it: the engine never sees `expect`. */
export interface ExpectedCase {
  readonly id: string
  readonly title: string
  readonly events: readonly { readonly type: string; readonly date?: string; readonly purpose?: string }[]
  readonly query: { readonly date: string }
  readonly expect: Readonly<Record<string, unknown>>
}

type Item = Readonly<Record<string, unknown>>

export function readCases(url: URL): ExpectedCase[] {
  return (JSON.parse(readFileSync(url, 'utf8')) as { cases: ExpectedCase[] }).cases
}

/** One line per expected key that the answer does not match, by the rules of AGR-107. */
export function differences(expected: Item, answer: Item): string[] {
  return Object.entries(expected).flatMap(([key, wanted]) =>
    matches(key, wanted, answer[key])
      ? []
      : [`${key}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(answer[key])}`],
  )
}

function matches(key: string, wanted: unknown, got: unknown): boolean {
  if (Array.isArray(wanted)) return Array.isArray(got) && listMatches(key, wanted, got)
  if (isItem(wanted))
    return isItem(got) && Object.keys(wanted).every((one) => Object.is(wanted[one], got[one]))
  return Object.is(wanted, got)
}

function listMatches(key: string, wanted: readonly unknown[], got: readonly unknown[]): boolean {
  if (key === 'missingSignatures') return JSON.stringify(wanted) === JSON.stringify(got)
  if (wanted.length === 0) return got.length === 0
  return wanted.every((one) => got.some((other) => matches('', one, other)))
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null
}
