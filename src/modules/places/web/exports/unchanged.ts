import { createHash } from 'node:crypto'
import type { AppContext } from '../../../../platform/http/env.ts'
import { directoryMark } from '../../data/exports/directory-mark.ts'

/**
 * Marks the answer with the state of the directory and with what was asked; true when whoever asks already holds it: they
 * are answered 304, and no place is read. DIR-84.
 */
export async function isUnchanged(c: AppContext): Promise<boolean> {
  const { db, network, today } = c.var.context
  const { pathname, search } = new URL(c.req.url)
  const asked = createHash('sha256').update(`${pathname}${search}`).digest('base64url').slice(0, 12)
  const mark = `"${await directoryMark(db, network.id, today)}-${asked}"`
  c.header('etag', mark)
  c.header('cache-control', 'public, no-cache')
  return (c.req.header('if-none-match') ?? '').split(/,\s*/).some((held) => held.replace(/^W\//, '') === mark)
}
