import './node-version.ts'
import { allJobs } from '../src/jobs.ts'
import { newId } from '../src/kernel/id.ts'
import type { Instant } from '../src/kernel/instant.ts'
import { readConfig } from '../src/platform/config.ts'
import type { Database } from '../src/platform/db/database.ts'
import { inTransaction } from '../src/platform/db/transaction.ts'
import { openServices } from '../src/platform/open.ts'
import type { Services } from '../src/platform/services.ts'
import type { NetworkId } from '../src/platform/session/actor.ts'
import { seaTheme } from '../src/ui/demo-themes.ts'
import { addNationalAgreements } from './national-agreements.ts'
import { addNationalPlaces } from './national-places.ts'

// npm run seed:national [-- PLACES]: a fictional network of the size of the country, under /n/national.
const PLACES = 100_000
const AGREEMENTS = 10_000

const count = Number(process.argv[2] ?? PLACES)
if (!Number.isInteger(count) || count < 1) {
  console.error('Indiquez un nombre de lieux : npm run seed:national -- 100000')
  process.exit(2)
}
const opened = await openServices(readConfig(process.env), allJobs)
try {
  await seed(opened.services)
} finally {
  await opened.close()
}

async function seed({ db, clock }: Services): Promise<void> {
  const known = await db
    .selectFrom('identity.network')
    .where('slug', '=', 'national')
    .select('id')
    .executeTakeFirst()
  if (known) return console.log('Le réseau « national » existe déjà : rien n’a changé.')
  await inTransaction(db, async (tx) => {
    const network = await addNetwork(tx, clock.now())
    await addNationalPlaces(tx, network, clock.now(), count, (done) => {
      if (done % 10_000 === 0) console.error(`${done} lieux`)
    })
    await addNationalAgreements(tx, network, clock, AGREEMENTS)
  })
  console.log(
    `${count} lieux et ${AGREEMENTS} conventions fictifs ajoutés au réseau « national » : ouvrez /n/national/`,
  )
}

async function addNetwork(db: Database, now: Instant): Promise<NetworkId> {
  const id: NetworkId = newId()
  await db
    .insertInto('identity.network')
    .values({
      id,
      slug: 'national',
      name: 'Réseau national fictif',
      head_name: 'Tête de réseau fictive',
      tagline: 'Des lieux imaginaires, à la taille du pays.',
      theme: JSON.stringify(seaTheme),
      is_default: false,
      created_at: now,
    })
    .execute()
  return id
}
