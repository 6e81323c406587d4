import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { lockAgreement } from '../../data/agreements.store.ts'
import {
  lockDecision,
  noteTransmission,
  publishDecisionOn,
  withdrawDecisionOn,
} from '../../data/decisions.store.ts'
import { type Decision, decisionStanding, publicationBlanks } from '../../domain/decision.ts'
import { recordedBy } from '../act-on-agreement.ts'
import { readBoardAgain } from '../offices/hold-agreement.ts'

export type PublicationRefusal =
  | 'no-such-decision'
  | 'blank-before-publication'
  | 'already-published'
  | 'published-in-the-future'
  | 'published-before-the-decision'

/** Shows a decision to everybody, from that day on: it is not edited any more. AGR-70, AGR-131. */
export function publishDecision(
  context: Context,
  id: Id<'decision'>,
  publishedOn: Day,
): Promise<Decision | Refusal<PublicationRefusal>> {
  return onDecision<PublicationRefusal>(context, id, async (tx, decision) => {
    if (decision.publishedOn) return refuse('already-published')
    const blanks = publicationBlanks(decision)
    if (blanks.length > 0) return refuse('blank-before-publication', { blanks: blanks.join(' ') })
    if (publishedOn > context.today) return refuse('published-in-the-future', { day: publishedOn })
    if (publishedOn < decision.decidedOn) {
      return refuse('published-before-the-decision', { day: decision.decidedOn })
    }
    await publishDecisionOn(tx, id, publishedOn, recordedBy(context))
    await writeJournal(tx, context, 'decision.published', id, { on: publishedOn })
    return null
  })
}

export type TransmissionRefusal =
  | 'no-such-decision'
  | 'already-transmitted'
  | 'transmitted-before-the-decision'
  | 'transmitted-in-the-future'

/** The day the State's representative received it, known after the publication: said once. AGR-71. */
export function recordTransmission(
  context: Context,
  id: Id<'decision'>,
  on: Day,
): Promise<Decision | Refusal<TransmissionRefusal>> {
  return onDecision<TransmissionRefusal>(context, id, async (tx, decision) => {
    if (decision.transmittedOn) return refuse('already-transmitted', { day: decision.transmittedOn })
    if (on < decision.decidedOn) return refuse('transmitted-before-the-decision')
    if (on > context.today) return refuse('transmitted-in-the-future', { day: on })
    await noteTransmission(tx, id, on)
    await writeJournal(tx, context, 'decision.transmitted', id, { on })
    return null
  })
}

export type WithdrawalOfDecisionRefusal = 'no-such-decision' | 'not-published' | 'already-withdrawn'

/** It stays readable, marked as withdrawn, with the reason. */
export function withdrawDecision(
  context: Context,
  id: Id<'decision'>,
  reason: string,
): Promise<Decision | Refusal<WithdrawalOfDecisionRefusal>> {
  return onDecision<WithdrawalOfDecisionRefusal>(context, id, async (tx, decision) => {
    const standing = decisionStanding(decision)
    if (standing === 'draft') return refuse('not-published')
    if (standing === 'withdrawn') return refuse('already-withdrawn')
    await withdrawDecisionOn(tx, id, { on: context.today, reason }, recordedBy(context))
    await writeJournal(tx, context, 'decision.withdrawn', id)
    return null
  })
}

/** Holds the decision, works, and reads the board of its agreement again. */
function onDecision<R extends string>(
  context: Context,
  id: Id<'decision'>,
  work: (tx: Database, decision: Decision) => Promise<Refusal<R> | null>,
): Promise<Decision | Refusal<R | 'no-such-decision'>> {
  return inTransaction<Decision | Refusal<R | 'no-such-decision'>>(context.db, async (tx) => {
    const decision = await lockDecision(tx, context.network.id, id)
    if (!decision) return refuse('no-such-decision')
    const refusal = await work(tx, decision)
    if (refusal) return refusal
    const agreement = decision.agreementId && (await lockAgreement(tx, context.reach, decision.agreementId))
    if (agreement) await readBoardAgain(tx, context, agreement)
    return decision
  })
}
