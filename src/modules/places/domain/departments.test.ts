import { expect, it } from 'vitest'
import { departmentNumber } from './departments.ts'

it.each([
  [{ inseeCode: '50502', postalCode: '50000' }, '50'],
  [{ inseeCode: null, postalCode: '14000' }, '14'],
  [{ inseeCode: null, postalCode: '20090' }, '2A'],
  [{ inseeCode: null, postalCode: '20200' }, '2B'],
  [{ inseeCode: '2A004', postalCode: '20000' }, '2A'],
  [{ inseeCode: null, postalCode: '97400' }, '974'],
  [{ inseeCode: null, postalCode: '98800' }, '988'],
  [{ inseeCode: null, postalCode: '' }, null],
  [{ inseeCode: null, postalCode: null }, null],
])('the département of %j is %s', (address, expected) => {
  expect(departmentNumber(address)).toBe(expected)
})
