import type { Instant } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/context.ts'
import { organisationNames } from '../../identity/index.ts'
import { type LoanPeople, peopleOfLine } from '../data/desk-acts.store.ts'
import { type Desk, findDesk } from '../data/desks.store.ts'
import { dueOfLine } from '../data/due-dates.queries.ts'
import type { Line } from '../data/lines.store.ts'
import { type UnitAtDesk, unitsAtDesk } from '../data/parts.queries.ts'
import { reportsOf } from '../data/reports.store.ts'
import { custodyOf } from '../data/returns.store.ts'
import type { PartToCheck } from '../domain/condition.ts'
import type { Report } from '../domain/report.ts'
import { partsToCheck } from './desk-report.ts'

/** A loan as the desk holds it: who, what, in which state it left and came back. */
export interface LineAtDesk {
  readonly line: Line
  readonly desk: Desk
  readonly borrower: string
  readonly people: LoanPeople
  /** The unit first, then its parts. */
  readonly units: readonly UnitAtDesk[]
  readonly dueAt: Instant | null
  readonly reports: { readonly out: Report | null; readonly in: Report | null }
  readonly parts: { readonly out: readonly PartToCheck[]; readonly in: readonly PartToCheck[] }
  /** Parts still in the borrower's hands. */
  readonly stillOut: readonly UnitAtDesk[]
}

/** Null for a line that has no unit yet: there is nothing to do at the desk. */
export async function lineAtDesk({ db }: Context, line: Line): Promise<LineAtDesk | null> {
  const desk = await findDesk(db, line.inventoryId, line.deskId)
  const people = await peopleOfLine(db, line.id)
  if (!desk || !people || !line.unitId) return null
  const units = await unitsAtDesk(db, line.unitId)
  const open = (await custodyOf(db, line.id)).filter(({ backAt }) => backAt === null)
  const names = await organisationNames(db, [line.organisationId])
  return {
    line,
    desk,
    people,
    borrower: names.get(line.organisationId) ?? '',
    units: [...units].sort((one, other) => Number(other.id === line.unitId) - Number(one.id === line.unitId)),
    dueAt: (await dueOfLine(db, line.id)) ?? line.returnAt,
    reports: await reportsOf(db, line.id),
    parts: { out: await partsToCheck(db, line, 'out'), in: await partsToCheck(db, line, 'in') },
    stillOut: units.filter(({ id }) => open.some(({ unitId }) => unitId === id)),
  }
}
