import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { withSourceLock } from '../../data/imports/import.lock.ts'
import { allowLongStatements } from '../../data/imports/import.publication.ts'
import type { Scope } from '../../data/imports/import.staging.ts'
import { findImport, lastAppliedOf, lockImport, markImport } from '../../data/imports/import.store.ts'
import {
  dropImportProposals,
  dropUndoProposals,
  exchangeReferences,
  removeCreated,
  restoreRemoved,
  turnBack,
} from '../../data/imports/import.undo.ts'
import { tieCreatedPlaces, untieCreatedPlaces } from '../../data/imports/own-rows.ts'
import { type Import, type ImportId, type ImportStep, stepOf } from '../../domain/imports/import.ts'

export type UndoRefusal = 'no-such-import' | 'not-to-undo' | 'not-the-last' | 'too-old' | 'import-running'

/** What undoing an import did. */
export interface Undone {
  readonly removed: number
  /** Places it made that stay: somebody changed them, or something names them, since. */
  readonly kept: number
  /** Places that have their former fields again. */
  readonly restored: number
  /** Fields that somebody touched since: they wait as proposals. */
  readonly waiting: number
}

/**
 * Undoes the last published import of a source: its places go, the fields it changed are what they were, but what anybody
 * touched since stays. Older imports are refused: the later ones built on them. DIR-39.
 */
export function undoImport(context: Context, id: ImportId): Promise<Undone | Refusal<UndoRefusal>> {
  return turned(context, id, 'applied', async (tx, scope, { organisation }) => {
    await untieCreatedPlaces(tx, scope)
    const { removed, kept } = await removeCreated(tx, scope)
    if (organisation) await tieCreatedPlaces(tx, scope, organisation.id, context)
    const { changed, waiting } = await turnBack(tx, scope, 'undone', context.now)
    await exchangeReferences(tx, scope)
    await dropImportProposals(tx, scope, context.now)
    const by = personOf(context.actor)?.personId ?? null
    await markImport(tx, id, { undone_at: context.now, undone_by: by })
    const undone: Undone = { removed, kept, restored: changed, waiting }
    await writeJournal(tx, context, 'import.undone', id, { source: scope.source, ...undone })
    return undone
  })
}

/** Does an undone import again: what it had made is there again, under the same ids. */
export function redoImport(
  context: Context,
  id: ImportId,
): Promise<{ created: number; updated: number } | Refusal<UndoRefusal>> {
  return turned(context, id, 'undone', async (tx, scope, { organisation }) => {
    const created = await restoreRemoved(tx, scope, context.now)
    if (organisation) await tieCreatedPlaces(tx, scope, organisation.id, context)
    const { changed } = await turnBack(tx, scope, 'redone', context.now)
    await exchangeReferences(tx, scope)
    await dropUndoProposals(tx, scope, context.now)
    await markImport(tx, id, { undone_at: null, undone_by: null })
    const redone = { created, updated: changed }
    await writeJournal(tx, context, 'import.redone', id, { source: scope.source, ...redone })
    return redone
  })
}

async function turned<Done extends object>(
  { db, network, reach }: Context,
  id: ImportId,
  step: ImportStep,
  work: (tx: Database, scope: Scope, run: Import) => Promise<Done>,
): Promise<Done | Refusal<UndoRefusal>> {
  const run = await findImport(db, reach, id)
  if (!run) return refuse('no-such-import')
  return withSourceLock(db, network.id, run.source, () =>
    inTransaction<Done | Refusal<UndoRefusal>>(db, async (tx) => {
      const held = await lockImport(tx, reach, id)
      if (!held || stepOf(held) !== step) return refuse('not-to-undo', { step: stepOf(held ?? run) })
      const last = await lastAppliedOf(tx, reach, held.source)
      if (held.emptiedAt !== null) return refuse('too-old')
      if (last?.id !== id) return refuse('not-the-last', { id: String(last?.id ?? '') })
      await allowLongStatements(tx)
      return work(tx, { run: id, network: network.id, source: held.source }, held)
    }),
  )
}
