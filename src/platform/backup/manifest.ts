import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const piece = z.object({ file: z.string().regex(/^[\w./-]+$/), bytes: z.number(), sha256: digest })
const table = piece.extend({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number(),
})
const sequence = z.object({
  schema: z.string(),
  name: z.string(),
  lastValue: z.string(),
  isCalled: z.boolean(),
})

const manifest = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  server: z.string(),
  /** Names of the applied migrations, in order: the schema the tables were read from. */
  migrations: z.array(z.string()),
  tables: z.array(table),
  sequences: z.array(sequence),
  files: z.array(piece),
  /** Jobs not done yet, one JSON object per line. */
  jobs: piece.extend({ rows: z.number() }),
})

/** What a backup folder holds, with the size and SHA-256 of every file in it. Written last: without it, no backup. */
export type Manifest = z.infer<typeof manifest>
export type Piece = z.infer<typeof piece>
export type SavedTable = z.infer<typeof table>
export type SavedSequence = z.infer<typeof sequence>

/** A backup that cannot be used, or a target that cannot take it. The message is a French sentence. */
export class BackupError extends Error {}

export function writeManifest(folder: string, content: Manifest): Promise<void> {
  return writeFile(join(folder, 'manifest.json'), `${JSON.stringify(content, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  })
}

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch((error: unknown) => {
    throw new BackupError(`« ${folder} » n’est pas une sauvegarde complète : manifest.json y manque.`, {
      cause: error,
    })
  })
  try {
    return manifest.parse(JSON.parse(text))
  } catch (error) {
    throw new BackupError(`Le fichier manifest.json de « ${folder} » est illisible ou d’un format inconnu.`, {
      cause: error,
    })
  }
}

/** Reads every file of the backup again: a damaged one is named before the target is touched. */
export async function checkPieces(folder: string, { tables, files, jobs }: Manifest): Promise<void> {
  for (const { file, bytes, sha256 } of [...tables, ...files, jobs]) {
    const meter = new Meter()
    await pipeline(createReadStream(join(folder, file)), meter, nowhere()).catch((error: unknown) => {
      throw new BackupError(`Le fichier « ${file} » de la sauvegarde manque ou ne se lit pas.`, {
        cause: error,
      })
    })
    if (meter.bytes !== bytes || meter.sha256() !== sha256) {
      throw new BackupError(
        `Le fichier « ${file} » de la sauvegarde est abîmé : son empreinte ne correspond plus.`,
      )
    }
  }
}

/** Lets bytes through, and knows their number, their lines and their SHA-256. */
export class Meter extends Transform {
  bytes = 0
  lines = 0
  readonly #hash = createHash('sha256')

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.bytes += chunk.length
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) this.lines += 1
    this.#hash.update(chunk)
    done(null, chunk)
  }

  /** To be asked once, at the end. */
  sha256(): string {
    return this.#hash.digest('hex')
  }
}

/** The end of a pipeline that only measures. */
export function nowhere() {
  return async (source: AsyncIterable<unknown>) => {
    for await (const _chunk of source);
  }
}
