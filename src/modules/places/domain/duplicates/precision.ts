import type { DuplicatePair } from './pairs.ts'
import type { Band } from './score.ts'

/** Two places, by their ranks, and what somebody who looked at both says of them. */
export interface LabelledPair {
  readonly one: number
  readonly other: number
  readonly same: boolean
}

/** Of the labelled pairs that a band proposes today, how many are one place. DIR-91. */
export type Precision = Readonly<Record<Band, { readonly labelled: number; readonly right: number }>>

export function precisionOf(
  labelled: readonly LabelledPair[],
  pairs: readonly Pick<DuplicatePair, 'one' | 'other' | 'band'>[],
): Precision {
  const bands = new Map(pairs.map(({ one, other, band }) => [`${one}-${other}`, band]))
  const of = (band: Band) => {
    const inBand = labelled.filter(({ one, other }) => bands.get(`${one}-${other}`) === band)
    return { labelled: inBand.length, right: inBand.filter(({ same }) => same).length }
  }
  return { certain: of('certain'), probable: of('probable'), possible: of('possible') }
}
