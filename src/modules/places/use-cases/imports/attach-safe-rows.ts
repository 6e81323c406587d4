import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { type HeldRow, heldRowsToDecide, placesNamedBy } from '../../data/imports/held-rows.store.ts'
import { BANDS } from '../../domain/duplicates/score.ts'
import type { ImportId } from '../../domain/imports/import.ts'
import type { PlaceId } from '../../domain/place.ts'
import { decideRow } from './decide-held-row.ts'

/** As many as one screen shows, and one act attaches. */
export const MOST_AT_ONCE = 50
const LOOKED_AT = 400

/** A row that one look is enough for, beside its place. */
export type SafeRow = HeldRow & { readonly place: NonNullable<HeldRow['place']> }

/**
 * The rows that wait and are surely a known place: the score calls it certain, no other row that waits resembles that place,
 * and its source does not already name it otherwise. The others are decided one by one. DIR-35.
 */
export async function safeRows({ db, reach }: Context, source: string | null): Promise<SafeRow[]> {
  const asked = { source, why: 'match', limit: LOOKED_AT, offset: 0 } as const
  const rows = (await heldRowsToDecide(db, reach, asked)).rows.flatMap((row) =>
    row.place ? [{ ...row, place: row.place }] : [],
  )
  const met = new Map<PlaceId, number>()
  for (const { place } of rows) met.set(place.id, (met.get(place.id) ?? 0) + 1)
  const named = await placesNamedBy(db, reach, [...met.keys()])
  return rows.filter(
    ({ place, score, source: own }) =>
      (score ?? 0) >= BANDS.certain && met.get(place.id) === 1 && !named.get(place.id)?.includes(own),
  )
}

/** A row as a list names it. */
export interface RowKey {
  readonly run: ImportId
  readonly line: number
}

export interface AttachOutcome {
  readonly attached: number
  /** Rows that are no more what the list showed: they are decided one by one. */
  readonly left: number
}

/** Attaches the rows ticked to their place, each as its own decision. */
export async function attachSafeRows(
  context: Context,
  source: string,
  ticked: readonly RowKey[],
): Promise<AttachOutcome> {
  const still = (await safeRows(context, source)).filter((row) =>
    ticked.some(({ run, line }) => run === row.run && line === row.line),
  )
  let attached = 0
  for (const { run, line } of still.slice(0, MOST_AT_ONCE))
    if (!isRefusal(await decideRow(context, { run, line, decision: 'same' }))) attached += 1
  return { attached, left: ticked.length - attached }
}
