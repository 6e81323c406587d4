import type { Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { organisationNames } from '../../../identity/index.ts'
import { type LoanPeople, peopleOfLines } from '../../data/desk/desk-acts.store.ts'
import { dueOfLines } from '../../data/desk/due-dates.queries.ts'
import { partsOfUnits, type UnitAtDesk, unitsAtDeskOf } from '../../data/desk/parts.queries.ts'
import { type Reports, reportsOfLines } from '../../data/desk/reports.store.ts'
import { type Custody, custodyOfLines } from '../../data/desk/returns.store.ts'
import { type Desk, findDesk } from '../../data/desks.store.ts'
import type { Line } from '../../data/lines.store.ts'
import type { PartToCheck } from '../../domain/desk/condition.ts'

/** A loan as the desk holds it: who, what, in which state it left and came back. */
export interface LineAtDesk {
  readonly line: Line
  readonly desk: Desk
  readonly borrower: string
  readonly people: LoanPeople
  /** The unit first, then its parts. */
  readonly units: readonly UnitAtDesk[]
  readonly dueAt: Instant | null
  readonly reports: Reports
  readonly parts: { readonly out: readonly PartToCheck[]; readonly in: readonly PartToCheck[] }
  /** Parts still in the borrower's hands. */
  readonly stillOut: readonly UnitAtDesk[]
  readonly custody: readonly Custody[]
}

/** Null for a line that has no unit yet: there is nothing to do at the desk. */
export async function lineAtDesk(context: Context, line: Line): Promise<LineAtDesk | null> {
  const [at] = await linesAtDeskWhole(context, [line])
  return at ?? null
}

/** Several loans in as many statements as one. EQP-1303, EQP-1804. */
export async function linesAtDeskWhole(
  { db }: Context,
  lines: readonly Line[],
): Promise<readonly LineAtDesk[]> {
  const ids = lines.map(({ id }) => id)
  const unitIds = lines.flatMap(({ unitId }) => (unitId ? [unitId] : []))
  const desks = await desksOf(db, lines)
  const names = await organisationNames(db, [...new Set(lines.map(({ organisationId }) => organisationId))])
  const people = await peopleOfLines(db, ids)
  const units = await unitsAtDeskOf(db, unitIds)
  const custodies = await custodyOfLines(db, ids)
  const dues = await dueOfLines(db, ids)
  const reports = await reportsOfLines(db, ids)
  const parts = await partsOfUnits(db, unitIds)
  return lines.flatMap((line) => {
    const desk = desks.get(line.deskId)
    const whose = people.get(line.id)
    if (!desk || !whose || !line.unitId) return []
    const custody = custodies.get(line.id) ?? []
    const own = units.get(line.unitId) ?? []
    const drawn = reports.get(line.id) ?? { out: null, in: null }
    const now = parts.get(line.unitId) ?? []
    const left = drawn.out?.parts ?? []
    const isAway = ({ id }: UnitAtDesk) => custody.some((one) => one.unitId === id && one.backAt === null)
    return [
      {
        ...{ line, desk, people: whose, custody, reports: drawn },
        borrower: names.get(line.organisationId) ?? '',
        units: own.toSorted(
          (one, other) => Number(other.id === line.unitId) - Number(one.id === line.unitId),
        ),
        dueAt: dues.get(line.id) ?? line.returnAt,
        // What was noted stands: the list of the model may have changed since. EQP-106.
        parts: left.length > 0 ? { out: left, in: left } : { out: now, in: now },
        stillOut: own.filter(isAway),
      },
    ]
  })
}

async function desksOf(db: Database, lines: readonly Line[]): Promise<ReadonlyMap<Line['deskId'], Desk>> {
  const found = new Map<Line['deskId'], Desk>()
  for (const { deskId, inventoryId } of lines) {
    if (found.has(deskId)) continue
    const desk = await findDesk(db, inventoryId, deskId)
    if (desk) found.set(deskId, desk)
  }
  return found
}
