import { isId } from '../../../../kernel/id.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { keptPlace } from '../../data/life/kept-places.queries.ts'
import type { PlaceRow } from '../../data/life/place.store.ts'
import type { PlaceId } from '../../domain/place.ts'

/** The id of the address; a text that is none leads nowhere. */
export function placeIdAt(c: AppContext): PlaceId {
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'place'>(id) ? id : null)
}

/** The place of the address, as those who keep it read it; else 404. */
export async function keptPlaceAt(c: AppContext): Promise<PlaceRow> {
  return orNotFound(await keptPlace(c.var.context, placeIdAt(c)))
}
