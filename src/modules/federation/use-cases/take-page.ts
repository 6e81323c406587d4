import type { Day } from '../../../kernel/day.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db/database.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import {
  addReceived,
  changeReceived,
  endReceived,
  joinReceived,
  type PlaceId,
  readReceived,
  type StandardRow,
  standardColumns,
  takeOver,
} from '../../places/index.ts'
import { type Copy, copiesOf, markTakenOver, movedTo, putCopies } from '../data/copies.store.ts'
import { findOffered, noteOffered } from '../data/offered-places.store.ts'
import { closeQuarantine, type LineProblem, quarantine } from '../data/quarantine.store.ts'
import { judge } from '../domain/acceptable.ts'
import type { PeerId } from '../domain/peer.ts'
import {
  endSchema,
  type FederatedRecord,
  type Gone,
  recordSchema,
  type Upsert,
} from '../domain/record.schema.ts'

export interface Taken {
  added: number
  changed: number
  gone: number
  quarantined: number
  next: string
  more: boolean
}

interface Teller {
  id: PeerId
  address: string
}

/** Takes one page of a source, line by line: what is not understood is put aside, the rest goes on. Null: no page. DIR-90. */
export async function takePage(
  tx: Database,
  context: Context,
  { teller, ours }: { teller: Teller; ours: string },
  page: string,
): Promise<Taken | null> {
  const lines = page.trimEnd().split('\n')
  const end = endSchema.safeParse(parsed(lines.pop() ?? ''))
  if (!end.success) return null
  const sorted = sortLines(lines, { teller: teller.address, ours })
  const records = lastOfEach(sorted.records)
  const known = await copiesOf(tx, context.network.id, records.flatMap(addressesIn))
  const fresh = records.filter(({ uri, version }) => isNewer(version, known.get(uri)))
  const written = await write(tx, context, { id: teller.id, ours }, fresh, known)
  await closeQuarantine(tx, teller.id, written.understood, context.now)
  const aside = [...sorted.aside, ...written.aside]
  await quarantine(tx, teller.id, aside, context.now)
  const { added, changed, gone } = written
  return { added, changed, gone, quarantined: aside.length, ...end.data }
}

interface Aside {
  uri: string | null
  line: string
  problem: LineProblem
}

function sortLines(lines: readonly string[], who: { teller: string; ours: string }) {
  const records: FederatedRecord[] = []
  const aside: Aside[] = []
  for (const line of lines) {
    const told = parsed(line)
    const read = recordSchema.safeParse(told)
    const uri = uriIn(told)
    if (told === undefined) aside.push({ uri, line, problem: 'not-json' })
    else if (!read.success) aside.push({ uri, line, problem: 'not-a-record' })
    else {
      const judgement = judge(read.data, who)
      if (judgement === 'take') records.push(read.data)
      else if (judgement !== 'ours') aside.push({ uri, line, problem: judgement })
    }
  }
  return { records, aside }
}

/** The places an upsert or an end is about: itself, and the one it moved to. */
function addressesIn(record: FederatedRecord): string[] {
  return record.op === 'gone' && record.movedTo ? [record.uri, record.movedTo] : [record.uri]
}

function lastOfEach(records: readonly FederatedRecord[]): FederatedRecord[] {
  const byUri = new Map<string, FederatedRecord>()
  for (const record of records) {
    const known = byUri.get(record.uri)
    if (!known || BigInt(record.version) >= BigInt(known.version)) byUri.set(record.uri, record)
  }
  return [...byUri.values()]
}

/** Versions decide: what comes twice, or late by another road, changes nothing. */
function isNewer(version: string, copy: Copy | undefined): boolean {
  return !copy || (!copy.takenOverAt && BigInt(version) > BigInt(copy.version))
}

async function write(
  tx: Database,
  context: Context,
  { id: peer, ours }: { id: PeerId; ours: string },
  records: readonly FederatedRecord[],
  known: ReadonlyMap<string, Copy>,
) {
  const aside: Aside[] = []
  const kept: KeptCopy[] = []
  const added: { record: Upsert; fields: NonNullable<ReturnType<typeof readReceived>> }[] = []
  let [changed, gone] = [0, 0]
  for (const record of records) {
    const copy = known.get(record.uri)
    if (record.op === 'gone') {
      if (copy) {
        const { version, path, movedTo } = record
        if (await isTakenOver(tx, context, copy, record, ours)) continue
        await end(tx, context, copy.placeId, record, known)
        kept.push({ ...copy, version, path, movedTo, isGone: true })
        gone += 1
      }
      continue
    }
    const fields = readReceived(rowIn(record.data), context)
    if (!fields) aside.push({ uri: record.uri, line: JSON.stringify(record), problem: 'not-a-place' })
    else if (!copy) added.push({ record, fields })
    else {
      await changeReceived(tx, context, copy.placeId, { ...record, fields, labels: labelsIn(record) })
      kept.push(copyFrom(record, copy.placeId))
      changed += 1
    }
  }
  const ids = await addReceived(
    tx,
    context,
    added.map(({ record, fields }) => ({ uri: record.uri, fields, labels: labelsIn(record) })),
  )
  const arrived = new Map(added.map(({ record }, at) => [record.uri, ids[at] as PlaceId]))
  for (const { record } of added) kept.push(copyFrom(record, arrived.get(record.uri) as PlaceId))
  await putCopies(tx, { network: context.network.id, peer, at: context.now }, kept)
  await rejoin(tx, context, arrived)
  await noteOffered(tx, context.network.id, offersIn(records, kept), context.now)
  return { added: added.length, changed, gone, aside, understood: kept.map(({ uri }) => uri) }
}

type KeptCopy = Omit<Copy, 'takenOverAt'> & { isGone: boolean }

/** Whoever knew the place where it was, and learns now where it went, shows it there. DIR-89. */
async function rejoin(tx: Database, context: Context, arrived: ReadonlyMap<string, PlaceId>): Promise<void> {
  for (const { placeId, movedTo: uri } of await movedTo(tx, context.network.id, [...arrived.keys()])) {
    const taken = arrived.get(uri)
    if (taken) await joinReceived(tx, context, placeId, taken)
  }
}

/** A home alone offers its places: what is passed on by another network is not its to give. */
function offersIn(records: readonly FederatedRecord[], kept: readonly KeptCopy[]) {
  const places = new Map(kept.map(({ uri, placeId }) => [uri, placeId]))
  return records.flatMap((record) => {
    const place = places.get(record.uri)
    if (!place || record.op !== 'upsert') return []
    return [{ place, isOffered: record.offered && record.path.length === 1 }]
  })
}

/** We accepted to take it over, and its home has heard it: its page leads to ours, which is ours from now on. DIR-89. */
async function isTakenOver(
  tx: Database,
  context: Context,
  { placeId }: Copy,
  { version, movedTo: uri }: Gone,
  ours: string,
): Promise<boolean> {
  if (!uri?.startsWith(`${ours}/lieux/`)) return false
  const offered = await findOffered(tx, context.network.id, placeId)
  if (!offered?.accepted) return false
  await takeOver(tx, context, placeId)
  await markTakenOver(tx, placeId, { version, at: context.now })
  await writeJournal(tx, context, 'federation.taken-over', placeId, { from: offered.uri })
  return true
}

function copyFrom(record: Upsert, placeId: PlaceId): KeptCopy {
  const { uri, version, path, homeName, licence, sameAs, differsFrom } = record
  const confirmedOn = record.confirmedOn as Day | null
  const answers = { sameAs, differsFrom, movedTo: null }
  return { placeId, uri, version, path, homeName, licence, confirmedOn, ...answers, isGone: false }
}

function labelsIn({ labels }: Upsert) {
  return labels.map((label) => ({ ...label, from: label.from as Day, until: label.until as Day | null }))
}

/** A place taken over by another network lives on there: its former address leads to it. DIR-89. */
async function end(
  tx: Database,
  context: Context,
  place: PlaceId,
  { because, movedTo }: Gone,
  known: ReadonlyMap<string, Copy>,
): Promise<void> {
  const target = movedTo === null ? undefined : known.get(movedTo)
  if (target && (await joinReceived(tx, context, place, target.placeId))) return
  await endReceived(tx, context, place, because === 'moved' ? (movedTo ? { movedTo } : 'withdrawn') : because)
}

/** Columns that the standard does not have are left where they are. */
function rowIn(data: Readonly<Record<string, string>>): StandardRow {
  return Object.fromEntries(standardColumns.map((column) => [column, data[column] ?? ''])) as StandardRow
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function uriIn(told: unknown): string | null {
  const uri = typeof told === 'object' && told !== null && 'uri' in told ? told.uri : null
  return typeof uri === 'string' ? uri.slice(0, 500) : null
}
