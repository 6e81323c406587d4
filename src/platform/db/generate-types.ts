import { sql } from 'kysely'
import type { Database } from './database.ts'

interface Column {
  schema: string
  table: string
  column: string
  type: string
  nullable: boolean
  has_default: boolean
  always: boolean
  references: string | null
  is_view: boolean
}

const TYPES: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'string',
  date: 'Day',
  timestamptz: 'Instant',
  text: 'string',
  varchar: 'string',
  bpchar: 'string',
  uuid: 'string',
  json: 'Json',
  jsonb: 'Json',
  bytea: 'Buffer',
  tsvector: 'string',
  daterange: 'string',
  time: 'string',
  tstzrange: 'string',
  int8multirange: 'string',
  point: 'string',
}

const HEADER = `// Written by \`npm run db:types\` from the migrated schema. Do not edit: a test compares it with the database.
import type { ColumnType, Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'

/** Read as the parsed value, written as JSON text. */
export type Json = ColumnType<unknown, string, string>
`

/** The TypeScript of every table and view of our schemas, as `schema.generated.ts` holds it. */
export async function generateTypes(db: Database): Promise<string> {
  const columns = await readColumns(db)
  const tables = Map.groupBy(columns, (column) => `${column.schema}.${column.table}`)
  const interfaces = [...tables].map(
    ([name, own]) => `export interface ${typeName(name)} {\n${own.map(line).join('\n')}\n}\n`,
  )
  const index = [...tables.keys()].map((name) => `  '${name}': ${typeName(name)}`)
  return [HEADER, ...interfaces, `export interface DB {\n${index.join('\n')}\n}\n`].join('\n')
}

function line(column: Column): string {
  const value = column.nullable ? `${typeOf(column)} | null` : typeOf(column)
  const isJson = column.type === 'json' || column.type === 'jsonb'
  if (column.always) return `  ${column.column}: ColumnType<${value}, never, never>`
  if (isJson) {
    const written = column.nullable || column.has_default ? 'string | null | undefined' : 'string'
    return `  ${column.column}: ${written === 'string' ? 'Json' : `ColumnType<unknown, ${written}, string | null>`}`
  }
  return `  ${column.column}: ${column.has_default && !column.is_view ? `Generated<${value}>` : value}`
}

function typeOf(column: Column): string {
  if (column.type === 'uuid') return idType(column)
  if (column.type.startsWith('_')) return `${TYPES[column.type.slice(1)] ?? 'unknown'}[]`
  return TYPES[column.type] ?? 'unknown'
}

/** `agreements.agreement.id` and every column that refers to it: `Id<'agreement'>`. */
function idType({ column, table, references }: Column): string {
  if (references) return `Id<'${kebab(references)}'>`
  // A view `current_place` says which place stands today for each id of a place.
  const current = /^current_(.+)$/.exec(table)?.[1]
  if (current && (column === 'id' || column === 'current_id')) return `Id<'${kebab(current)}'>`
  if (column === 'id') return `Id<'${kebab(table)}'>`
  const thing = column.endsWith('_id') ? column.slice(0, -3) : null
  return thing ? `Id<'${kebab(ROLES_OF_THINGS[thing] ?? thing)}'>` : 'string'
}

/** Columns without a foreign key that are named after the part a thing plays. */
const ROLES_OF_THINGS: Record<string, string> = {
  version: 'scheme_version',
  impersonator: 'person',
  current: 'organisation',
  for_root: 'root',
  hold_root: 'root',
}

function kebab(name: string): string {
  return name.replaceAll('_', '-')
}

function typeName(name: string): string {
  return name
    .split(/[._]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

async function readColumns(db: Database): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select n.nspname as schema, c.relname as table, a.attname as column, t.typname as type,
      not a.attnotnull as nullable,
      (a.atthasdef or a.attidentity <> '') as has_default,
      (a.attgenerated <> '' or a.attidentity = 'a') as always,
      c.relkind in ('v', 'm') as is_view,
      (select min(target.relname) from pg_constraint fk join pg_class target on target.oid = fk.confrelid
        where fk.conrelid = c.oid and fk.contype = 'f' and fk.conkey = array[a.attnum]) as references
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'v', 'm', 'p')
      and n.nspname not in ('public', 'jobs', 'information_schema') and n.nspname not like 'pg\\_%'
      and c.relname not in ('migration', 'migration_lock')
    order by n.nspname collate "C", c.relname collate "C", a.attnum`.execute(db)
  return rows
}
