import { describe, expect, it } from 'vitest'
import { atTown, markText, phoneText, unknownText } from './wording.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('words of the directory', () => {
  it.each([
    ['Gap', 'à Gap'],
    ['Le Havre', 'au Havre'],
    ['Les Pieux', 'aux Pieux'],
    ['La Haye', 'à La Haye'],
  ])('%s: %s', (town, text) => expect(atTown(town)).toBe(text))

  it.each([
    ['+33199000000', '01 99 00 00 00'],
    ['+262262000000', '02 62 00 00 00'],
    ['+687260000', '+687260000'],
    ['3646', '3646'],
  ])('phone %s: %s', (phone, text) => expect(plain(phoneText(phone))).toBe(text))

  it('name a mark of the map', () => {
    const gap = { count: 42, town: 'Gap', name: null, apart: true }
    expect(plain(markText(gap))).toBe('42 lieux vers Gap')
    expect(plain(markText({ ...gap, count: 3, apart: false }))).toBe('3 lieux à la même adresse, Gap')
    expect(markText({ ...gap, count: 1, name: 'Médiathèque' })).toBe('Médiathèque')
  })

  it('name the filter that does not exist (DIR-64)', () =>
    expect(plain(unknownText({ parameter: 'services', value: 'xyz' }))).toBe(
      'Le filtre de besoin « xyz » n’existe pas ; il a été ignoré.',
    ))
})
