import { capital, formatDay, formatPeriod, formatWeekday } from '../../../../ui/french.ts'
import type { ComingDay } from '../../domain/orientation/coming-days.ts'
import type { Way, Wind } from '../../domain/orientation/way-in-words.ts'
import type { OrientedPlace } from '../../use-cases/orientation/oriented-places.ts'
import { hoursText } from '../hours/hours-wording.ts'
import { distanceText } from '../search/search-wording.ts'
import { addressText } from '../wording.ts'

const TOWARDS: Readonly<Record<Wind, string>> = {
  n: 'au nord',
  ne: 'au nord-est',
  e: 'à l’est',
  se: 'au sud-est',
  s: 'au sud',
  so: 'au sud-ouest',
  o: 'à l’ouest',
  no: 'au nord-ouest',
}

/** As far as one walks across a square: the middle of a commune is no more precise. */
const AT_THE_CENTRE = 0.3

/** « 1, rue des Unelles, 50200 Coutances. À 1,2 km au nord du centre de Coutances. » */
export function planText({ place, way }: Pick<OrientedPlace, 'place' | 'way'>): string {
  const address = addressText(place) || 'Adresse non communiquée'
  const parts = [`${address}.`, place.addressExtra ? `${place.addressExtra.replace(/\.$/, '')}.` : '']
  if (way && place.commune !== '') parts.push(wayText(way, place.commune))
  return parts.filter((part) => part !== '').join(' ')
}

function wayText({ kilometres, towards }: Way, commune: string): string {
  const centre = `centre ${ofTown(commune)}`
  if (kilometres < AT_THE_CENTRE) return `Au ${centre}.`
  return `À ${distanceText(kilometres, false)} ${TOWARDS[towards]} du ${centre}, à vol d’oiseau.`
}

/** « de Coutances », « d’Avranches », « du Havre ». */
function ofTown(name: string): string {
  if (/^Le /.test(name)) return `du ${name.slice(3)}`
  if (/^Les /.test(name)) return `des ${name.slice(4)}`
  return /^[aeiouyhàâéèêëîïôœ]/i.test(name) ? `d’${name}` : `de ${name}`
}

export interface HoursLine {
  days: string
  hours: string
}

/** The coming days that follow each other with the same hours, in one line: « Du 17 au 19 juin 2026 : 9 h – 12 h ». */
export function comingLines(days: readonly ComingDay[]): HoursLine[] {
  const lines: { first: ComingDay; last: ComingDay; hours: string }[] = []
  for (const day of days) {
    const hours = `${hoursText(day.hours)}${day.isHoliday ? ' (jour férié)' : ''}`
    const line = lines.at(-1)
    if (line?.hours === hours) line.last = day
    else lines.push({ first: day, last: day, hours })
  }
  return lines.map(({ first, last, hours }) => ({
    days:
      first === last
        ? capital(formatWeekday(first.on))
        : `${capital(formatPeriod(first.on, last.on))} (${dayName(first)} à ${dayName(last)})`,
    hours,
  }))
}

function dayName({ on }: ComingDay): string {
  return formatWeekday(on).split(' ')[0] ?? formatDay(on)
}

/** « Fiche d’orientation pour Camille »; without a first name, for nobody in particular. */
export function sheetTitle(firstName: string): string {
  return firstName === '' ? 'Fiche d’orientation' : `Fiche d’orientation pour ${firstName}`
}

export const HOURS_UNKNOWN = `Horaires non communiqués : appelez avant de venir.`
