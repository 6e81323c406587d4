import type { Findings } from '../imports/finding.ts'
import { departmentOf, territoryAt } from '../territories.ts'
import { projectedPoint } from './projected-point.ts'
import type { StandardRow } from './standard-columns.ts'

export interface Coordinates {
  latitude: number | null
  longitude: number | null
}

const NONE: Coordinates = { latitude: null, longitude: null }
const SEXAGESIMAL =
  /^([NSEWO])?\s*(\d{1,3})\s*°\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['’′]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|''|’’|″)\s*)?([NSEWO])?$/i
const POINTED = /^[+-]?\d{1,9}\.\d+$/
const OUTSIDE_MESSAGE = 'Ces coordonnées tombent hors de France : elles ne sont pas portées sur la carte.'

/** Degrees WGS84 within France, or none: a wrong point is never drawn on the map (DIR-21). */
export function checkCoordinates(
  row: StandardRow,
  postalCode: string | null,
  findings: Findings,
): Coordinates {
  const northward = row.latitude.trim()
  const eastward = row.longitude.trim()
  if (northward === '' && eastward === '') return NONE
  if (northward === '' || eastward === '') {
    return refused(
      row,
      findings,
      'coordinate-alone',
      'La latitude et la longitude vont ensemble : l’une des deux manque.',
    )
  }
  const latitude = degrees(northward)
  const longitude = degrees(eastward)
  if (latitude === null || longitude === null) {
    return refused(
      row,
      findings,
      'coordinates-unreadable',
      'Écrivez la latitude et la longitude en degrés décimaux, par exemple 49.1156 et -1.0906.',
    )
  }
  if ((latitude === 0 && longitude === 0) || (latitude === 1 && longitude === 1)) {
    return refused(
      row,
      findings,
      'coordinates-absent',
      `Les coordonnées ${latitude}/${longitude} ne désignent aucun lieu : laissez les deux cases vides.`,
    )
  }
  const isProjected = Math.abs(latitude) > 180 || Math.abs(longitude) > 180
  if (isProjected) return fromMetres(row, latitude, longitude, postalCode, findings)
  const point = inFrance(latitude, longitude)
  if (!point) return refused(row, findings, 'coordinates-outside', OUTSIDE_MESSAGE)
  const territory = territoryAt(point.latitude, point.longitude)
  if (postalCode !== null && territory && !sameTerritory(territory.department, departmentOf(postalCode))) {
    return refused(
      row,
      findings,
      'coordinates-elsewhere',
      `Ces coordonnées tombent en ${territory.name}, loin du code postal ${postalCode}.`,
    )
  }
  report(row, point, findings)
  return { latitude: point.latitude, longitude: point.longitude }
}

/** Metres: the projection of that part of France is found by trying, and said. */
function fromMetres(
  row: StandardRow,
  one: number,
  other: number,
  postalCode: string | null,
  findings: Findings,
): Coordinates {
  const point = projectedPoint(one, other, postalCode)
  if (!point)
    return refused(
      row,
      findings,
      'coordinates-in-metres',
      'Ces coordonnées sont en mètres, d’une projection inconnue : convertissez-les en degrés WGS84.',
    )
  const { latitude, longitude, projection } = point
  findings.correct(
    'latitude',
    received(row),
    'coordinates-projected',
    `Ces coordonnées étaient en mètres (${projection}) : elles sont converties en degrés.`,
    `${latitude} ${longitude}`,
  )
  return { latitude, longitude }
}

function refused(row: StandardRow, findings: Findings, code: string, message: string): Coordinates {
  findings.warn('latitude', received(row), code, message)
  return NONE
}

/** Both cells, as the file has them. */
function received(row: StandardRow): string {
  return `${row.latitude.trim()} ${row.longitude.trim()}`.trim()
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

function report(row: StandardRow, { latitude, longitude, swapped }: Point, findings: Findings): void {
  if (swapped) {
    findings.correct(
      'latitude',
      received(row),
      'coordinates-swapped',
      'La latitude et la longitude étaient inversées.',
      `${latitude} ${longitude}`,
    )
  } else if (!isPlainNumber(row.latitude) || !isPlainNumber(row.longitude)) {
    findings.correct(
      'latitude',
      received(row),
      'coordinates-rewritten',
      'Les coordonnées sont écrites en degrés décimaux avec un point.',
      `${latitude} ${longitude}`,
    )
  }
}

/** The islands of Guadeloupe's neighbourhood share its postal codes in many files. */
function sameTerritory(one: string, other: string): boolean {
  return withGuadeloupe(one) === withGuadeloupe(other)
}

function withGuadeloupe(department: string): string {
  return department === '977' || department === '978' ? '971' : department
}

/** Decimal point or comma, or degrees-minutes-seconds; null for anything else. */
function degrees(raw: string): number | null {
  if (POINTED.test(raw)) return Number(raw)
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
