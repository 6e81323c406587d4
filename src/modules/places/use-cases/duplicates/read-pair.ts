import type { Context } from '../../../../platform/context.ts'
import { type Distinction, distinctionsOf, inOrder } from '../../data/duplicates/distinctions.store.ts'
import { type PlacePair, pairsAround } from '../../data/duplicates/pairs.store.ts'
import { type Sheet, sheetsOf } from '../../data/duplicates/sheets.queries.ts'
import { type PlaceTies, tiesOf } from '../../data/duplicates/ties.queries.ts'
import { type Choices, defaultChoices, keptFirst, type Sheets } from '../../domain/duplicates/merge.ts'
import type { PlaceId } from '../../domain/place.ts'

/** One of the two, with what hangs on it. */
export interface Side {
  readonly sheet: Sheet
  readonly ties: PlaceTies
}

/** Two places side by side, as a reviewer sees them. */
export interface ReadPair {
  readonly kept: Side
  readonly duplicate: Side
  readonly choices: Choices
  /** Null: the comparison did not propose the two. */
  readonly pair: PlacePair | null
  readonly distinctions: readonly Distinction[]
  /** Names of the labels that both bear today. */
  readonly commonLabels: readonly string[]
  /** The other pairs by which these two are tied to others: each is seen before anything is joined. DIR-45. */
  readonly group: { readonly pairs: readonly PlacePair[]; readonly sheets: ReadonlyMap<PlaceId, Sheet> }
}

/** Null: one of the two is not in this network, or stands no more by itself. `keep`: the one that the reviewer keeps. */
export async function readPair(
  context: Context,
  a: PlaceId,
  b: PlaceId,
  keep: PlaceId | null,
): Promise<ReadPair | null> {
  const { db, network, today } = context
  const sheets = await sheetsOf(db, network.id, [a, b])
  const [first, second] = [sheets.get(a), sheets.get(b)]
  if (!first || !second || a === b || first.mergedInto || second.mergedInto) return null
  const ties = await tiesOf(db, network.id, [a, b], today)
  const proposed = keptFirst([first, second], (sheet) => weightOf(ties(sheet.id)))
  const [kept, duplicate] = keep === proposed[1].id ? [proposed[1], proposed[0]] : proposed
  const codes = new Set(ties(duplicate.id).labels.map(({ code }) => code))
  const group = await groupAround(context, [a, b])
  const [one, other] = inOrder(a, b)
  return {
    kept: { sheet: kept, ties: ties(kept.id) },
    duplicate: { sheet: duplicate, ties: ties(duplicate.id) },
    choices: defaultChoices(sheetsOfPair(kept, duplicate)),
    pair: group.find((pair) => pair.one === one && pair.other === other) ?? null,
    distinctions: await distinctionsOf(db, a, b),
    commonLabels: ties(kept.id)
      .labels.filter(({ code }) => codes.has(code))
      .map(({ name }) => name),
    group: {
      pairs: group.filter((pair) => pair.one !== one || pair.other !== other),
      sheets: await sheetsOf(
        db,
        network.id,
        group.flatMap((pair) => [pair.one, pair.other]),
      ),
    },
  }
}

/** The words of a draft are nobody's yet: it was said to be true by no one. */
export function sheetsOfPair(kept: Sheet, duplicate: Sheet): Sheets {
  const saidOn = (sheet: Sheet) => (sheet.status === 'draft' ? null : sheet.saidOn)
  return { kept, duplicate, keptSaidOn: saidOn(kept), duplicateSaidOn: saidOn(duplicate) }
}

/** Labels count for most: whoever bears one is known by its address. */
export function weightOf({ labels, ties }: PlaceTies): number {
  return 10 * labels.length + ties.length
}

/** As many members as a reviewer reads at once. */
const MOST_MEMBERS = 12

/** The pairs that tie these places to others, certain or probable, step after step. */
async function groupAround({ db, network }: Context, places: readonly PlaceId[]): Promise<PlacePair[]> {
  let members = new Set(places)
  let pairs: PlacePair[] = []
  for (let size = 0; size < members.size && members.size <= MOST_MEMBERS; ) {
    size = members.size
    const around = await pairsAround(db, network.id, [...members])
    pairs = around.filter(
      ({ band, one, other }) => band !== 'possible' || (places.includes(one) && places.includes(other)),
    )
    members = new Set([...members, ...pairs.flatMap(({ one, other }) => [one, other])])
  }
  return pairs
}
