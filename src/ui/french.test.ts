import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { instant } from '../kernel/instant.ts'
import {
  capital,
  formatDay,
  formatDayRelative,
  formatHour,
  formatMoment,
  formatNumber,
  formatPeriod,
  formatWeekday,
  ofName,
  plural,
  relativeDay,
} from './french.ts'

test.each([
  ['2026-06-17', '17 juin 2026'],
  ['2026-06-01', '1er juin 2026'],
  ['2026-08-09', '9 août 2026'],
  ['2027-12-31', '31 décembre 2027'],
])('the day %s reads « %s »', (of, expected) => {
  expect(formatDay(day(of))).toBe(expected)
})

test.each([
  ['2026-06-05', 'aujourd’hui'],
  ['2026-06-06', 'demain'],
  ['2026-06-04', 'hier'],
  ['2026-06-17', 'dans 12 jours'],
  ['2026-06-02', 'il y a 3 jours'],
  ['2026-08-04', 'dans 60 jours'],
  ['2026-08-05', 'dans 2 mois'],
  ['2026-09-06', 'dans 3 mois'],
  ['2026-03-01', 'il y a 3 mois'],
  ['2026-09-30', 'dans 4 mois'],
  ['2028-05-01', 'dans 23 mois'],
  ['2028-06-05', 'dans 2 ans'],
  ['2023-06-16', 'il y a 3 ans'],
  ['2015-02-03', 'il y a 11 ans'],
])('seen on 5 June 2026, %s is « %s »', (of, expected) => {
  expect(relativeDay(day(of), day('2026-06-05'))).toBe(expected)
})

test('the relative form follows the date', () => {
  expect(formatDayRelative(day('2026-06-17'), day('2026-06-05'))).toBe('17 juin 2026, dans 12 jours')
})

test.each([
  [0, '0'],
  [1500, '1\u202f500'],
  [13241, '13\u202f241'],
  [0.5, '0,5'],
  [-2.345, '-2,35'],
])('the number %d reads « %s »', (value, expected) => {
  expect(formatNumber(value)).toBe(expected)
})

test.each([
  [0, '0 lieu'],
  [1, '1 lieu'],
  [1.5, '1,5 lieu'],
  [2, '2 lieux'],
  [13241, '13\u202f241 lieux'],
])('%d is said « %s »', (count, expected) => {
  expect(plural(count, 'lieu', 'lieux')).toBe(expected)
})

test.each([
  ['14:30', '14\u00a0h\u00a030'],
  ['09:00', '9\u00a0h'],
  ['09:05:00', '9\u00a0h\u00a005'],
  ['00:15', '0\u00a0h\u00a015'],
])('the hour %s reads « %s »', (time, expected) => {
  expect(formatHour(time)).toBe(expected)
})

test('a moment reads with its day and its hour, at Paris time', () => {
  expect(formatMoment(instant('2026-06-17T12:30:00Z'))).toBe('17 juin 2026 à 14\u00a0h\u00a030')
})

test.each([
  ['2026-11-23', 'lundi 23 novembre 2026', 'lundi 23 novembre'],
  ['2026-12-01', 'mardi 1er décembre 2026', 'mardi 1er décembre'],
  ['2026-11-22', 'dimanche 22 novembre 2026', 'dimanche 22 novembre'],
  ['2027-12-31', 'vendredi 31 décembre 2027', 'vendredi 31 décembre'],
])('one comes on %s, « %s », « %s » when the year is understood', (of, told, understood) => {
  expect(formatWeekday(day(of))).toBe(told)
  expect(formatWeekday(day(of), 'understood')).toBe(understood)
})

test.each([
  ['2026-11-23', '2026-11-23', 'le 23 novembre 2026'],
  ['2026-11-23', '2026-11-27', 'du 23 au 27 novembre 2026'],
  ['2026-12-01', '2026-12-05', 'du 1er au 5 décembre 2026'],
  ['2026-11-30', '2026-12-02', 'du 30 novembre au 2 décembre 2026'],
  ['2026-12-21', '2027-01-04', 'du 21 décembre 2026 au 4 janvier 2027'],
  ['2026-11-23', '2027-11-23', 'du 23 novembre 2026 au 23 novembre 2027'],
])('from %s to %s reads « %s »', (first, last, expected) => {
  expect(formatPeriod(day(first), day(last))).toBe(expected)
})

test('a sentence begins with a capital', () => {
  expect(capital('du 3 au 5 mai 2026')).toBe('Du 3 au 5 mai 2026')
  expect(capital('échéance')).toBe('Échéance')
  expect(capital('')).toBe('')
})

test.each([
  ['Estuaire connecté', 'd’Estuaire connecté'],
  ['Île de Ré', 'd’Île de Ré'],
  ['La Baie', 'de La Baie'],
  ['Le Réseau du Nord', 'du Réseau du Nord'],
  ['Les Rives', 'des Rives'],
])('of « %s » reads « %s »', (name, expected) => {
  expect(ofName(name)).toBe(expected)
})
