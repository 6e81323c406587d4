import { timingSafeEqual } from 'node:crypto'
import { type Day, fromEpochDay, isDay, toEpochDay } from '../../../../kernel/day.ts'
import { type Id, isId } from '../../../../kernel/id.ts'
import type { Config } from '../../../../platform/config.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'

/** What the link of a mail lets its reader say: of one place, in their name, until that day included. DIR-58. */
export interface OneClickLink {
  place: PlaceId
  person: PersonId
  lastDay: Day
}

/** How long a link is good for. */
export const LINK_DAYS = 30

const PURPOSE = 'places/one-click'

type Secret = Pick<Config, 'secret'>

/** The end of the address: two ids, a day, and the signature that only this installation makes. Nothing is stored. */
export function signLink(config: Secret, { place, person, lastDay }: OneClickLink): string {
  const packed = Buffer.concat([bytesOf(place), bytesOf(person), dayBytes(lastDay)])
  return `${packed.toString('base64url')}.${signatureOf(config, packed)}`
}

/** Null when this installation did not sign it. Its day is the caller's to look at. */
export function readLink(config: Secret, token: string): OneClickLink | null {
  const [body = '', signature = ''] = token.split('.')
  const packed = Buffer.from(body, 'base64url')
  if (!config.secret || packed.length !== 36) return null
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(config, packed))]
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const [place, person] = [idOf<'place'>(packed, 0), idOf<'person'>(packed, 16)]
  const lastDay = fromEpochDay(packed.readUInt32BE(32))
  return place && person && isDay(lastDay) ? { place, person, lastDay } : null
}

function signatureOf(config: Secret, packed: Buffer): string {
  return keyedDigest(config, PURPOSE, packed.toString('hex'))
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function dayBytes(day: Day): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(toEpochDay(day))
  return bytes
}

function idOf<Name extends string>(packed: Buffer, at: number): Id<Name> | null {
  const hex = packed.toString('hex', at, at + 16)
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isId<Name>(id) ? id : null
}
