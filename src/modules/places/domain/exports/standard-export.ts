import type { Day } from '../../../../kernel/day.ts'
import { oncePerText } from '../../../../kernel/once-per-text.ts'
import { readRules } from '../hours/rules.ts'
import type { Place } from '../place.ts'
import { looksPersonal } from '../standard/mail-and-web.ts'
import { fromFields } from '../standard/standard.ts'
import type { StandardRow } from '../standard/standard-columns.ts'
import { knownTypologies } from './typologies.ts'

/** Why a place cannot be a row of the national standard, which demands these of every row. DIR-82. */
export type Lack = 'name' | 'commune' | 'postal-code' | 'address'

/** A place as a row of the standard. */
export interface Exported {
  readonly row: StandardRow
  /** What it lacks to be a row that the official schema accepts; empty: nothing. */
  readonly lacks: readonly Lack[]
}

const UNKNOWN_PIVOT = '00000000000000'
const PIVOT = /^[a-zA-Z0-9]{9,14}$/
const POSTAL_CODE = /^\d{5}$/
const INSEE_CODE = /^([013-9]\d|2[AB1-9])\d{3}$/
const PHONE = /^\+(?:33|590|594|262|596|269|687|689|508|681)\d{6,9}$/
const LONGEST_SUMMARY = 280

/**
 * A place as a row that the official schema accepts, each pattern held to the whole cell (DIR-14): what the schema has no
 * room for is left empty; what it demands and the place lacks is named. `firstSeen`: when the source says no date.
 */
export function exportedRow(place: Place, firstSeen: Day): Exported {
  // Somebody's own address is nobody's to publish (DIR-72).
  const emails = place.emails.filter((email) => !looksPersonal(email))
  const updatedOn = place.updatedOn ?? firstSeen
  const typologies = knownTypologies(place.typologies)
  const written = fromFields(place.id, { ...place, emails, updatedOn, typologies })
  const row = {
    ...written,
    pivot: PIVOT.test(written.pivot) ? written.pivot : UNKNOWN_PIVOT,
    code_insee: INSEE_CODE.test(written.code_insee) ? written.code_insee : '',
    adresse: plainStreet(written.adresse),
    telephone: PHONE.test(written.telephone) ? written.telephone : '',
    horaires: hoursAsTheyAre(written.horaires),
    presentation_resume: shortened(written.presentation_resume),
    fiche_acces_libre: plainAddress(written.fiche_acces_libre),
    prise_rdv: plainAddress(written.prise_rdv),
  }
  return { row, lacks: lacksOf(row) }
}

/** The hours that are read; '' for the others. DIR-25. */
const hoursAsTheyAre = oncePerText((hours) => (readRules(hours) ? hours : ''))

function lacksOf(row: StandardRow): Lack[] {
  const lacks: Lack[] = []
  if (row.nom.trim() === '') lacks.push('name')
  if (row.commune.trim() === '') lacks.push('commune')
  if (!POSTAL_CODE.test(row.code_postal)) lacks.push('postal-code')
  if (row.adresse.trim() === '') lacks.push('address')
  return lacks
}

/** The reference library takes fewer signs than addresses may hold; what it refuses refuses the whole row. DIR-16. */
const PLAIN_ADDRESS = /^https?:\/\/[A-Za-z0-9.-]+(?:\/[+~,%@/.\w-]*)?\??[-+=&;%@.\w]*#?[.!/\\\w]*$/

function plainAddress(address: string): string {
  if (address === '' || PLAIN_ADDRESS.test(address)) return address
  const encoded = URL.parse(address)?.href ?? ''
  return PLAIN_ADDRESS.test(encoded) ? encoded : ''
}

const STREET_SIGNS = /[^0-9A-Za-zÀ-ÖØ-öø-ÿœŒ\-,()°.&:+–|;'’/\s]/g

/** Nothing to put in order without one of these. */
const UNUSUAL = /[^0-9A-Za-zÀ-ÖØ-öø-ÿœŒ\-,()°.&:+–|;'’/ ]| {2}|^ | $/

/** The few signs that the reference library takes in a street; another apostrophe is one of them. DIR-16. */
function plainStreet(address: string): string {
  if (!UNUSUAL.test(address)) return address
  return address
    .replace(/[‘ʼ´`]/g, '’')
    .replace(STREET_SIGNS, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Signs are counted as the schema does, by code points. */
function shortened(summary: string): string {
  if (summary.length <= LONGEST_SUMMARY) return summary
  const signs = [...summary]
  return signs.length <= LONGEST_SUMMARY ? summary : `${signs.slice(0, LONGEST_SUMMARY - 1).join('')}…`
}

/** The row as an object for JSON: coordinates are numbers, an empty cell is absent. */
export function standardObject(row: StandardRow): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, cell]) => cell !== '')
      .map(([column, cell]) => [
        column,
        column === 'latitude' || column === 'longitude' ? Number(cell) : cell,
      ]),
  )
}
