import type { AddressPart } from './mapping.ts'

/** A postal code between a street and a commune: « 8 rue Haute - 50999 Valmer », « 8 rue Haute 50999 Valmer cedex 2 ». */
const WHOLE =
  /^(?<street>.*?)[\s,;–—-]*\b(?<code>(?:0[1-9]|[1-8]\d|9[0-8])\s?\d{3})\b[\s,;–—-]*(?<commune>\D.*)?$/s

/** « Valmer (50999) » */
const TOWN_FIRST = /^(?<commune>[^\d(]+?)\s*\(\s*(?<code>(?:0[1-9]|[1-8]\d|9[0-8])\s?\d{3})\s*\)$/

/** One part of an address written in one cell. Without a postal code in it, all is street. */
export function addressPart(text: string, part: AddressPart): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const found = (TOWN_FIRST.exec(line) ?? WHOLE.exec(line))?.groups
  if (!found) return part === 'street' ? text.trim() : ''
  if (part === 'postal-code') return (found.code ?? '').replace(' ', '')
  return (part === 'street' ? (found.street ?? '') : (found.commune ?? '')).trim()
}

/** Does it hold a street, a postal code and a commune? */
export function isWholeAddress(text: string): boolean {
  return addressPart(text, 'street') !== '' && addressPart(text, 'commune') !== ''
}
