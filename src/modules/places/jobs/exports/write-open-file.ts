import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { type Instant, laterBy } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Job } from '../../../../platform/jobs/jobs.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { networkAddress, networkById } from '../../../identity/index.ts'
import { directoryMark } from '../../data/exports/directory-mark.ts'
import {
  addOpenFile,
  addPart,
  findOpenFile,
  lastWritten,
  type OpenFile,
} from '../../data/exports/open-files.store.ts'
import { everything, type PlaceFilter } from '../../data/search/places.filter.ts'
import { type ExportFormat, REWRITTEN_AFTER } from '../../domain/exports/export-format.ts'
import { paths } from '../../web/paths.ts'
import { openFileAsked } from './open-file-queue.ts'

/** Bytes of a part. */
const PART = 512 * 1024

interface Asked {
  filter: PlaceFilter
  format: ExportFormat
  addressOf: (slug: string) => string
}

/** What turns the places into a file, piece by piece. */
type Writer = (context: Pick<Context, 'db' | 'network' | 'today'>, asked: Asked) => AsyncIterable<Uint8Array>

/**
 * Writes the whole directory once for everybody who asks while its state lasts, every fifteen minutes at most: between
 * two writings a file that moved is written for whoever asks. The mark is read first: what changes meanwhile makes the
 * file younger than its mark, and the mark is then no longer asked. Nothing is done the second time. DIR-86.
 */
export function writeOpenFile(write: Writer): Job<{ network: NetworkId; format: ExportFormat }> {
  return {
    ...openFileAsked,
    async work({ db, clock, config }, { network: id, format }) {
      const network = await networkById(db, id)
      if (!network) return
      const [at, today] = [clock.now(), clock.today()]
      const file: OpenFile = { network: id, format, mark: await directoryMark(db, id, today) }
      const last = await lastWritten(db, file)
      if ((await findOpenFile(db, file)) || (last && at < laterBy(last, REWRITTEN_AFTER))) return
      const site = networkAddress(config.baseUrl, network)
      const addressOf = (slug: string) => paths.place(site, slug)
      const pieces = () => write({ db, network, today }, { format, filter: everything(id, today), addressOf })
      await keep(db, file, at, () => Readable.from(pieces()).pipe(createGzip()))
    },
  }
}

/** `content` from its start each time: a transaction may be tried again. */
async function keep(
  db: Database,
  file: OpenFile,
  at: Instant,
  content: () => AsyncIterable<Uint8Array>,
): Promise<void> {
  try {
    await inTransaction(db, async (tx) => {
      const id = await addOpenFile(tx, file, at)
      let number = 0
      for await (const part of partsIn(content())) {
        await addPart(tx, id, number, part)
        number += 1
      }
    })
  } catch (error) {
    if (refusedBy(error) !== 'one_open_file_per_state') throw error
  }
}

async function* partsIn(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let bytes = 0
  for await (const piece of pieces) {
    held.push(piece)
    bytes += piece.length
    if (bytes < PART) continue
    yield Buffer.concat(held)
    held = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(held)
}
