import { isId } from '../../../../kernel/id.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { findPlaceList, type PlaceList } from '../../data/bulk/place-lists.store.ts'
import { type SchemeVersion, versionById } from '../../data/schemes/schemes.store.ts'

/** The list named by the address, within reach; else 404. */
export async function listOf(c: AppContext): Promise<PlaceList> {
  const { db, reach } = c.var.context
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'place-list'>(id) ? await findPlaceList(db, reach, id) : null)
}

/** The label of a list, as the version it follows has it. */
export async function versionOfList(c: AppContext, { versionId }: PlaceList): Promise<SchemeVersion> {
  const { db, network } = c.var.context
  return orNotFound(await versionById(db, network.id, versionId))
}
