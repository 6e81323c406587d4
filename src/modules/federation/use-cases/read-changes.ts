import type { Context } from '../../../platform/context.ts'
import { type LeavingPlace, placesChangedAfter } from '../../places/index.ts'
import { type Copy, copiesOf, takenOverAmong } from '../data/copies.store.ts'
import { answersOf } from '../data/offers.store.ts'
import { offeredAmong } from '../data/transfers.store.ts'
import { placeUri } from '../domain/acceptable.ts'
import type { Peer } from '../domain/peer.ts'
import type { FederatedRecord } from '../domain/record.schema.ts'
import { cursorOf, pointOf } from './cursor.ts'

export const PAGE = 500
/** What is public is under it, unless a source said another. */
const LICENCE = 'Licence Ouverte 2.0'

/** One page of what changed: JSON lines, the last of which says where to go on. Null: a cursor nobody gave. DIR-88. */
export async function readChanges(
  context: Context,
  reader: Pick<Peer, 'id' | 'departments'>,
  own: string,
  cursor: string,
  limit = PAGE,
): Promise<string | null> {
  const { db, network, today } = context
  const after = pointOf(cursor)
  if (after === undefined) return null
  const changed = await placesChangedAfter(db, network.id, today, { after, limit })
  const told = changed.map((place) => within(place, reader))
  const ids = told.map(({ id }) => id)
  const [copies, answers, offered, former] = await Promise.all([
    copiesOf(
      db,
      network.id,
      told.flatMap(({ originUri }) => originUri ?? []),
    ),
    answersOf(db, ids),
    offeredAmong(db, reader.id, ids),
    takenOverAmong(db, ids),
  ])
  const lines = told.map((place) => {
    const origin = place.originUri === null ? null : (copies.get(place.originUri) ?? null)
    const isOffered = offered.has(place.id)
    return recordOf(place, { own, name: network.name, origin, answers: answers.get(place.id), isOffered })
  })
  const aliases = former.map(
    ({ uri, version, path, ours }): FederatedRecord => ({
      ...{ op: 'gone', because: 'moved', uri, version, path: [...path, own] },
      movedTo: placeUri(own, ours),
    }),
  )
  const last = changed.at(-1)
  const next = last ? cursorOf({ number: last.number, place: last.id }) : cursor || cursorOf(null)
  const end = { next, more: changed.length === limit }
  return `${[...lines, ...aliases, end].map((line) => JSON.stringify(line)).join('\n')}\n`
}

/** A place outside the reader's territory is gone for it: it may have been told of before it left. */
function within(place: LeavingPlace, { departments }: Pick<Peer, 'departments'>): LeavingPlace {
  const isThere = departments.length === 0 || departments.includes(place.department ?? '')
  return isThere || place.gone !== null ? place : { ...place, gone: 'withdrawn', row: null, labels: [] }
}

interface Telling {
  own: string
  name: string
  /** What is known of it when its home is another network: it is passed on under its own name, by its own path. */
  origin: Copy | null
  answers: { same: string[]; different: string[] } | undefined
  /** To whoever reads this, to take over. */
  isOffered: boolean
}

function recordOf(place: LeavingPlace, { own, name, origin, answers, isOffered }: Telling): FederatedRecord {
  const common = {
    uri: place.originUri ?? placeUri(own, place.id),
    version: origin?.version ?? String(place.number),
    path: [...(origin?.path ?? []), own],
  }
  if (place.gone !== null || place.row === null)
    return { ...common, op: 'gone', because: place.gone ?? 'withdrawn', movedTo: movedTo(place, own) }
  return {
    ...common,
    op: 'upsert',
    homeName: origin?.homeName ?? name,
    licence: origin?.licence ?? (place.licences.join(', ') || LICENCE),
    confirmedOn: place.confirmedOn ?? origin?.confirmedOn ?? null,
    data: { ...place.row },
    labels: place.labels.map((label) => ({ ...label, proof: proofOf(label.proof, own) })),
    sameAs: answers?.same ?? [],
    differsFrom: answers?.different ?? [],
    offered: isOffered,
  }
}

function movedTo({ movedTo: target }: LeavingPlace, own: string): string | null {
  if (!target) return null
  return 'uri' in target ? target.uri : placeUri(own, target.place)
}

/** Ours is the end of an address; another network's is a whole one. */
function proofOf(proof: string | null, own: string): string | null {
  if (proof === null) return null
  return /^https?:/.test(proof) ? proof : `${own}/l/${proof}`
}
