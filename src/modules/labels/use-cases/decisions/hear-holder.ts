import type { Day } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { findAward, lockAward } from '../../data/awards/awards.queries.ts'
import type { AwardId } from '../../data/awards/awards.store.ts'
import {
  addHearing,
  addHearingAnswer,
  type Hearing,
  type HearingId,
  hearingsOf,
} from '../../data/decisions/hearings.store.ts'
import { openAwardDecisions } from '../../domain/awards/award-decision.ts'
import { decisionStepQueue } from '../../jobs/decision-queue.ts'
import { recordedBy } from '../recorded-by.ts'
import { awardReachOf } from './award-reach-of.ts'
import { ownStatus } from './decide-on-award.ts'
import { rulesOfAward } from './rules-of-award.ts'

export type HearingRefusal =
  | 'no-such-award'
  | 'suspension-not-provided'
  | 'not-open'
  | 'already-asked'
  | 'too-short'

/** Tells a holder what is held against its label, and until when its observations are awaited. LAB-33. */
export function askObservations(
  context: Context,
  id: AwardId,
  asked: Pick<Hearing, 'purpose' | 'grounds' | 'until'>,
): Promise<HearingId | Refusal<HearingRefusal>> {
  return inTransaction<HearingId | Refusal<HearingRefusal>>(context.db, async (tx) => {
    const award = context.reach.kind === 'all' ? await lockAward(tx, context.reach, id) : null
    if (!award) return refuse('no-such-award')
    const rules = await rulesOfAward(context, tx, award)
    if (asked.purpose === 'suspended' && !rules.maySuspend) return refuse('suspension-not-provided')
    if (!openAwardDecisions(ownStatus(award, context.today), rules).includes(asked.purpose))
      return refuse('not-open')
    if (asked.until <= context.today) return refuse('too-short')
    const before = await hearingsOf(tx, id)
    if (before.some(({ purpose, isUsed }) => purpose === asked.purpose && !isUsed))
      return refuse('already-asked')
    const hearing = { ...asked, awardId: id, askedOn: context.today }
    const hearingId = await addHearing(tx, hearing, recordedBy(context))
    await writeJournal(tx, context, 'label-hearing.asked', id, { hearing: hearingId, purpose: asked.purpose })
    await enqueue(tx, decisionStepQueue, { kind: 'hearing-asked', award: id })
    return hearingId
  })
}

export type ObservationsRefusal = 'no-such-hearing' | 'already-answered' | 'answered-in-the-future'

/** What the holder answers, typed by its members or noted by an officer from a letter. Told after the delay too. */
export async function giveObservations(
  context: Context,
  { awardId, hearingId }: { awardId: AwardId; hearingId: HearingId },
  answer: { words: string; on: Day },
): Promise<true | Refusal<ObservationsRefusal>> {
  const reach = await awardReachOf(context)
  return inTransaction<true | Refusal<ObservationsRefusal>>(context.db, async (tx) => {
    const award = await findAward(tx, reach, awardId)
    const hearing = award && (await hearingsOf(tx, awardId)).find(({ id }) => id === hearingId)
    if (!hearing) return refuse('no-such-hearing')
    if (answer.on > context.today) return refuse('answered-in-the-future')
    if (hearing.isUsed || !(await addHearingAnswer(tx, hearingId, answer, recordedBy(context))))
      return refuse('already-answered')
    await writeJournal(tx, context, 'label-hearing.answered', awardId, { hearing: hearingId })
    await enqueue(tx, decisionStepQueue, { kind: 'hearing-answered', award: awardId })
    return true
  })
}
