import { describe, expect, it } from 'vitest'
import { aRow, checked } from '../testing.ts'
import { checkHours } from './written-hours.ts'

describe('hours kept as written (DIR-25)', () => {
  it.each([
    ['Mo-Fr 09:00-12:00', []],
    ['24/7', []],
    ['PH off', []],
    ['', []],
    ['Lundi au vendredi 9h-18h', ['hours-in-french']],
    ['8h30-12h', ['hours-in-french']],
    ['1er mardi du mois, 14h', ['hours-as-written']],
    ['Sur rendez-vous', ['hours-as-written']],
  ])('« %s »', (horaires, codes) => {
    const { value, codes: found } = checked((findings) => checkHours(aRow({ horaires }), findings))
    expect([value, found]).toEqual([horaires || null, codes])
  })
})
