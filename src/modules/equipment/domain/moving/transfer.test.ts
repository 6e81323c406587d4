import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import { aDesk } from '../testing.ts'
import { transferSpan } from './transfer.ts'

describe('how long a unit is on its way (EQP-307)', () => {
  it.each([
    ['a Monday, one day later', '2027-03-01', 1, '2027-03-03'],
    ['a Friday: the closed days are crossed', '2027-03-05', 1, '2027-03-09'],
    ['a Friday, two days later', '2027-03-05', 2, '2027-03-10'],
  ] as const)('%s', (_, leaves, openingDays, free) => {
    const span = transferSpan(aDesk(), day(leaves), openingDays)
    expect(span && dayOf(span.from, 'Europe/Paris')).toBe(leaves)
    expect(span && dayOf(span.until, 'Europe/Paris')).toBe(free)
  })

  it('ends nowhere when the desk never opens', () => {
    expect(transferSpan({ ...aDesk(), rules: [] }, day('2027-03-01'), 1)).toBeNull()
  })
})
