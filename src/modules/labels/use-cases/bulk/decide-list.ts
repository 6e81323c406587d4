import type { Day } from '../../../../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { agreementInForce, lockAgreement } from '../../../agreements/index.ts'
import type { CapacityRef } from '../../../identity/index.ts'
import { placesToMatch } from '../../../places/index.ts'
import { closeStopped } from '../../data/awards/awards.store.ts'
import { addListAwards } from '../../data/bulk/list-awards.store.ts'
import {
  addListDecision,
  hashOf,
  linesOf,
  lockPlaceList,
  type PlaceList,
  type PlaceListId,
} from '../../data/bulk/place-lists.store.ts'
import { addDecision, type DecisionId } from '../../data/decisions/decisions.store.ts'
import { versionById } from '../../data/schemes/schemes.store.ts'
import { validUntilOf } from '../../domain/awards/validity.ts'
import {
  isAgainstSome,
  type JudgedPlace,
  kindOf,
  reasonsOf,
  reservesOf,
} from '../../domain/bulk/place-list.ts'
import type { DecisionFault } from '../../domain/decisions/decision.ts'
import { powerOf, readyToSign } from '../decisions/decide-application.ts'
import type { SignerRefusal } from '../decisions/signer.ts'
import { recordedBy } from '../recorded-by.ts'
import { tellListQueue } from './tell-list-queue.ts'

export type DecideListRefusal =
  | DecisionFault
  | SignerRefusal
  | 'decided-in-the-future'
  | 'no-such-list'
  | 'not-signed'
  | 'already-decided'
  | 'list-changed'
  | 'agreement-not-in-force'
  | 'already-borne'

export interface ListDecisionAsked {
  readonly signer: CapacityRef | null
  readonly decidedOn: Day
  readonly effectFrom: Day
  readonly reasons: string
  readonly remedies: string
  /** How many places were to be granted, reserved and excluded when the page was read. */
  readonly seen: string
}

/**
 * One decision for a whole list: its awards are made in the same transaction, one number each, then each place is told. Signed
 * again, it makes nothing. LAB-21.
 */
export async function decideList(
  context: Context,
  id: PlaceListId,
  asked: ListDecisionAsked,
): Promise<DecisionId | Refusal<DecideListRefusal>> {
  try {
    return await inTransaction<DecisionId | Refusal<DecideListRefusal>>(context.db, async (tx) => {
      const list = await lockPlaceList(tx, context.reach, id)
      if (!list) return refuse('no-such-list')
      if (list.moment !== 'signed') return refuse(list.moment === 'draft' ? 'not-signed' : 'already-decided')
      const lines = await namedLines(context, tx, id)
      if (asked.seen !== seenOf(lines)) return refuse('list-changed')
      return sign(context, tx, list, lines, asked)
    })
  } catch (error) {
    const name = refusedBy(error)
    if (name === 'list_decision_pkey') return refuse('already-decided')
    if (name === 'list_is_decided_after_its_charter') return refuse('list-changed')
    if (name === 'one_active_award_per_holder') return refuse('already-borne')
    throw error
  }
}

/** What the decision is about, so that a line judged meanwhile is looked at before anything is signed. */
export function seenOf(lines: readonly Pick<JudgedPlace, 'verdict'>[]): string {
  const count = (verdict: JudgedPlace['verdict']) => lines.filter((line) => line.verdict === verdict).length
  return `${count('granted')}-${count('granted_with_reserve')}-${count('excluded')}`
}

/** The lines of a list with the names of their places. */
export async function namedLines(
  { network }: Pick<Context, 'network'>,
  db: Database,
  id: PlaceListId,
): Promise<JudgedPlace[]> {
  const lines = await linesOf(db, id)
  const against = lines.filter(({ verdict }) => verdict !== 'granted').map(({ placeId }) => placeId)
  const places = await placesToMatch(db, network.id, against)
  const names = new Map(places.map(({ id: place, name }) => [place, name]))
  return lines.map((line) => ({ ...line, name: names.get(line.placeId) ?? '' }))
}

async function sign(
  context: Context,
  tx: Database,
  list: PlaceList,
  lines: readonly JudgedPlace[],
  asked: ListDecisionAsked,
): Promise<DecisionId | Refusal<DecideListRefusal>> {
  const version = await versionById(tx, context.network.id, list.versionId)
  if (!version) return refuse('no-such-list')
  const isAgainst = isAgainstSome(lines)
  if (isAgainst && asked.remedies.trim() === '') return refuse('remedies_missing')
  const reasons = [asked.reasons, ...reasonsOf(lines)].filter(Boolean).join('\n')
  const appealMonths = isAgainst ? (version.content.remedies?.months ?? null) : null
  const said = {
    ...asked,
    reasons,
    appealMonths,
    kind: kindOf(lines),
    level: null,
    reserves: reservesOf(lines),
  }
  const ready = await readyToSign(context, tx, said, version.content.grading)
  if (isRefusal(ready)) return ready
  const reach = { kind: 'all', network: context.network.id } as const
  const agreement = await lockAgreement(tx, reach, list.agreementId)
  if (!agreement || !agreementInForce(agreement, asked.effectFrom))
    return refuse('agreement-not-in-force', { day: asked.effectFrom })
  const recorded = recordedBy(context)
  const made = { ...said, ...ready, networkId: context.network.id, schemeId: list.schemeId }
  const decisionId = await addDecision(tx, made, recorded)
  const places = lines.map(({ placeId }) => placeId)
  await addListDecision(tx, list, decisionId, hashOf(places))
  const granted = lines.filter(({ verdict }) => verdict !== 'excluded').map(({ placeId }) => placeId)
  const { effectFrom } = asked
  await closeStopped(tx, list.schemeId, granted, effectFrom)
  const validUntil = validUntilOf(version.content.validity, effectFrom)
  const grant = { list: list.id, scheme: version.scheme, versionId: version.id, decisionId, validUntil }
  await addListAwards(
    tx,
    { ...grant, agreementId: list.agreementId, grantedOn: effectFrom },
    granted,
    recorded,
  )
  const told = { granted: granted.length, excluded: lines.length - granted.length, decision: decisionId }
  await writeJournal(tx, context, 'place-list.decided', list.id, told, powerOf(ready))
  await enqueue(tx, tellListQueue, { list: list.id, what: 'decision' })
  return decisionId
}
