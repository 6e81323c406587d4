import type { Day } from '../../../../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { type Award, lockAward, type ToldAct } from '../../data/awards/awards.queries.ts'
import { type AwardId, addAwardAct, closeAward } from '../../data/awards/awards.store.ts'
import { findDecision } from '../../data/decisions/decisions.queries.ts'
import { addDecision, type DecisionId } from '../../data/decisions/decisions.store.ts'
import { type Hearing, hearingsOf } from '../../data/decisions/hearings.store.ts'
import { type AwardStatus, awardOn } from '../../domain/awards/award.ts'
import {
  type AwardDecisionKind,
  needsHearing,
  openAwardDecisions,
} from '../../domain/awards/award-decision.ts'
import { decisionLetterQueue } from '../../jobs/decision-queue.ts'
import { recordedBy } from '../recorded-by.ts'
import { type AcceptedAppeal, type AcceptRefusal, acceptAppeal, type Replacing } from './accepted-appeal.ts'
import { type DecisionAsked, powerOf, readyToSign } from './decide-application.ts'
import { type AwardRules, rulesOfAward } from './rules-of-award.ts'

export interface AwardDecisionAsked extends Omit<DecisionAsked, 'kind'>, AcceptedAppeal {
  readonly kind: AwardDecisionKind
  /** `seq` of the last act, as it was shown: whoever comes second is told. */
  readonly seen: number
  /** Of a suspension: its first day without it, or what is awaited. */
  readonly untilDay: Day | null
  readonly untilCondition: string
  /** Why it replaces the decision before it, when it does. */
  readonly replacesFor: Replacing['replacesFor'] | null
  readonly correction: string
}

export type AwardDecisionRefusal =
  | Exclude<Awaited<ReturnType<typeof readyToSign>>, { authority: string }>['refused']
  | AcceptRefusal
  | 'no-such-award'
  | 'moved-meanwhile'
  | 'suspension-not-provided'
  | 'not-open'
  | 'carried-by-agreement'
  | 'hearing-missing'
  | 'hearing-running'
  | 'suspension-without-end'
  | 'correction-missing'
  | 'effect-too-early'
  | 'act-to-come'
  | 'already-borne'
  | 'already-replaced'

/**
 * A decision on a label borne: suspended, lifted, withdrawn, ended, restored, or its level changed. One decision, its act on
 * the label and the job of its letter, in one transaction. LAB-33, LAB-36.
 */
export async function decideOnAward(
  context: Context,
  id: AwardId,
  asked: AwardDecisionAsked,
): Promise<DecisionId | Refusal<AwardDecisionRefusal>> {
  try {
    return await inTransaction<DecisionId | Refusal<AwardDecisionRefusal>>(context.db, async (tx) => {
      const award = context.reach.kind === 'all' ? await lockAward(tx, context.reach, id) : null
      if (!award) return refuse('no-such-award')
      if (award.acts.length !== asked.seen) return refuse('moved-meanwhile')
      const rules = await rulesOfAward(context, tx, award)
      const hearing = await awardLawfulness(context, tx, award, asked)
      if (isRefusal(hearing)) return hearing
      const ready = await readyToSign(context, tx, asked, rules.grading)
      if (isRefusal(ready)) return ready
      const replaced = asked.replacesFor ? await replacedBy(tx, context, award) : null
      const { replacesFor } = asked
      const decisionId = await addDecision(
        tx,
        {
          ...{ ...asked, ...ready, networkId: context.network.id, schemeId: award.scheme.id },
          ...{ awardId: id, hearingId: hearing?.id ?? null, supersedes: replaced },
          replacesFor: replaced ? replacesFor : null,
        },
        recordedBy(context),
      )
      if (asked.appeal && replacesFor) {
        const accepted = replaced
          ? await acceptAppeal(tx, context, { ...asked, replacesFor, replaced, decisionId })
          : refuse('appeal-missing')
        if (accepted) return accepted
      }
      await recordAct(tx, context, award, asked, decisionId)
      const details = { decision: decisionId, kind: asked.kind, level: asked.level }
      await writeJournal(tx, context, 'label-award.decided', id, details, powerOf(ready))
      await enqueue(tx, decisionLetterQueue, { decision: decisionId }, { once: decisionId })
      return decisionId
    })
  } catch (error) {
    const name = refusedBy(error)
    if (name === 'one_active_award_per_holder') return refuse('already-borne')
    if (name === 'decision_is_superseded_once') return refuse('already-replaced')
    throw error
  }
}

/** Where a label stands by its own acts alone: what a decision may change. */
export function ownStatus({ acts }: Award, on: Day): AwardStatus {
  return awardOn(acts, { validUntil: null, cover: null }, on).status
}

/** The hearing a decision rests on, null when it needs none; or what its rules, its state or its dates refuse. */
export async function awardLawfulness(
  context: Context,
  tx: Database,
  award: Award,
  asked: AwardDecisionAsked,
): Promise<Hearing | null | Refusal<AwardDecisionRefusal>> {
  const unlawful = lawfulness(award, await rulesOfAward(context, tx, award), asked)
  return unlawful ? refuse(unlawful) : heardBefore(tx, award, asked.kind, context.today)
}

function lawfulness(
  award: Award,
  rules: AwardRules,
  { kind, effectFrom, untilDay, untilCondition, replacesFor, correction }: AwardDecisionAsked,
): AwardDecisionRefusal | null {
  if (kind === 'suspended' && !rules.maySuspend) return 'suspension-not-provided'
  const last = standing(award).findLast(({ from }) => from <= effectFrom)
  if (!last) return 'effect-too-early'
  if (standing(award).some(({ from, kind: to }) => from > effectFrom && to !== 'lifted')) return 'act-to-come'
  const open = openAwardDecisions(ownStatus(award, effectFrom), rules)
  if (!open.includes(kind)) {
    const status = awardOn(award.acts, award, effectFrom).status
    return kind === 'restored' && status !== 'active' ? 'carried-by-agreement' : 'not-open'
  }
  if (kind === 'suspended' && !untilDay && untilCondition.trim() === '') return 'suspension-without-end'
  if (kind === 'suspended' && untilDay && untilDay <= effectFrom) return 'suspension-without-end'
  if (kind === 'restored' && !replacesFor) return 'correction-missing'
  if (replacesFor && correction.trim() === '') return 'correction-missing'
  return null
}

/** The hearing a suspension or a withdrawal rests on: answered, or its delay is over. LAB-33. */
async function heardBefore(
  tx: Database,
  { id }: Award,
  kind: AwardDecisionKind,
  today: Day,
): Promise<Hearing | null | Refusal<'hearing-missing' | 'hearing-running'>> {
  if (!needsHearing(kind)) return null
  const asked = (await hearingsOf(tx, id)).find(({ purpose, isUsed }) => purpose === kind && !isUsed)
  if (!asked) return refuse('hearing-missing')
  return asked.answer || today > asked.until ? asked : refuse('hearing-running', { day: asked.until })
}

/** The decision of the last act, when it was taken on the label itself and nothing replaced it yet. */
async function replacedBy(tx: Database, { network }: Context, award: Award): Promise<DecisionId | null> {
  const last = standing(award).findLast(({ decisionId }) => decisionId)?.decisionId
  const decision = last ? await findDecision(tx, { kind: 'all', network: network.id }, last) : null
  return decision && !decision.applicationId && !decision.supersededBy ? decision.id : null
}

async function recordAct(
  tx: Database,
  context: Context,
  award: Award,
  { kind, effectFrom, reasons, level, untilDay }: AwardDecisionAsked,
  decisionId: DecisionId,
): Promise<void> {
  const recorded = recordedBy(context)
  const seq = award.acts.length + 1
  // A suspension that was to stop by itself stops, or turns into something else, now.
  const planned = standing(award).find(({ from, kind: to }) => to === 'lifted' && from > effectFrom)
  const act = { seq, kind, from: effectFrom, reason: reasons, level, decisionId }
  await addAwardAct(tx, award.id, { ...act, supersedes: planned?.id ?? null }, recorded)
  if (kind === 'suspended' && untilDay)
    await addAwardAct(
      tx,
      award.id,
      { seq: seq + 1, kind: 'lifted', from: untilDay, reason: '', decisionId },
      recorded,
    )
  if (kind === 'withdrawn' || kind === 'ended') await closeAward(tx, award.id, effectFrom)
  if (kind === 'restored') await closeAward(tx, award.id, null)
}

function standing({ acts }: Award): ToldAct[] {
  return acts.filter(({ isSuperseded }) => !isSuperseded)
}
