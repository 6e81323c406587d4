import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import { root } from '../root.ts'
import type { Database } from './database.ts'

export const migrationsFolder = join(root, 'db', 'migrations')

/**
 * Brings the database to the newest schema. Several processes may call it at once: one works, the others wait.
 * Each file runs in the migrator's single transaction: a failure changes nothing and stops the start.
 * Returns the names just applied.
 */
export async function migrateToLatest(db: Database, folder = migrationsFolder): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: sqlFilesIn(folder),
    migrationTableSchema: 'platform',
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

function sqlFilesIn(folder: string): MigrationProvider {
  return {
    async getMigrations() {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
      return Object.fromEntries(names.map((name) => [name.slice(0, -4), sqlFile(join(folder, name))]))
    },
  }
}

function sqlFile(path: string): Migration {
  return {
    async up(db) {
      await sql.raw(await readFile(path, 'utf8')).execute(db)
    },
  }
}
