import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { AppContext } from '../../../../platform/http/env.ts'
import { partsOf } from '../../data/exports/open-files.store.ts'
import type { ExportFormat } from '../../domain/exports/export-format.ts'
import { openFileOf } from '../../use-cases/exports/open-file.ts'
import { streamOf } from './export-file.ts'

const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i

/** The file written for everybody, as it lies for whoever reads gzip, opened for the others; null: there is none. DIR-86. */
export async function openFile(c: AppContext, format: ExportFormat): Promise<ReadableStream | null> {
  const { context } = c.var
  const id = await openFileOf(context, format)
  if (!id) return null
  const parts = partsOf(context.db, id)
  c.header('vary', 'Accept-Encoding', { append: true })
  if (!GZIP.test(c.req.header('accept-encoding') ?? ''))
    return streamOf(Readable.from(parts).pipe(createGunzip()))
  c.header('content-encoding', 'gzip')
  return streamOf(parts)
}
