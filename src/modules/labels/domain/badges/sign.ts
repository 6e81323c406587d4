import type { Standing } from '../proof/course.ts'

/** What is printed to show a label; measures of the finished piece, in millimetres. LAB-39, LAB-40. */
export const SIGNS = {
  plaque: { width: 300, height: 200 },
  autocollant: { width: 150, height: 150 },
  attestation: { width: 297, height: 210 },
  panneau: { width: 700, height: 500 },
} as const

export type SignName = keyof typeof SIGNS

/** What the printer cuts away around the piece, in millimetres. */
export const BLEED = 3

/**
 * The signs a label gives right to on a day: none unless it is borne. A panel at the entrance of a town is for a local
 * authority that bears a level: the one it bears today.
 */
export function signsOffered(standing: Standing, holder: 'place' | 'organisation'): SignName[] {
  if (standing.status !== 'active') return []
  const isForRoad = holder === 'organisation' && standing.level !== null
  return ['plaque', 'autocollant', 'attestation', ...(isForRoad ? (['panneau'] as const) : [])]
}

/** How a level is drawn: its own sign when its unit has one. */
export function markOf(unit: string): string {
  return /arobase/i.test(unit) ? '@' : '★'
}
