import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Place } from '../place.ts'
import { defaultChoice, defaultChoices, givenBack, keptFirst, mergedFields, type Sheets } from './merge.ts'

const EMPTY = {
  ...{
    pivot: null,
    commune: 'Gap',
    postalCode: '05000',
    inseeCode: '05061',
    address: '',
    addressExtra: null,
  },
  ...{ latitude: null, longitude: null, typologies: [], phone: null, emails: [], websites: [] },
  ...{
    openingHours: null,
    summary: null,
    detail: null,
    source: null,
    itinerance: [],
    parentOrganisation: null,
  },
  ...{ updatedOn: null, services: [], publics: [], specialCare: [], fees: [], programmes: [], trainings: [] },
  ...{ otherLabels: [], accessModes: [], supportModes: [], accesLibreUrl: null, bookingUrl: null },
} as const

function sheet(id: string, fields: Partial<Place> = {}): Place {
  return {
    ...EMPTY,
    name: 'Médiathèque',
    id: id as Id<'place'>,
    slug: id,
    status: 'published',
    version: 1,
    ...fields,
  }
}

function sheets(kept: Partial<Place>, duplicate: Partial<Place>, days: [string?, string?] = []): Sheets {
  const [a, b] = days
  return {
    kept: sheet('a', kept),
    duplicate: sheet('b', duplicate),
    keptSaidOn: a ? day(a) : null,
    duplicateSaidOn: b ? day(b) : null,
  }
}

describe('what is proposed for each part (DIR-44)', () => {
  it.each([
    ['only the kept one says it', sheets({ phone: '+33400000000' }, {}), 'phone', 'kept'],
    ['only the duplicate says it', sheets({}, { phone: '+33400000000' }), 'phone', 'duplicate'],
    [
      'both say it, the duplicate was confirmed last',
      sheets({ phone: '1' }, { phone: '2' }, ['2026-01-01', '2026-02-01']),
      'phone',
      'duplicate',
    ],
    [
      'both say it, the kept one was confirmed last',
      sheets({ phone: '1' }, { phone: '2' }, ['2026-03-01', '2026-02-01']),
      'phone',
      'kept',
    ],
    ['nobody confirmed either', sheets({ phone: '1' }, { phone: '2' }), 'phone', 'kept'],
    [
      'two lists',
      sheets({ emails: ['a@b.fr'] }, { emails: ['c@d.fr'] }, ['2026-01-01', '2026-02-01']),
      'emails',
      'both',
    ],
    [
      'an address is taken whole',
      sheets({ commune: '', postalCode: null, inseeCode: null }, { address: '1 rue A' }),
      'location',
      'duplicate',
    ],
  ] as const)('%s', (_, both, part, expected) => {
    expect(defaultChoice(part, both)).toBe(expected)
  })
})

describe('what the kept sheet becomes', () => {
  it('takes what was chosen and nothing else', () => {
    const both = sheets(
      { phone: '1', services: ['safe-use'] },
      { phone: '2', services: ['everyday-tools'], summary: 'x' },
    )
    expect(mergedFields(both, { services: 'both' })).toEqual({ services: ['safe-use', 'everyday-tools'] })
    expect(mergedFields(both, defaultChoices(both))).toEqual({
      services: ['safe-use', 'everyday-tools'],
      summary: 'x',
    })
  })

  it('takes an address with its point, never half of each', () => {
    const both = sheets(
      { address: '1 rue A', latitude: 44.5, longitude: 6 },
      { address: '2 rue B', latitude: null, longitude: null },
    )
    expect(mergedFields(both, { location: 'duplicate' })).toEqual({
      address: '2 rue B',
      latitude: null,
      longitude: null,
    })
  })

  it('bears the later day when it takes something', () => {
    const both = sheets({ updatedOn: day('2025-01-01') }, { updatedOn: day('2026-01-01'), summary: 'x' })
    expect(mergedFields(both, { summary: 'duplicate' })).toEqual({ summary: 'x', updatedOn: '2026-01-01' })
    expect(mergedFields(both, {})).toEqual({})
  })
})

describe('which of the two is kept unless somebody says otherwise', () => {
  it.each([
    ['the published one', [sheet('a', { status: 'draft' }), sheet('b')], 'b'],
    ['the one on which more hangs', [sheet('a'), sheet('tied')], 'tied'],
    ['the fuller one', [sheet('a'), sheet('b', { phone: '1' })], 'b'],
    ['the older one', [sheet('b'), sheet('a')], 'a'],
  ] as const)('%s', (_, pair, expected) => {
    expect(keptFirst(pair, ({ id }) => (id === ('tied' as string) ? 1 : 0))[0].id).toBe(expected)
  })
})

describe('what undoing gives back (DIR-47)', () => {
  it('restores what nobody touched since and names the rest', () => {
    const changes = { phone: { from: '1', to: '2' }, services: { from: [], to: ['a', 'b'] } }
    expect(givenBack({ phone: '3', services: ['b', 'a'] }, changes)).toEqual({
      restored: { services: [] },
      touched: ['phone'],
    })
  })
})
