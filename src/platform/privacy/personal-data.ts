import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../kernel/instant.ts'
import type { Database } from '../db/database.ts'
import type { NetworkId, PersonId } from '../session/actor.ts'

/** Whose data: the account, and the address by which some rows know them. */
export interface Subject {
  id: PersonId
  email: string
}

/** How far: everything (the person's own export), or what one network keeps and the account itself (its officers). */
export type Within = NetworkId | null

/** A table of facts about one person. Keys are stable: they are what the JSON file holds. */
export interface Section {
  key: string
  title: string
  columns: readonly SectionColumn[]
  rows: readonly Readonly<Record<string, unknown>>[]
}

export interface SectionColumn {
  key: string
  label: string
  /** The column it reads: `identity.person.email`. */
  from: string
}

/** What erasing the account does, in sentences. */
export interface Fate {
  gone: readonly string[]
  kept: readonly { what: string; why: string }[]
}

/** What a module knows about one person: to read it to them, and to let it go. One per module that holds some. */
export interface PersonalData {
  module: string
  title: string
  read(db: Database, person: Subject, within: Within): Promise<Section[]>
  preview(db: Database, person: Subject): Promise<Fate>
  /** In the transaction of the erasure, the person's row locked. Modules are called in the reverse order of reading. */
  erase(tx: Database, person: Subject, now: Instant): Promise<void>
}

interface Asked {
  key: string
  title: string
  /** `schema.table`, known as `t` in `where`. */
  table: string
  /** `column: [key in the file, French label]`, in the order read. */
  columns: Readonly<Record<string, readonly [key: string, label: string]>>
  where: RawBuilder<boolean>
}

/** Reads one table as a section: what it says it reads is what it reads. */
export async function sectionFrom(
  db: Database,
  { key, title, table, columns, where }: Asked,
): Promise<Section> {
  const entries = Object.entries(columns)
  const list = entries.map(([column, [name]]) => sql`${sql.ref(`t.${column}`)} as ${sql.id(name)}`)
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(list)} from ${sql.table(table)} as t where ${where} order by 1`.execute(db)
  return {
    key,
    title,
    columns: entries.map(([column, [name, label]]) => ({ key: name, label, from: `${table}.${column}` })),
    rows,
  }
}

/** For rows that belong to a network: all of them, or those of the one asked for. */
export function inside(column: string, within: Within): RawBuilder<boolean> {
  return within ? sql<boolean>`${sql.ref(column)} = ${within}` : sql<boolean>`true`
}
