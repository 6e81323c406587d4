import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { DataFolder } from './data-folder.ts'
import { EmbeddedError } from './failures.ts'
import { PORT, readPidFile, runningPostmaster } from './pid-file.ts'

/** What the product's own cluster listens to, as `pg` takes it. */
export interface Address {
  host: string
  port: number
  user: string
  password: string
  database: string
}

export const READY_WITHIN = 60_000

/** Waits until the server answers, making the product's database if it is not there yet. */
export async function untilReady(folder: DataFolder): Promise<Address> {
  const deadline = performance.now() + READY_WITHIN
  for (;;) {
    const answer = await tryToConnect(addressOf(folder))
    if (answer === null) return addressOf(folder)
    if (answer === '3D000') await createDatabase(folder)
    else if (answer === '28P01' || answer === '28000') throw passwordLost(folder)
    else if (performance.now() > deadline || runningPostmaster(folder) === null)
      throw notReady(folder, answer)
    else await pause(25)
  }
}

/** Where the running server listens, which a former version may have decided otherwise. */
function addressOf(folder: DataFolder): Address {
  const { socketFolder, port } = readPidFile(folder) ?? {}
  return {
    host: socketFolder || folder.sockets,
    port: port || PORT,
    user: 'maillage',
    password: readPassword(folder),
    database: 'maillage',
  }
}

function readPassword(folder: DataFolder): string {
  if (!existsSync(folder.password)) throw passwordLost(folder)
  return readFileSync(folder.password, 'utf8').trim()
}

/** Null when the server answers, else the code of its refusal. */
async function tryToConnect(address: Address): Promise<string | null> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return null
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(folder: DataFolder): Promise<void> {
  const client = new pg.Client({ ...addressOf(folder), database: 'postgres' })
  await client.connect()
  try {
    await client.query('create database maillage')
  } catch (error) {
    // Another process of ours was faster.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  } finally {
    await client.end()
  }
}

function notReady(folder: DataFolder, code: string): EmbeddedError {
  return new EmbeddedError('start-timeout', `PostgreSQL ne répond pas (${code}) ; voyez « ${folder.log} ».`)
}

function passwordLost(folder: DataFolder): EmbeddedError {
  return new EmbeddedError(
    'password-lost',
    `Le mot de passe de la base (« ${folder.password} ») est perdu ou ne correspond plus : rétablissez ce fichier depuis une sauvegarde du dossier.`,
  )
}
