import type { Findings } from '../imports/finding.ts'
import { departmentOf, territoryAt } from '../territories.ts'
import type { StandardRow } from './standard-columns.ts'

export interface Coordinates {
  latitude: number | null
  longitude: number | null
}

const NONE: Coordinates = { latitude: null, longitude: null }
const SEXAGESIMAL =
  /^([NSEWO])?\s*(\d{1,3})\s*°\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['’′]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|''|’’|″)\s*)?([NSEWO])?$/i
const OUTSIDE_MESSAGE = 'Ces coordonnées tombent hors de France : elles ne sont pas portées sur la carte.'

/** Degrees WGS84 within France, or none: a wrong point is never drawn on the map (DIR-21). */
export function checkCoordinates(
  row: StandardRow,
  postalCode: string | null,
  findings: Findings,
): Coordinates {
  const raw = `${row.latitude.trim()} ${row.longitude.trim()}`.trim()
  if (raw === '') return NONE
  const latitude = degrees(row.latitude)
  const longitude = degrees(row.longitude)
  const refuse = (code: string, message: string, proposal: string | null = null) => {
    findings.warn('latitude', raw, code, message, proposal)
    return NONE
  }
  if (row.latitude.trim() === '' || row.longitude.trim() === '') {
    return refuse('coordinate-alone', 'La latitude et la longitude vont ensemble : l’une des deux manque.')
  }
  if (latitude === null || longitude === null) {
    return refuse(
      'coordinates-unreadable',
      'Écrivez la latitude et la longitude en degrés décimaux, par exemple 49.1156 et -1.0906.',
    )
  }
  if ((latitude === 0 && longitude === 0) || (latitude === 1 && longitude === 1)) {
    return refuse(
      'coordinates-absent',
      `Les coordonnées ${latitude}/${longitude} ne désignent aucun lieu : laissez les deux cases vides.`,
    )
  }
  if (Math.abs(latitude) > 180 || Math.abs(longitude) > 180) {
    return refuse(
      'coordinates-in-metres',
      'Ces coordonnées sont en mètres (Lambert ou autre projection) : convertissez-les en degrés WGS84.',
    )
  }
  const point = inFrance(latitude, longitude)
  if (!point) return refuse('coordinates-outside', OUTSIDE_MESSAGE)
  const territory = territoryAt(point.latitude, point.longitude)
  if (postalCode !== null && territory && !sameTerritory(territory.department, departmentOf(postalCode))) {
    return refuse(
      'coordinates-elsewhere',
      `Ces coordonnées tombent en ${territory.name}, loin du code postal ${postalCode}.`,
    )
  }
  report(row, raw, point, findings)
  return { latitude: point.latitude, longitude: point.longitude }
}

interface Point {
  latitude: number
  longitude: number
  swapped: boolean
}

function inFrance(latitude: number, longitude: number): Point | null {
  if (territoryAt(latitude, longitude)) return { latitude, longitude, swapped: false }
  return territoryAt(longitude, latitude) ? { latitude: longitude, longitude: latitude, swapped: true } : null
}

function report(
  row: StandardRow,
  raw: string,
  { latitude, longitude, swapped }: Point,
  findings: Findings,
): void {
  const applied = `${latitude} ${longitude}`
  if (swapped) {
    findings.correct(
      'latitude',
      raw,
      'coordinates-swapped',
      'La latitude et la longitude étaient inversées.',
      applied,
    )
  } else if (!isPlainNumber(row.latitude) || !isPlainNumber(row.longitude)) {
    findings.correct(
      'latitude',
      raw,
      'coordinates-rewritten',
      'Les coordonnées sont écrites en degrés décimaux avec un point.',
      applied,
    )
  }
}

/** The islands of Guadeloupe's neighbourhood share its postal codes in many files. */
function sameTerritory(one: string, other: string): boolean {
  const group = (department: string) => (department === '977' || department === '978' ? '971' : department)
  return group(one) === group(other)
}

/** Decimal point or comma, or degrees-minutes-seconds; null for anything else. */
function degrees(raw: string): number | null {
  const text = raw.replace(/[\s\u00a0]+/g, ' ').trim()
  if (/^[+-]?\d{1,9}([.,]\d*)?$/.test(text)) return Number(text.replace(',', '.'))
  const found = SEXAGESIMAL.exec(text)
  if (!found) return null
  const [, before = '', whole = '', minutes = '0', seconds = '0', after = ''] = found
  const part = (value: string) => Number(value.replace(',', '.'))
  const size = Number(whole) + part(minutes) / 60 + part(seconds) / 3600
  const sign = /[SWO]/i.test(before || after) ? -1 : 1
  return Math.round(sign * size * 1e6) / 1e6
}

function isPlainNumber(raw: string): boolean {
  return /^[+-]?\d+(\.\d+)?$/.test(raw.trim())
}
