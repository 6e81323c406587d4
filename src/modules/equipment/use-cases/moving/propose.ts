import type { Id } from '../../../../kernel/id.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { type Line, recordEvent } from '../../data/lines.store.ts'
import { addDisplacement } from '../../data/moving/displacements.store.ts'
import { addOccupancy, withParts } from '../../data/occupancy.store.ts'
import { substitutesOf } from '../../data/stock.queries.ts'
import type { Busy, Span } from '../../domain/availability.ts'
import type { UnitId } from '../../domain/equipment.ts'
import { noticeLeft, type Proposal, proposalFor } from '../../domain/moving/displacement.ts'
import { offerEnd } from '../../domain/moving/waiting.ts'
import { recordedBy } from '../act-on-line.ts'
import type { LendingFrame } from '../lending-frame.ts'
import { stockAround } from '../stock-around.ts'

/** An approved loan, with all that rules it. */
export interface Planned {
  line: Line & { unitId: UnitId }
  span: Span
  frame: LendingFrame
}

export interface Proposed {
  proposal: Proposal
  /** Of the unit it names; null when it names none. */
  delays: { prepMinutes: number; turnaroundMinutes: number } | null
}

/**
 * What the engine proposes to a loan that makes way while its unit is `away`; `others` are units that are away with it.
 * The line's own rows do not stand in its way. EQP-602.
 */
export async function propose(
  db: Database,
  { now }: Pick<Context, 'now'>,
  {
    line,
    span,
    frame,
    away,
    others,
  }: Planned & { away: Omit<Busy, 'unitId' | 'kind'>; others: readonly UnitId[] },
): Promise<Proposed> {
  const substitutes = await substitutesOf(db, line.modelId)
  const read = await stockAround(db, frame, { models: [line.modelId, ...substitutes], span, now })
  const unit = read.units.find(({ id }) => id === line.unitId)
  if (!unit) return { proposal: { kind: 'waiting_list' }, delays: null }
  const isAway = ({ id, parts }: typeof unit) =>
    [id, ...parts.map((part) => part.id)].some((one) => others.includes(one))
  const stock = {
    ...read,
    units: read.units.filter((one) => one === unit || !isAway(one)),
    busy: read.busy.filter(({ lineId }) => lineId !== line.id),
  }
  const proposal = proposalFor(
    stock,
    { unit, span, substitutes },
    { unitId: unit.id, kind: 'owner_use', ...away },
  )
  const named = 'unitId' in proposal ? stock.units.find(({ id }) => id === proposal.unitId) : null
  return { proposal, delays: named ?? null }
}

export interface DisplacementMade extends Omit<Proposed, 'proposal'> {
  /** `cancel`: nothing replaces it and nothing is promised. */
  proposal: Proposal | { readonly kind: 'cancel' }
  /** The unit it names with its parts, when they are known already. */
  units?: readonly UnitId[]
  /** What it makes way for. */
  forRootId: Id<'root'> | null
  reason: string
  reasonCode: 'owner_need' | 'unavailable'
}

/** The loan, whose rows are released, is displaced: the substitute held until the answer, the shelf emptied. EQP-602, EQP-603. */
export async function recordDisplacement(
  tx: Database,
  context: Context,
  { line, span, frame }: Omit<Planned, 'frame'> & { frame: Pick<LendingFrame, 'desk' | 'rules'> },
  { proposal, delays, units, forRootId, reason, reasonCode }: DisplacementMade,
): Promise<Line> {
  const { calendar } = frame.desk
  const today = dayOf(context.now, calendar.zone)
  const recorded = recordedBy(context)
  const shelved =
    line.state === 'prepared'
      ? await recordEvent(tx, line, { act: 'unprepared', to: 'approved' }, recorded)
      : line
  const answerBy = offerEnd(calendar, today, context.now, frame.rules.displacementAnswer.value)
  const proposedUnitId = 'unitId' in proposal ? (proposal.unitId as UnitId) : null
  const holdRootId = proposedUnitId
    ? await addOccupancy(
        tx,
        {
          kind: 'loan',
          lineId: line.id,
          units: units ?? (await withParts(tx, proposedUnitId)),
          span,
          heldUntil: answerBy,
          prepMinutes: delays?.prepMinutes ?? 0,
          turnaroundMinutes: delays?.turnaroundMinutes ?? 0,
        },
        recorded,
      )
    : null
  const noticeDays = noticeLeft(calendar, today, span.from)
  await addDisplacement(
    tx,
    {
      lineId: line.id,
      forRootId,
      reason,
      noticeDays,
      proposal: proposal.kind,
      proposedUnitId,
      holdRootId,
      answerBy,
    },
    context.now,
  )
  const details = { proposal, answerBy }
  return recordEvent(
    tx,
    shelved,
    { act: 'displaced', to: 'displaced', reasonCode, reason, details },
    recorded,
  )
}
