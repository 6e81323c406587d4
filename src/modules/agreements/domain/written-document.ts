/**
 * A document as it is read, whatever carries it: a page, a PDF or a file to edit. All of it is text, never markup.
 */
export interface WrittenDocument {
  readonly title: string
  /** Whose document it is: the head of the network, or the party that writes. */
  readonly issuer: string
  /** Under the title, before anything else; empty when the title says enough. */
  readonly intro: string
  /** At the foot of each page: « Convention 2026-0001 ». */
  readonly reference: string
  /** What a letter has and another document has not. */
  readonly letter: LetterHead | null
  readonly parts: readonly Part[]
}

export interface LetterHead {
  readonly sender: readonly string[]
  readonly addressee: readonly string[]
  /** How it is to be sent, with the blank for the tracking number; empty for a letter sent by any means. */
  readonly sending: string
  readonly subject: string
  /** « À Caen, le … » */
  readonly place: string
  readonly signatory: readonly string[]
}

/** A paragraph, or the items of a list. */
export type TextBlock = string | readonly string[]

export type Part =
  | { readonly kind: 'heading'; readonly text: string; readonly anchor: string }
  | { readonly kind: 'text'; readonly blocks: readonly TextBlock[] }
  | { readonly kind: 'quote'; readonly source: string; readonly blocks: readonly TextBlock[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly string[]
      readonly rows: Rows
    }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'signatures'; readonly signatures: readonly SignatureLine[] }

/** Each as long as the columns. */
type Rows = readonly (readonly string[])[]

export interface Fact {
  readonly term: string
  readonly value: string
}

export interface SignatureLine {
  readonly party: string
  /** « Signé le … par … »; empty: room is left to sign. */
  readonly said: string
}

/** The same document has the same characters, whichever page or hour asks for it. */
export function documentText(document: WrittenDocument): string {
  return JSON.stringify(document)
}

export function paragraph(...blocks: TextBlock[]): Part {
  return { kind: 'text', blocks }
}

/** `text` typed by a person, a paragraph for each of its lines. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
