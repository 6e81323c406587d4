import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../../kernel/refusal.ts'
import { parseAct } from './acts.schema.ts'
import { withOverrides } from './overrides.ts'
import { parseProfile } from './profile.ts'
import { parseTerms } from './terms.schema.ts'
import { FIXED_TERMS, TACIT_TERMS } from './testing.ts'

describe('overrides of terms (AGR-102)', () => {
  it('set a value deep inside, and leave the original alone', () => {
    expect(withOverrides(TACIT_TERMS, { 'renewal.mode': 'express', initialYears: 2 })).toEqual({
      ...TACIT_TERMS,
      initialYears: 2,
      renewal: { ...TACIT_TERMS.renewal, mode: 'express' },
    })
    expect(TACIT_TERMS.renewal.mode).toBe('tacit')
  })

  it('create a missing parent; null is a value', () => {
    expect(withOverrides({}, { 'a.b.c': null })).toEqual({ a: { b: { c: null } } })
    expect(withOverrides(FIXED_TERMS, { 'denunciation.months': 2 })).toMatchObject({
      denunciation: { months: 2 },
    })
    expect(withOverrides(TACIT_TERMS, { denunciation: null })).toMatchObject({ denunciation: null })
  })

  it('replace one item of a list', () => {
    expect(withOverrides({ parties: ['a', 'b'] }, { 'parties.1': 'c' })).toEqual({ parties: ['a', 'c'] })
  })

  it('cannot reach the prototype of anything', () => {
    withOverrides({}, { '__proto__.polluted': true, 'constructor.prototype.polluted': true })
    expect('polluted' in {}).toBe(false)
  })
})

describe('terms read from outside', () => {
  it('come back as they are', () => expect(parseTerms(TACIT_TERMS)).toEqual(TACIT_TERMS))

  it('fill a clause created by its delay alone', () => {
    expect(parseTerms(withOverrides(FIXED_TERMS, { 'denunciation.months': 2 }))).toMatchObject({
      denunciation: { anyTime: true, months: 2, from: 'sending', channel: 'registered_letter' },
    })
  })

  it.each([
    ['initialYears', { initialYears: 0 }],
    ['initialYears', { initialYears: 1.5 }],
    ['renewal.mode', { 'renewal.mode': 'automatic' }],
    ['parties', { parties: [] }],
    ['parties', { parties: ['region', 'region'] }],
    ['entryDate', { entry: 'fixed_date' }],
    ['entryDate', { entry: 'fixed_date', entryDate: '2026-02-30' }],
    ['denunciation.months', { 'denunciation.months': -1 }],
  ])('are refused at %s for %j', (path, overrides) => {
    const read = parseTerms(withOverrides(TACIT_TERMS, overrides))
    expect(isRefusal(read) && read.details.path).toBe(path)
  })

  it.each([null, 'terms', 3, []])('are refused when they are %j', (raw) => {
    expect(isRefusal(parseTerms(raw))).toBe(true)
  })
})

describe('acts read from outside', () => {
  it('an instant decides the day, in Paris (AGR-91)', () => {
    const raw = { type: 'signature', party: 'region', at: '2026-06-30T22:30:00Z', occurredOn: '2026-06-30' }
    expect(parseAct(raw)).toMatchObject({ occurredOn: '2026-07-01' })
  })

  it('a place of the annex needs no day (AGR-99)', () => {
    expect(parseAct({ type: 'place_listed', place: 'EPN-1' })).toEqual({
      type: 'place_listed',
      place: 'EPN-1',
    })
  })

  it.each([
    ['type', { type: 'rumour', occurredOn: '2026-01-05' }],
    ['occurredOn', { type: 'signature', party: 'region' }],
    ['occurredOn', { type: 'signature', party: 'region', occurredOn: '2026-02-30' }],
    ['at', { type: 'signature', party: 'region', at: 'yesterday', occurredOn: '2026-02-03' }],
    ['party', { type: 'signature', occurredOn: '2026-02-03' }],
    [
      'purpose',
      { type: 'registered_letter_sent', purpose: 'gift', from: 'region', occurredOn: '2026-02-03' },
    ],
  ])('are refused at %s', (path, raw) => {
    const read = parseAct(raw)
    expect(isRefusal(read) && read.details.path).toBe(path)
  })
})

describe('the interpretation profile (AGR-77)', () => {
  it('is accepted when its readings are those the rules apply', () => {
    expect(parseProfile({ anchor: 'original_entry_date', silenceIsConsent: false })).toMatchObject({
      silenceIsConsent: false,
    })
  })

  it.each([{ anchor: 'next_full_moon' }, { silenceIsConsent: true }, { mood: 'good' }, [], null])(
    'is refused for %j',
    (raw) => expect(isRefusal(parseProfile(raw))).toBe(true),
  )
})
