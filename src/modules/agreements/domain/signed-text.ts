import type { Party, Terms } from './terms.ts'

/** A paragraph, or the items of a list. */
type Block = string | readonly string[]

/** What is read and signed, whole: the text in French, the typed terms behind it, and the places it lists. */
export interface SignedText {
  readonly reference: string
  readonly title: string
  readonly template: string
  readonly version: number
  readonly parties: readonly { readonly party: Party; readonly name: string }[]
  readonly clauses: readonly {
    readonly number: string | null
    readonly title: string
    readonly blocks: readonly Block[]
    readonly incomplete: boolean
  }[]
  readonly places: readonly { readonly id: string; readonly name: string; readonly list: string }[]
  readonly terms: Terms
}

/** One writing for one text, whatever the order its members were made in: two equal texts have equal characters. */
export function writtenText(text: SignedText): string {
  return JSON.stringify(text, (_key, value: unknown) =>
    isRecord(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
}

/** What `writtenText` wrote. */
export function readText(written: string): SignedText {
  return JSON.parse(written) as SignedText
}

/** Read over the telephone or compared on paper: the first sixteen signs, by four. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 16).match(/.{4}/g)?.join(' ') ?? ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
