import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodedColumn } from './coded-column.ts'
import { RowSet } from './row-set.ts'

const rows = fc.uniqueArray(fc.nat(300))

describe('a set of rows', () => {
  it('is what a set of numbers is, whatever is added, taken away and crossed', () =>
    fc.assert(
      fc.property(rows, rows, rows, (first, second, gone) => {
        const [one, other] = [RowSet.of(first), RowSet.of(second)]
        for (const row of gone) one.delete(row)
        const left = first.filter((row) => !gone.includes(row))
        const both = left.filter((row) => second.includes(row))
        const told = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b)
        expect([...one]).toEqual(told(left))
        expect(one.size).toBe(left.length)
        const each: number[] = []
        one.forEach((row) => {
          each.push(row)
        })
        expect(each).toEqual([...one])
        expect([...one.and(other)]).toEqual(told(both))
        expect([...one.or(other)]).toEqual(told([...left, ...second]))
        expect(one.sharedWith(other)).toBe(both.length)
        for (const row of second) expect(one.has(row)).toBe(left.includes(row))
      }),
    ))
})

describe('a column of texts that come back', () => {
  it('finds the rows of a text, and counts them', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('', 'a', 'b', 'cc')),
        fc.array(fc.constantFrom('a', 'b', 'z')),
        (texts, wanted) => {
          const column = new CodedColumn()
          for (const [row, text] of texts.entries()) column.put(row, text)
          const bearing = (holds: (text: string) => boolean) =>
            texts.flatMap((text, row) => (text !== '' && holds(text) ? [row] : []))
          const among = (set: RowSet) => [...set].filter((row) => row < texts.length && texts[row] !== '')
          expect(among(column.rowsOf(wanted))).toEqual(bearing((text) => wanted.some((one) => one === text)))
          expect(among(column.rowsWhere((text) => text.length > 1))).toEqual(
            bearing((text) => text.length > 1),
          )
          const counts = Map.groupBy(
            texts.filter((text) => text !== ''),
            (text) => text,
          )
          expect(column.countsAmong(RowSet.of(texts.keys()))).toEqual(
            new Map([...counts].map(([text, all]) => [text, all.length])),
          )
          expect(column.isEmpty).toBe(counts.size === 0)
        },
      ),
    ))
})
