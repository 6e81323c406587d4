import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Changes } from '../../../platform/journal/changes.ts'
import type { NetworkId, OrganisationId, PersonId, Reach } from '../../../platform/session/actor.ts'

/** What is asked of the journal; null: not asked. An empty list of people or organisations finds nothing. */
export interface LinesAsked {
  people: readonly PersonId[] | null
  organisations: readonly OrganisationId[] | null
  family: string | null
  /** From this instant on, and before that one. */
  from: Instant | null
  before: Instant | null
  /** The beginning of the subject's id. */
  subject: string | null
}

export interface Line {
  id: number
  at: Instant
  personId: PersonId | null
  organisationId: OrganisationId | null
  mandateId: Id<'mandate'> | null
  delegationId: Id<'delegation'> | null
  impersonatorId: PersonId | null
  action: string
  subject: string
  changes: Changes
  requestId: string | null
  /** From where, while it is kept. */
  address: string | null
}

export const LINES_PER_PAGE = 50

/** The newest lines first, `limit` at most, older than the line `after` when there is one. */
export async function listLines(
  db: Database,
  reach: Reach,
  asked: LinesAsked,
  { after, limit }: { after: number | null; limit: number },
): Promise<Line[]> {
  if (reach.kind !== 'all') return []
  const { people, organisations, family, from, before, subject } = asked
  return lines(db)
    .where('j.network_id', '=', reach.network)
    .$if(people !== null, (q) => q.where(isBy(people ?? [])))
    .$if(organisations !== null, (q) => q.where(isFor(organisations ?? [])))
    .$if(family !== null, (q) => q.where(sql<boolean>`split_part(j.action, '.', 1) = ${family}`))
    .$if(from !== null, (q) => q.where(sql<boolean>`j.at >= ${from}`))
    .$if(before !== null, (q) => q.where(sql<boolean>`j.at < ${before}`))
    .$if(subject !== null, (q) => q.where('j.subject_id', 'like', startingWith(subject ?? '')))
    .$if(after !== null, (q) => q.where(isOlderThan(after ?? 0)))
    .orderBy('j.at', 'desc')
    .orderBy('j.id', 'desc')
    .limit(limit)
    .execute()
    .then((rows) => rows.map(lineOf))
}

/** A person's own lines, and those about what is theirs (`subjects`): in this network and outside any. */
export async function listOwnLines(
  db: Database,
  network: NetworkId,
  { person, subjects }: { person: PersonId; subjects: readonly string[] },
  { after, limit }: { after: number | null; limit: number },
): Promise<Line[]> {
  const here = sql`(network_id = ${network} or network_id is null)`
  const older = after === null ? sql`true` : isOlderThan(after)
  // Three short walks along three indexes: one condition with `or` would read the whole journal.
  const walk = (which: ReturnType<typeof sql>) => sql`
    (select j.id, j.at from platform.journal j where ${which} and ${here} and ${older}
     order by j.at desc, j.id desc limit ${limit})`
  const { rows } = await sql<{ id: number }>`
    select id from (
      ${walk(sql`j.person_id = ${person}`)} union ${walk(sql`j.impersonator_id = ${person}`)}
      union ${walk(sql`j.subject_id = any(${subjects})`)}) own
    order by at desc, id desc limit ${limit}`.execute(db)
  if (rows.length === 0) return []
  const found = await lines(db)
    .where('j.id', 'in', rows.map(({ id }) => id) as never[])
    .orderBy('j.at', 'desc')
    .orderBy('j.id', 'desc')
    .execute()
  return found.map(lineOf)
}

function lines(db: Database) {
  return db
    .selectFrom('platform.journal as j')
    .leftJoin('platform.journal_origin as o', 'o.line', 'j.id')
    .select(['j.id', 'j.at', 'j.person_id', 'j.organisation_id', 'j.mandate_id', 'j.delegation_id'])
    .select(['j.impersonator_id', 'j.action', 'j.subject_id', 'j.changes', 'j.request_id', 'o.address'])
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

function lineOf(row: Row): Line {
  return {
    id: row.id,
    at: row.at,
    personId: row.person_id,
    organisationId: row.organisation_id,
    mandateId: row.mandate_id,
    delegationId: row.delegation_id,
    impersonatorId: row.impersonator_id,
    action: row.action,
    subject: row.subject_id,
    changes: row.changes as Changes,
    requestId: row.request_id,
    address: row.address,
  }
}

/** One alone is written as such: its own index is then walked in the order of the list. */
function isFor(organisations: readonly OrganisationId[]) {
  const [only, ...others] = organisations
  return only && others.length === 0
    ? sql<boolean>`j.organisation_id = ${only}`
    : sql<boolean>`j.organisation_id = any(${organisations})`
}

/** By them, or by them in somebody's place. */
function isBy(people: readonly PersonId[]) {
  return sql<boolean>`(j.person_id = any(${people}) or j.impersonator_id = any(${people}))`
}

function isOlderThan(line: number) {
  return sql<boolean>`(j.at, j.id) < ((select last.at from platform.journal last where last.id = ${line}), ${line}::bigint)`
}

function startingWith(text: string): string {
  return `${text.replace(/[\\%_]/g, '\\$&')}%`
}
