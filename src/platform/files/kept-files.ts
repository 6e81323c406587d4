import { type Id, newId } from '../../kernel/id.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Context } from '../context.ts'
import type { Database } from '../db/database.ts'
import { personOf } from '../session/actor.ts'

/** Twenty-five megabytes: a deliberation with its annexes, scanned page by page. AGR-113. */
export const DOCUMENT_LIMIT = 25 * 1024 * 1024

export interface Document {
  name: string
  mediaType: string
  content: Uint8Array
}

export type DocumentRefusal = 'document-too-large' | 'document-unreadable' | 'document-locked'

/** By what it begins with, never by its name: what a browser would run is not among them. */
const KINDS: readonly { mediaType: string; starts: readonly number[] }[] = [
  { mediaType: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
]

/** The document as its first bytes tell it: a PDF that anybody opens, a PNG or a JPEG image, and nothing else. */
export function readDocument(name: string, content: Uint8Array): Document | Refusal<DocumentRefusal> {
  if (content.length > DOCUMENT_LIMIT) return refuse('document-too-large')
  const kind = KINDS.find(({ starts }) => starts.every((byte, at) => content[at] === byte))
  if (!kind) return refuse('document-unreadable')
  if (kind.mediaType === 'application/pdf' && isLocked(content)) return refuse('document-locked')
  return {
    name: name.replace(/^.*[\\/]/, '').slice(0, 200) || 'document',
    mediaType: kind.mediaType,
    content,
  }
}

/** An encrypted PDF says so in its trailer. */
function isLocked(content: Uint8Array): boolean {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes('/Encrypt')
}

export interface KeptFile {
  id: Id<'file'>
  sha256: string
  name: string
  mediaType: string
}

/** Writes the line of a file whose bytes `files.put` already keeps, and returns its id. */
export async function keepFile(
  tx: Database,
  { network, actor, now }: Pick<Context, 'network' | 'actor' | 'now'>,
  { name, mediaType, content }: Document,
  sha256: string,
): Promise<Id<'file'>> {
  const id = newId<'file'>()
  await tx
    .insertInto('platform.file')
    .values({
      id,
      sha256,
      name,
      media_type: mediaType,
      bytes: content.length,
      network_id: network.id,
      added_at: now,
      added_by: personOf(actor)?.personId ?? null,
    })
    .execute()
  return id
}

/** Null when there is no such file in this network. Whether the asker may see it is the caller's to decide. */
export async function findFile(
  db: Database,
  { id: network }: Context['network'],
  id: Id<'file'>,
): Promise<KeptFile | null> {
  const row = await db
    .selectFrom('platform.file')
    .select(['id', 'sha256', 'name', 'media_type'])
    .where('id', '=', id)
    .where('network_id', '=', network)
    .executeTakeFirst()
  return row ? { id: row.id, sha256: row.sha256, name: row.name, mediaType: row.media_type } : null
}
