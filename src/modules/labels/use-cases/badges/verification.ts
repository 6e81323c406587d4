import type { Instant } from '../../../../kernel/instant.ts'

/** What is read of a badge, line by line: one never answers for another. LAB-49. */
export interface Verification {
  readonly verdict: 'valid' | 'not-yet' | 'expired' | 'suspended' | 'revoked' | 'invalid' | 'unchecked'
  readonly signature: SignatureLine
  readonly schema: SchemaLine
  readonly dates: DatesLine
  readonly status: StatusLine
  readonly endorsements: EndorsementsLine
  readonly issuer: IssuerLine
  /** As the badge says it: believed only when its signature is good. */
  readonly shown: ShownBadge | null
}

export type SignatureLine =
  | 'signed'
  /** A byte is no longer the one that was signed. */
  | 'altered'
  | 'header-refused'
  | 'claims-differ'
  | 'proof-missing'
  | 'key-not-found'
  /** The key it brings along proves nothing of who signed. */
  | 'key-not-of-issuer'
  | 'key-compromised'
  /** Too large, or in words nobody here knows: its proof cannot be read. */
  | 'not-checkable'

export type SchemaLine =
  | { readonly kind: 'open-badge' }
  | { readonly kind: 'not-open-badge' }
  | { readonly kind: 'contexts-in-another-order' }
  | { readonly kind: 'unknown-context'; readonly contexts: readonly string[] }

export type DatesLine = 'current' | 'not-yet' | 'expired' | 'unreadable'
export type StatusLine =
  | 'active'
  | 'revoked'
  | 'suspended'
  | 'none-announced'
  | 'unreadable'
  /** Signed with a key of ours, and not among the badges we issued. */
  | 'not-registered'
  | 'not-read'
export type EndorsementsLine = { readonly good: number; readonly bad: number }

export type IssuerLine =
  | {
      readonly kind: 'ours'
      readonly head: string
      readonly network: string
      /** Of the label: null when no agreement carries it. */
      readonly isAgreementInForce: boolean | null
      /** The page where the label proves itself. */
      readonly proof: string | null
    }
  | { readonly kind: 'elsewhere'; readonly id: string }
  | { readonly kind: 'unknown' }

export interface ShownBadge {
  readonly name: string
  readonly description: string
  readonly issuer: string
  readonly holder: string | null
  readonly level: string | null
  readonly validFrom: Instant | null
  readonly validUntil: Instant | null
}

/** One word for the whole, the gravest first. */
export function verdictOf(
  lines: Pick<Verification, 'signature' | 'schema' | 'dates' | 'status' | 'endorsements'>,
): Verification['verdict'] {
  const { signature, schema, dates, status } = lines
  if (['key-not-found', 'key-not-of-issuer', 'not-checkable'].includes(signature)) return 'unchecked'
  if (signature !== 'signed') return 'invalid'
  if (schema.kind === 'unknown-context') return 'unchecked'
  if (schema.kind !== 'open-badge') return 'invalid'
  if (status === 'revoked') return 'revoked'
  if (dates === 'unreadable') return 'invalid'
  if (dates !== 'current') return dates
  if (status === 'suspended') return 'suspended'
  return status === 'active' || status === 'none-announced' ? 'valid' : 'unchecked'
}
