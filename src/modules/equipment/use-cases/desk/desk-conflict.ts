import type { Instant } from '../../../../kernel/instant.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { addConflict, type ConflictId, settle } from '../../data/desk/conflicts.store.ts'
import type { InventoryId, LineId } from '../../domain/equipment.ts'

/** What a device sent too late, and why it was not done. */
export interface LateAct {
  readonly lineId: LineId
  readonly key: string
  readonly act: string
  readonly typed: Readonly<Record<string, unknown>>
  readonly deviceAt: Instant | null
  readonly packVersion: string
  readonly reason: string
}

/** Keeps it for whoever manages the inventory; sent again, it is the same. EQP-1303. */
export async function recordConflict(context: Context, late: LateAct): Promise<void> {
  const person = personOf(context.actor)?.personId
  if (!person) return
  const { dessin: _drawing, vu: _seen, ...typed } = late.typed
  await addConflict(context.db, { ...late, typed }, { at: context.now, by: person })
}

/** A person read it, and says what became of it: corrected on the loan, or nothing to do. EQP-1303. */
export async function settleConflict(
  context: Context,
  inventory: InventoryId,
  { conflict, settlement }: { conflict: ConflictId; settlement: string },
): Promise<true | Refusal<'settled-meanwhile'>> {
  return inTransaction(context.db, async (tx) => {
    const by = personOf(context.actor)?.personId ?? null
    const line = await settle(tx, inventory, { conflict, settlement }, { at: context.now, by })
    if (!line) return refuse('settled-meanwhile')
    await writeJournal(tx, context, 'loan.conflict-settled', line.requestId, { line: line.lineId, conflict })
    return true
  })
}
