import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frenchHours } from './french-hours.ts'

describe('hours in French (DIR-25)', () => {
  it.each([
    ['Lundi au vendredi 9h-18h', 'Mo-Fr 09:00-18:00'],
    ['Du lundi au jeudi de 9h à 12h et de 14h à 17h30', 'Mo-Th 09:00-12:00,14:00-17:30'],
    ['Lu-Ve 9h-12h / 14h-17h', 'Mo-Fr 09:00-12:00,14:00-17:00'],
    ['Lundi-Mercredi-Vendredi 9h30-12h30', 'Mo,We,Fr 09:30-12:30'],
    ['Mardi : 13h-19h\nSamedi : 10h-18h', 'Tu 13:00-19:00; Sa 10:00-18:00'],
    ['Mardi et jeudi : 9h00 à 12h00. Samedi 9h00 à 12h00', 'Tu,Th,Sa 09:00-12:00'],
    ['Lundi matin 9h-12h, après-midi 14h-17h', 'Mo 09:00-12:00,14:00-17:00'],
    ['9h-12h du lundi au vendredi', 'Mo-Fr 09:00-12:00'],
    ['Lundi: 8h30-12h Mardi: fermé', 'Mo 08:30-12:00'],
    ['8h30-12h', '08:30-12:00'],
    ['lun-ven 9h/12h 14h/17h30', 'Mo-Fr 09:00-12:00,14:00-17:30'],
    ['mardi 9h/12h', 'Tu 09:00-12:00'],
    ['mardi 9h-12h 14h-17h', 'Tu 09:00-12:00,14:00-17:00'],
    ['mardi 9 h 30 - 12 h', 'Tu 09:30-12:00'],
    ['Tu-Fr 10:00-19:00; Th 14-18', 'Tu,We,Fr 10:00-19:00; Th 14:00-18:00'],
  ])('« %s »', (text, hours) => expect(frenchHours(text)).toBe(hours))

  it.each([
    ['sur rendez-vous'],
    ['1er et 3e mardi du mois de 14h à 17h'],
    ['lundi 9h-12h sauf vacances scolaires'],
    ['fermé'],
    ['lundi 12h-9h'],
    ['Mo 08:30-13:30-17:00'],
    ['lundi 25h-26h'],
    ['lundi 9h/12h/14h/18h'],
    [''],
  ])('« %s » is not guessed', (text) => expect(frenchHours(text)).toBeNull())

  it('never throws, and every proposal has hours', () => {
    const words = fc.constantFrom(
      'lundi',
      'au',
      'mardi',
      '9h',
      '-',
      '12h30',
      'et',
      'de',
      'à',
      '99h',
      '/',
      'xyz',
      ':',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => {
        expect(frenchHours(list.join(' ')) ?? '09:00-12:00').toMatch(/\d{2}:\d{2}-\d{2}:\d{2}/)
      }),
    )
  })
})
