import type { Context } from '../../../../platform/context.ts'
import type { DeskChoice } from '../../data/desk/desk-day.queries.ts'
import { findLines } from '../../data/lines.store.ts'
import type { Passage } from '../../domain/desk/desk-day.ts'
import { type DayAtDesk, dayAtDesk } from './desk-day.ts'
import { type LineAtDesk, linesAtDeskWhole } from './desk-line.ts'

export interface PackedLine {
  readonly at: LineAtDesk
  readonly passage: Passage
  readonly time: string
}

/**
 * All that the desk needs to work a day without network: its loans, what waits from before, each with its units, its
 * checklist and its reports; a dozen statements, however many loans. EQP-1303, EQP-1804.
 */
export async function packOfDay(
  context: Context,
  desk: DeskChoice,
  on: DayAtDesk['on'],
): Promise<readonly PackedLine[]> {
  const { appointments, before } = await dayAtDesk(context, desk, on)
  const expected = [...before, ...appointments].flatMap(({ entries, passage, time }) =>
    entries.map(({ line }) => ({ id: line.id, passage, time })),
  )
  const within = { kind: 'all', network: context.network.id } as const
  const lines = await findLines(
    context.db,
    within,
    expected.map(({ id }) => id),
  )
  const whole = new Map((await linesAtDeskWhole(context, lines)).map((at) => [at.line.id, at]))
  return expected.flatMap(({ id, passage, time }) => {
    const at = whole.get(id)
    return at ? [{ at, passage, time }] : []
  })
}
