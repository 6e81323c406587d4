import { compareInstants, type Instant } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { addLine, addRequest, type NewRequest, rewriteDraft } from '../../data/borrowing/requests.store.ts'
import { type Line, linesOfRequest } from '../../data/lines.store.ts'
import type { ModelId, RequestId, UnitId } from '../../domain/equipment.ts'
import { recordedBy } from '../act-on-line.ts'
import { representsIt } from '../deciding/decide-line.ts'
import { type LendingFrame, lendingFrame } from '../lending-frame.ts'
import { type Refused, refusalOf, refused } from '../lending-refusal.ts'
import { submitLines } from './submit-lines.ts'

/** What is asked for. A count of a model, or one unit by its name. */
export interface Wanted {
  modelId: ModelId
  unitId: UnitId | null
  count: number
}

export interface LoanWish extends Omit<NewRequest, 'networkId' | 'requestedBy' | 'enteredBy'> {
  pickupAt: Instant
  returnAt: Instant
  wanted: readonly Wanted[]
  /** The borrower knows that it exceeds the limit, and asks the head for it. EQP-701. */
  asksDerogation: boolean
}

export interface Requested {
  id: RequestId
  lines: readonly Line[]
}

/**
 * Asks for equipment: the right, the appointments and the length are checked, a unit held for each line, all of it or
 * nothing. What cannot be had is refused with what can. EQP-501, EQP-502, EQP-504.
 */
export async function requestLoan(
  context: Context,
  wish: LoanWish,
  draft: RequestId | null = null,
): Promise<Requested | Refused> {
  try {
    return await inTransaction<Requested | Refused>(context.db, async (tx) => {
      const frame = await lendingFrame(tx, context, wish)
      if (!frame || !isOwn(context, wish.organisationId)) return refused('no_such_thing')
      if (context.reach.kind === 'all' && (await representsIt(tx, context, wish.organisationId)))
        return refused('own_entry')
      const request = await writeDown(tx, context, wish, draft)
      if (isRefusal(request)) return request
      const problem = await submitLines(tx, context, frame, { request, wish })
      if (isRefusal(problem)) return problem
      await writeJournal(tx, context, 'loan.requested', request, {
        pickupAt: wish.pickupAt,
        returnAt: wish.returnAt,
        models: wish.wanted.map(({ modelId }) => modelId),
      })
      return { id: request, lines: await linesOfRequest(tx, context.reach, request) }
    })
  } catch (error) {
    return refusalOf(error)
  }
}

/** What a draft holds: its hours may still be missing. */
export type DraftWish = Omit<LoanWish, 'pickupAt' | 'returnAt' | 'asksDerogation'> &
  Partial<Pick<LoanWish, 'pickupAt' | 'returnAt'>>

/** A draft: nothing is checked, nothing is held. EQP-501. */
export async function saveLoanDraft(
  context: Context,
  wish: DraftWish,
  draft: RequestId | null = null,
): Promise<Requested | Refused> {
  return inTransaction<Requested | Refused>(context.db, async (tx) => {
    const frame: LendingFrame | null = await lendingFrame(tx, context, wish)
    if (!frame || !isOwn(context, wish.organisationId)) return refused('no_such_thing')
    const id = await writeDown(tx, context, wish, draft)
    if (isRefusal(id)) return id
    await writeJournal(tx, context, 'loan.drafted', id)
    return { id, lines: await linesOfRequest(tx, context.reach, id) }
  })
}

/** A partner asks for its own organisation; the head may write down a request of anybody's. EQP-505. */
function isOwn({ reach }: Context, organisation: OrganisationId): boolean {
  return reach.kind === 'all' || (reach.kind === 'these' && reach.organisations.includes(organisation))
}

/** Written anew, or over the draft it continues: a request that was sent meanwhile is left alone. */
async function writeDown(
  tx: Database,
  context: Context,
  wish: DraftWish,
  draft: RequestId | null,
): Promise<RequestId | Refused> {
  const { at, by } = recordedBy(context)
  const isHead = context.reach.kind === 'all'
  const told = {
    ...wish,
    networkId: context.network.id,
    requestedBy: isHead ? null : by,
    enteredBy: isHead ? by : null,
  }
  if (draft && !(await rewriteDraft(tx, context.reach, draft, told))) return refused('state_changed')
  const request = draft ?? (await addRequest(tx, told, at))
  const hours =
    wish.pickupAt && wish.returnAt && isPeriod(wish.pickupAt, wish.returnAt)
      ? { pickupAt: wish.pickupAt, returnAt: wish.returnAt }
      : null
  for (const { modelId, unitId, count } of wish.wanted) {
    for (let one = 0; one < count; one += 1)
      await addLine(tx, { requestId: request, modelId, wantedUnitId: unitId, hours }, at)
  }
  return request
}

/** The wish in words: hours that contradict each other are refused before PostgreSQL sees them. EQP-405.7. */
export function isPeriod(pickupAt: Instant, returnAt: Instant): boolean {
  return compareInstants(pickupAt, returnAt) < 0
}
