import { serve } from '@hono/node-server'
import { generateSignedCookie } from 'hono/cookie'
import { sql } from 'kysely'
import { addNationalPlaces } from '../scripts/national-places.ts'
import { createApp } from '../src/app.tsx'
import { newId } from '../src/kernel/id.ts'
import { accountsOf, openSession, sessionCookie } from '../src/modules/identity/index.ts'
import { builtAssets } from '../src/platform/assets.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import { createPool, type Database, type DatabaseAddress } from '../src/platform/db/database.ts'
import { withScratchDatabase } from '../src/platform/db/testing.ts'
import { Documents } from '../src/platform/documents/documents.ts'
import { openFileStore } from '../src/platform/files/file-store.ts'
import { Jobs } from '../src/platform/jobs/jobs.ts'
import { createLog } from '../src/platform/log.ts'
import type { Services } from '../src/platform/services.ts'
import type { NetworkId, PersonId } from '../src/platform/session/actor.ts'
import { seaTheme } from '../src/ui/demo-themes.ts'

export const PLACES = 100_000
const SECRET = Buffer.from('a secret of the measures, long enough to be one').toString('base64')

export interface National {
  db: Database
  network: NetworkId
  /** What the application behind `url` is made of. */
  services: Services
  /** Where the application listens, without a trailing slash. */
  url: string
  /** Statements sent to the database since the start. */
  statements(): number
}

/** A scratch database with a network of the size of the country, and the application in front of it. */
export async function withNational(
  work: (national: National) => Promise<void>,
  places = PLACES,
): Promise<void> {
  await withScratchDatabase(async (db, address) => {
    const network = await addNetwork(db)
    await addNationalPlaces(db, network, systemClock.now(), places)
    await sql`vacuum analyze places.place`.execute(db)
    let statements = 0
    const counted = db.withPlugin({
      transformQuery: ({ node }) => {
        statements += 1
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const services = await servicesOn(counted, address)
    const server = serve({ fetch: createApp(services).fetch, port: 0 })
    const listening = server.address()
    const port = typeof listening === 'object' && listening ? listening.port : 0
    const url = `http://127.0.0.1:${port}`
    try {
      await work({ db, network, services, url, statements: () => statements })
    } finally {
      server.close()
      await services.signInPool.end()
    }
  })
}

/** The cookie of an officer of the network, signed in. */
export async function officerOf({
  services,
  network,
}: National): Promise<{ person: PersonId; cookie: string }> {
  const { db, config, clock } = services
  const [organisation, person, membership] = [
    newId<'organisation'>(),
    newId<'person'>(),
    newId<'membership'>(),
  ]
  await db
    .insertInto('identity.organisation')
    .values({
      id: organisation,
      network_id: network,
      name: 'Tête fictive',
      kind: 'region',
      created_at: clock.now(),
    })
    .execute()
  await db
    .insertInto('identity.person')
    .values({
      id: person,
      given_name: 'Personne',
      family_name: 'fictive',
      email: 'mesure@example.fr',
      email_verified: true,
      created_at: clock.now(),
    })
    .execute()
  await db
    .insertInto('identity.membership')
    .values({
      id: membership,
      person_id: person,
      network_id: network,
      organisation_id: organisation,
      role: 'officer',
      from_day: clock.today(),
    })
    .execute()
  const who = { personId: person, membershipId: membership, openedBy: 'demonstration' } as const
  const token = await openSession(db, accountsOf(services), who)
  const signed = await generateSignedCookie(sessionCookie(config), token, SECRET)
  return { person, cookie: signed.split(';')[0] ?? '' }
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

async function servicesOn(db: Database, address: DatabaseAddress): Promise<Services> {
  const log = createLog('silent')
  return {
    // The load comes from this machine under many addresses: one alone would meet the limit of reads.
    config: { ...readConfig({}), secret: SECRET, trustedProxies: ['127.0.0.1'] },
    clock: systemClock,
    db,
    signInPool: createPool(address, 3, { instantsAs: 'dates' }),
    log,
    // Nothing here enqueues: this pool never connects.
    jobs: new Jobs(createPool({}), [], log),
    files: await openFileStore('file:/tmp/maillage-bench-files'),
    documents: new Documents(),
    sealer: null,
    assets: builtAssets(),
  }
}
