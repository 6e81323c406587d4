import { describe, expect, it } from 'vitest'
import { readWeek, type Week } from '../domain/hours.ts'
import { atTown, markText, phoneText, todayText, unknownText, weekLines } from './wording.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

function week(text: string): Week {
  const read = readWeek(text)
  if (!read) throw new Error(`not a week: ${text}`)
  return read
}

describe('a week in words', () => {
  it.each([
    [
      'Mo-Fr 09:00-12:00,13:30-17:30',
      ['Du lundi au vendredi: 9 h – 12 h et 13 h 30 – 17 h 30', 'Samedi et dimanche: Fermé'],
    ],
    ['We 14:00-17:00', ['Lundi et mardi: Fermé', 'Mercredi: 14 h – 17 h', 'Du jeudi au dimanche: Fermé']],
    ['24/7', ['Tous les jours: toute la journée']],
  ])('%s', (text, lines) =>
    expect(weekLines(week(text)).map(({ days, hours }) => plain(`${days}: ${hours}`))).toEqual(lines),
  )

  it.each([
    [0, 'Aujourd’hui : 9 h – 12 h'],
    [1, 'Fermé aujourd’hui, ouvre jeudi à 14 h'],
    [2, 'Fermé aujourd’hui, ouvre demain à 14 h'],
    [6, 'Fermé aujourd’hui, ouvre demain à 9 h'],
  ])('on day %i: %s', (weekday, text) =>
    expect(plain(todayText(week('Mo 09:00-12:00; Th 14:00-17:00'), weekday))).toBe(text),
  )
})

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
    expect(plain(unknownText({ parameter: 'service', value: 'xyz' }))).toBe(
      'Le filtre de besoin « xyz » n’existe pas ; il a été ignoré.',
    ))
})
