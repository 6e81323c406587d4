import type { Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { addAwaitedChange } from '../../data/life/awaited-changes.store.ts'
import { checksSensitive } from '../../data/life/editing-rule.store.ts'
import { type Authorship, changePlace, type PlaceRow, type RowPatch } from '../../data/life/place.store.ts'
import { freeSlug, keepFormerSlug } from '../../data/life/slugs.store.ts'
import { noteUpdate } from '../../data/life/updates.store.ts'
import { writtenFieldsOf } from '../../data/life/written-fields.ts'
import { slugOf } from '../../domain/imports/import.ts'
import { changesBetween, type FieldChange } from '../../domain/life/changes.ts'
import { SENSITIVE_COLUMNS } from '../../domain/life/sections.ts'
import { type PointAfter, pointAfter } from '../geocoding/point-after.ts'
import { authorship } from './speaker.ts'

export interface Written {
  version: number
  /** Columns written now. */
  saved: readonly string[]
  /** Columns that wait for the head of the network. */
  awaited: readonly string[]
  /** What became of the point, when the address is another one. */
  point: PointAfter['point']
  /** The point is far from the commune, as written now or as it would be. DIR-21. */
  far: PointAfter['far']
}

/**
 * Writes what somebody says of a held place, or keeps what the head of the network looks at first. What is new bears the
 * day; a new name or commune gives a new address, the former one leads to it. DIR-2, DIR-57, DIR-73.
 */
export async function writeChange(
  tx: Database,
  context: Context,
  held: PlaceRow,
  patch: RowPatch,
  act: string,
): Promise<Written> {
  const isOwner = context.reach.kind !== 'all'
  // A draft is its writer's own, until it asks to be seen.
  const isSeen = held.status !== 'draft' || patch.status !== undefined
  const isChecked = isOwner && isSeen && (await checksSensitive(tx, context.network.id))
  const [waiting, free] = isChecked ? split(patch) : [{}, patch]
  const changes = changesBetween<Record<string, unknown>>({ ...held }, waiting) as Record<string, FieldChange>
  const awaited = Object.keys(changes)
  if (awaited.length > 0) {
    const by = personOf(context.actor)?.personId ?? null
    await addAwaitedChange(tx, context.network.id, held.id, { changes, at: context.now, by })
  }
  const written = await applyPatch(tx, context, held, free, authorship(context, act))
  const far = written.far ?? (awaited.length > 0 ? (await pointAfter(tx, held, waiting)).far : null)
  return { ...written, awaited, far }
}

/**
 * Writes a patch of a held place whatever it is about, with the day, the point and the web address that follow from it.
 * `proposedAt`: when a source told it, with whatever point it told since.
 */
export async function applyPatch(
  tx: Database,
  { network, today }: Context,
  held: PlaceRow,
  patch: RowPatch,
  told: Authorship & { readonly proposedAt?: Instant },
): Promise<Omit<Written, 'awaited'>> {
  const changes = changesBetween<Record<string, unknown>>({ ...held }, { ...patch })
  const saved = Object.keys(changes)
  if (saved.length === 0) return { version: held.version, saved, point: null, far: null }
  const slug = await slugAfter(tx, held, patch)
  const located = await pointAfter(tx, held, patch, told.proposedAt)
  const { version } = await changePlace(tx, held, { ...located.patch, slug, updated_on: today }, told)
  if (slug !== held.slug)
    await keepFormerSlug(tx, network.id, { place: held.id, left: held.slug, taken: slug })
  await noteUpdate(tx, held.id, { on: today, at: told.at, by: told.by, saidBy: told.saidBy })
  return { version, saved, point: located.point, far: located.far }
}

/** The same as long as name and codes give the same words: a number that homonyms got stays. */
async function slugAfter(tx: Database, held: PlaceRow, patch: RowPatch): Promise<string> {
  const before = slugOf(writtenFieldsOf(held))
  const after = slugOf(writtenFieldsOf({ ...held, ...patch } as PlaceRow))
  return before === after ? held.slug : freeSlug(tx, held.network_id, after, held.id)
}

function split(patch: RowPatch): [RowPatch, RowPatch] {
  const entries = Object.entries(patch)
  const part = (isSensitive: boolean) =>
    Object.fromEntries(entries.filter(([column]) => SENSITIVE_COLUMNS.has(column) === isSensitive))
  return [part(true), part(false)]
}
