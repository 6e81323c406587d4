import { createHash, randomBytes } from 'node:crypto'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { jurorsOf, sits } from '../../data/jury/jurors.store.ts'
import { loadsOf, readersByFile } from '../../data/jury/progress.queries.ts'
import { addReadings } from '../../data/jury/readings.store.ts'
import type { EditionId } from '../../data/schemes/editions.store.ts'
import { assignReaders } from '../../domain/jury/assignment.ts'
import { recordedBy } from '../recorded-by.ts'
import { type JuryStandsInTheWay, openCampaign, rulesOf } from './campaign-of.ts'
import { territoriesOf } from './territories-of.ts'

export interface Given {
  readonly given: number
  /** Files that still lack readers. */
  readonly short: number
}

/**
 * Gives every eligible file the readers it lacks: done again after a recusal, it fills the gaps alone. The lot is drawn
 * from a seed kept in the journal, so that anybody may draw it again. LAB-24.
 */
export async function giveFiles(
  context: Context,
  id: EditionId,
): Promise<Given | Refusal<JuryStandsInTheWay | 'grids-closed'>> {
  return inTransaction<Given | Refusal<JuryStandsInTheWay | 'grids-closed'>>(context.db, async (tx) => {
    const campaign = await openCampaign(tx, context.network.id, id)
    if (typeof campaign === 'string') return refuse(campaign)
    const { marksClosedAt, marksUntil } = campaign.jury
    if (marksClosedAt || context.today > marksUntil) return refuse('grids-closed')
    const loads = await loadsOf(tx, id)
    const seated = (await jurorsOf(tx, id)).filter((juror) => sits(juror, context.today))
    const files = await readersByFile(tx, id)
    const places = await territoriesOf(tx, files)
    const seed = randomBytes(8).toString('hex')
    const { given, short } = assignReaders(
      files.map((file) => ({ ...file, territories: places.get(file.id) ?? [] })),
      seated.map((juror) => ({
        id: juror.id,
        isScientific: juror.kind === 'scientific',
        load: loads.get(juror.id)?.given ?? 0,
        territories: new Set(juror.territories),
      })),
      rulesOf(campaign),
      (file, juror) => lotOf(seed, file, juror),
    )
    await addReadings(tx, given, recordedBy(context))
    await writeJournal(tx, context, 'jury.files-given', id, {
      given: given.length,
      short: short.length,
      seed,
    })
    return { given: given.length, short: short.length }
  })
}

function lotOf(...parts: readonly string[]): number {
  return createHash('sha256').update(parts.join(' ')).digest().readUInt32BE(0)
}
