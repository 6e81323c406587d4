import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { coverOn, lockAgreement } from '../../../agreements/index.ts'
import type { CapacityRef } from '../../../identity/index.ts'
import {
  type Application,
  type ApplicationId,
  lockApplication,
} from '../../data/applications/applications.store.ts'
import type { DecisionId } from '../../data/decisions/decisions.store.ts'
import { lastChangeOf } from '../../data/decisions/file-changes.queries.ts'
import { versionById } from '../../data/schemes/schemes.store.ts'
import { validUntilOf } from '../../domain/awards/validity.ts'
import { type DecisionFault, type DecisionWords, faultsOfDecision } from '../../domain/decisions/decision.ts'
import type { Grading, SchemeContent } from '../../domain/schemes/scheme.ts'
import { type ApplicationDecision, recordDecision } from './record-decision.ts'
import { type Signer, type SignerRefusal, signerOf } from './signer.ts'

/** What an officer writes of a decision; who signs is looked up. */
export interface DecisionAsked extends Omit<DecisionWords, 'authority' | 'signerName' | 'signerTitle'> {
  readonly kind: ApplicationDecision['kind']
  readonly level: number | null
  readonly signer: CapacityRef | null
}

export type GrantedUnderRefusal = 'agreement-missing' | 'place-not-covered'

export type DecideRefusal =
  | DecisionFault
  | SignerRefusal
  | GrantedUnderRefusal
  | 'no-such-application'
  | 'already-decided'
  | 'not-proposed'
  | 'decided-by-jury'
  | 'file-changed'
  | 'decided-in-the-future'
  | 'already-borne'

/**
 * Decides one application: signed twice at once, one decision (LAB-53). `seen`: when the file last changed as it was read;
 * anything newer asks for another look before it is decided.
 */
export async function decideApplication(
  context: Context,
  id: ApplicationId,
  asked: DecisionAsked & { seen: string },
): Promise<DecisionId | Refusal<DecideRefusal>> {
  try {
    return await inTransaction<DecisionId | Refusal<DecideRefusal>>(context.db, async (tx) => {
      const application = await lockApplication(tx, context.reach, id)
      if (!application) return refuse('no-such-application')
      if (application.state === 'decided') return refuse('already-decided')
      if (application.state !== 'proposed') return refuse('not-proposed')
      const version = await versionById(tx, context.network.id, application.versionId)
      if (!version) return refuse('no-such-application')
      if (version.content.route === 'jury') return refuse('decided-by-jury')
      const change = await lastChangeOf(tx, id)
      if ((change?.at ?? '') !== asked.seen) return refuse('file-changed', { what: change?.what ?? '' })
      const ready = await readyToSign(context, tx, asked, version.content.grading)
      if (isRefusal(ready)) return ready
      const allowed =
        asked.kind === 'refused'
          ? null
          : await mayBeGranted(context, tx, application, version.content, asked.effectFrom)
      if (allowed) return allowed
      const validUntil = validUntilOf(version.content.validity, asked.effectFrom)
      const decision = { ...asked, ...ready, validUntil }
      const { decisionId } = await recordDecision(tx, context, application, version.scheme, decision)
      const details = { application: id, kind: asked.kind, level: asked.level }
      await writeJournal(tx, context, 'label-decision.signed', decisionId, details, powerOf(ready))
      return decisionId
    })
  } catch (error) {
    const name = refusedBy(error)
    if (name === 'one_decision_per_application') return refuse('already-decided')
    if (name === 'one_active_award_per_holder') return refuse('already-borne')
    throw error
  }
}

/** The signer, once nothing lacks; the first thing that does otherwise. */
export async function readyToSign(
  context: Context,
  tx: Database,
  asked: Omit<DecisionAsked, 'kind'> & Pick<Parameters<typeof faultsOfDecision>[0], 'kind'>,
  grading: Grading,
): Promise<Signer | Refusal<DecisionFault | SignerRefusal | 'decided-in-the-future'>> {
  const levels = grading.kind === 'levels' ? grading.levels.map(({ level }) => level) : []
  const [fault] = faultsOfDecision(asked, levels)
  if (fault) return refuse(fault)
  if (asked.decidedOn > context.today) return refuse('decided-in-the-future')
  return signerOf(context, tx, asked.signer, asked.decidedOn)
}

/** A label that follows its agreement is granted to a place the agreement covers that day. */
export async function mayBeGranted(
  { network }: Pick<Context, 'network'>,
  tx: Database,
  { agreementId, holder }: Application,
  { validity }: SchemeContent,
  on: Day,
): Promise<Refusal<GrantedUnderRefusal> | null> {
  if (!agreementId) return validity.kind === 'agreement' ? refuse('agreement-missing') : null
  const agreement = await lockAgreement(tx, { kind: 'all', network: network.id }, agreementId)
  const place = holder.kind === 'place' ? holder.id : null
  return agreement && coverOn(agreement, on, place).isOpen ? null : refuse('place-not-covered')
}

/** In whose power: what the journal keeps beside the person who recorded it. */
export function powerOf({ mandateId, delegationId }: Signer): {
  mandateId: Id<'mandate'>
  delegationId: Id<'delegation'> | null
} {
  return { mandateId, delegationId }
}
