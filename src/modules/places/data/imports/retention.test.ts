import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import { type FileStore, openFileStore } from '../../../../platform/files/file-store.ts'
import type { Services } from '../../../../platform/services.ts'
import type { ImportId } from '../../domain/imports/import.ts'
import { useDirectory } from '../../testing-import.ts'
import { addImport } from './import.store.ts'
import { importRetention } from './retention.ts'

const directory = useDirectory()
const { database, clock } = directory
const bytes = (text: string) => new TextEncoder().encode(text)
const SENT = '2026-06-17T10:00:00.000Z' as Instant
const A_YEAR_LATER = '2027-06-18T10:00:00.000Z' as Instant
let folder: string
let files: FileStore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-imports-'))
  files = await openFileStore(`file:${folder}`)
})
beforeEach(() => clock.moveTo(SENT))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** An import received then, of these words. */
async function received(words: string, at = SENT): Promise<{ id: ImportId; sha256: string }> {
  const sha256 = await files.put(bytes(words))
  const id: ImportId = newId()
  const { db, network } = directory.context()
  const run = { id, source: words, fileName: 'x.csv', fileSha256: sha256, createdBy: null }
  await addImport(db, network.id, run, at)
  return { id, sha256 }
}

/** As a night does: one rule after the other. */
async function night(store: Pick<FileStore, 'delete'> = files): Promise<(number | 'failed')[]> {
  const services = { db: database.db, clock, files: store } as unknown as Services
  const removed: (number | 'failed')[] = []
  for (const { apply } of importRetention) removed.push(await apply(services).catch((): 'failed' => 'failed'))
  return removed
}

async function namedBy(id: ImportId) {
  const row = await database.db
    .selectFrom('places.import_run')
    .select(['file_sha256', 'emptied_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { file: row.file_sha256, isEmptied: row.emptied_at !== null }
}

describe('the file of an import', () => {
  it('goes with its rows, and only once', async () => {
    const { id, sha256 } = await received('un an')
    expect(await night()).toEqual([0, 0])
    expect(await files.has(sha256)).toBe(true)
    clock.moveTo(A_YEAR_LATER)
    expect(await night()).toEqual([1, 1])
    expect(await files.has(sha256)).toBe(false)
    expect(await namedBy(id)).toEqual({ file: null, isEmptied: true })
    expect(await night()).toEqual([0, 0])
  })

  it('stays for whatever else names the same bytes', async () => {
    const old = await received('le même fichier')
    const recent = await received('le même fichier', '2027-06-01T10:00:00.000Z' as Instant)
    clock.moveTo(A_YEAR_LATER)
    await night()
    expect(await namedBy(old.id)).toEqual({ file: null, isEmptied: true })
    expect(await namedBy(recent.id)).toEqual({ file: old.sha256, isEmptied: false })
    expect(await files.has(old.sha256)).toBe(true)
  })

  it('that the store does not let go keeps neither the rows nor the other files, and is tried again', async () => {
    const [stuck, other] = [await received('coincé'), await received('libre')]
    clock.moveTo(A_YEAR_LATER)
    const failing = {
      delete: (sha256: string) =>
        sha256 === stuck.sha256 ? Promise.reject(new Error('the store is down')) : files.delete(sha256),
    }
    expect(await night(failing)).toEqual([2, 'failed'])
    expect(await namedBy(stuck.id)).toEqual({ file: stuck.sha256, isEmptied: true })
    expect(await namedBy(other.id)).toEqual({ file: null, isEmptied: true })
    expect(await files.has(other.sha256)).toBe(false)
    expect(await night()).toEqual([0, 1])
    expect(await files.has(stuck.sha256)).toBe(false)
  })
})
