import { describe, expect, it } from 'vitest'
import { inGroups, readCode } from './second-factor.ts'

describe('a code as it is typed', () => {
  it.each([
    ['123456', 'code', '123456'],
    [' 123 456 ', 'code', '123456'],
    ['123\u202f456', 'code', '123456'],
    ['k7mpq-3xw9d', 'recovery', 'k7mpq-3xw9d'],
    ['K7MPQ 3XW9D', 'recovery', 'k7mpq-3xw9d'],
    ['k7mpq3xw9d', 'recovery', 'k7mpq-3xw9d'],
    ['12345', 'recovery', '12345'],
    ['1234567', 'recovery', '12345-67'],
  ])('reads %j', (typed, kind, code) => {
    expect(readCode(typed)).toEqual({ kind, code })
  })

  it('shows a secret in groups that an eye can follow', () => {
    expect(inGroups('ABCDEFGHIJ')).toBe('ABCD EFGH IJ')
  })
})
