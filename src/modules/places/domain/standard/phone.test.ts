import { describe, expect, it } from 'vitest'
import { aRow, checked } from '../testing.ts'
import { checkPhone } from './phone.ts'

const phone = (telephone: string, code_postal = '50000') =>
  checked((findings) => checkPhone(aRow({ telephone, code_postal }), findings))

describe('telephone (DIR-22)', () => {
  it.each([
    ['02 33 05 45 50', '+33233054550'],
    ['02.33.05.45.50', '+33233054550'],
    ['+33 (0)2 33 05 45 50', '+33233054550'],
    ['0033233054550', '+33233054550'],
    ['Tél. : 02-33-05-45-50', '+33233054550'],
    ['233054550', '+33233054550'],
    ['0590 23 01 36', '+590590230136'],
    ['+33594341747', '+594594341747'],
    ['0696752000', '+596696752000'],
    ['0692887264', '+262692887264'],
    ['0639000000', '+262639000000'],
  ])('writes %s as %s', (typed, expected) => {
    expect(phone(typed)).toMatchObject({ value: expected, codes: ['phone-rewritten'] })
  })

  it('knows the short numbers of the Pacific and of Saint-Pierre-et-Miquelon by their place', () => {
    expect(phone('41 05 00', '97500').value).toBe('+508410500')
    expect(phone('27 07 84', '98800').value).toBe('+687270784')
    expect(phone('40 47 40 00', '98713').value).toBe('+68940474000')
    expect(phone('41 05 00', '50000').codes).toEqual(['phone-unreadable'])
  })

  it('keeps the first of two numbers, and reports the other (DIR-14)', () => {
    expect(phone('02 33 05 45 50 / 06 00 00 00 00')).toEqual({
      value: '+33233054550',
      codes: ['phones-several'],
      proposals: ['+33600000000'],
    })
  })

  it('keeps a short number for display', () => {
    expect(phone('3646')).toMatchObject({ value: '3646', codes: ['phone-short'] })
  })

  it('takes +269 with a remark', () => {
    expect(phone('+269269662010')).toMatchObject({ value: '+269269662010', codes: ['phone-comoros'] })
  })

  it.each(['bonjour', '+4420794600', '02 33 05', '99999999999999'])('leaves « %s » empty', (typed) => {
    expect(phone(typed)).toMatchObject({ value: null, codes: ['phone-unreadable'] })
  })
})
