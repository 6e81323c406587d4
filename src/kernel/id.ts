import { randomBytes } from 'node:crypto'

/** A UUID version 7 branded by the thing it names: `Id<'agreement'>`. Sorts by time of creation (RFC 9562 §5.7). */
export type Id<Thing extends string> = string & { readonly __thing: Thing }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** The millisecond of the last id of this process, and how many were made in it. */
let [latest, made] = [0, 0]

/**
 * PostgreSQL 15 has no `uuidv7()`: the application makes its ids. Those of one process follow one another, also within one
 * millisecond and when the clock is set back (RFC 9562 §6.2, counter in 12 bits).
 */
export function newId<Thing extends string>(): Id<Thing> {
  const now = Date.now()
  ;[latest, made] = now > latest ? [now, 0] : made < 0xfff ? [latest, made + 1] : [latest + 1, 0]
  const bytes = randomBytes(16)
  bytes.writeUIntBE(latest, 0, 6)
  bytes.writeUInt16BE(0x7000 | made, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Thing>
}

/** Guards every id that arrives in a URL, before the database sees it: anything else is a 404. */
export function isId<Thing extends string>(text: string): text is Id<Thing> {
  return UUID.test(text)
}
