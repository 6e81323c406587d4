import type { Context } from '../../../../platform/context.ts'
import type { Line } from '../../data/lines.store.ts'
import type { Gap } from '../../domain/insurance.ts'
import { frameOf, uninsured } from '../deciding/decide-line.ts'

/** The days of a loan that no verified proof covers, as its rules ask; none when it has no dates yet. EQP-1601. */
export async function daysToCover(context: Context, line: Line): Promise<Gap[]> {
  const frame = await frameOf(context.db, context, line)
  return frame ? uninsured(context.db, line, frame) : []
}
