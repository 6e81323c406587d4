import { describe, expect, it } from 'vitest'
import { siretBehind } from './rounded-siret.ts'

describe('the SIRET to propose for a rounded one (DIR-18)', () => {
  it.each([
    ['nothing is known', '36750100000000', [], null],
    ['one is known', '36750100000000', ['43493312300029'], '43493312300029'],
    ['one of two has its figures', '43493300000000', ['35600000000048', '43493312300029'], '43493312300029'],
    ['… even in scientific notation', '4,34933E+13', ['35600000000048', '43493312300029'], '43493312300029'],
    [
      '… the last figure being rounded up',
      '4.3494e13',
      ['35600000000048', '43493312300029'],
      '43493312300029',
    ],
    ['two have its figures', '43493312300000', ['43493312300011', '43493312300029'], null],
    ['none of two has its figures', '36750100000000', ['35600000000048', '43493312300029'], null],
  ])('when %s', (_when, rounded, known, proposed) => {
    expect(siretBehind(rounded, known)).toBe(proposed)
  })
})
