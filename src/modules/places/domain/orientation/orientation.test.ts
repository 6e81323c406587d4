import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../../kernel/instant.ts'
import { hoursOfPlace } from '../hours/place-hours.ts'
import { comingDays } from './coming-days.ts'
import { wayBetween } from './way-in-words.ts'

describe('the hours of the coming two weeks (DIR-76)', () => {
  const place = { openingHours: 'Mo-Fr 09:00-12:00; PH off', inseeCode: '50147', postalCode: '50200' }
  const hours = hoursOfPlace(place, '2026-07-08T08:00:00Z' as Instant)
  const days = hours ? comingDays(hours) : []

  it('goes date by date from today, fourteen in all', () => {
    expect(days).toHaveLength(14)
    expect(days[0]?.on).toBe('2026-07-08')
    expect(days.at(-1)?.on).toBe('2026-07-21')
  })

  it('says a public holiday, which differs from the ordinary week', () => {
    const bastille = days.find(({ on }) => on === '2026-07-14')
    expect(bastille).toMatchObject({ isHoliday: true, hours: { spans: [] } })
    expect(days.find(({ on }) => on === '2026-07-15')?.hours.spans).toHaveLength(1)
  })
})

describe('a way in words (DIR-76)', () => {
  const coutances = { latitude: 49.048, longitude: -1.4456 }
  it.each([
    ['n', { latitude: 49.1, longitude: -1.4456 }],
    ['e', { latitude: 49.048, longitude: -1.3 }],
    ['so', { latitude: 49.0, longitude: -1.52 }],
    ['no', { latitude: 49.1, longitude: -1.52 }],
  ])('goes towards %s', (wind, to) => expect(wayBetween(coutances, to).towards).toBe(wind))

  it('counts kilometres on the great circle', () =>
    expect(wayBetween(coutances, { latitude: 49.115, longitude: -1.09 }).kilometres).toBeCloseTo(27, 0))
})
