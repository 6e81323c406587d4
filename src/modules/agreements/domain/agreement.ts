import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { NetworkId, OrganisationId } from '../../../platform/session/actor.ts'
import type { Act } from './acts.ts'
import type { Terms } from './terms.ts'

export type AgreementId = Id<'agreement'>
export type PlaceId = Id<'place'>

/** One signed (or to be signed) convention: what was agreed, and what happened since. Never its state. */
export interface Agreement {
  readonly id: AgreementId
  readonly networkId: NetworkId
  readonly reference: string
  readonly templateId: string
  readonly templateVersion: number
  readonly terms: Terms
  /** What the partner's texts need: `{ 'partenaire.adresse': '…' }`. */
  readonly variables: Readonly<Record<string, string>>
  readonly partner: { readonly id: OrganisationId; readonly name: string }
  readonly representative: { readonly name: string; readonly title: string }
  readonly createdAt: Instant
  /** In the order they were recorded. */
  readonly acts: readonly StoredAct[]
}

/** An act as the database keeps it: it always has its name, its rank and the instant it was recorded. */
export type StoredAct = Act & { readonly id: string; readonly seq: number; readonly recordedAt: Instant }

/** The rank of the last act: a page that shows an older one is stale. */
export function lastSeq(agreement: Agreement): number {
  return agreement.acts.at(-1)?.seq ?? 0
}

/** A draft may still change: nobody has signed yet. */
export function isDraft(agreement: Agreement): boolean {
  return !agreement.acts.some((act) => act.type === 'signature')
}

/** The instant of the last thing recorded: a document of the agreement bears it, and not the one when it is asked for. */
export function lastChange({ acts, createdAt }: Pick<Agreement, 'acts' | 'createdAt'>): Instant {
  return acts.at(-1)?.recordedAt ?? createdAt
}
