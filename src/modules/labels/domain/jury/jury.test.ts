import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparison } from './comparison.ts'
import { juryResult, median, proposedLevel, quantile, severityOf, weightedMedian } from './jury-result.ts'

const scoresOf = (...values: (number | null)[]) =>
  values.map((score, rank) => ({ criterion: 'A', juror: `j${rank}`, score }))
const rules = { readers: 3, discussedFrom: 2 }
const one = [{ code: 'A', weight: 1 }]

describe('what a jury says (LAB-27, LAB-28, LAB-74)', () => {
  const cases: [string, (number | null)[], number | null, number, boolean][] = [
    ['2, 4, 5: median 4, spread 3, discussed', [2, 4, 5], 4, 3, true],
    ['3, 4: the mean of the two', [3, 4], 3.5, 1, false],
    ['one cannot judge', [2, null, 5], 3.5, 3, true],
    ['a spread of two is discussed', [3, 4, 5], 4, 2, true],
    ['nobody can', [null, null], null, 0, false],
  ]
  it.each(cases)('%s', (_, given, middle, spread, isDiscussed) => {
    const [result] = juryResult(scoresOf(...given), one, rules).criteria
    expect(result).toMatchObject({ median: middle, spread, isDiscussed })
  })

  it('two readings where three are required propose no level', () => {
    expect(juryResult(scoresOf(3, 4), one, rules)).toMatchObject({ readers: 2, median: null })
    expect(proposedLevel(null, [{ level: 1, from: 1 }])).toBeNull()
  })

  it('the quarters of the scores from four on', () => {
    expect(juryResult(scoresOf(1, 2, 4, 5), one, rules).criteria[0]?.interquartile).toBe(2.5)
    expect(juryResult(scoresOf(1, 2, 4), one, rules).criteria[0]?.interquartile).toBeNull()
  })

  it('a level is proposed from its threshold, and none is possible', () => {
    const levels = [1.5, 2.5, 3.5, 4, 4.5].map((from, rank) => ({ level: rank + 1, from }))
    expect([1, 1.5, 3.9, 4.5, 5].map((value) => proposedLevel(value, levels))).toEqual([null, 1, 3, 5, 5])
  })

  it('weights move the middle, and half of them falls between two values', () => {
    expect(
      weightedMedian([
        { value: 2, weight: 1 },
        { value: 4, weight: 3 },
      ]),
    ).toBe(4)
    expect(
      weightedMedian([
        { value: 2, weight: 2 },
        { value: 4, weight: 2 },
      ]),
    ).toBe(3)
    expect(weightedMedian([{ value: 5, weight: 0 }])).toBeNull()
  })

  it('with equal weights, the weighted median is the median', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (values) => {
        expect(weightedMedian(values.map((value) => ({ value, weight: 1 })))).toBe(median(values))
      }),
    )
  })

  it('tells the chair who scores lower than the others', () => {
    const read = (file: string, juror: string, score: number) => ({ file, juror, score, criterion: 'A' })
    const severity = severityOf([read('f', 'a', 2), read('f', 'b', 4), read('f', 'c', 4), read('g', 'a', 5)])
    expect(severity.get('a')).toBe(-2)
    expect(severity.get('b')).toBe(1)
  })
})

describe('a comparison lets nobody be deduced (LAB-41, LAB-78)', () => {
  const values = (count: number) => Array.from({ length: count }, (_, rank) => 1 + (rank % 5))
  it('a group of four is hidden, one of twelve shows its quartiles', () => {
    const [small, large] = comparison([
      { name: 'petites', values: values(4) },
      { name: 'moyennes', values: values(9) },
      { name: 'grandes', values: values(12) },
    ])
    expect(small).toMatchObject({ quartiles: null, count: null })
    // The smallest of the others hides with it: the total would give the four away.
    expect(large).toMatchObject({ name: 'moyennes', quartiles: null })
  })

  it('no single group is ever hidden alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 6 }), (sizes) => {
        const shown = comparison(sizes.map((size, rank) => ({ name: `${rank}`, values: values(size) })))
        expect(shown.filter(({ count }) => count === null).length).not.toBe(1)
        for (const { count } of shown) expect(count === null || count >= 5).toBe(true)
      }),
    )
  })

  it('quartiles of twelve', () => {
    expect([0.25, 0.5, 0.75].map((share) => quantile([1, 2, 3, 4, 5], share))).toEqual([2, 3, 4])
  })
})
