import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCriterion } from '../schemes/testing.ts'
import { assignReaders } from './assignment.ts'
import { type Compared, comparedWith, groupMedians } from './compared.ts'
import { quorumOf, standingOf } from './interest.ts'
import { voteFault } from './outcome.ts'
import { stratumOf } from './stratum.ts'

describe('files are shared out among jurors (LAB-24)', () => {
  const jurors = (count: number) =>
    Array.from({ length: count }, (_, rank) => ({
      id: `j${rank}`,
      isScientific: rank % 2 === 0,
      load: 0,
      territories: new Set<string>(),
    }))
  const files = (count: number) =>
    Array.from({ length: count }, (_, rank) => ({
      id: `f${rank}`,
      territories: [] as string[],
      readers: [] as string[],
      recused: new Set<string>(),
    }))
  const rules = { readers: 3, scientific: 2 }
  const lot = (file: string, juror: string) => (file.length * 31 + juror.charCodeAt(1) * 17) % 101

  it('each file has its readers, once each, two of the science, and nobody much more than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 4, max: 12 }), (many, seats) => {
        const { given, short } = assignReaders(files(many), jurors(seats), rules, lot)
        expect(short).toEqual([])
        expect(new Set(given.map(({ file, juror }) => `${file} ${juror}`)).size).toBe(3 * many)
        const byFile = Map.groupBy(given, ({ file }) => file)
        for (const list of byFile.values())
          expect(list.filter(({ juror }) => Number(juror.slice(1)) % 2 === 0).length).toBeGreaterThanOrEqual(
            2,
          )
      }),
    )
  })

  it('shares the load evenly when all are of the science', () => {
    const all = jurors(6).map((juror) => ({ ...juror, isScientific: true }))
    const { given } = assignReaders(files(20), all, rules, lot)
    const loads = [...Map.groupBy(given, ({ juror }) => juror).values()].map((list) => list.length)
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
  })

  it('gives nothing to who is recused or near, and says which files lack readers', () => {
    const near = jurors(3).map((juror, rank) => ({
      ...juror,
      isScientific: true,
      territories: new Set(rank === 0 ? ['14'] : []),
    }))
    const [file] = files(1).map((one) => ({ ...one, territories: ['14'], recused: new Set(['j1']) }))
    if (!file) throw new Error('no file')
    expect(assignReaders([file], near, rules, lot)).toEqual({
      given: [{ file: 'f0', juror: 'j2' }],
      short: ['f0'],
    })
  })
})

describe('who may judge, and how many (LAB-25, LAB-28)', () => {
  it('a declared link recuses for good, and the recused count on neither side of the quorum', () => {
    expect(standingOf([])).toBe('undeclared')
    expect(standingOf(['none'])).toBe('reader')
    expect(standingOf(['none', 'adviser'])).toBe('recused')
    expect([5, 4, 1].map(quorumOf)).toEqual([3, 3, 1])
  })

  it('those present vote once, and a majority decides', () => {
    expect(voteFault({ for: 2, against: 1, abstentions: 1 }, 4)).toBeNull()
    expect(voteFault({ for: 2, against: 1, abstentions: 2 }, 4)).toBe('more_votes_than_present')
    expect(voteFault({ for: 2, against: 2, abstentions: 0 }, 4)).toBe('no_majority')
  })
})

describe('like authorities side by side (LAB-41, LAB-78)', () => {
  const some = (count: number, open: number): Compared<string>[] =>
    Array.from({ length: count }, (_, rank) => ({
      file: `f${rank}`,
      stratum: 'communes',
      isOpen: rank > 0 && rank <= open,
      groups: new Map([['Accueil', 1 + (rank % 5)]]),
    }))
  const shown = (count: number, open: number) => {
    const all = some(count, open)
    const [line] = comparedWith(all[0] as Compared<string>, all, ['Accueil'])
    return line
  }

  it('names those who agree only while the others cannot be told from the quartiles', () => {
    expect(shown(4, 3)).toMatchObject({ stratum: { quartiles: null }, named: [] })
    expect(shown(12, 3)?.named.map(({ file }) => file)).toEqual(['f1', 'f2', 'f3'])
    // Four of eleven stay unnamed: three quartiles and a count would nearly tell them.
    expect(shown(12, 7)?.named).toEqual([])
    expect(shown(12, 11)?.named).toHaveLength(11)
  })

  it('an authority whose inhabitants are not told is compared with nobody', () => {
    expect(stratumOf('commune', null)).toBeNull()
    expect(stratumOf('commune', 1_999)).toBe('commune, moins de 2 000 habitants')
    expect(stratumOf('epci', 50_000)).toBe('epci, 50 000 habitants et plus')
  })

  it('the median of a group leaves out what nobody could judge', () => {
    const criteria = ['A1', 'A2', 'A3'].map((code) => aCriterion(code))
    const result = (criterion: string, median: number | null) => ({
      criterion,
      median,
      spread: 0,
      interquartile: null,
      count: 3,
      isDiscussed: false,
    })
    const groups = groupMedians(criteria, [result('A1', 2), result('A2', 5), result('A3', null)])
    expect(groups).toEqual(new Map([['Accueil', 3.5]]))
  })
})
