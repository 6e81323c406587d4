import type { Child } from 'hono/jsx'
import type { Context } from '../../../../platform/context.ts'
import type { View } from '../../../../platform/http/page.tsx'
import type { FreshnessBadge } from '../../domain/freshness/badge.ts'
import type { Place } from '../../domain/place.ts'
import { equipmentPart } from '../equipment/equipment-part.tsx'
import { freshnessPart } from '../freshness/freshness-part.tsx'
import { placeLife } from '../life/place-part.tsx'
import { originPart } from '../origin/origin-part.tsx'
import { peoplePart } from '../people/people-part.tsx'

/** What a topic says of a place on its public page. What is not said takes no room. */
export interface PlaceSaid {
  /** Above everything: « À vérifier », « Ce lieu a fermé ». */
  notice?: Child
  /** Beside the labels, at the door: how fresh the sheet is. */
  badge?: FreshnessBadge | null
  /** After the way to come: who works there, what one may borrow. Begins with its own `h2`. */
  section?: Child
  /** At the end of the facts: report an error, edit the sheet. */
  acts?: readonly { label: string; href: string }[]
}

/** One topic's part of a page. It looks by itself whether whoever reads may see it (`opensTo(view, policy)`). */
export type PlacePart = (about: { view: View; context: Context; place: Place }) => Promise<PlaceSaid>

/** In the order in which they are read on the page: each topic adds its own line. */
export const placeParts: readonly PlacePart[] = [
  originPart,
  freshnessPart,
  placeLife,
  equipmentPart,
  peoplePart,
]
