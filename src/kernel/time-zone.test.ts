import { expect, it } from 'vitest'
import { clockChanges, offsetOn } from './time-zone.ts'

it('tells when the clocks of a zone change', () => {
  expect(clockChanges('Europe/Paris', 2027)).toEqual([
    {
      ...{ isSummer: true, offsetFrom: '+0100', offsetTo: '+0200' },
      ...{ month: 3, weekday: 'SU', nth: -1, time: '02:00' },
    },
    {
      ...{ isSummer: false, offsetFrom: '+0200', offsetTo: '+0100' },
      ...{ month: 10, weekday: 'SU', nth: -1, time: '03:00' },
    },
  ])
  expect(clockChanges('America/Miquelon', 2027).map(({ month, nth }) => [month, nth])).toEqual([
    [3, 2],
    [11, 1],
  ])
})

it('tells none where they never move', () => {
  expect(clockChanges('Indian/Reunion', 2027)).toEqual([])
  expect(offsetOn('Indian/Reunion', 2027)).toBe('+0400')
  expect(offsetOn('America/Cayenne', 2027)).toBe('-0300')
})
