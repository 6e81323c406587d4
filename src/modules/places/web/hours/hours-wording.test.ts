import { describe, expect, it } from 'vitest'
import { instant } from '../../../../kernel/instant.ts'
import { hoursNow, hoursOfPlace } from '../../domain/hours/place-hours.ts'
import { datesText, dateText, hoursText, stateText, weekLines } from './hours-wording.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const inRennes = (openingHours: string) => ({ openingHours, inseeCode: '35238', postalCode: '35000' })

describe('a week in words', () => {
  it.each([
    [
      'Mo-Fr 09:00-12:00,13:30-17:30',
      ['Du lundi au vendredi: 9 h – 12 h et 13 h 30 – 17 h 30', 'Samedi et dimanche: Fermé'],
    ],
    ['We 14:00-17:00', ['Lundi et mardi: Fermé', 'Mercredi: 14 h – 17 h', 'Du jeudi au dimanche: Fermé']],
    ['24/7; PH open', ['Tous les jours: toute la journée']],
    [
      'Mo-Fr 09:00-12:00; Sa unknown "sur rendez-vous"; PH off',
      ['Du lundi au vendredi: 9 h – 12 h', 'Samedi: sur rendez-vous', 'Dimanche: Fermé'],
    ],
  ])('%s', (text, lines) => {
    const hours = hoursOfPlace(inRennes(text), instant('2026-06-17T10:00:00Z'))
    expect(weekLines(hours?.week ?? []).map(({ days, hours }) => plain(`${days}: ${hours}`))).toEqual(lines)
  })

  it('says a fortnight ahead what differs: 14 July, of which nobody said a word (DIR-51, DIR-52)', () => {
    const hours = hoursOfPlace(inRennes('Mo-Fr 09:00-12:00'), instant('2026-07-06T10:00:00Z'))
    expect(hours?.soon.map(({ on, hours }) => plain(`${dateText(on)}: ${hoursText(hours)}`))).toEqual([
      'Mardi 14 juillet 2026: À confirmer : 9 h – 12 h',
    ])
    const early = hoursOfPlace(inRennes('Mo-Fr 09:00-12:00'), instant('2026-06-29T10:00:00Z'))
    expect(early?.soon).toEqual([])
  })

  it('announces a closure of three weeks as one, to its last day, with its reason (DIR-52)', () => {
    const words = 'Mo-Fr 09:00-12:00; 2026 Aug 03-2026 Aug 21 off "congés d’été"'
    const told = (at: string) =>
      hoursOfPlace(inRennes(words), instant(at))?.ahead.map(({ first, last, hours }) =>
        plain(`${datesText(first, last)}: ${hoursText(hours)}`),
      )
    const closure = 'Du lundi 3 août au vendredi 21 août 2026: Fermé (congés d’été)'
    expect(told('2026-07-20T10:00:00Z')).toEqual([])
    expect(told('2026-07-21T10:00:00Z')).toEqual([closure])
    expect(told('2026-08-10T10:00:00Z')?.[0]).toContain('au vendredi 21 août 2026: Fermé (congés d’été)')
    expect(told('2026-08-22T10:00:00Z')).toEqual([])
  })
})

describe('open or not, in words (DIR-53)', () => {
  // 2026-06-17 is a Wednesday; Paris is two hours ahead of UTC.
  it.each([
    ['Mo-Fr 09:00-18:00', '2026-06-17T10:00:00Z', 'Ouvert, ferme à 18 h'],
    ['Mo-Fr 09:00-18:00', '2026-06-17T06:40:00Z', 'Ouvre dans 20 minutes'],
    ['Mo-Fr 09:00-18:00', '2026-06-17T05:00:00Z', 'Fermé, ouvre à 9 h'],
    ['Mo-Fr 09:00-18:00', '2026-06-17T17:00:00Z', 'Fermé, ouvre demain à 9 h'],
    ['Tu 09:00-18:00', '2026-06-17T10:00:00Z', 'Fermé, ouvre mardi à 9 h'],
    ['Aug Mo 09:00-18:00', '2026-06-17T10:00:00Z', 'Fermé, ouvre le 3 août 2026 à 9 h'],
    ['24/7; PH open', '2026-06-17T10:00:00Z', 'Toujours ouvert'],
    ['Mo-Fr 09:00-18:00', '2026-07-14T10:00:00Z', 'Aujourd’hui, horaires à confirmer avant de venir'],
    ['"sur rendez-vous"', '2026-06-17T10:00:00Z', 'Aujourd’hui, à confirmer : sur rendez-vous'],
    ['2025 Mo-Fr 09:00-18:00', '2026-06-17T10:00:00Z', 'Fermé pour le moment'],
    ['We 18:00-24:00', '2026-06-17T20:00:00Z', 'Ouvert, ferme à minuit'],
  ])('%s at %s: %s', (text, at, words) => {
    const now = hoursNow(inRennes(text), instant(at))
    expect(now && plain(stateText(now))).toBe(words)
  })

  it('says nothing of hours that are not read', () =>
    expect(hoursNow(inRennes('lundi 9h-12h'), instant('2026-06-17T10:00:00Z'))).toBeNull())
})
