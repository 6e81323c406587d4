import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { changesBetween } from '../../../../platform/journal/changes.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { dropBaseMap, lockBaseMap, saveBaseMap } from '../../data/map/base-map.store.ts'
import { type BaseMap, tilesOrigin } from '../../domain/map/base-map.ts'

/**
 * Chooses what is drawn under the places; null: our own outlines, which ask nothing of another site. `seen` is the
 * version that the page showed, 0 for the outlines.
 */
export function chooseBaseMap(
  context: Context,
  seen: number,
  chosen: BaseMap | null,
): Promise<true | Refusal<'changed-meanwhile'>> {
  const { db, network } = context
  return inTransaction<true | Refusal<'changed-meanwhile'>>(db, async (tx) => {
    const before = await lockBaseMap(tx, network.id)
    if ((before?.version ?? 0) !== seen) return refuse('changed-meanwhile')
    if (chosen) await saveBaseMap(tx, network.id, chosen, seen + 1)
    else await dropBaseMap(tx, network.id)
    const said = (map: BaseMap | null) => ({
      serveur: map ? tilesOrigin(map) : 'contours',
      attribution: map?.attribution ?? '',
    })
    const changes = changesBetween(said(before), said(chosen))
    await writeJournal(tx, context, 'base-map.chosen', network.id, said(chosen), { changes })
    return true
  })
}
