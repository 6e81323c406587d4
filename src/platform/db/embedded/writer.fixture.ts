import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { EmbeddedError } from './failures.ts'
import { startEmbedded } from './supervisor.ts'

// A process of its own for the kill tests: holds the folder given, and writes numbered rows without end. Says on
// standard output what happens: `ready <pid>`, then each number whose commit was acknowledged.
const [dataDir = '', mode = 'write'] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

try {
  const server = await startEmbedded({ dataDir, log: (message) => say(`log ${message}`) })
  process.once('SIGTERM', () => server.stop().then(() => process.exit(0)))
  const pool = new pg.Pool({ ...server.address, max: 2 })
  pool.on('error', () => {})
  await pool.query('create table if not exists written (number integer primary key)')
  say(`ready ${server.adopted}`)
  setInterval(() => {}, 1_000)
  if (mode === 'write') await write(pool)
} catch (error) {
  say(error instanceof EmbeddedError ? `refused ${error.failure} ${error.message}` : String(error))
  process.exit(1)
}

async function write(pool: pg.Pool): Promise<never> {
  for (let number = 1; ; ) {
    try {
      await pool.query('insert into written values ($1) on conflict do nothing', [number])
      say(String(number))
      number += 1
    } catch {
      await pause(20)
    }
  }
}
