import { createHash } from 'node:crypto'
import { isAlreadyHeld } from '../../../../platform/http/already-held.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { directoryMark } from '../../data/exports/directory-mark.ts'
import { nameMark } from '../../data/search/places.search.ts'

/**
 * Marks the answer with the state of the directory and with what was asked; true when whoever asks already holds it: they
 * are answered 304, and no place is read. What is open now is another question each minute. `version`: that of the one place
 * that is told, at the head of the mark, for `If-Match`. `more`: what the answer says besides the directory. DIR-84.
 */
export async function isUnchanged(
  c: AppContext,
  { version, more = '' }: { version?: number; more?: string } = {},
): Promise<boolean> {
  const { db, network, today, now } = c.var.context
  const { pathname, search, searchParams } = new URL(c.req.url)
  const minute = searchParams.getAll('ouvert').includes('maintenant')
    ? now.slice(0, 'yyyy-mm-ddThh:mm'.length)
    : ''
  const named = await nameMark(db, { network: network.id, today }, searchParams.get('q') ?? '')
  const asked = createHash('sha256')
    .update(`${pathname}${search}${minute}${named}${more}`)
    .digest('base64url')
    .slice(0, 12)
  c.header('cache-control', 'public, no-cache')
  const mark = `${await directoryMark(db, network.id, today)}-${asked}`
  return isAlreadyHeld(c, version === undefined ? mark : `${version}-${mark}`)
}
