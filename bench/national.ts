import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import { addNationalPlaces } from '../scripts/national-places.ts'
import { createApp } from '../src/app.tsx'
import { newId } from '../src/kernel/id.ts'
import { builtAssets } from '../src/platform/assets.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import { createPool, type Database } from '../src/platform/db/database.ts'
import { withScratchDatabase } from '../src/platform/db/testing.ts'
import { Documents } from '../src/platform/documents/documents.ts'
import { openFileStore } from '../src/platform/files/file-store.ts'
import { Jobs } from '../src/platform/jobs/jobs.ts'
import { createLog } from '../src/platform/log.ts'
import type { NetworkId } from '../src/platform/session/actor.ts'
import { seaTheme } from '../src/ui/demo-themes.ts'

export const PLACES = 100_000

export interface National {
  db: Database
  network: NetworkId
  /** Where the application listens, without a trailing slash. */
  url: string
}

/** A scratch database with a network of the size of the country, and the application in front of it. */
export async function withNational(work: (national: National) => Promise<void>): Promise<void> {
  await withScratchDatabase(async (db) => {
    const network = await addNetwork(db)
    await addNationalPlaces(db, network, systemClock.now(), PLACES)
    await sql`vacuum analyze places.place`.execute(db)
    const server = serve({ fetch: (await appOn(db)).fetch, port: 0 })
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    try {
      await work({ db, network, url: `http://127.0.0.1:${port}` })
    } finally {
      server.close()
    }
  })
}

/** One line per figure, as every bench. */
export function report(name: string, value: number, unit: string): void {
  console.log(JSON.stringify({ name, value: Math.round(value * 100) / 100, unit }))
}

/** The value under which 95 % of the others are. */
export function p95(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? 0
}

async function addNetwork(db: Database): Promise<NetworkId> {
  const id: NetworkId = newId()
  await db
    .insertInto('identity.network')
    .values({
      id,
      slug: 'national',
      name: 'Réseau national fictif',
      head_name: 'Tête de réseau fictive',
      theme: JSON.stringify(seaTheme),
      is_default: true,
      created_at: systemClock.now(),
    })
    .execute()
  return id
}

async function appOn(db: Database) {
  const log = createLog('silent')
  return createApp({
    // The load comes from this machine under many addresses: one alone would meet the limit of reads.
    config: { ...readConfig({}), trustedProxies: ['127.0.0.1'] },
    clock: systemClock,
    db,
    // Nobody signs in here: this pool never connects.
    signInPool: createPool({}),
    log,
    // Nothing here enqueues: this pool never connects.
    jobs: new Jobs(createPool({}), [], log),
    files: await openFileStore('file:/tmp/maillage-bench-files'),
    documents: new Documents(),
    assets: builtAssets(),
  })
}
