import type { Criterion, Judged } from '../life/completeness.ts'
import { completenessOf } from '../life/completeness.ts'
import type { WeekMoment } from '../search/asked.ts'
import type { Fee, Public, Service } from '../vocabulary.ts'

/** What is counted of one place. */
export interface CountedPlace extends Judged {
  services: readonly Service[]
  publics: readonly Public[]
  fees: readonly Fee[]
  /** What its ordinary week offers; null: nobody knows its hours. */
  moments: readonly WeekMoment[] | null
}

/** What the places of a territory amount to, but for what changes without them: labels and confirmations. DIR-81. */
export interface PlaceFigures {
  places: number
  /** How many places offer each; a code that nobody offers is not there. */
  services: Readonly<Partial<Record<Service, number>>>
  publics: Readonly<Partial<Record<Public, number>>>
  fees: Readonly<Partial<Record<Fee, number>>>
  hoursKnown: number
  openEvening: number
  openSaturday: number
  openSunday: number
  /** Mean of the scores, from 0 to 100, one decimal; null without a place. */
  completeness: number | null
  /** How many places lack each criterion. */
  missing: Readonly<Partial<Record<Criterion, number>>>
}

export function figuresOf(places: readonly CountedPlace[]): PlaceFigures {
  const judged = places.map(completenessOf)
  const open = (moment: WeekMoment) => places.filter(({ moments }) => moments?.includes(moment)).length
  return {
    places: places.length,
    services: tally(places, ({ services }) => services),
    publics: tally(places, ({ publics }) => publics),
    fees: tally(places, ({ fees }) => fees),
    hoursKnown: places.filter(({ moments }) => moments !== null).length,
    openEvening: open('evening'),
    openSaturday: open('saturday'),
    openSunday: open('sunday'),
    completeness: mean(judged.map(({ score }) => score)),
    missing: tally(judged, ({ missing }) => missing),
  }
}

function tally<Thing, Code extends string>(
  things: readonly Thing[],
  codesOf: (thing: Thing) => readonly Code[],
): Partial<Record<Code, number>> {
  const counts: Partial<Record<Code, number>> = {}
  for (const thing of things)
    for (const code of new Set(codesOf(thing))) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10
}

/** A label with its level, and how many places bear it today; level null: a label without levels. */
export interface LabelFigure {
  code: string
  name: string
  level: number | null
  places: number
}

/** Who lives there, and how far they are from a place. */
export interface GroundFigures {
  communes: number
  inhabitants: number
  /** Communes whose middle has no place of the network within `FAR_KM`, the most populated first. */
  far: readonly string[]
}

/** All that is said of a territory on one day, and kept at the end of a semester. */
export interface TerritoryFigures extends PlaceFigures, Omit<GroundFigures, 'far'> {
  /** Places that bear at least one label. */
  labelled: number
  labels: readonly LabelFigure[]
  /** Places whose keepers said since the start of the semester that their sheet is true. */
  confirmed: number
  farCommunes: number
}

/** How far a resident is said to be far from a place, in kilometres. */
export const FAR_KM = 20

/** « 1 lieu pour 2 500 habitants »; null when there is no place, or nobody is known to live there. */
export function inhabitantsPerPlace({
  places,
  inhabitants,
}: Pick<TerritoryFigures, 'places' | 'inhabitants'>) {
  return places === 0 || inhabitants === 0 ? null : Math.round(inhabitants / places)
}
