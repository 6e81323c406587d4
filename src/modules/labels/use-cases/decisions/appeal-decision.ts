import type { Day } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { capacityOf, headOf, listPeople } from '../../../identity/index.ts'
import {
  type Appeal,
  type AppealId,
  addAppeal,
  appealsAgainst,
  moveAppeal,
} from '../../data/decisions/appeals.store.ts'
import { type Decision, findDecision } from '../../data/decisions/decisions.queries.ts'
import type { DecisionId } from '../../data/decisions/decisions.store.ts'
import { type AppealKind, type AppealState, mayFollowAppeal } from '../../domain/decisions/appeal.ts'
import { decisionStepQueue } from '../../jobs/decision-queue.ts'
import { recordedBy } from '../recorded-by.ts'
import { addresseeOf } from './addressee.ts'
import { awardReachOf } from './award-reach-of.ts'

export type FileRefusal =
  | 'no-such-decision'
  | 'already-replaced'
  | 'already-appealed'
  | 'nobody-to-answer'
  | 'filed-in-the-future'
  | 'before-the-decision'

/** Contests a decision, from the holder's pages or noted by an officer from a letter. Late, it is filed all the same. LAB-17. */
export async function fileAppeal(
  context: Context,
  id: DecisionId,
  filed: { kind: AppealKind; on: Day; grounds: string },
): Promise<AppealId | Refusal<FileRefusal>> {
  const reach = await awardReachOf(context)
  try {
    return await inTransaction<AppealId | Refusal<FileRefusal>>(context.db, async (tx) => {
      const decision = await findDecision(tx, reach, id)
      if (!decision) return refuse('no-such-decision')
      if (decision.supersededBy) return refuse('already-replaced')
      if (filed.on > context.today) return refuse('filed-in-the-future')
      if (filed.on < decision.decidedOn) return refuse('before-the-decision')
      const appellantId = await addresseeOf(tx, context.network.id, decision)
      if (!appellantId) return refuse('nobody-to-answer')
      const { kind, on: filedOn, grounds } = filed
      const appeal = { decisionId: id, kind, appellantId, filedOn, grounds }
      const appealId = await addAppeal(tx, context.network.id, appeal, recordedBy(context))
      await writeJournal(tx, context, 'label-appeal.filed', id, { appeal: appealId, kind })
      await enqueue(tx, decisionStepQueue, { kind: 'appeal-filed', appeal: appealId, decision: id })
      return appealId
    })
  } catch (error) {
    if (refusedBy(error) === 'one_appeal_of_a_kind_per_decision') return refuse('already-appealed')
    throw error
  }
}

export type MoveRefusal =
  | 'no-such-appeal'
  | 'not-open'
  | 'reviewer-unknown'
  | 'reviewer-is-decider'
  | 'reasons-missing'
  | 'moved-meanwhile'

/** Entrusts an appeal to somebody; to the first decider, only when it is said why nobody else could. LAB-17. */
export function entrustAppeal(
  context: Context,
  at: { decisionId: DecisionId; appealId: AppealId },
  { reviewerId, reason }: { reviewerId: PersonId; reason: string },
): Promise<true | Refusal<MoveRefusal>> {
  return move(context, at, 'under_review', async (tx, decision) => {
    const officers = await listPeople(tx, context.network.id, { roles: ['officer'] }, context.today)
    if (!officers.some(({ personId }) => personId === reviewerId)) return refuse('reviewer-unknown')
    const deciders = await decidersOf(tx, context, decision)
    if (deciders.has(reviewerId) && reason.trim() === '') return refuse('reviewer-is-decider')
    return { reviewerId, reason }
  })
}

/** Rejects it, with reasons: the decision stands. */
export function rejectAppeal(
  context: Context,
  at: { decisionId: DecisionId; appealId: AppealId },
  reason: string,
): Promise<true | Refusal<MoveRefusal>> {
  return move(context, at, 'rejected', async () =>
    reason.trim() === '' ? refuse('reasons-missing') : { reason },
  )
}

/** Whoever filed it gives it up, until it is answered. */
export function withdrawAppeal(
  context: Context,
  at: { decisionId: DecisionId; appealId: AppealId },
): Promise<true | Refusal<MoveRefusal>> {
  return move(context, at, 'withdrawn', async () => ({}))
}

type Event = { reviewerId?: PersonId; reason?: string }

async function move(
  context: Context,
  { decisionId, appealId }: { decisionId: DecisionId; appealId: AppealId },
  to: AppealState,
  eventOf: (tx: Database, decision: Decision, appeal: Appeal) => Promise<Event | Refusal<MoveRefusal>>,
): Promise<true | Refusal<MoveRefusal>> {
  const reach = await awardReachOf(context)
  try {
    return await inTransaction<true | Refusal<MoveRefusal>>(context.db, async (tx) => {
      const decision = await findDecision(tx, reach, decisionId)
      const appeal = decision && (await appealsAgainst(tx, [decisionId])).find(({ id }) => id === appealId)
      if (!decision || !appeal) return refuse('no-such-appeal')
      if (!mayFollowAppeal(appeal.state, to)) return refuse('not-open')
      const event = await eventOf(tx, decision, appeal)
      if ('refused' in event) return event
      await moveAppeal(tx, appeal, { to, on: context.today, ...event }, recordedBy(context))
      await writeJournal(tx, context, 'label-appeal.moved', decisionId, { appeal: appealId, to })
      await enqueue(tx, decisionStepQueue, { kind: 'appeal-moved', appeal: appealId, decision: decisionId })
      return true
    })
  } catch (error) {
    if (refusedBy(error) === 'one_appeal_event_per_seq') return refuse('moved-meanwhile')
    throw error
  }
}

/** Who took the first decision: who signed it, when they have an account, and who recorded it. */
export async function decidersOf(
  db: Database,
  { network }: Pick<Context, 'network'>,
  { mandateId, delegationId, decidedOn, recordedBy: by }: Decision,
): Promise<ReadonlySet<PersonId>> {
  const head = mandateId ? await headOf(db, network.id) : null
  const found =
    head && mandateId
      ? await capacityOf(
          db,
          network.id,
          head,
          { mandateId, delegationId },
          { day: decidedOn, subject: 'labels' },
        )
      : null
  return new Set([found?.capacity.personId, by].filter((one) => one !== null && one !== undefined))
}
