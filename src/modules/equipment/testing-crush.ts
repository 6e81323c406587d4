import { sql } from 'kysely'
import { type Id, newId } from '../../kernel/id.ts'
import { type Instant, laterBy } from '../../kernel/instant.ts'
import { refusedBy } from '../../platform/db/constraints.ts'
import type { Database } from '../../platform/db/database.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { addOccupancy, lockUnits, moveEnd, releaseRoot } from './data/occupancy.store.ts'
import type { InventoryId, LineId, ModelId, RequestId, UnitId } from './domain/equipment.ts'

/** Loans, owner's uses, extensions and releases asked for at once over the same units. EQP-1802. */
export interface Crush {
  readonly attempts: number
  /** How many at a time. */
  readonly atOnce: number
  /** What is asked for together: a unit alone, or a kit with its parts. */
  readonly groups: readonly (readonly UnitId[])[]
  readonly start: Instant
  /** Where the lines of the loans are written. */
  readonly lines: { readonly requestId: RequestId; readonly modelId: ModelId }
}

export interface CrushAnswers {
  accepted: number
  refused: number
  deadlocks: number
  extended: number
  released: number
  /** Unit-days that must be taken at the end. */
  days: number
}

/** What stands, and is nobody else's while it is acted upon. */
interface Taken {
  readonly rootId: Id<'root'>
  readonly lineId: LineId | null
  readonly units: readonly UnitId[]
  readonly until: Instant
  readonly days: number
}

const DAY = 86_400
const WITHIN_DAYS = 90

/** The same attempts at each run, in an order that the machine chooses. */
export async function crush(db: Database, asked: Crush): Promise<CrushAnswers> {
  const answers = { accepted: 0, refused: 0, deadlocks: 0, extended: 0, released: 0, days: 0 }
  const standing: Taken[] = []
  let next = 0
  const worker = async () => {
    while (next < asked.attempts) {
      const turn = next
      next += 1
      const before = ofLoan(turn) ? undefined : standing.splice(random(turn, standing.length), 1)[0]
      try {
        const after = await attempt(db, asked, { turn, before })
        answers.accepted += 1
        answers.days += (after?.days ?? 0) * (after?.units.length ?? 0)
        answers.days -= (before?.days ?? 0) * (before?.units.length ?? 0)
        if (before) answers[after ? 'extended' : 'released'] += 1
        if (after) standing.push(after)
      } catch (error) {
        if (before) standing.push(before)
        if (refusedBy(error) === 'one_use_at_a_time') answers.refused += 1
        else if ((error as { code?: string }).code === '40P01') answers.deadlocks += 1
        else throw error
      }
    }
  }
  await Promise.all(Array.from({ length: asked.atOnce }, worker))
  return answers
}

/** Seven attempts in ten take units; the others act on what was taken. */
function ofLoan(turn: number): boolean {
  return turn % 10 < 7
}

/** What stands after it; null when it was let go. */
function attempt(
  db: Database,
  asked: Crush,
  { turn, before }: { turn: number; before: Taken | undefined },
): Promise<Taken | null> {
  if (!before) return take(db, asked, turn)
  return turn % 10 < 9 && before.lineId ? extend(db, before, turn) : release(db, before)
}

function take(db: Database, { groups, start, lines }: Crush, turn: number): Promise<Taken> {
  const units = groups[random(turn * 3 + 2, groups.length)] ?? []
  const days = 1 + random(turn * 13 + 5, 10)
  const from = laterBy(start, random(turn * 7 + 1, WITHIN_DAYS) * DAY)
  const until = laterBy(from, days * DAY)
  const isLoan = turn % 10 < 5
  return inTransaction(db, async (tx) => {
    await lockUnits(tx, units)
    const lineId = isLoan ? newId<'loan-line'>() : null
    if (lineId)
      await sql`insert into equipment.loan_line (id, request_id, model_id, created_at)
        values (${lineId}, ${lines.requestId}, ${lines.modelId}, ${start})`.execute(tx)
    const rootId = await addOccupancy(
      tx,
      {
        ...{ units, span: { from, until }, heldUntil: null, prepMinutes: 0, turnaroundMinutes: 120 },
        ...(lineId ? { kind: 'loan', lineId } : { kind: 'owner_use' }),
      },
      { at: start, by: null },
    )
    return { rootId, lineId, units, until, days }
  })
}

function extend(db: Database, one: Taken, turn: number): Promise<Taken> {
  const more = 1 + random(turn * 17 + 3, 4)
  const until = laterBy(one.until, more * DAY)
  const { lineId, units } = one
  return inTransaction(db, async (tx) => {
    await lockUnits(tx, units)
    if (lineId) await moveEnd(tx, lineId, units, until)
    return { ...one, until, days: one.days + more }
  })
}

function release(db: Database, one: Taken): Promise<null> {
  return inTransaction(db, async (tx) => {
    await lockUnits(tx, one.units)
    await releaseRoot(tx, one.rootId)
    return null
  })
}

/** Pairs of rows that overlap (none, ever), and the unit-days taken, in one inventory. */
export async function standingAfter(
  db: Database,
  inventory: InventoryId,
): Promise<{ pairs: number; days: number }> {
  const { rows } = await sql<{ pairs: number; days: number }>`
    with o as (select o.* from equipment.occupancy o join equipment.unit u on u.id = o.unit_id
      where u.inventory_id = ${inventory} and o.status <> 'released')
    select (select count(*)::integer from o a join o b on a.unit_id = b.unit_id and a.id < b.id and a.blocked && b.blocked) as pairs,
      (select (sum(extract(epoch from upper(period) - lower(period))) / ${DAY})::integer from o) as days`.execute(
    db,
  )
  return rows[0] ?? { pairs: -1, days: -1 }
}

/** The same numbers at each run. */
function random(seed: number, below: number): number {
  const mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  return (Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0) % Math.max(1, below)
}
