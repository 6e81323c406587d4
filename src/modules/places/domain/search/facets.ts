import { folded } from '../fold.ts'
import {
  accessModes,
  fees,
  itinerance,
  programmes,
  publics,
  services,
  specialCare,
  supportModes,
  type Term,
  trainings,
} from '../vocabulary.ts'

/**
 * The filters whose values are terms of the closed lists (DIR-63): any value inside one, all filters together. `parameter`
 * is the word of addresses.
 */
export const FACETS = {
  services: { parameter: 'services', terms: services },
  publics: { parameter: 'publics', terms: publics },
  specialCare: { parameter: 'prise-en-charge', terms: specialCare },
  fees: { parameter: 'frais', terms: fees },
  programmes: { parameter: 'dispositifs', terms: programmes },
  trainings: { parameter: 'formations', terms: trainings },
  itinerance: { parameter: 'itinerance', terms: itinerance },
  accessModes: { parameter: 'acces', terms: accessModes },
  supportModes: { parameter: 'accompagnement', terms: supportModes },
} as const satisfies Record<string, { parameter: string; terms: readonly Term[] }>

export type Facet = keyof typeof FACETS
export type FacetCode<F extends Facet> = (typeof FACETS)[F]['terms'][number]['code']

/** What is chosen in each of them. */
export type FacetChoices = { readonly [F in Facet]: readonly FacetCode<F>[] }

export const FACET_NAMES = Object.keys(FACETS) as readonly Facet[]

/** How a value is named in addresses: its official words. */
export function valueSlug(facet: Facet, code: string): string {
  return SLUGS[facet].get(code) ?? code
}

const termsOf = (facet: Facet): readonly Term[] => FACETS[facet].terms

const SLUGS = Object.fromEntries(
  FACET_NAMES.map((facet) => [
    facet,
    new Map(termsOf(facet).map(({ code, standard }) => [code, folded(standard, '-')])),
  ]),
) as unknown as Readonly<Record<Facet, ReadonlyMap<string, string>>>

/** A value of an older list says each of those it was cut into. DIR-63. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  'langues-etrangeres': ['english-speaking', 'other-languages'],
  handicaps: ['motor-disability', 'mental-disability'],
  gratuite: ['free', 'free-under-conditions'],
}

/** The codes a value of an address stands for: its slug, its code, its official words or a former value; null: none. */
export function codesOfValue(facet: Facet, value: string): readonly string[] | null {
  const slug = folded(value, '-')
  const found = termsOf(facet).find(({ code }) => code === value || valueSlug(facet, code) === slug)
  if (found) return [found.code]
  const children = PARENTS[slug]?.filter((code) => termsOf(facet).some((term) => term.code === code)) ?? []
  return children.length > 0 ? children : null
}

/** Every value that an address may name, in the order of the list. */
export function allowedValues(facet: Facet): string[] {
  return termsOf(facet).map(({ code }) => valueSlug(facet, code))
}
