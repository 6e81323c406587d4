import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../db/database.ts'

/**
 * Does a row of any table name that content? The same bytes take one place, whoever sent them: they go only when nothing
 * names them. The columns that do are told by their names, so that a new table need not be written down here.
 */
export async function stillNamed(db: Database, sha256: string): Promise<boolean> {
  const named = (await namingColumns(db)).map(
    ({ schema, table, column }): RawBuilder<boolean> =>
      sql`exists (select from ${sql.id(schema, table)} where ${sql.id(column)} = ${sha256})`,
  )
  const { rows } = await sql<{ named: boolean }>`select ${sql.join(named, sql` or `)} as named`.execute(db)
  return rows[0]?.named ?? false
}

/** `sha256`, `file_sha256`…, and the PDF that a document was issued as. */
async function namingColumns(db: Database): Promise<{ schema: string; table: string; column: string }[]> {
  const { rows } = await sql<{ schema: string; table: string; column: string }>`
    select n.nspname::text as schema, c.relname::text as table, a.attname::text as column
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
    join pg_namespace n on n.oid = c.relnamespace and n.nspname !~ '^(pg_|information_schema)'
    where a.attnum > 0 and not a.attisdropped and a.atttypid = 'text'::regtype
      and (a.attname like '%sha256' or a.attname = 'pdf_fingerprint')`.execute(db)
  return rows
}
