const BANDS = [
  { below: 2_000, name: 'moins de 2 000 habitants' },
  { below: 10_000, name: 'de 2 000 à 9 999 habitants' },
  { below: 50_000, name: 'de 10 000 à 49 999 habitants' },
  { below: Number.POSITIVE_INFINITY, name: '50 000 habitants et plus' },
] as const

/** Those an authority is compared with: its kind and how many live there. Null: not told, it is compared with nobody. LAB-41. */
export function stratumOf(kind: string, population: number | null): string | null {
  if (population === null) return null
  const band = BANDS.find(({ below }) => population < below)
  return band ? `${kind}, ${band.name}` : null
}
