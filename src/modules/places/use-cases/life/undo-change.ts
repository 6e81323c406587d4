import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { PlaceRow, RowPatch } from '../../data/life/place.store.ts'
import { findRevision } from '../../data/life/revisions.queries.ts'
import { fieldOfColumn } from '../../data/life/written-fields.ts'
import { type FieldChange, isSame } from '../../domain/life/changes.ts'
import { SECTIONS } from '../../domain/life/sections.ts'
import type { PlaceId } from '../../domain/place.ts'
import { type HoldRefusal, holdKeptPlace } from './hold-kept-place.ts'
import { type Written, writeChange } from './write-change.ts'

export type UndoRefusal = HoldRefusal | 'no-such-version' | 'changed-since'

const WRITTEN: ReadonlySet<string> = new Set(Object.values(SECTIONS).flat())

/** May what a version changed in this column be given back from the page? What one writes of a place; its status has its own acts. */
export function isUndoable(column: string): boolean {
  return WRITTEN.has(fieldOfColumn(column))
}

/** Gives a field back the value it had before a version, as long as nobody changed it since. DIR-73. */
export async function undoChange(
  context: Context,
  { place, version, column }: { place: PlaceId; version: number; column: string },
): Promise<Written | Refusal<UndoRefusal>> {
  return inTransaction<Written | Refusal<UndoRefusal>>(context.db, async (tx) => {
    const held = await holdKeptPlace(tx, context, place)
    if (isRefusal(held)) return held
    const changes = (await findRevision(tx, place, version))?.changes ?? {}
    const change = changes[column]
    if (!change || !isUndoable(column)) return refuse('no-such-version')
    if (!isSame(held[column as keyof PlaceRow], change.to)) return refuse('changed-since')
    const written = await writeChange(tx, context, held, before(column, changes), 'undone')
    await writeJournal(tx, context, 'place.change-undone', place, { version, column })
    return written
  })
}

/** A latitude goes with its longitude. */
function before(column: string, changes: Readonly<Record<string, FieldChange>>): RowPatch {
  const together = POINT.includes(column) ? POINT : [column]
  return Object.fromEntries(
    together.filter((name) => name in changes).map((name) => [name, changes[name]?.from ?? null]),
  )
}

const POINT: readonly string[] = ['latitude', 'longitude']
