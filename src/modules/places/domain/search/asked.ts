import type { Day } from '../../../../kernel/day.ts'
import type { Box } from '../map/map-box.ts'
import type { FacetChoices } from './facets.ts'
import type { ListCursor } from './list-cursor.ts'

/** A part of France by its code: INSEE for a commune, a département and a région, SIREN for an EPCI, its name for one of the network's own. */
export interface Ground {
  readonly kind: GroundKind
  readonly code: string
}

export const GROUND_KINDS = ['commune', 'code-postal', 'epci', 'departement', 'region', 'territoire'] as const
export type GroundKind = (typeof GROUND_KINDS)[number]

/** A point somebody stands at, WGS84 degrees, known to about 100 m. */
export interface Position {
  readonly latitude: number
  readonly longitude: number
}

/** Kilometres around a commune, a postal code or a position. DIR-62. */
export const RADII = [5, 10, 20, 50] as const
export type Radius = (typeof RADII)[number]

/** `now`, what an ordinary week offers, or a date and hour on the clocks of the place: `2026-06-20T14:30`. DIR-53. */
export type OpenAsked = 'now' | WeekMoment | (string & { readonly __brand: 'moment' })

export const WEEK_MOMENTS = ['evening', 'saturday', 'sunday'] as const
export type WeekMoment = (typeof WEEK_MOMENTS)[number]

export const SORTS = ['relevance', 'distance', 'name', 'updated'] as const
export type Sort = (typeof SORTS)[number]

/** The page that goes on from a place, or that ends there (DIR-66); of older links, its number from 1. */
export type AskedPage = { readonly after: ListCursor } | { readonly before: ListCursor } | number

/** What a person asks of the directory. Empty parts ask nothing; values of one part are alternatives. DIR-63. */
export interface Asked extends FacetChoices {
  readonly text: string
  /** The words themselves, without reading towns or needs in them. */
  readonly literally: boolean
  /** Codes of labels, each alone or with a level: `epn`, `villes-internet:4`. */
  readonly labels: readonly string[]
  /** Codes of data.inclusion. */
  readonly typologies: readonly string[]
  /** Who collected, in their own words. */
  readonly sources: readonly string[]
  /** Kinds of equipment lent there, in the words of those who lend. */
  readonly equipment: readonly string[]
  readonly grounds: readonly Ground[]
  readonly position: Position | null
  /** Around the position, else the first ground, else the town of the text. */
  readonly radius: Radius | null
  readonly open: readonly OpenAsked[]
  /** Only places where an appointment is taken online. */
  readonly booking: boolean
  /** Only places with a sheet on their accessibility. */
  readonly accessibility: boolean
  readonly updatedSince: Day | null
  readonly sort: Sort
  readonly box: Box | null
  /** 1: the first. */
  readonly page: AskedPage
}

export const askingNothing: Asked = {
  text: '',
  literally: false,
  services: [],
  publics: [],
  specialCare: [],
  fees: [],
  programmes: [],
  trainings: [],
  itinerance: [],
  accessModes: [],
  supportModes: [],
  labels: [],
  typologies: [],
  sources: [],
  equipment: [],
  grounds: [],
  position: null,
  radius: null,
  open: [],
  booking: false,
  accessibility: false,
  updatedSince: null,
  sort: 'relevance',
  box: null,
  page: 1,
}
