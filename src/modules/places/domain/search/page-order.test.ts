import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCursor, writeCursor } from './list-cursor.ts'
import { pageOfRows } from './page-order.ts'
import { RowSet } from './row-set.ts'

const stood = fc.array(
  fc.record({ tier: fc.nat(2), measure: fc.constantFrom(0, 1.5, 2, Number.POSITIVE_INFINITY) }),
  { maxLength: 60 },
)

describe('a page of rows (DIR-66)', () => {
  it('goes on where the one before ended, forwards and backwards, to the whole list in its order', () =>
    fc.assert(
      fc.property(stood, fc.integer({ min: 1, max: 7 }), (keys, size) => {
        const ordering = {
          tierOf: (row: number) => keys[row]?.tier ?? 0,
          measureOf: (row: number) => keys[row]?.measure ?? 0,
          rankOf: (row: number) => row,
        }
        const standing = (row: number) => ({ ...(keys[row] ?? { tier: 0, measure: 0 }), rank: row })
        const sorted = [...keys.keys()].sort((a, b) => {
          const [one, other] = [standing(a), standing(b)]
          const apart = one.measure === other.measure ? 0 : one.measure < other.measure ? -1 : 1
          return one.tier - other.tier || apart || a - b
        })
        const rows = RowSet.of(keys.keys())
        for (let start = 0; start < keys.length; start += size) {
          const row = sorted[start] ?? 0
          expect(pageOfRows(rows, ordering, { after: standing(row) }, size)).toEqual(
            sorted.slice(start, start + size),
          )
          expect(pageOfRows(rows, ordering, { before: standing(row) }, size)).toEqual(
            sorted.slice(Math.max(0, start - size), start),
          )
        }
        expect(pageOfRows(rows, ordering, {}, size)).toEqual(sorted.slice(0, size))
      }),
    ))
})

describe('a cursor (DIR-66)', () => {
  const id = '01a200b7-dc3a-7000-8bd2-119d3d5e1bf6'

  it('is read back as it was written', () =>
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 }), { nil: null }),
        fc.string({ unit: 'grapheme', maxLength: 80 }).filter((name) => !name.includes('\u0000')),
        (tier, measure, name) => {
          const cursor = { tier, measure: measure === null ? null : measure + 0, name, id }
          expect(readCursor(writeCursor(cursor))).toEqual(cursor)
        },
      ),
    ))

  it.each([
    '',
    'abc',
    'é',
    Buffer.from('[]').toString('base64url'),
    Buffer.from('{"tier":0}').toString('base64url'),
  ])('refuses « %s »', (text) => expect(readCursor(text)).toBeNull())

  it('refuses whatever is not the place of a list', () => {
    const written = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    expect(readCursor(written(0, 0, 'Nom', id))).not.toBeNull()
    for (const parts of [
      [0, 0, 'Nom', 'id'],
      ['0', 0, 'Nom', id],
      [0, '0', 'Nom', id],
      [0, 0, null, id],
      [0, 0, 'a\u0000', id],
    ])
      expect(readCursor(written(...parts))).toBeNull()
  })
})
