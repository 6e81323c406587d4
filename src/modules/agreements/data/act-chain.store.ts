import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AgreementId } from '../domain/agreement.ts'

/** Everything `work` reads is as it was when it began, however long it takes. */
export async function atOneInstant<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  const tx = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    await sql`set local statement_timeout = 0`.execute(tx)
    return await work(tx)
  } finally {
    await tx.rollback().execute()
  }
}

/** One act of a chain, as it was linked and as it is now. */
export interface ChainLink {
  agreementId: AgreementId
  reference: string
  seq: number
  type: string | null
  digest: Buffer
  /** Of the terms a signature bound; null for another act. */
  terms: Buffer | null
  link: Buffer
  /** Of the act as it is now; null when it is gone. */
  computed: Buffer | null
  /** Of the terms of the agreement as they are now. */
  computedTerms: Buffer | null
}

/**
 * The next links, agreement after agreement. Digests are written out again rather than asked of the functions of the
 * database: whoever could change an act could change those too.
 */
export async function readLinks(
  tx: Database,
  after: { agreementId: string; seq: number } | null,
  limit: number,
): Promise<ChainLink[]> {
  const from = after ? sql`where (l.agreement_id, l.seq) > (${after.agreementId}::uuid, ${after.seq})` : sql``
  const { rows } = await sql<ChainLink>`
    select l.agreement_id as "agreementId", g.reference, l.seq, a.type, l.digest, l.terms, l.link,
      case when a.id is not null then sha256(convert_to(jsonb_build_array(
        a.id, a.agreement_id, a.seq, a.type, a.occurred_on::text,
        to_char(a.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        a.recorded_by, a.payload, a.evidence_file_id, a.supersedes)::text, 'UTF8')) end as computed,
      case when l.terms is not null then sha256(convert_to(jsonb_build_array(
        g.template_id, g.template_version, g.terms)::text, 'UTF8')) end as "computedTerms"
    from agreements.act_link l
    left join agreements.act a on a.id = l.act_id
    left join agreements.agreement g on g.id = l.agreement_id
    ${from} order by l.agreement_id, l.seq limit ${limit}`.execute(tx)
  return rows
}

/** Acts that were put in without their link. */
export async function unlinkedActs(
  tx: Database,
  limit: number,
): Promise<{ reference: string; seq: number }[]> {
  const { rows } = await sql<{ reference: string; seq: number }>`
    select g.reference, a.seq from agreements.act a
    left join agreements.act_link l on l.act_id = a.id
    left join agreements.agreement g on g.id = a.agreement_id
    where l.act_id is null order by g.reference, a.seq limit ${limit}`.execute(tx)
  return rows
}

/** All the chains at one moment: a digest over the links made since the one before. */
export interface ChainDigest {
  day: Day
  upTo: Instant
  /** Covered since the first day. */
  links: number
  digest: Buffer
  authority: string | null
  token: Buffer | null
}

/** The oldest first. */
export async function chainDigests(db: Database): Promise<ChainDigest[]> {
  const rows = await db.selectFrom('agreements.chain_digest').selectAll().orderBy('up_to').execute()
  return rows.map(({ up_to: upTo, ...row }) => ({ ...row, upTo }))
}

/** False when another process was there first. */
export async function addChainDigest(tx: Database, { upTo, ...row }: ChainDigest): Promise<boolean> {
  const added = await tx
    .insertInto('agreements.chain_digest')
    .values({ ...row, up_to: upTo })
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst()
  return added !== undefined
}

/** SHA-256 over the links made in `(after, upTo]`, and how many they are. */
export async function linksBetween(
  db: Database,
  after: Instant | null,
  upTo: Instant,
): Promise<{ digest: Buffer; links: number }> {
  const from = after ? sql`and linked_at > ${after}::timestamptz` : sql``
  const { rows } = await sql<{ digest: Buffer; links: number }>`
    select sha256(coalesce(string_agg(link, ''::bytea order by linked_at, agreement_id, seq), ''::bytea)) as digest,
      count(*)::int as links
    from agreements.act_link where linked_at <= ${upTo}::timestamptz ${from}`.execute(db)
  const [read] = rows
  if (!read) throw new Error('a count gives a row')
  return read
}

/** The database's own clock, an hour ago: what was linked by then is committed, and nothing more can come before it. */
export async function settledInstant(db: Database): Promise<Instant> {
  const { rows } = await sql<{ at: Instant }>`select now() - interval '1 hour' as at`.execute(db)
  const [read] = rows
  if (!read) throw new Error('the clock gives a row')
  return read.at
}
