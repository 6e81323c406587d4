import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { instructionDelay } from './instruction-delay.ts'

describe('the delay to instruct stops while the applicant has the word (LAB-10, LAB-59)', () => {
  const at = (today: string) => ({ days: 60, today: day(today) })
  const asked = (on: string, answered: string | null): Parameters<typeof instructionDelay>[1] => [
    { askedOn: day(on), answeredOn: answered === null ? null : day(answered) },
  ]
  it('runs from the submission', () => {
    expect(instructionDelay(day('2026-01-01'), [], at('2026-01-31'))).toMatchObject({
      daysUsed: 30,
      lastDay: '2026-03-02',
    })
  })
  it('stops at the request, runs again at the answer', () => {
    const delay = instructionDelay(day('2026-01-01'), asked('2026-01-11', '2026-02-10'), at('2026-02-15'))
    expect(delay).toMatchObject({ daysUsed: 15, lastDay: '2026-04-01' })
    expect(delay.spans).toEqual([
      { isRunning: true, from: '2026-01-01', until: '2026-01-11' },
      { isRunning: false, from: '2026-01-11', until: '2026-02-10' },
      { isRunning: true, from: '2026-02-10', until: null },
    ])
  })
  it('has no last day while the answer is awaited', () => {
    const delay = instructionDelay(day('2026-01-01'), asked('2026-01-11', null), at('2026-06-01'))
    expect(delay).toMatchObject({ daysUsed: 10, lastDay: null })
  })
})
