import type { AppContext } from '../../../../platform/http/env.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import type { Right } from '../../domain/rights.ts'
import { type LineAtDesk, lineAtDesk } from '../../use-cases/desk/desk-line.ts'
import type { Workplace } from '../../use-cases/workplace.ts'
import { workOnLine } from '../workplace.ts'

/** The loan named in the address as the desk holds it, for whoever has that right in its inventory. EQP-1501. */
export async function loanAtDesk(
  c: AppContext,
  right: Right,
): Promise<Workplace & { at: LineAtDesk; zone: string }> {
  const work = await workOnLine(c, right)
  const at = orNotFound(await lineAtDesk(work.context, work.line))
  return { ...work, at, zone: at.desk.calendar.zone }
}
