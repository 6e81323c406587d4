import type { ComparedPlace } from '../duplicates/corpus.ts'
import { duplicatePairs } from '../duplicates/pairs.ts'
import { folded } from '../fold.ts'

/** By rank in each list. */
export interface KnownLikeness {
  readonly coming: number
  readonly known: number
  readonly score: number
}

/**
 * Of the places that come, those that are surely one of the known ones, each with the one it is most like: same SIRET at
 * the same address, same name, address and commune, or a score that calls it certain. DIR-35, DIR-43.
 */
export function likeKnown(
  coming: readonly ComparedPlace[],
  known: readonly ComparedPlace[],
): KnownLikeness[] {
  if (coming.length === 0 || known.length === 0) return []
  const best = new Map<number, KnownLikeness>()
  const note = (found: KnownLikeness) => {
    const before = best.get(found.coming)
    if (!before || before.score < found.score) best.set(found.coming, found)
  }
  const byKey = new Map(known.flatMap((place, rank) => strongKeys(place).map((key) => [key, rank] as const)))
  for (const [rank, place] of coming.entries())
    for (const key of strongKeys(place)) {
      const at = byKey.get(key)
      if (at !== undefined) note({ coming: rank, known: at, score: STRONG })
    }
  for (const { one, other, score } of duplicatePairs([...known, ...coming], 'certain'))
    if (one < known.length && other >= known.length) note({ coming: other - known.length, known: one, score })
  return [...best.values()].sort((one, other) => one.coming - other.coming)
}

const STRONG = 100

function strongKeys({ name, pivot, address, postalCode, commune, communeCode }: ComparedPlace): string[] {
  const street = folded(address)
  if (street === '') return []
  const town = communeCode ?? `${postalCode ?? ''} ${folded(commune)}`
  const where = `${street}|${town}`
  return [`n${folded(name)}|${where}`, ...(pivot ? [`p${pivot}|${where}`] : [])]
}
