import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { qualitiesOf } from '../../../identity/index.ts'
import { proofsOf } from '../../data/borrowing/insurance.store.ts'
import { addDueDate, type Line, recordEvent } from '../../data/lines.store.ts'
import { confirmLine, releaseLine } from '../../data/occupancy.store.ts'
import { cancelUnusedBookings } from '../../data/slots.store.ts'
import { stayOf } from '../../domain/duration.ts'
import { daysUninsured, type Gap } from '../../domain/insurance.ts'
import { actOnLine, type LineTarget, recordedBy, withoutLapsed } from '../act-on-line.ts'
import { type LendingFrame, lendingFrame, rightUntil } from '../lending-frame.ts'
import { type Refused, refused } from '../lending-refusal.ts'
import { told } from '../telling/announce.ts'

/** Why a loan is refused: a short list, and words. EQP-504. */
export const REASON_CODES = [
  'owner_need',
  'unavailable',
  'out_of_purpose',
  'incomplete',
  'insurance',
  'rights',
  'duration',
  'overdue',
  'other',
] as const

export type ReasonCode = (typeof REASON_CODES)[number]

/**
 * The manager grants a loan: what was held is firm. Past the limit, the head says why (002 art. 4.3 a). An insurance that
 * does not cover it yet makes the approval conditional, or refuses it where the rules want the proof now. EQP-503.
 */
export function approveLine(
  context: Context,
  target: LineTarget,
  { reason = '' }: { reason?: string } = {},
): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['submitted'],
    action: 'loan.approved',
    async work(tx, seen) {
      const line = await withoutLapsed(context, seen, tx)
      if (isRefusal(line)) return line
      const frame = await frameOf(tx, context, line)
      if (!frame || !line.returnAt) return refused('no_such_thing')
      if (await isOfOwn(tx, context, line)) return refused('own_request')
      if (line.needsDerogation && reason.trim() === '')
        return refused('reason_missing', { days: String(line.days) })
      const right = rightUntil(frame, context.now, line.returnAt, line.placeId)
      if (!right.canRequest) return refused('no_loan_right', { because: right.reasons[0] ?? '' })
      const gaps = await uninsured(tx, line, frame)
      if (gaps[0] && frame.rules.insuranceProofBy.value === 'approval')
        return refused('insurance_missing', { from: gaps[0].from, lastDay: gaps[0].lastDay })
      await confirmLine(tx, line.id)
      await addDueDate(tx, line.id, { kind: 'original', dueAt: line.returnAt, reason: '' }, context.now)
      const details = { conditions: gaps.length > 0 ? ['insurance'] : [], warnings: right.warnings }
      const act = { act: 'approved', to: 'approved' as const, reason, details }
      const after = await recordEvent(tx, line, act, recordedBy(context))
      return told(tx, 'approved', after, { lacksInsurance: gaps.length > 0 })
    },
  })
}

/** The manager refuses, with a code and words. What was held is free at once. EQP-504, L14. */
export function rejectLine(
  context: Context,
  target: LineTarget,
  { reasonCode, reason }: { reasonCode: ReasonCode; reason: string },
): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['submitted'],
    action: 'loan.rejected',
    async work(tx, line) {
      if (reason.trim() === '') return refused('reason_missing')
      if (await isOfOwn(tx, context, line)) return refused('own_request')
      const act = { act: 'rejected', to: 'rejected' as const, reasonCode, reason }
      return told(tx, 'rejected', await endPlan(tx, context, line, act))
    },
  })
}

/** A draft has no event before it is sent. */
const DRAFTED = { act: 'drafted', to: 'draft' } as const

/** The borrower gives up before the thing leaves. EQP-503. */
export function withdrawLine(context: Context, target: LineTarget): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['draft', 'submitted', 'approved', 'displaced'],
    action: 'loan.withdrawn',
    async work(tx, line) {
      const drafted = line.seq > 0 ? line : await recordEvent(tx, line, DRAFTED, recordedBy(context))
      const after = await endPlan(tx, context, drafted, { act: 'withdrawn', to: 'withdrawn' })
      // Nobody but its author ever saw a draft.
      return line.state === 'draft' ? after : told(tx, 'withdrawn', after)
    },
  })
}

/** Frees the unit and the appointments of a line that stops here. */
export async function endPlan(
  tx: Database,
  context: Context,
  line: Line,
  act: Parameters<typeof recordEvent>[2],
): Promise<Line> {
  await releaseLine(tx, line.id)
  const after = await recordEvent(tx, line, act, recordedBy(context))
  await cancelUnusedBookings(tx, line.requestId, context.now)
  return after
}

/** The days of the loan that no verified proof covers. EQP-807. */
export async function uninsured(
  tx: Database,
  line: Line,
  { desk, rules }: LendingFrame,
  returnAt = line.returnAt,
): Promise<Gap[]> {
  if (!line.pickupAt || !returnAt) return []
  const proofs = await proofsOf(tx, line.networkId, line.organisationId)
  return daysUninsured(
    stayOf(line.pickupAt, returnAt, desk.calendar.zone),
    proofs,
    rules.insuranceRisks.value,
  )
}

export function frameOf(tx: Database, context: Context, line: Line): Promise<LendingFrame | null> {
  const { inventoryId, deskId, agreementId } = line
  return agreementId ? lendingFrame(tx, context, { inventoryId, deskId, agreementId }) : Promise.resolve(null)
}

/** Nobody decides a request of an organisation they represent, in this quality or in another. EQP-1501. */
export async function isOfOwn(
  tx: Database,
  context: Context,
  { organisationId }: Pick<Line, 'organisationId'>,
): Promise<boolean> {
  return representsIt(tx, context, organisationId)
}

/** The actor represents that organisation today, in the quality they act in or in another. */
export async function representsIt(
  tx: Database,
  context: Context,
  organisation: OrganisationId,
): Promise<boolean> {
  return (await representedBy(tx, context)).has(organisation)
}

/** The organisations that the actor represents today, in every quality they hold. */
export async function representedBy(
  tx: Database,
  { actor, network, today }: Context,
): Promise<ReadonlySet<OrganisationId>> {
  if (actor.kind !== 'member') return new Set()
  const qualities = await qualitiesOf(tx, network.id, actor.personId, today)
  return new Set([actor, ...qualities].flatMap(({ organisations }) => organisations))
}
