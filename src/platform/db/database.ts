import { setFlagsFromString } from 'node:v8'
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.generated.ts'

/** The pool, or a transaction of it: what every store takes as its first parameter. */
export type Database = Kysely<DB>

export interface DatabaseAddress {
  connectionString?: string
  host?: string
  port?: number
  user?: string
  password?: string
  database?: string
}

const DATE = 1082
const INT8 = 20
const TIMESTAMPTZ = 1184

// Set before any pool exists. A DATE stays the text it is (a JavaScript Date would shift it by a day in UTC),
// counts are numbers, instants are ISO texts in UTC.
pg.types.setTypeParser(DATE, (text) => text)
pg.types.setTypeParser(INT8, Number)
pg.types.setTypeParser(TIMESTAMPTZ, (text) => new Date(text).toISOString())

// Rows come together and are soon let go together. Having seen a few hundred outlive one small collection, V8 would make
// the next ones among what lasts, where only a full collection finds them.
setFlagsFromString('--no-allocation-site-pretenuring')

/** `instantsAs: 'dates'`: JavaScript dates, for a library that knows nothing of our instants. */
export function createPool(
  address: DatabaseAddress,
  max = 10,
  { instantsAs = 'texts' }: { instantsAs?: 'texts' | 'dates' } = {},
): pg.Pool {
  const pool = new pg.Pool({
    ...address,
    Client: LeanClient,
    max,
    ...(instantsAs === 'dates' && { types: withDates }),
    connectionTimeoutMillis: 10_000,
    options: '-c TimeZone=UTC -c DateStyle=ISO -c statement_timeout=60000',
    application_name: 'maillage',
  })
  // A connection that dies while idle (database restarted) is replaced at the next query: nothing to do here.
  pool.on('error', () => {})
  // One that dies between two statements of a transaction fails the next statement: without a listener, it would
  // end the whole process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/**
 * Answers through callbacks. The driver's own promises keep each other's rows, once one of them is old, until the next full
 * collection: a long run of queries would weigh as much as all that it read.
 */
class LeanClient extends pg.Client {
  /** As overloaded by the driver: a promise when no callback is given and the query does not answer by itself. */
  override query(...given: unknown[]): never {
    const ask = super.query.bind(this) as (...given: unknown[]) => unknown
    const [query, values] = given
    const answersItself = given.some((one) => typeof one === 'function') || isSubmittable(query)
    if (answersItself) return ask(...given) as never
    return new Promise((resolve, reject) => {
      ask(query, values, (error: Error | null, result: pg.QueryResult) =>
        error ? reject(error) : resolve(result),
      )
    }) as never
  }
}

function isSubmittable(query: unknown): boolean {
  return typeof (query as Partial<pg.Submittable> | null)?.submit === 'function'
}

const withDates: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format?: 'text' | 'binary') =>
    type === TIMESTAMPTZ
      ? (text: string) => new Date(text)
      : pg.types.getTypeParser(type, format as 'text')) as typeof pg.types.getTypeParser,
}

export function createDatabase(
  pool: pg.Pool,
  onQuery?: (sql: string, milliseconds: number) => void,
): Database {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    ...(onQuery && {
      log: (event) => onQuery(event.query.sql, event.queryDurationMillis),
    }),
  })
}

/** The oldest server we promise: migrations and queries use nothing newer. */
export const OLDEST_SERVER = 150_000

/** Refuses, in French, a server older than PostgreSQL 15. */
export async function checkServerVersion(db: Database): Promise<void> {
  const answer = await db.executeQuery<{ version: string; text: string }>(
    CompiledQuery.raw(
      "select current_setting('server_version_num') as version, current_setting('server_version') as text",
    ),
  )
  const found = answer.rows[0]
  if (Number(found?.version) >= OLDEST_SERVER) return
  throw new Error(
    `Maillage demande PostgreSQL 15 ou plus récent ; DATABASE_URL désigne un serveur PostgreSQL ${found?.text}.`,
  )
}
