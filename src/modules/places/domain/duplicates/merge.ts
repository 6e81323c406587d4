import type { Day } from '../../../../kernel/day.ts'
import { isSame } from '../life/changes.ts'
import type { Place, PlaceFields, PlaceStatus } from '../place.ts'

/** What is chosen at once of two sheets: a field, or those that only make sense together. */
export const MERGE_PARTS = {
  name: ['name'],
  location: ['address', 'addressExtra', 'postalCode', 'commune', 'inseeCode', 'latitude', 'longitude'],
  pivot: ['pivot'],
  parentOrganisation: ['parentOrganisation'],
  phone: ['phone'],
  emails: ['emails'],
  websites: ['websites'],
  openingHours: ['openingHours'],
  summary: ['summary'],
  detail: ['detail'],
  services: ['services'],
  publics: ['publics'],
  specialCare: ['specialCare'],
  fees: ['fees'],
  accessModes: ['accessModes'],
  supportModes: ['supportModes'],
  itinerance: ['itinerance'],
  typologies: ['typologies'],
  programmes: ['programmes'],
  trainings: ['trainings'],
  otherLabels: ['otherLabels'],
  bookingUrl: ['bookingUrl'],
  accesLibreUrl: ['accesLibreUrl'],
} as const satisfies Record<string, readonly (keyof PlaceFields)[]>

export type MergePart = keyof typeof MERGE_PARTS
export const mergeParts = Object.keys(MERGE_PARTS) as MergePart[]

/** Whose value remains; `both`: of two lists, all that either says. */
export type Choice = 'kept' | 'duplicate' | 'both'
export type Choices = Readonly<Partial<Record<MergePart, Choice>>>

/** The two sheets, and the last day on which each was said to be true. */
export interface Sheets {
  readonly kept: Place
  readonly duplicate: Place
  readonly keptSaidOn: Day | null
  readonly duplicateSaidOn: Day | null
}

export function isList(part: MergePart, place: PlaceFields): boolean {
  return Array.isArray(place[MERGE_PARTS[part][0]])
}

export function saysNothing(part: MergePart, place: PlaceFields): boolean {
  return MERGE_PARTS[part].every((field) => {
    const value = place[field]
    return value === null || value === '' || (Array.isArray(value) && value.length === 0)
  })
}

/** The parts of which the two do not say the same. */
export function partsToChoose({ kept, duplicate }: Pick<Sheets, 'kept' | 'duplicate'>): MergePart[] {
  return mergeParts.filter((part) =>
    MERGE_PARTS[part].some((field) => !isSame(kept[field], duplicate[field])),
  )
}

/** What the page proposes: whoever says something, then both lists, then whoever was confirmed last. DIR-44. */
export function defaultChoice(part: MergePart, sheets: Sheets): Choice {
  const { kept, duplicate, keptSaidOn, duplicateSaidOn } = sheets
  if (saysNothing(part, duplicate)) return 'kept'
  if (saysNothing(part, kept)) return 'duplicate'
  if (isList(part, kept)) return 'both'
  return (duplicateSaidOn ?? '') > (keptSaidOn ?? '') ? 'duplicate' : 'kept'
}

export function defaultChoices(sheets: Sheets): Choices {
  return Object.fromEntries(partsToChoose(sheets).map((part) => [part, defaultChoice(part, sheets)]))
}

/** What the kept sheet becomes: the fields that change. A part that nobody chose stays. */
export function mergedFields({ kept, duplicate }: Pick<Sheets, 'kept' | 'duplicate'>, choices: Choices) {
  const taken: Partial<Record<keyof PlaceFields, unknown>> = {}
  for (const part of mergeParts) {
    const choice = choices[part] ?? 'kept'
    if (choice === 'kept') continue
    for (const field of MERGE_PARTS[part])
      if (!isSame(kept[field], duplicate[field]))
        taken[field] = choice === 'both' ? union(kept[field], duplicate[field]) : duplicate[field]
  }
  const isNewer = (duplicate.updatedOn ?? '') > (kept.updatedOn ?? '')
  if (Object.keys(taken).length > 0 && isNewer) taken.updatedOn = duplicate.updatedOn
  return taken as Partial<PlaceFields>
}

export function union(one: unknown, other: unknown): unknown {
  return Array.isArray(one) && Array.isArray(other) ? [...new Set([...one, ...other])] : other
}

const STANDING: Readonly<Partial<Record<PlaceStatus, number>>> = { published: 3, hidden: 2, draft: 1 }

/**
 * Which of the two to keep, unless somebody says otherwise: the one that the public sees, then the one on which more hangs
 * (labels, those who run it), then the fuller one, then the older one.
 */
export function keptFirst<Sheet extends Place>(
  [one, other]: readonly [Sheet, Sheet],
  tied: (place: Sheet) => number,
): [kept: Sheet, duplicate: Sheet] {
  const rank = (place: Sheet) => [
    STANDING[place.status] ?? 0,
    tied(place),
    mergeParts.filter((part) => !saysNothing(part, place)).length,
  ]
  const [left, right] = [rank(one), rank(other)]
  const at = left.findIndex((value, index) => value !== right[index])
  const isFirst = at === -1 ? one.id < other.id : (left[at] ?? 0) > (right[at] ?? 0)
  return isFirst ? [one, other] : [other, one]
}

/** What undoing gives back to the kept sheet, and what somebody changed since and stays. */
export function givenBack(
  now: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, { from: unknown; to: unknown }>>,
): { restored: Record<string, unknown>; touched: string[] } {
  const untouched = Object.entries(changes).filter(([column, { to }]) => isSame(now[column], to))
  const restored = Object.fromEntries(untouched.map(([column, { from }]) => [column, from]))
  return { restored, touched: Object.keys(changes).filter((column) => !(column in restored)) }
}
