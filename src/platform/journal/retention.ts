import { sql } from 'kysely'
import { addMonths, addYears } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { type Instant, startOfDay } from '../../kernel/instant.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/transaction.ts'
import type { RetentionRule } from '../privacy/retention.ts'
import type { Services } from '../services.ts'
import type { NetworkId } from '../session/actor.ts'

interface Delay {
  /** Null: lines written outside any network. */
  network: NetworkId | null
  years: number
  months: number
}

const WITHOUT_NETWORK: Delay = { network: null, years: 10, months: 12 }

/** Each network sets its own delays. Run again, a rule finds nothing more. */
export const journalRetention = [
  {
    name: 'platform.journal',
    sentence: 'Lignes du journal, après le nombre d’années que le réseau a choisi',
    apply: purgeLines,
  },
  {
    name: 'platform.journal-origins',
    sentence: 'Adresses d’où les actes ont été faits, après le nombre de mois que le réseau a choisi',
    apply: purgeOrigins,
  },
] as const satisfies readonly RetentionRule[]

/** Applies both rules, and says what each removed. */
export async function purgeJournal(services: Services): Promise<{ rule: string; removed: number }[]> {
  const purged: { rule: string; removed: number }[] = []
  for (const { name, apply } of journalRetention) purged.push({ rule: name, removed: await apply(services) })
  return purged
}

/** The chain stays whole: seals are kept, and each purge is itself told and sealed. */
async function purgeLines({ db, clock }: Services): Promise<number> {
  let removed = 0
  for (const { network, years } of await delays(db)) {
    const before = startOfDay(addYears(clock.today(), -years))
    removed += await inTransaction(db, (tx) => purgeLinesOf(tx, network, before, clock.now()))
  }
  return removed
}

async function purgeOrigins({ db, clock }: Services): Promise<number> {
  let removed = await purgeOrphans(db)
  for (const { network, months } of await delays(db))
    removed += await purgeOriginsOf(db, network, startOfDay(addMonths(clock.today(), -months)))
  return removed
}

async function delays(db: Database): Promise<Delay[]> {
  const rows = await db
    .selectFrom('identity.network')
    .select(['id', 'journal_years', 'origin_months'])
    .orderBy('id')
    .execute()
  const own = rows.map((row) => ({ network: row.id, years: row.journal_years, months: row.origin_months }))
  return [...own, WITHOUT_NETWORK]
}

async function purgeLinesOf(
  tx: Database,
  network: NetworkId | null,
  before: Instant,
  now: Instant,
): Promise<number> {
  // A first purge of many years may be long.
  await sql`set local statement_timeout = 0`.execute(tx)
  await sql`set local platform.purging = 'on'`.execute(tx)
  const { rows } = await sql<{ lines: number; positions: string | null; digest: string | null }>`
    with gone as (
      delete from platform.journal
      where ${ofNetwork(network)} and at < ${before} and action <> 'journal.purged' returning id),
    places as (
      select count(*) as lines, range_agg(int8range(s.position, s.position, '[]'))::text as positions
      from gone left join platform.journal_seal s on s.line = gone.id)
    select lines, positions, encode(sha256(convert_to(positions, 'UTF8')), 'hex') as digest from places`.execute(
    tx,
  )
  await sql`set local platform.purging = 'off'`.execute(tx)
  const [gone] = rows
  if (!gone?.positions || gone.lines === 0) return 0
  await tellPurge(tx, network, { before, now, ...gone })
  return gone.lines
}

interface Purge {
  before: Instant
  now: Instant
  lines: number
  positions: string | null
  digest: string | null
}

/** The line is sealed like any other, and never purged: it answers for the holes. */
async function tellPurge(
  tx: Database,
  network: NetworkId | null,
  { before, now, lines, positions, digest }: Purge,
): Promise<void> {
  const id = newId<'journal-purge'>()
  await tx
    .insertInto('platform.journal_purge')
    .values({ id, at: now, network_id: network, before, lines, positions: positions ?? '{}' })
    .execute()
  await tx
    .insertInto('platform.journal')
    .values({
      at: now,
      network_id: network,
      action: 'journal.purged',
      subject_id: id,
      details: JSON.stringify({ before, lines, positions: digest }),
    })
    .execute()
}

async function purgeOriginsOf(db: Database, network: NetworkId | null, before: Instant): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from platform.journal_origin o using platform.journal j
    where j.id = o.line and ${ofNetwork(network)} and o.at < ${before}`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Origins whose line is gone. */
async function purgeOrphans(db: Database): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from platform.journal_origin o
    where not exists (select from platform.journal j where j.id = o.line)`.execute(db)
  return Number(numAffectedRows ?? 0)
}

function ofNetwork(network: NetworkId | null) {
  return network ? sql`network_id = ${network}` : sql`network_id is null`
}
