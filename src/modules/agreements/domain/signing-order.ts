import type { Party } from './terms.ts'

export const SIGNING_ORDERS = ['any', 'partner-first', 'head-first'] as const
export type SigningOrder = (typeof SIGNING_ORDERS)[number]

/**
 * The ranks in which the parties sign; those of one rank sign in any order. The head of the network is the first
 * party of the terms. AGR-26.
 */
export function ranksOf(parties: readonly Party[], order: SigningOrder): Party[][] {
  const head = parties.slice(0, 1)
  const partners = parties.slice(1)
  if (order === 'any' || partners.length === 0) return [[...parties]]
  return order === 'partner-first' ? [partners, head] : [head, partners]
}

/** Counted from 1; a party outside every rank comes with the last. */
export function rankOf(ranks: readonly (readonly Party[])[], party: Party): number {
  const index = ranks.findIndex((rank) => rank.includes(party))
  return index < 0 ? Math.max(ranks.length, 1) : index + 1
}
