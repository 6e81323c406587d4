import { describe, expect, test } from 'vitest'
import { instant } from '../../../kernel/instant.ts'
import { appointmentText, daysText, momentText, slotText, spanText } from './moment-wording.ts'

const PARIS = 'Europe/Paris'
const NINE = instant('2027-05-03T07:00:00Z')
const TEN = instant('2027-05-03T08:30:00Z')
const LATER = instant('2027-05-10T07:00:00Z')
const NEXT_YEAR = instant('2028-01-03T08:00:00Z')

describe('moments say', () => {
  test('when something happened, when one must come, and which slot', () => {
    expect(momentText(NINE, PARIS)).toBe('3 mai 2027 à 9\u00a0h')
    expect(appointmentText(TEN, PARIS)).toBe('lundi 3 mai 2027 à 10\u00a0h\u00a030')
    expect(slotText(NINE, PARIS)).toBe('lundi 3 mai à 9\u00a0h')
  })

  test('the hour of the desk, wherever it is', () => {
    expect(slotText(NINE, 'Pacific/Noumea')).toBe('lundi 3 mai à 18\u00a0h')
  })

  test.each([
    [NINE, LATER, 'du lundi 3 mai à 9 h au lundi 10 mai 2027 à 9 h', 'du 3 au 10 mai 2027'],
    [NINE, TEN, 'le lundi 3 mai 2027, de 9 h à 10 h 30', 'le 3 mai 2027'],
    [
      ...[NINE, NEXT_YEAR, 'du lundi 3 mai 2027 à 9 h au lundi 3 janvier 2028 à 9 h'],
      'du 3 mai 2027 au 3 janvier 2028',
    ],
  ] as const)('the year once when it is one: from %s to %s', (from, until, hours, days) => {
    const said = spanText({ from, until }, PARIS)
    expect(said.replaceAll('\u00a0', ' ')).toBe(hours)
    expect(daysText({ from, until }, PARIS)).toBe(days)
  })
})
