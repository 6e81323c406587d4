import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { DatabaseAddress } from '../../src/platform/db/database.ts'
import { startTestServer } from '../../src/platform/db/test-server.ts'
import { root } from '../../src/platform/root.ts'

/** An installation of the built product on a database of its own, whose day the test chooses. */
export class Installation {
  readonly #server: DatabaseAddress
  readonly #database = `browser_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'maillage-'))
  #child: ChildProcess | null = null
  #isNew = true
  #said = ''
  url = ''

  private constructor(server: DatabaseAddress) {
    this.#server = server
  }

  static async create(): Promise<Installation> {
    return new Installation(await startTestServer())
  }

  /** One whose demonstration is in place and which does not run: those that begin on that day are copies of it. */
  static async prepare(today: string): Promise<Installation> {
    const made = await Installation.create()
    await made.startOn(today)
    await made.stop()
    process.env[preparedOn(today)] = JSON.stringify({ database: made.#database, dataDir: made.#dataDir })
    return made
  }

  /** Starts it, or starts it again, on that day: nothing else runs in between. */
  async startOn(today: string, more: Settings = () => ({})): Promise<string> {
    await this.stop()
    if (this.#isNew) await this.#begin(today)
    this.#isNew = false
    const port = 20_000 + Math.floor(Math.random() * 20_000)
    this.url = `http://localhost:${port}`
    const child = spawn(process.execPath, ['dist/server/server.js'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        DATABASE_URL: this.#databaseUrl(),
        DATA_DIR: this.#dataDir,
        MAILLAGE_TODAY: today,
        ...(await more(this.url)),
      },
    })
    this.#child = child
    this.#said = ''
    child.stdout.on('data', (chunk) => (this.#said += chunk))
    child.stderr.on('data', (chunk) => (this.#said += chunk))
    for (let tries = 0; tries < 3_000; tries += 1) {
      if (child.exitCode !== null) break
      if (await answers(`${this.url}/readyz`)) return this.url
      await new Promise((later) => setTimeout(later, 50))
    }
    throw new Error(`the product does not start:\n${this.#said}`)
  }

  /** Everything it said since it started, on both outputs. */
  get said(): string {
    return this.#said
  }

  /** What no page does in a test: the state of an installation in one statement. */
  async query(statement: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: this.#databaseUrl() })
    await client.connect()
    const { rows } = await client.query<Record<string, unknown>>(statement, [...values])
    await client.end()
    return rows
  }

  async stop(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }

  async remove(): Promise<void> {
    await this.stop()
    await this.#onServer(`drop database if exists ${this.#database} with (force)`)
    rmSync(this.#dataDir, { recursive: true, force: true })
  }

  async #begin(today: string): Promise<void> {
    const prepared = process.env[preparedOn(today)]
    if (!prepared)
      return this.#onServer(`create database ${this.#database} template template0 encoding 'UTF8'`)
    const { database, dataDir } = JSON.parse(prepared) as { database: string; dataDir: string }
    await this.#onServer(`create database ${this.#database} template ${database}`)
    cpSync(dataDir, this.#dataDir, { recursive: true })
  }

  #databaseUrl(): string {
    const { host = '', port = 5432, user = '', password = '' } = this.#server
    const who = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`
    // A socket's folder cannot stand before the port of an address.
    return host.startsWith('/')
      ? `postgres://${who}@localhost:${port}/${this.#database}?host=${encodeURIComponent(host)}`
      : `postgres://${who}@${host}:${port}/${this.#database}`
  }

  async #onServer(statement: string): Promise<void> {
    const admin = new pg.Client({ ...this.#server, database: 'postgres' })
    await admin.connect()
    await admin.query(statement)
    await admin.end()
  }
}

const preparedOn = (today: string) => `MAILLAGE_PREPARED_${today.replaceAll('-', '')}`

/** Further variables, once the address of the installation is known. */
type Settings = (url: string) => Record<string, string> | Promise<Record<string, string>>

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
