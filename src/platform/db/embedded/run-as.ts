import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { EmbeddedError, useDatabaseUrl } from './failures.ts'

/** The system user postgres runs as. Null: the user of this process. */
export interface RunAs {
  uid: number
  gid: number
  name: string
}

export interface Outcome {
  code: number | null
  output: string
}

/**
 * PostgreSQL refuses to run as root: another user is needed there. An existing cluster decides (its owner), then the
 * user asked for, then `postgres`, then `nobody`.
 */
export function chooseUser(asked: string | undefined, existingCluster: string | null): RunAs | null {
  if (process.getuid?.() !== 0) return null
  const users = systemUsers()
  const owner = existingCluster && statSync(existingCluster).uid
  const found = owner
    ? (users.find(({ uid }) => uid === owner) ?? { uid: owner, gid: owner, name: String(owner) })
    : (asked ? [asked] : ['postgres', 'nobody'])
        .map((name) => users.find((user) => user.name === name))
        .find((user) => user !== undefined && user.uid !== 0)
  if (found) return found
  throw new EmbeddedError(
    'no-user',
    `PostgreSQL refuse de fonctionner sous root, et ce système n’a pas d’utilisateur ${asked ? `« ${asked} »` : '« postgres » ni « nobody »'}. Lancez Maillage sous un utilisateur ordinaire. ${useDatabaseUrl}`,
  )
}

/** Can that user walk down to the folder? Asked of the system itself, which knows about every kind of right. */
export function canEnter(folder: string, as: RunAs | null): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    ...identity(as),
    cwd: '/',
    stdio: 'ignore',
  })
  return status === 0
}

/** Runs a program of PostgreSQL to its end. Rejects with the system's error when it cannot even begin. */
export function run(program: string, args: readonly string[], as: RunAs | null): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...surroundings(as), stdio: ['ignore', 'pipe', 'pipe'] })
    const output: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: Buffer.concat(output).toString('utf8').trim() }))
  })
}

/** No variable of the caller reaches PostgreSQL (PGDATA, PGPORT…); `/` is a folder every user may stand in. */
export function surroundings(as: RunAs | null) {
  return { ...identity(as), cwd: '/', env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } }
}

function identity(as: RunAs | null): { uid?: number; gid?: number } {
  return as ? { uid: as.uid, gid: as.gid } : {}
}

function systemUsers(): RunAs[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}
