import { describe, expect, it } from 'vitest'
import { validateRow } from '../standard/validate-row.ts'
import { aGoodRow, communes, reference } from '../testing.ts'
import { CRITERIA, completenessOf } from './completeness.ts'
import { mergeEdit } from './merge-edit.ts'
import { type PlaceKind, placeKindOf } from './place-kind.ts'
import { readSection, readServed } from './read-section.ts'

const { fields } = validateRow(aGoodRow(), reference)
const judged = { ...fields, pointPrecision: null }

describe('how the public is received (DIR-7)', () => {
  const says = { itinerance: [], accessModes: [], supportModes: [] }
  it.each<[PlaceKind, Partial<Parameters<typeof placeKindOf>[0]>]>([
    ['fixed', {}],
    ['fixed', { itinerance: ['fixed'], supportModes: ['remote'] }],
    ['itinerant', { itinerance: ['itinerant'] }],
    ['mixed', { itinerance: ['itinerant', 'fixed'] }],
    ['remote', { supportModes: ['remote'] }],
    ['remote', { supportModes: ['remote'], accessModes: ['no-public'] }],
    ['fixed', { supportModes: ['remote', 'workshop'] }],
    ['no-public', { accessModes: ['no-public'] }],
  ])('%s is read from what the place says: %o', (kind, said) => {
    expect(placeKindOf({ ...says, ...said })).toBe(kind)
  })
})

describe('how complete a sheet is (DIR-73)', () => {
  it('counts a hundred points in all', () => {
    expect(Object.values(CRITERIA).reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
  })

  it('names first what is most useful', () => {
    const { score, missing } = completenessOf(judged)
    expect(score).toBe(0)
    expect(missing.slice(0, 4)).toEqual(['hours', 'services', 'contact', 'whereabouts'])
    expect(missing.at(-1)).toBe('website')
  })

  it('asks neither hours nor an address of a place that receives nobody', () => {
    const remote = { ...judged, supportModes: ['remote' as const] }
    expect(completenessOf(remote).missing).not.toContain('hours')
    expect(completenessOf(remote).score).toBe(30)
  })

  it('wants the exact point, not the middle of the commune', () => {
    const located = { ...judged, latitude: 44.55 }
    expect(completenessOf({ ...located, pointPrecision: 'exact' }).score).toBe(15)
    expect(completenessOf({ ...located, pointPrecision: 'commune' }).score).toBe(0)
  })
})

describe('two writers of one place (DIR-9)', () => {
  const read = { name: 'A', phone: '1', fees: ['free'] }

  it('writes only the fields that were typed over', () => {
    const typed = { name: 'B', phone: '1', fees: ['free'] }
    expect(mergeEdit(read, typed, { ...read, phone: '2' })).toEqual({ patch: { name: 'B' }, conflicts: [] })
  })

  it('asks nothing when both wrote the same, whatever the order of a list', () => {
    const typed = { ...read, fees: ['paying', 'free'] }
    expect(mergeEdit(read, typed, { ...read, fees: ['free', 'paying'] })).toEqual({
      patch: {},
      conflicts: [],
    })
  })

  it('keeps both texts of a field that two wrote', () => {
    expect(mergeEdit(read, { ...read, name: 'B' }, { ...read, name: 'C' }).conflicts).toEqual([
      { field: 'name', read: 'A', theirs: 'C', mine: 'B' },
    ])
  })
})

describe('a section as it was typed', () => {
  it('changes nothing when nothing was typed over, even what is written otherwise than we would', () => {
    const old = { ...fields, websites: ['fil.example.fr'] }
    expect(readSection('contact', { site_web: 'fil.example.fr' }, old, reference).fields).toEqual({})
  })

  it('deduces the code of another commune anew', () => {
    const moved = { adresse: '2 rue Droite', commune: 'Arras', code_postal: '62000' }
    const { fields: changed, wrong } = readSection('address', moved, fields, reference)
    expect(wrong).toEqual([])
    expect(changed).toEqual({
      address: '2 rue Droite',
      ...{ commune: 'Arras', postalCode: '62000', inseeCode: '62041' },
    })
  })

  it('cuts nobody’s words: a text too long is asked again', () => {
    const typed = { presentation_resume: 'mot '.repeat(90) }
    const { wrong } = readSection('presentation', typed, fields, reference)
    expect(wrong.map(({ code }) => code)).toEqual(['summary-too-long'])
  })

  it('says nothing of the faults of other sections', () => {
    const old = { ...fields, emails: ['faux'] }
    expect(readSection('services', { services: '' }, old, reference).wrong).toEqual([])
  })
})

describe('the communes a moving service goes to (DIR-7)', () => {
  it('are found by name or code, and said when they are not', () => {
    expect(readServed('Gap\nArras, 50502\nNulle-Part', communes, '05')).toEqual({
      codes: ['05061', '62041', '50502'],
      unknown: ['Nulle-Part'],
    })
  })
})
