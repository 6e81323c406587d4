/** Addresses that the labels keep for their own pages. */
const RESERVED = new Set(['accueil', 'donnees', 'nouveau', 'suivi'])

/** The short name of a label, for its address and its numbers: « EPN Normandie » gives `epn-normandie`. */
export function codeOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
}

/** Letters, digits and single dashes, and no address of ours. */
export function isSchemeCode(code: string): boolean {
  return code.length <= 40 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) && !RESERVED.has(code)
}
