/** What may be done with a record that a source tells. */
export type Judgement = 'take' | 'ours' | 'not-its-own' | 'not-its-path'

/**
 * Is this record its teller's to tell? Its home is the first of its path and the beginning of its address; the teller is
 * the last. One of ours, or one that came through us, is left where it is: there is no loop. DIR-89.
 */
export function judge(
  { uri, path }: { uri: string; path: readonly string[] },
  { teller, ours }: { teller: string; ours: string },
): Judgement {
  if (path.includes(ours) || isUnder(uri, ours)) return 'ours'
  if (path.at(-1) !== teller) return 'not-its-path'
  return isUnder(uri, path[0] ?? '') ? 'take' : 'not-its-own'
}

/** `https://exemple.fr/n/manche/lieux/…` is under `https://exemple.fr/n/manche`, never under `https://exemple.fr/n/man`. */
function isUnder(uri: string, address: string): boolean {
  return uri.startsWith(`${address}/lieux/`)
}

/** The canonical address of a place of ours. */
export function placeUri(address: string, id: string): string {
  return `${address}/lieux/${id}`
}
