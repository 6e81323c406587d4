import { EPN_NORMANDIE } from './epn-normandie.ts'
import { NETPUBLIC } from './netpublic.ts'
import type { StarterSet } from './starter-set.ts'
import { TIERS_LIEUX_NORMANDIE } from './tiers-lieux-normandie.ts'
import { VILLES_INTERNET } from './villes-internet.ts'

/** Offered to whoever creates a label; a network also begins from nothing. LAB-5. */
export const STARTER_SETS: readonly StarterSet[] = [
  EPN_NORMANDIE,
  TIERS_LIEUX_NORMANDIE,
  NETPUBLIC,
  VILLES_INTERNET,
]

export function starterSet(id: string): StarterSet | null {
  return STARTER_SETS.find((one) => one.id === id) ?? null
}
