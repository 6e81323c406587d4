import type { Id } from '../../../../kernel/id.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import type { DeskId, InventoryId, UnitId } from '../equipment.ts'

export type FeedId = Id<'feed'>

/** What a calendar follows: everything an inventory lends, one desk, one unit, or what one organisation borrows. EQP-1403. */
export type FeedSubject =
  | { readonly kind: 'inventory'; readonly id: InventoryId }
  | { readonly kind: 'desk'; readonly id: DeskId }
  | { readonly kind: 'unit'; readonly id: UnitId }
  | { readonly kind: 'organisation'; readonly id: OrganisationId }

export interface Feed {
  readonly id: FeedId
  readonly subject: FeedSubject
}

/** For how long a calendar is told that an appointment is off, in days; also how far back it looks. */
export const FEED_MEMORY_DAYS = 90
