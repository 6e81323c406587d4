import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { keepFile } from '../../../../platform/files/kept-files.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addPreparedLetter, saveAbandon, saveDeposit } from '../../data/prepared-letters.store.ts'
import type { PreparedLetter } from '../../domain/prepared-letter.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import type { PutDocument } from '../signing/keep-signature-document.ts'

type LetterId = Id<'prepared-letter'>

/** Keeps a letter as it was written. Nothing runs, nobody is told: it may never be posted. AGR-45, AGR-113 */
export function prepareLetter(
  context: Context,
  target: Target,
  letter: Pick<PreparedLetter, 'asked' | 'written'>,
): Promise<LetterId | Refusal<TargetRefusal>> {
  return actOnAgreement<LetterId | Refusal<TargetRefusal>>(context, target, async (tx, agreement) => {
    const id = await addPreparedLetter(tx, agreement.id, letter, recordedBy(context))
    await writeJournal(tx, context, 'letter.prepared', agreement.id, { letter: id, kind: letter.asked.kind })
    return id
  })
}

export interface DepositProof {
  on: Day
  tracking: string
  /** The scan of the slip, its bytes already stored. */
  slip: PutDocument | null
}

export type DepositRefusal = TargetRefusal | 'dated-in-the-future' | 'letter-no-longer-waits'

/** What the deposit slip says. No date runs yet: the act of the letter is what one records next. AGR-42 */
export function recordDeposit(
  context: Context,
  target: Target,
  id: LetterId,
  { on, tracking, slip }: DepositProof,
): Promise<LetterId | Refusal<DepositRefusal>> {
  return actOnAgreement<LetterId | Refusal<DepositRefusal>>(context, target, async (tx, agreement) => {
    if (on > context.today) return refuse('dated-in-the-future', { day: on })
    const kept = slip && (await keepFile(tx, context, slip, slip.sha256))
    const isSaved = await saveDeposit(tx, agreement.id, id, { depositedOn: on, tracking, slip: kept })
    if (!isSaved) return refuse('letter-no-longer-waits')
    await writeJournal(tx, context, 'letter.deposited', agreement.id, { letter: id, on })
    return id
  })
}

export type AbandonRefusal = TargetRefusal | 'letter-no-longer-waits'

/** The letter will not be posted. It stays in the list, said to be abandoned. */
export function abandonLetter(
  context: Context,
  target: Target,
  id: LetterId,
): Promise<LetterId | Refusal<AbandonRefusal>> {
  return actOnAgreement<LetterId | Refusal<AbandonRefusal>>(context, target, async (tx, agreement) => {
    const isAbandoned = await saveAbandon(tx, agreement.id, id, recordedBy(context))
    if (!isAbandoned) return refuse('letter-no-longer-waits')
    await writeJournal(tx, context, 'letter.abandoned', agreement.id, { letter: id })
    return id
  })
}
