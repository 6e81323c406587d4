import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { listPeople } from '../../../identity/index.ts'
import { addJuror, endSeat, type Juror } from '../../data/jury/jurors.store.ts'
import type { EditionId } from '../../data/schemes/editions.store.ts'
import type { JurorId } from '../../domain/jury/juror.ts'
import { recordedBy } from '../recorded-by.ts'
import { type JuryStandsInTheWay, openCampaign } from './campaign-of.ts'

export type NamingRefusal = JuryStandsInTheWay | 'not-a-member' | 'already-seated' | 'chair-taken'

/** Seats a member of the network in a jury, with what they are there for and where they hold an office. LAB-24. */
export async function nameJuror(
  context: Context,
  juror: Omit<Juror, 'id' | 'until'>,
): Promise<JurorId | Refusal<NamingRefusal>> {
  try {
    return await inTransaction<JurorId | Refusal<NamingRefusal>>(context.db, async (tx) => {
      const campaign = await openCampaign(tx, context.network.id, juror.editionId)
      if (typeof campaign === 'string') return refuse(campaign)
      const members = await listPeople(tx, context.network.id, {}, context.today)
      if (!members.some(({ personId }) => personId === juror.personId)) return refuse('not-a-member')
      const id = await addJuror(tx, juror, recordedBy(context))
      const { kind, isChair, from } = juror
      await writeJournal(tx, context, 'juror.named', juror.editionId, { juror: id, kind, isChair, from })
      return id
    })
  } catch (error) {
    const constraint = refusedBy(error)
    if (constraint === 'one_seat_per_person') return refuse('already-seated')
    if (constraint === 'one_chair_per_jury') return refuse('chair-taken')
    throw error
  }
}

/** Ends the seat of a juror from today on: what they finished counts, what they did not is given to others. */
export async function dismissJuror(
  context: Context,
  edition: EditionId,
  id: JurorId,
  reason: string,
): Promise<JurorId | Refusal<JuryStandsInTheWay | 'no-such-juror'>> {
  return inTransaction<JurorId | Refusal<JuryStandsInTheWay | 'no-such-juror'>>(context.db, async (tx) => {
    const campaign = await openCampaign(tx, context.network.id, edition)
    if (typeof campaign === 'string') return refuse(campaign)
    const ended = await endSeat(tx, edition, id, context.today)
    if (!ended) return refuse('no-such-juror')
    await writeJournal(tx, context, 'juror.dismissed', edition, { juror: id, reason })
    return id
  })
}
