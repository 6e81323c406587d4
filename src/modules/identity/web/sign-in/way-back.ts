/**
 * Only a path of this network: an address given by the page must not lead elsewhere. It is read as a browser reads
 * it, which drops tabs, turns `\` into `/` and climbs `..`.
 */
export function insideThisNetwork(path: string, base: string): string | null {
  const here = 'http://here'
  const url = path.startsWith('/') ? URL.parse(path, here) : null
  if (url?.origin !== here || url.pathname.startsWith('//')) return null
  return url.pathname.startsWith(`${base}/`) ? url.pathname + url.search : null
}
