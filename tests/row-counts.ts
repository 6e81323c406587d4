import type { TestDatabase } from '../src/platform/db/testing.ts'

/**
 * How many rows each table of the whole database holds: what stores nothing leaves every figure as it was. The counter of
 * requests, which says how many and never what, is left aside.
 */
export async function rowCounts(pool: TestDatabase['pool']): Promise<Record<string, number>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname !~ '^(pg_|information_schema)' and tablename <> 'rate_window' order by 1`,
  )
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as rows from ${name}`)
  const { rows } = await pool.query<{ name: string; rows: number }>(counts.join(' union all '))
  return Object.fromEntries(rows.map(({ name, rows: held }) => [name, held]))
}
