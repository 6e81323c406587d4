import type { Context } from '../../../../platform/context.ts'
import { loadCommunes } from '../../data/communes.ts'
import { neighboursOf } from '../../data/life/neighbours.queries.ts'
import { comparedOf } from '../../domain/duplicates/compared.ts'
import { type DuplicatePair, duplicatePairs } from '../../domain/duplicates/pairs.ts'
import type { Place, PlaceFields } from '../../domain/place.ts'

export interface LikelyDuplicate {
  readonly place: Place
  readonly pair: DuplicatePair
}

/** Places of the directory that what is written may already be, certain or probable, the surest first. DIR-48. */
export async function likelyDuplicates(
  { db, network }: Pick<Context, 'db' | 'network'>,
  fields: PlaceFields,
): Promise<LikelyDuplicate[]> {
  const known = await neighboursOf(db, network.id, fields)
  const communes = loadCommunes()
  const present = (code: string) => communes.byCode(code)?.commune.code ?? code
  const compared = [fields, ...known].map((one) => comparedOf(one, present))
  return duplicatePairs(compared, 'probable').flatMap((pair) => {
    const place = pair.one === 0 ? known[pair.other - 1] : undefined
    return place ? [{ place, pair }] : []
  })
}
