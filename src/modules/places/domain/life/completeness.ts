import type { PlaceFields } from '../place.ts'
import { placeKindOf } from './place-kind.ts'
import type { Section } from './sections.ts'

/** What a resident looks for before coming. */
export type Criterion =
  | 'hours'
  | 'services'
  | 'contact'
  | 'whereabouts'
  | 'summary'
  | 'publics'
  | 'modes'
  | 'fees'
  | 'accessibility'
  | 'booking'
  | 'website'

export type Judged = Pick<
  PlaceFields,
  | 'openingHours'
  | 'services'
  | 'phone'
  | 'emails'
  | 'address'
  | 'latitude'
  | 'summary'
  | 'publics'
  | 'specialCare'
  | 'itinerance'
  | 'accessModes'
  | 'supportModes'
  | 'fees'
  | 'accesLibreUrl'
  | 'bookingUrl'
  | 'websites'
> & { pointPrecision: string | null }

interface Rule {
  readonly weight: number
  readonly section: Section
  readonly isMet: (place: Judged) => boolean
}

const receivesNobody = (place: Judged) => ['remote', 'no-public'].includes(placeKindOf(place))
/** Nobody said how it was found: it came with the place. */
const isExact = ({ latitude, pointPrecision }: Judged) =>
  latitude !== null && (pointPrecision === null || pointPrecision === 'exact')

/** A hundred points, the most useful first. DIR-73. */
export const CRITERIA: Readonly<Record<Criterion, Rule>> = {
  hours: {
    weight: 15,
    section: 'hours',
    isMet: (place) => place.openingHours !== null || receivesNobody(place),
  },
  services: { weight: 15, section: 'services', isMet: ({ services }) => services.length > 0 },
  contact: {
    weight: 15,
    section: 'contact',
    isMet: ({ phone, emails }) => phone !== null || emails.length > 0,
  },
  whereabouts: {
    weight: 15,
    section: 'address',
    isMet: (place) => (place.address !== '' && isExact(place)) || receivesNobody(place),
  },
  summary: { weight: 8, section: 'presentation', isMet: ({ summary }) => summary !== null },
  publics: {
    weight: 8,
    section: 'publics',
    isMet: ({ publics, specialCare }) => publics.length + specialCare.length > 0,
  },
  modes: {
    weight: 8,
    section: 'services',
    isMet: ({ accessModes, supportModes }) => accessModes.length > 0 && supportModes.length > 0,
  },
  fees: { weight: 6, section: 'publics', isMet: ({ fees }) => fees.length > 0 },
  accessibility: { weight: 5, section: 'publics', isMet: ({ accesLibreUrl }) => accesLibreUrl !== null },
  booking: { weight: 3, section: 'contact', isMet: ({ bookingUrl }) => bookingUrl !== null },
  website: { weight: 2, section: 'contact', isMet: ({ websites }) => websites.length > 0 },
}

export interface Completeness {
  /** From 0 to 100. */
  readonly score: number
  /** What is missing, the most useful first. */
  readonly missing: readonly Criterion[]
}

export function completenessOf(place: Judged): Completeness {
  const all = Object.entries(CRITERIA) as [Criterion, Rule][]
  const missing = all.filter(([, { isMet }]) => !isMet(place))
  const lost = missing.reduce((sum, [, { weight }]) => sum + weight, 0)
  const byUse = missing.sort(([, one], [, other]) => other.weight - one.weight)
  return { score: 100 - lost, missing: byUse.map(([criterion]) => criterion) }
}
