import { describe, expect, it } from 'vitest'
import { farFrom, kilometres } from './far-communes.ts'
import { type CountedPlace, figuresOf, inhabitantsPerPlace } from './figures.ts'

const place = (said: Partial<CountedPlace> = {}): CountedPlace => ({
  ...{ openingHours: null, phone: null, emails: [], address: '', latitude: null, summary: null },
  ...{ services: [], publics: [], specialCare: [], itinerance: [], accessModes: [], supportModes: [] },
  ...{ fees: [], accesLibreUrl: null, bookingUrl: null, websites: [], pointPrecision: null, moments: null },
  ...said,
})

describe('the figures of a territory (DIR-81)', () => {
  it('count places by what they offer, once each, and hours only where they are known', () => {
    const figures = figuresOf([
      place({ services: ['safe-use', 'job-seeking'], fees: ['free'], moments: ['saturday'] }),
      place({ services: ['safe-use', 'safe-use'], publics: ['seniors'], moments: [] }),
      place(),
    ])
    expect(figures).toMatchObject({
      places: 3,
      services: { 'safe-use': 2, 'job-seeking': 1 },
      publics: { seniors: 1 },
      fees: { free: 1 },
      hoursKnown: 2,
      openSaturday: 1,
      openEvening: 0,
    })
    expect(figures.missing.services).toBe(1)
  })

  it('say nothing of a mean or of a share without a place', () => {
    expect(figuresOf([]).completeness).toBeNull()
    expect(inhabitantsPerPlace({ places: 0, inhabitants: 900 })).toBeNull()
    expect(inhabitantsPerPlace({ places: 4, inhabitants: 10_000 })).toBe(2500)
  })
})

describe('what is far from every place', () => {
  const saintLo = { latitude: 49.1157, longitude: -1.0906 }
  const caen = { latitude: 49.1829, longitude: -0.3707 }

  it('measures on the great circle', () => {
    expect(kilometres(saintLo, caen)).toBeCloseTo(52.9, 0)
  })

  it.each([
    ['just within', 19.9, 0],
    ['just beyond', 20.1, 1],
  ])('%s the distance', (_, north, far) => {
    const place = { latitude: saintLo.latitude + north / 111.195, longitude: saintLo.longitude }
    expect(farFrom([saintLo], [place], 20)).toHaveLength(far)
  })

  it.each([0, 49, 70])('finds the same as trying every pair, at latitude %i', (latitude) => {
    const at = (index: number) => ({
      latitude: latitude + ((index * 7919) % 100) / 100,
      longitude: ((index * 104729) % 300) / 100,
    })
    const points = Array.from({ length: 60 }, (_, index) => at(index))
    const places = Array.from({ length: 25 }, (_, index) => at(index * 3 + 1000))
    const tried = points.filter((point) => places.every((one) => kilometres(point, one) > 20))
    expect(farFrom(points, places, 20)).toEqual(tried)
  })

  it('is everywhere when there is no place', () => {
    expect(farFrom([caen], [], 20)).toEqual([caen])
  })
})
