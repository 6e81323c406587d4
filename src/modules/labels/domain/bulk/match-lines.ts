import type { Id } from '../../../../kernel/id.ts'
import { folded, type ListLine } from './list-table.ts'

type PlaceId = Id<'place'>

/** A place of the directory, as lists are compared with it. */
export interface Known {
  readonly id: PlaceId
  readonly slug: string
  readonly name: string
  readonly commune: string
  readonly postalCode: string | null
  readonly pivot: string | null
  readonly status: 'draft' | 'published' | 'hidden' | 'closed'
}

/** Why a place may not be proposed by this partner. LAB-19. */
export type Barred = 'outside' | 'already-listed' | 'already-labelled'

export type LineFault = Barred | 'nameless' | 'unknown-ref' | 'closed' | 'twice'

export type Outcome =
  | { readonly kind: 'found'; readonly place: PlaceId }
  | { readonly kind: 'several'; readonly places: readonly PlaceId[] }
  /** Not in the directory: it may be created there as a draft. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'wrong'; readonly fault: LineFault; readonly otherLine?: number }

export interface MatchedLine extends ListLine {
  readonly outcome: Outcome
}

/**
 * Each line of a list beside the directory, in the order of the file. A reference decides alone; a name is narrowed by what the
 * line says of its commune, then by the number of whoever runs the place. Nothing is guessed: two that answer stay two. LAB-19.
 */
export function matchLines(
  lines: readonly ListLine[],
  directory: readonly Known[],
  barredFor: (place: PlaceId) => Barred | null,
): MatchedLine[] {
  const byRef = new Map(
    directory.flatMap((place) => [[place.id as string, place] as const, [place.slug, place] as const]),
  )
  const byName = Map.groupBy(directory, ({ name }) => folded(name))
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const outcome = judged(candidatesOf(line, byRef, byName), barredFor)
    const key = outcome.kind === 'found' ? outcome.place : outcome.kind === 'unknown' ? newKey(line) : null
    const otherLine = key === null ? undefined : seen.get(key)
    if (otherLine !== undefined) return { ...line, outcome: { kind: 'wrong', fault: 'twice', otherLine } }
    if (key !== null) seen.set(key, line.line)
    return { ...line, outcome }
  })
}

/** What the line may mean, or why it means nothing. */
function candidatesOf(
  { ref, name, commune, postalCode, pivot }: ListLine,
  byRef: ReadonlyMap<string, Known>,
  byName: ReadonlyMap<string, readonly Known[]>,
): readonly Known[] | 'nameless' | 'unknown-ref' {
  if (ref !== '') {
    const place = byRef.get(ref.replace(/^.*\//, ''))
    return place ? [place] : 'unknown-ref'
  }
  if (folded(name) === '') return 'nameless'
  const named = byName.get(folded(name)) ?? []
  const there = named.filter(
    (place) =>
      (postalCode === '' || place.postalCode === null || place.postalCode === postalCode) &&
      (commune === '' || folded(place.commune) === folded(commune)),
  )
  const run = pivot === '' ? there : there.filter((place) => place.pivot === pivot)
  return run.length > 0 ? run : there
}

function judged(
  candidates: readonly Known[] | 'nameless' | 'unknown-ref',
  barredFor: (place: PlaceId) => Barred | null,
): Outcome {
  if (typeof candidates === 'string') return { kind: 'wrong', fault: candidates }
  if (candidates.length === 0) return { kind: 'unknown' }
  const open = candidates.filter(({ status }) => status !== 'closed')
  if (open.length === 0) return { kind: 'wrong', fault: 'closed' }
  const free = open.filter(({ id }) => barredFor(id) === null)
  const [only] = free
  if (only && free.length === 1) return { kind: 'found', place: only.id }
  if (free.length > 1) return { kind: 'several', places: free.map(({ id }) => id) }
  const [barred] = open
  return { kind: 'wrong', fault: (barred && barredFor(barred.id)) ?? 'outside' }
}

function newKey({ name, commune, postalCode }: ListLine): string {
  return `${folded(name)}|${folded(commune)}|${postalCode}`
}
