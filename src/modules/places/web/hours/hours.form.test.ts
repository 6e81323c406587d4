import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { copiedFromMonday, hoursValues, readHours } from './hours.form.ts'

const today = day('2026-06-17')
const monday = { h_lundi_de_1: '09:00', h_lundi_a_1: '12:00' }

function read(typed: Record<string, string>) {
  const found = readHours(typed, today)
  return 'problems' in found ? found.problems.map(({ field }) => field) : found.words
}

describe('the editor of hours (DIR-53)', () => {
  it.each([
    [monday, 'Mo 09:00-12:00'],
    [{ ...monday, h_lundi_de_2: '13h30', h_lundi_a_2: '17 h' }, 'Mo 09:00-12:00,13:30-17:00'],
    [{ ...monday, feries: 'ferme' }, 'Mo 09:00-12:00; PH off'],
    [{ ...monday, vacances: 'oui' }, 'Mo 09:00-12:00; SH Mo-Su off'],
    [
      { ...monday, ex_1_du: '03/08/2026', ex_1_au: '21/08/2026', ex_1_motif: 'congés' },
      'Mo 09:00-12:00; 2026 Aug 03-2026 Aug 21 off "congés"',
    ],
    [
      { ...monday, ex_1_du: '20/06/2026', ex_1_heures: '9h-12h et 14h-16h' },
      'Mo 09:00-12:00; 2026 Jun 20 09:00-12:00,14:00-16:00',
    ],
    [{ h_samedi_de_1: '20:00', h_samedi_a_1: '00:00' }, 'Sa 20:00-24:00'],
    [{}, ''],
    [{ feries: 'ferme' }, ''],
    [{ horaires: 'Mo[1] 09:00-12:00' }, 'Mo[1] 09:00-12:00'],
    [{ horaires: 'Mo[1] 09:00-12:00', ...monday }, 'Mo 09:00-12:00'],
  ])('%o says %s', (typed, words) => expect(read(typed)).toBe(words))

  it('gives back what it wrote', () => {
    const words =
      'Mo-Fr 09:00-12:00,14:00-18:00; SH Mo-Fr 09:00-12:00; SH Sa-Su off; PH off; 2026 Aug 03 off "travaux"'
    expect(read(hoursValues(words))).toBe(words)
  })

  it('drops an exception that is over', () =>
    expect(read({ ...monday, ex_1_du: '03/06/2026', ex_1_au: '16/06/2026' })).toBe('Mo 09:00-12:00'))

  it('copies Monday on the four days after it', () =>
    expect(
      read(
        copiedFromMonday({ ...monday, h_samedi_de_1: '10:00', h_samedi_a_1: '11:00' }, 'h') as Record<
          string,
          string
        >,
      ),
    ).toBe('Mo-Fr 09:00-12:00; Sa 10:00-11:00'))
})

describe('explains why not', () => {
  it.each([
    [{ h_lundi_de_1: '09:00' }, ['h_lundi_a_1']],
    [{ h_lundi_de_1: '12:00', h_lundi_a_1: '09:00' }, ['h_lundi_a_1']],
    [{ ...monday, h_lundi_de_2: '11:00', h_lundi_a_2: '15:00' }, ['h_lundi_de_2']],
    [{ h_mardi_de_1: '25:00', h_mardi_a_1: '26:00' }, ['h_mardi_de_1']],
    [{ ...monday, ex_1_motif: 'travaux' }, ['ex_1_du']],
    [{ ...monday, ex_2_du: '21/08/2026', ex_2_au: '03/08/2026' }, ['ex_2_au']],
    [{ ...monday, ex_1_du: '21/08/2026', ex_1_heures: 'le matin' }, ['ex_1_heures']],
  ])('%o', (typed, fields) => expect(read(typed)).toEqual(fields))
})
