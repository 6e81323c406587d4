import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { backup } from '../../../../platform/backup/backup.ts'
import { readManifest, writeManifest } from '../../../../platform/backup/manifest.ts'
import { restore } from '../../../../platform/backup/restore.ts'
import { createDatabase, createPool, type DatabaseAddress } from '../../../../platform/db/database.ts'
import { migrateToLatest } from '../../../../platform/db/migrate.ts'
import { openFileStore } from '../../../../platform/files/file-store.ts'
import { installJobs } from '../../../../platform/jobs/install.ts'
import { root } from '../../../../platform/root.ts'
import { missingPrograms, startAuthority } from '../../../../platform/seal/testing.ts'
import { chainDigests } from '../../data/act-chain.store.ts'
import { findAgreement, recordActs } from '../../data/agreements.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { digestChains } from '../../jobs/digest-chains.ts'
import { anAgreementInForce } from '../../testing.ts'
import { chainText, digestText, parseAnchor } from '../../web/chain/chain-wording.ts'
import { type ChainAnchor, type ChainFault, verifyChains } from './verify-chains.ts'

const app = useApp({ today: day('2026-06-17') })
let first: AgreementId
let second: AgreementId
let reference = ''

beforeAll(async () => {
  const context = app.context()
  first = await anAgreementInForce(context, day('2026-06-12'), { partner: 'Val de Mer' })
  second = await anAgreementInForce(context, day('2026-06-13'), { partner: 'Terres d’Estuaire' })
  const agreement = await findAgreement(context.db, context.reach, first)
  reference = agreement?.reference ?? ''
  await sql`create table public.kept_acts as select * from agreements.act`.execute(context.db)
  await sql`create table public.kept_links as select * from agreements.act_link`.execute(context.db)
  await sql`create table public.kept_terms as select id, terms, template_version from agreements.agreement`.execute(
    context.db,
  )
})

/** Whoever owns the database puts the guards aside. */
async function asOwner(crime: string): Promise<void> {
  const client = await app.database.pool.connect()
  try {
    await client.query(`begin; set local session_replication_role = replica; ${crime}; commit`)
  } finally {
    client.release()
  }
}

beforeEach(() =>
  asOwner(`
    delete from agreements.chain_digest;
    delete from agreements.act; insert into agreements.act select * from public.kept_acts;
    delete from agreements.act_link; insert into agreements.act_link select * from public.kept_links;
    update agreements.agreement a set terms = k.terms, template_version = k.template_version
      from public.kept_terms k where k.id = a.id`),
)

const faults = async (anchor: ChainAnchor | null = null): Promise<ChainFault[]> =>
  (await verifyChains(app.services.db, { anchor })).faults
const of = (seq: number) => `agreement_id = '${first}' and seq = ${seq}`

/** A daily digest of every link made until now. */
async function digestNow(): Promise<void> {
  await asOwner(`update agreements.act_link set linked_at = linked_at - interval '2 hours'`)
  await digestChains.work(app.services, {})
}

describe('the chain of the acts of an agreement', () => {
  it('binds each act to the one before, in the transaction that records it (AGR-32)', async () => {
    const found = await verifyChains(app.services.db)
    expect(found).toMatchObject({ agreements: 2, faults: [] })
    expect(found.acts).toBeGreaterThanOrEqual(6)
    const context = app.context()
    const agreement = await findAgreement(context.db, context.reach, first)
    if (!agreement) throw new Error('no such agreement')
    await recordActs(context.db, agreement, [{ type: 'signing_reopened', party: 'region' } as never], {
      at: context.now,
      by: null,
    })
    expect(await verifyChains(app.services.db)).toMatchObject({ acts: found.acts + 1, faults: [] })
  })

  it('links the acts recorded before it existed as it would have then', async () => {
    const migration = await readFile(join(root, 'db/migrations/0019-agreements-seals.sql'), 'utf8')
    const [, loop = ''] =
      /-- Acts of before are linked in their order\.\n(do \$\$[\s\S]*?end \$\$);/.exec(migration) ?? []
    expect(loop).toContain('insert into agreements.act_link')
    await asOwner(`delete from agreements.act_link; ${loop}`)
    const { rows } = await app.database.pool.query(
      'select l.link = k.link as same from agreements.act_link l join public.kept_links k using (act_id)',
    )
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.every(({ same }) => same)).toBe(true)
    expect(await faults()).toEqual([])
  })

  it('is refused by the database when it is changed from the application', async () => {
    const change = app.database.pool.query('update agreements.act_link set seq = seq + 1')
    await expect(change).rejects.toThrow('append_only')
  })
})

describe('the verification names the first broken link', () => {
  it.each([
    ['its type', `update agreements.act set type = 'note' where OF`],
    ['its day', `update agreements.act set occurred_on = '2020-01-01', occurred_at = null where OF`],
    ['its instant', `update agreements.act set occurred_at = now(), occurred_on = null where OF`],
    [
      'when it was recorded',
      `update agreements.act set recorded_at = recorded_at - interval '1 microsecond' where OF`,
    ],
    ['who recorded it', `update agreements.act set recorded_by = gen_random_uuid() where OF`],
    ['what it says', `update agreements.act set payload = payload || '{"capacity": "autre"}' where OF`],
    ['its file', `update agreements.act set evidence_file_id = gen_random_uuid() where OF`],
    ['what it supersedes', `update agreements.act set supersedes = gen_random_uuid() where OF`],
    ['its rank', `update agreements.act set seq = 99 where OF`],
  ])('of an act altered in %s', async (_what, crime) => {
    await asOwner(crime.replace('OF', of(2)))
    expect(await faults()).toEqual([{ kind: 'altered-act', reference, seq: 2, day: null }])
  })

  it('of an act moved to another agreement', async () => {
    await asOwner(`update agreements.act set agreement_id = '${second}', seq = 98 where ${of(2)}`)
    expect(await faults()).toEqual([{ kind: 'altered-act', reference, seq: 2, day: null }])
  })

  it('of two acts that were swapped', async () => {
    await asOwner(`update agreements.act set seq = 99 where ${of(2)};
      update agreements.act set seq = 2 where ${of(3)}; update agreements.act set seq = 3 where ${of(99)}`)
    expect(await faults()).toEqual([{ kind: 'altered-act', reference, seq: 2, day: null }])
  })

  it('of an act removed, alone or with its link', async () => {
    await asOwner(`delete from agreements.act where ${of(2)}`)
    expect(await faults()).toEqual([{ kind: 'missing-act', reference, seq: 2, day: null }])
    await asOwner(`delete from agreements.act_link where ${of(2)}`)
    expect(await faults()).toEqual([{ kind: 'missing-link', reference, seq: 3, day: null }])
  })

  it('of an act put in without its link, and of a link rewritten', async () => {
    await asOwner(
      `insert into agreements.act (id, agreement_id, seq, type, recorded_at, payload)
       values (gen_random_uuid(), '${first}', 50, 'note', now(), '{}')`,
    )
    expect(await faults()).toEqual([{ kind: 'unlinked-act', reference, seq: 50, day: null }])
    await asOwner(
      `delete from agreements.act where ${of(50)}; update agreements.act_link set link = digest where ${of(1)}`,
    )
    expect(await faults()).toEqual([{ kind: 'altered-link', reference, seq: 1, day: null }])
  })

  it('of terms that are no longer those the last signature bound', async () => {
    await asOwner(
      `update agreements.agreement set terms = terms || '{"initialYears": 9}' where id = '${first}'`,
    )
    expect(await faults()).toEqual([{ kind: 'altered-terms', reference, seq: 3, day: null }])
  })

  it('in one line of French', async () => {
    await asOwner(`update agreements.act set payload = '{}' where ${of(2)}`)
    expect(chainText(await verifyChains(app.services.db))).toBe(
      `La chaîne des actes n’est pas intacte :\n- convention ${reference}, acte 2 : l’acte a été modifié après coup`,
    )
  })
})

describe('the daily digest of all chains', () => {
  it('is taken once a day and covers what was linked since the one before (AGR-32)', async () => {
    await digestNow()
    await Promise.all([1, 2, 3].map(() => digestChains.work(app.services, {})))
    const [one, ...others] = await chainDigests(app.services.db)
    expect(others).toEqual([])
    const { acts } = await verifyChains(app.services.db)
    expect(one).toMatchObject({ day: '2026-06-17', links: acts, token: null })
    expect(await faults()).toEqual([])
    expect(one && parseAnchor(digestText(one))).toEqual({
      day: '2026-06-17',
      hex: one?.digest.toString('hex'),
    })
  })

  it('tells the last act removed with its link, and a chain rewritten to its end', async () => {
    await digestNow()
    await asOwner(`delete from agreements.act_link where ${of(3)}; delete from agreements.act where ${of(3)}`)
    expect((await faults()).map(({ kind }) => kind)).toEqual(['digest-differs'])
  })

  it('compared with one noted elsewhere, tells even a rewritten digest', async () => {
    await digestNow()
    const [noted] = await chainDigests(app.services.db)
    const anchor = parseAnchor(noted ? digestText(noted) : '')
    await asOwner(`delete from agreements.act_link where ${of(3)}; delete from agreements.act where ${of(3)};
      delete from agreements.chain_digest`)
    expect((await faults(anchor)).map(({ kind }) => kind)).toEqual(['anchor-not-found'])
    await digestChains.work(app.services, {})
    expect((await faults(anchor)).map(({ kind }) => kind)).toEqual(['anchor-differs'])
    expect(await faults()).toEqual([])
  })

  it.skipIf(missingPrograms('openssl').length > 0)('is stamped by an authority when one is set', async () => {
    const authority = await startAuthority()
    const { config } = app.services
    app.services.config = { ...config, timestampUrl: authority.url }
    await digestNow()
    await authority.stop()
    app.services.config = config
    const [one] = await chainDigests(app.services.db)
    expect(one?.authority).toBe(authority.url)
    expect(await faults()).toEqual([])
    await asOwner(`update agreements.chain_digest set token = '\\x00'`)
    expect((await faults()).map(({ kind }) => kind)).toEqual(['stamp-of-something-else'])
  })

  it('is taken without a stamp while the authority is silent', async () => {
    const { config } = app.services
    app.services.config = { ...config, timestampUrl: 'http://127.0.0.1:9/' }
    await digestNow()
    app.services.config = config
    expect(await chainDigests(app.services.db)).toMatchObject([{ authority: null, token: null }])
  })
})

describe('a tampered backup that is restored', () => {
  it('is taken for intact by the restoration, and the command names the first broken link (AGR-135)', async () => {
    await digestNow()
    await asOwner('drop table public.kept_acts, public.kept_links, public.kept_terms')
    const folder = await mkdtemp(join(tmpdir(), 'maillage-tampered-'))
    const { address } = app.database
    const files = await openFileStore(`file:${join(folder, 'files')}`)
    const options = { address, files: app.services.files, into: folder, log: () => {} }
    const made = await backup({ ...options, now: app.clock.now() })
    await tamper(made.folder)
    const target = { ...address, database: `tampered_${process.pid}` }
    await app.database.pool.query(`create database ${target.database} template template0 encoding 'UTF8'`)
    try {
      await restore({ folder: made.folder, address: target, files, prepare: prepareIn(target) })
      const { status, stdout, stderr } = verifyByCommand(target)
      expect(stdout, stderr).toContain(
        `La chaîne des actes n’est pas intacte :\n- convention ${reference}, acte 2 : l’acte a été modifié après coup`,
      )
      expect(status).toBe(1)
      const intact = verifyByCommand(address)
      expect(intact.stdout).toContain('2 conventions')
      expect(intact.status).toBe(0)
    } finally {
      await app.database.pool.query(`drop database ${target.database} with (force)`)
      await rm(folder, { recursive: true })
    }
  }, 60_000)
})

/** Changes what an act says, and the manifest with it: the backup still looks whole. */
async function tamper(folder: string): Promise<void> {
  const manifest = await readManifest(folder)
  const table = manifest.tables.find(({ schema, name }) => schema === 'agreements' && name === 'act')
  if (!table) throw new Error('no table of acts')
  const file = join(folder, table.file)
  const lines = (await readFile(file, 'utf8')).split('\n')
  const changed = lines.map((line) =>
    line.includes(`\t${first}\t2\t`) || line.includes(`${first}\t2\t`) ? line.replace('A, B', 'A, C') : line,
  )
  expect(changed).not.toEqual(lines)
  const content = changed.join('\n')
  await writeFile(file, content)
  table.bytes = Buffer.byteLength(content)
  table.sha256 = createHash('sha256').update(content).digest('hex')
  await writeManifest(folder, manifest)
}

function prepareIn(address: DatabaseAddress) {
  return async (_last: string | undefined, queues: readonly string[]) => {
    const pool = createPool(address)
    await migrateToLatest(createDatabase(pool))
    await installJobs(pool, queues)
    await pool.end()
  }
}

function verifyByCommand({ host, port, user, password, database }: DatabaseAddress) {
  const secret = password ? `:${encodeURIComponent(String(password))}` : ''
  const DATABASE_URL = `postgres://${user}${secret}@localhost:${port}/${database}${host?.startsWith('/') ? `?host=${host}` : ''}`
  return spawnSync(process.execPath, ['--import', 'tsx', join(root, 'scripts/acts-verify.ts')], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, DATABASE_URL },
  })
}
