import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { type Application, lockApplication } from '../../data/applications/applications.store.ts'
import { type Award, awardOfApplication, lockAward } from '../../data/awards/awards.queries.ts'
import { addAwardAct, closeAward } from '../../data/awards/awards.store.ts'
import { findDecision } from '../../data/decisions/decisions.queries.ts'
import { addDecision, type DecisionId } from '../../data/decisions/decisions.store.ts'
import { type SchemeVersion, versionById } from '../../data/schemes/schemes.store.ts'
import { levelOn } from '../../domain/awards/award.ts'
import { validUntilOf } from '../../domain/awards/validity.ts'
import { decisionLetterQueue } from '../../jobs/decision-queue.ts'
import { recordedBy } from '../recorded-by.ts'
import { type AcceptRefusal, acceptAppeal, type Replacing } from './accepted-appeal.ts'
import {
  type DecideRefusal,
  type DecisionAsked,
  mayBeGranted,
  powerOf,
  readyToSign,
} from './decide-application.ts'
import { awardDecided } from './record-decision.ts'

export type ReplaceRefusal =
  | Exclude<DecideRefusal, 'already-decided' | 'not-proposed' | 'file-changed' | 'decided-by-jury'>
  | AcceptRefusal
  | 'no-such-decision'
  | 'already-replaced'
  | 'correction-missing'
  | 'effect-too-early'

/**
 * A decision on an application replaced by another, from a stated day: a mistake, an accepted appeal, a judgement. The first
 * one stays in the log, and the label follows by its own acts. LAB-17, LAB-18, LAB-36, LAB-88.
 */
export async function replaceDecision(
  context: Context,
  id: DecisionId,
  asked: DecisionAsked & Replacing,
): Promise<DecisionId | Refusal<ReplaceRefusal>> {
  try {
    return await inTransaction<DecisionId | Refusal<ReplaceRefusal>>(context.db, async (tx) => {
      const reach = { kind: 'all', network: context.network.id } as const
      const first = context.reach.kind === 'all' ? await findDecision(tx, reach, id) : null
      const application = first?.applicationId && (await lockApplication(tx, reach, first.applicationId))
      if (!first || !application) return refuse('no-such-decision')
      if (first.supersededBy) return refuse('already-replaced')
      if (asked.correction.trim() === '') return refuse('correction-missing')
      const version = await versionById(tx, context.network.id, application.versionId)
      if (!version) return refuse('no-such-decision')
      const ready = await readyToSign(context, tx, asked, version.content.grading)
      if (isRefusal(ready)) return ready
      const decisionId = await addDecision(
        tx,
        {
          ...{ ...asked, ...ready, networkId: context.network.id, schemeId: application.schemeId },
          ...{ applicationId: application.id, editionId: application.editionId, supersedes: id },
        },
        recordedBy(context),
      )
      const accepted = await acceptAppeal(tx, context, { ...asked, replaced: id, decisionId })
      if (isRefusal(accepted)) return accepted
      const followed = await labelFollows(tx, context, { application, version, asked, decisionId })
      if (isRefusal(followed)) return followed
      await writeJournal(
        tx,
        context,
        'label-decision.replaced',
        decisionId,
        { replaced: id, kind: asked.kind, level: asked.level, for: asked.replacesFor },
        powerOf(ready),
      )
      await enqueue(tx, decisionLetterQueue, { decision: decisionId }, { once: decisionId })
      return decisionId
    })
  } catch (error) {
    const name = refusedBy(error)
    if (name === 'decision_is_superseded_once') return refuse('already-replaced')
    if (name === 'one_active_award_per_holder') return refuse('already-borne')
    throw error
  }
}

interface Replacement {
  readonly application: Application
  readonly version: SchemeVersion
  readonly asked: DecisionAsked & Replacing
  readonly decisionId: DecisionId
}

async function labelFollows(
  tx: Database,
  context: Context,
  { application, version, asked, decisionId }: Replacement,
): Promise<Refusal<ReplaceRefusal> | null> {
  const reach = { kind: 'all', network: context.network.id } as const
  const borne = await awardOfApplication(tx, reach, application.id)
  const { content, scheme } = version
  const { effectFrom, level } = asked
  const isGranted = asked.kind !== 'refused'
  if (!borne && !isGranted) return null
  if (!borne) {
    const stopped = await mayBeGranted(context, tx, application, content, effectFrom)
    if (stopped) return stopped
    const validUntil = validUntilOf(content.validity, effectFrom)
    await awardDecided(tx, context, application, scheme, { effectFrom, validUntil, level, decisionId })
    return null
  }
  const award = await lockAward(tx, reach, borne.id)
  if (!award) return refuse('no-such-decision')
  const last = award.acts.filter(({ isSuperseded }) => !isSuperseded).at(-1)
  if (effectFrom < award.grantedOn || (last && effectFrom < last.from)) return refuse('effect-too-early')
  const kind = actOf(award, last?.kind ?? 'granted', { isGranted, level, effectFrom })
  if (!kind) return null
  const seq = award.acts.length + 1
  const act = { seq, kind, from: effectFrom, reason: asked.correction, level, decisionId }
  await addAwardAct(tx, award.id, act, recordedBy(context))
  if (kind !== 'level_changed') await closeAward(tx, award.id, kind === 'withdrawn' ? effectFrom : null)
  return null
}

/** What the label has to live through, to stand as it is now decided; null: it stands so. */
function actOf(
  award: Award,
  last: Award['acts'][number]['kind'],
  {
    isGranted,
    level,
    effectFrom,
  }: { isGranted: boolean; level: number | null; effectFrom: Award['grantedOn'] },
): 'withdrawn' | 'restored' | 'level_changed' | null {
  const isOver = last === 'withdrawn' || last === 'ended'
  if (!isGranted) return isOver ? null : 'withdrawn'
  if (isOver) return 'restored'
  return level !== null && levelOn(award.acts, effectFrom) !== level ? 'level_changed' : null
}
