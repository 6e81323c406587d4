import type { Day } from '../../../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Changes } from './acts.ts'
import { withOverrides } from './overrides.ts'
import { parseTerms } from './terms.schema.ts'
import type { RenewalTerms, Terms } from './terms.ts'

/** An amendment while it is written; its signatures each carry a copy of what it changes. */
export interface DraftedAmendment {
  readonly number: number
  /** What it is for, in a line. */
  readonly object: string
  readonly changes: DraftedChanges
  /** Null: the first day of the month after the last signature. */
  readonly effectiveOn: Day | null
  readonly newLastDay: Day | null
  /** One more at each writing. */
  readonly version: number
}

export interface DraftedChanges {
  /** Values by path. */
  readonly terms: Readonly<Record<string, number | string | null>>
  /** New sources of clauses by key, written like those of the template. */
  readonly clauses: Readonly<Record<string, string>>
  readonly added: readonly AddedPlace[]
  readonly removed: readonly string[]
}

export interface AddedPlace {
  readonly place: string
  /** Which list of the annex it joins; empty when there is one only. */
  readonly subList: string
}

export const NO_CHANGE: DraftedChanges = { terms: {}, clauses: {}, added: [], removed: [] }

/** The delays and durations an amendment may write anew, where the agreement has the clause. */
export const AMENDABLE_TERMS = [
  'initialYears',
  'renewal.years',
  'denunciation.months',
  'amendmentRequest.months',
  'formalNotice.days',
  'dispute.amicableDays',
] as const

export type AmendableTerm = (typeof AMENDABLE_TERMS)[number]

/** The name its acts bear, from its number. */
export function amendmentName(number: number): string {
  return `avenant-${number}`
}

/** The number in a name, or the name itself when it is not one of ours. */
export function amendmentNumber(name: string): string {
  return name.replace(/^avenant-/, '')
}

/** What the signatures carry. */
export function signedChanges({ terms, clauses, added, removed }: DraftedChanges): Changes {
  return {
    ...(Object.keys(terms).length > 0 && { terms }),
    ...(Object.keys(clauses).length > 0 && { clauses }),
    ...(added.length > 0 && { addedPlaces: added.map(({ place }) => place) }),
    ...(removed.length > 0 && { removedPlaces: removed }),
  }
}

export function changesNothing({ changes, newLastDay }: DraftedAmendment): boolean {
  return newLastDay === null && Object.keys(signedChanges(changes)).length === 0
}

/** The figure a term has now; null where the agreement has no such clause. */
export function figureOf(terms: Terms, term: AmendableTerm): number | null {
  const found = term
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | null)?.[key], terms)
  return typeof found === 'number' ? found : null
}

/** Only what differs from the terms in force is a change; refused when the terms would not hold together. */
export function changedTerms(
  inForce: Terms,
  figures: Readonly<Partial<Record<AmendableTerm, number>>>,
  mode: RenewalTerms['mode'],
): DraftedChanges['terms'] | Refusal<'invalid-terms'> {
  const wanted = Object.entries(figures).filter(
    ([term, figure]) => figure !== figureOf(inForce, term as AmendableTerm),
  )
  const renewal = mode === inForce.renewal.mode ? {} : renewalBy(mode, figures['renewal.years'])
  const changed = { ...Object.fromEntries(wanted), ...renewal }
  const read = parseTerms(withOverrides(inForce, changed))
  return isRefusal(read) ? refuse('invalid-terms', read.details) : changed
}

/** Only a tacit renewal writes the length of its periods: the others leave it to their act. */
function renewalBy(mode: RenewalTerms['mode'], years = 1): DraftedChanges['terms'] {
  return { 'renewal.mode': mode, 'renewal.years': mode === 'tacit' ? years : null }
}

const WORDS_OF_TERMS = /\{\{termes\.[a-z_.]+\}\}/g

/** A sentence bound to a term changes with the term only: its mark must stay. AGR-19. */
export function missingTermWords(original: string, rewritten: string): string[] {
  return [...new Set(original.match(WORDS_OF_TERMS) ?? [])].filter((word) => !rewritten.includes(word))
}
