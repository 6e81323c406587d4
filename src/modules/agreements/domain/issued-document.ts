export const ISSUED_KINDS = [
  'agreement',
  'consolidated_text',
  'amendment',
  'renewal_act',
  'evidence',
  'term_sheet',
  'letter',
] as const

export type IssuedKind = (typeof ISSUED_KINDS)[number]

/** What makes a document the same: asked again with all of these, it is the stored file that is served. AGR-97 */
export interface DocumentIdentity {
  readonly kind: IssuedKind
  /** What it is about within its agreement: an amendment, a renewal, an act, a letter; empty for the whole of it. */
  readonly subject: string
  readonly template: string
  readonly templateVersion: number
  /** All that the template is given, word for word. */
  readonly data: string
}
