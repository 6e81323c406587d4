import type { Context } from '../../../../platform/context.ts'
import { organisationNames } from '../../../identity/index.ts'
import { findPlaces } from '../../../places/index.ts'
import type { Holder } from '../../data/awards/awards.store.ts'

/** The name of each of these holders, in two statements however many; empty for a list. */
export async function holderNames(
  { db, network }: Pick<Context, 'db' | 'network'>,
  about: readonly { readonly holder: Holder | null }[],
): Promise<(holder: Holder | null) => string> {
  const places = about.flatMap(({ holder }) => (holder?.kind === 'place' ? [holder.id] : []))
  const organisations = about.flatMap(({ holder }) => (holder?.kind === 'organisation' ? [holder.id] : []))
  const found = await findPlaces(db, network.id, [...new Set(places)])
  const byPlace = new Map(
    found.map(({ id, name, commune }) => [id, [name, commune].filter(Boolean).join(', ')]),
  )
  const byOrganisation = await organisationNames(db, [...new Set(organisations)])
  return (holder) => {
    if (!holder) return 'Plusieurs lieux'
    return (holder.kind === 'place' ? byPlace.get(holder.id) : byOrganisation.get(holder.id)) ?? ''
  }
}
