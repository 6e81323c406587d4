import { expect, it } from 'vitest'
import type { LineState } from '../line.ts'
import { isDocumentDue } from './appointment-document.ts'
import type { Direction } from './condition.ts'

const cases: [string, Direction, [LineState, boolean][], boolean][] = [
  ['nothing is answered', 'out', [['prepared', false]], false],
  ['the only loan is answered', 'out', [['prepared', true]], true],
  ['the other loan of the appointment is awaited', 'out', [['prepared', true], ['approved', false]], false], // biome-ignore format: a table
  ['both are answered', 'out', [['prepared', true], ['prepared', true]], true], // biome-ignore format: a table
  ['one has left, the other is awaited', 'out', [['out', true], ['prepared', false]], true], // biome-ignore format: a table
  ['the other was given up', 'out', [['prepared', true], ['withdrawn', false]], true], // biome-ignore format: a table
  ['back and answered, the other still out', 'in', [['returned', true], ['out', false]], false], // biome-ignore format: a table
  ['looked at, the other still out', 'in', [['inspected', true], ['out', false]], true], // biome-ignore format: a table
  ['all back and answered', 'in', [['returned', true], ['returned', true]], true], // biome-ignore format: a table
]

it.each(cases)('EQP-805: the document of an appointment, when %s', (_, direction, lines, due) => {
  const told = lines.map(([state, isFrozen]) => ({ state, isFrozen }))
  expect(isDocumentDue(told, direction)).toBe(due)
})
