import { dayOf, type Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Line } from '../../data/lines.store.ts'
import { isAway } from '../../domain/line.ts'
import { displacementProblem } from '../../domain/moving/displacement.ts'
import type { LendingFrame } from '../lending-frame.ts'
import { type Refused, refused } from '../lending-refusal.ts'

/**
 * Why a granted loan may not make way today for dates its owner chooses: it is out, no text says it may, or fewer opening
 * days are left than its rules want. Null: it may. EQP-602.
 */
export function owedNotice(
  { now }: Pick<Context, 'now'>,
  { state }: Pick<Line, 'state'>,
  pickup: Instant,
  { desk: { calendar }, rules }: Pick<LendingFrame, 'desk' | 'rules'>,
): Refused | null {
  const loan = { pickup, isOut: isAway(state) }
  const problem = displacementProblem(loan, rules, calendar, dayOf(now, calendar.zone))
  return problem && refused(problem, { notice: String(rules.displacementNotice.value) })
}
