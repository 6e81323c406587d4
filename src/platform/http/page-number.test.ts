import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pageNumber } from './page-number.ts'

it('is the page that was asked for, else the first', () => {
  expect(['1', '3', '0', '-2', '2.5', '1e3', '', undefined, 'deux', ' 4', '٣'].map(pageNumber)).toEqual([
    1, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  ])
})

it('is always a page that the database can skip to', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), (text) => {
      const number = pageNumber(text)
      expect(Number.isInteger(number) && number >= 1 && number <= 100_000).toBe(true)
    }),
  )
})
