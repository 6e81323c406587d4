import type { Id } from '../../../../kernel/id.ts'
import { isId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import {
  addDecision,
  type DecisionFields,
  findDecision,
  lockDecision,
  saveDecision,
} from '../../data/decisions.store.ts'
import { decisionStanding } from '../../domain/decision.ts'
import { recordedBy } from '../act-on-agreement.ts'

export type DecisionRefusal =
  | 'no-such-decision'
  | 'no-such-agreement'
  | 'decided-in-the-future'
  | 'transmitted-before-the-decision'
  | 'transmitted-in-the-future'
  | 'reference-taken'
  | 'already-replaced'
  | 'not-replaceable'
  | 'already-published'

/** A decision to publish later: nobody but the officers sees it. `replaces`: the published one it will take the place of. */
export function prepareDecision(
  context: Context,
  fields: DecisionFields,
  replaces: Id<'decision'> | null,
): Promise<Id<'decision'> | Refusal<DecisionRefusal>> {
  return settled(context, async (tx) => {
    const refusal = await whyNot(tx, context, fields)
    if (refusal) return refusal
    const former = replaces && (await findDecision(tx, context.network.id, replaces))
    if (replaces && (!former || decisionStanding(former) === 'draft')) return refuse('not-replaceable')
    const id = await addDecision(tx, context.network.id, fields, { replaces, ...recordedBy(context) })
    await writeJournal(tx, context, 'decision.prepared', id, { ...(replaces && { replaces }) })
    return id
  })
}

/** Until it is published, it may be written again. */
export function rewriteDecision(
  context: Context,
  id: Id<'decision'>,
  fields: DecisionFields,
): Promise<Id<'decision'> | Refusal<DecisionRefusal>> {
  return settled(context, async (tx) => {
    const found = await lockDecision(tx, context.network.id, id)
    if (!found) return refuse('no-such-decision')
    if (found.publishedOn) return refuse('already-published')
    const refusal = await whyNot(tx, context, fields)
    if (refusal) return refusal
    await saveDecision(tx, id, fields)
    await writeJournal(tx, context, 'decision.changed', id)
    return id
  })
}

async function settled<T>(
  context: Context,
  work: (tx: Database) => Promise<T | Refusal<DecisionRefusal>>,
): Promise<T | Refusal<DecisionRefusal>> {
  try {
    return await inTransaction(context.db, work)
  } catch (error) {
    const constraint = refusedBy(error)
    if (constraint === 'one_decision_per_reference') return refuse('reference-taken')
    if (constraint === 'one_replacement_per_decision') return refuse('already-replaced')
    throw error
  }
}

async function whyNot(
  tx: Database,
  { today, reach }: Context,
  { decidedOn, transmittedOn, agreementId }: DecisionFields,
): Promise<Refusal<DecisionRefusal> | null> {
  if (decidedOn > today) return refuse('decided-in-the-future', { day: decidedOn })
  if (transmittedOn && transmittedOn < decidedOn) return refuse('transmitted-before-the-decision')
  if (transmittedOn && transmittedOn > today)
    return refuse('transmitted-in-the-future', { day: transmittedOn })
  if (agreementId === null) return null
  const known = isId<'agreement'>(agreementId) && (await findAgreement(tx, reach, agreementId))
  return known ? null : refuse('no-such-agreement')
}
