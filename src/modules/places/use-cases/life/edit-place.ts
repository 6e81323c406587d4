import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { dropDraft } from '../../data/life/drafts.store.ts'
import { writtenFieldsOf, writtenPatch } from '../../data/life/written-fields.ts'
import { type EditConflict, mergeEdit } from '../../domain/life/merge-edit.ts'
import type { Section, WrittenField, WrittenFields } from '../../domain/life/sections.ts'
import type { PlaceId } from '../../domain/place.ts'
import { type HoldRefusal, holdKeptPlace } from './hold-kept-place.ts'
import { type Written, writeChange } from './write-change.ts'

export interface PlaceEdit {
  readonly id: PlaceId
  /** What the writer had before their eyes; absent fields: what is there now. */
  readonly read?: Partial<WrittenFields>
  /** A patch of named fields, as the domain writes them. */
  readonly typed: Partial<WrittenFields>
  /** Nothing is written when the place has moved on: for a program that sends `If-Match`. */
  readonly ifVersion?: number
  /** Its draft is over once saved. */
  readonly section?: Section
}

export type EditRefusal = HoldRefusal | 'version-moved'

export interface Edited extends Readonly<Written> {
  /** Nothing was written: two people wrote the same field. */
  readonly conflicts: readonly EditConflict<WrittenField>[]
  /** What the place says now. */
  readonly current: WrittenFields
}

/**
 * Changes what a place says, field by field. Fields that others wrote meanwhile stay theirs; the same field is a conflict
 * and nothing is written. DIR-9, DIR-73.
 */
export async function editPlace(
  context: Context,
  { id, read = {}, typed, ifVersion, section }: PlaceEdit,
): Promise<Edited | Refusal<EditRefusal>> {
  return inTransaction<Edited | Refusal<EditRefusal>>(context.db, async (tx) => {
    const held = await holdKeptPlace(tx, context, id)
    if (isRefusal(held)) return held
    if (ifVersion !== undefined && held.version !== ifVersion)
      return refuse('version-moved', { version: String(held.version) })
    const current = writtenFieldsOf(held)
    const { patch, conflicts } = mergeEdit({ ...current, ...read }, typed, current)
    if (conflicts.length > 0)
      return { version: held.version, saved: [], awaited: [], point: null, far: null, conflicts, current }
    const written = await writeChange(tx, context, held, writtenPatch(patch), 'edited')
    const person = personOf(context.actor)
    if (section && person) await dropDraft(tx, { place: id, person: person.personId, section })
    await writeJournal(tx, context, 'place.edited', id, { saved: written.saved, awaited: written.awaited })
    return { ...written, conflicts, current }
  })
}
