import { folded } from '../fold.ts'
import { territoryAt } from '../territories.ts'
import type { AddressAnswer } from './address-answer.schema.ts'

/** Where an address lies, as the service understood it. */
export interface Geocoded {
  latitude: number
  longitude: number
  /** « 8 rue du Port 50000 Saint-Lô » */
  label: string
  /** Out of a hundred. */
  score: number
  inseeCode: string
  /** A number or a street; else only the commune was understood. */
  isStreet: boolean
}

/** Under it, a person looks first. */
export const SURE = 70
/** Under it, the answer is about something else. */
const LIKELY = 40

const STREETS = new Set(['housenumber', 'street'])

/** The best answer; null: none of use. */
export function bestOf({ features }: AddressAnswer): Geocoded | null {
  const [first] = features
  if (!first) return null
  const [longitude, latitude] = first.geometry.coordinates
  if (!territoryAt(latitude, longitude)) return null
  const { label, score, type, citycode } = first.properties
  const said = { label, score: Math.round(score * 100), inseeCode: citycode, isStreet: STREETS.has(type) }
  return { latitude, longitude, ...said }
}

/** What is done with an answer: an address of another commune is never believed without somebody. DIR-56. */
export function fateOf(
  { score, isStreet, inseeCode }: Geocoded,
  place: { inseeCode: string | null },
  presentCode: (code: string) => string,
): 'write' | 'propose' | 'leave' {
  if (!isStreet || score < LIKELY) return 'leave'
  const isThere = place.inseeCode !== null && presentCode(inseeCode) === presentCode(place.inseeCode)
  return isThere && score >= SURE ? 'write' : 'propose'
}

/** Two writings of one address are asked once. */
export function askedAddress(place: {
  address: string
  postalCode: string | null
  commune: string
  inseeCode: string | null
}): string {
  const { address, postalCode, commune, inseeCode } = place
  return `${folded(`${address} ${postalCode ?? ''} ${commune}`)}|${inseeCode ?? ''}`
}

const FIRST_PAUSE_SECONDS = 300
const LONGEST_PAUSE_SECONDS = 86_400

/** Five minutes, then twice as long each time, a day at most. */
export function pauseSeconds(failures: number): number {
  return Math.min(FIRST_PAUSE_SECONDS * 2 ** Math.max(failures - 1, 0), LONGEST_PAUSE_SECONDS)
}
