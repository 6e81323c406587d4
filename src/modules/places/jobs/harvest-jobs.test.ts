import { once } from 'node:events'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../tests/support.ts'
import { isRefusal, refuse } from '../../../kernel/refusal.ts'
import { type FetchFile, fetchFile } from '../../../platform/fetch-file.ts'
import { runWaitingJobs } from '../../../platform/jobs/jobs.ts'
import { sourceOfBytes } from '../../../platform/tables/file-source.ts'
import { type StandardRow, standardColumns } from '../domain/standard/standard-columns.ts'
import { aGoodRow } from '../domain/testing.ts'
import { recognisePlaces } from '../use-cases/imports/read-file.ts'
import { harvestJob } from './harvest-jobs.ts'
import { importJobs } from './import-jobs.ts'

const app = useApp()

const rows = Array.from({ length: 10 }, (_, rank) =>
  aGoodRow({
    id: `r${rank}`,
    nom: `Atelier ${'abcdefghij'[rank]}`,
    adresse: `${rank + 1} rue du Port ${rank}`,
  }),
)
const csv = (some: readonly StandardRow[]) =>
  [
    standardColumns.join(','),
    ...some.map((row) => standardColumns.map((column) => `"${row[column]}"`).join(',')),
  ].join('\n')

/** A server that answers what is put here. */
let lying: { content: string; etag: string } | 'down' = 'down'
const fetch: FetchFile = async (_address, into, known) => {
  if (lying === 'down') return refuse('no-answer')
  if (known.etag === lying.etag) return { isNew: false }
  await writeFile(into, lying.content)
  return { isNew: true, name: 'lieux.csv', etag: lying.etag, lastModified: null }
}

async function harvested() {
  const jobs = importJobs.map((job) => (job.name === 'places/harvest-source' ? harvestJob(fetch) : job))
  // What is fetched is read, then published, by jobs that come before in the list.
  for (const _turn of [1, 2]) await runWaitingJobs(app.database.pool, jobs, app.services)
}

async function night(day: string) {
  app.moveTo(day)
  const due = importJobs.find(({ name }) => name === 'places/harvest-due')
  await due?.work(app.services, {} as never)
  await harvested()
}

const countPlaces = async () =>
  (await app.database.db.selectFrom('places.external_ref').selectAll().where('source', '=', 'Port').execute())
    .length

async function declared(fields: Record<string, string> = {}) {
  const officer = await app.signIn('officer')
  const answer = await officer.post('/lieux/imports/sources/nouvelle', {
    ...{ nom: 'Port', adresse: 'https://donnees.example.org/lieux.csv', rythme: 'daily', priorite: '50' },
    ...{ active: 'oui', reutilisable: 'oui', ...fields },
  })
  return { officer, answer, address: answer.headers.get('location') ?? '' }
}

describe('a source that is harvested (DIR-40)', () => {
  it('is published by itself, once: the same file is not read again', async () => {
    const { answer } = await declared()
    expect(answer.status).toBe(303)
    lying = { content: csv(rows), etag: '"un"' }
    await night('2026-06-18')
    expect(await countPlaces()).toBe(10)
    const runs = () =>
      app.database.db.selectFrom('places.import_run').selectAll().where('source', '=', 'Port').execute()
    expect(await runs()).toHaveLength(1)
    await night('2026-06-19')
    expect(await runs()).toHaveLength(1)
  })

  it('waits for somebody when it lost more than a fifth of its places, and tells (DIR-38, scenario 16)', async () => {
    lying = { content: csv(rows.slice(0, 6)), etag: '"deux"' }
    await night('2026-06-20')
    const [run] = await app.database.db
      .selectFrom('places.import_run')
      .selectAll()
      .where('source', '=', 'Port')
      .orderBy('created_at', 'desc')
      .limit(1)
      .execute()
    expect(run).toMatchObject({ applied_at: null })
    expect(run?.waits_because).toContain('4 des 10 lieux')
    const officer = await app.signIn('officer')
    const page = await read(await officer.get(`/lieux/imports/${run?.id}`))
    expect(page.text).toContain('Cette récolte attend votre accord')
    const mails = await app.database.db
      .selectFrom('platform.mail')
      .select('body')
      .where('once_key', 'like', `harvest-waits:${run?.id}%`)
      .execute()
    expect(mails.length).toBeGreaterThan(0)
    await officer.post(`/lieux/imports/${run?.id}/abandon`, {})
  })

  it('sent by hand, the same file waits for nobody but who sends it: its report says what it lost (DIR-38)', async () => {
    const officer = await app.signIn('officer')
    const fichier = new File(
      [csv([{ ...(rows[0] ?? aGoodRow({})), prise_rdv: 'https://rdv.example.org/' }])],
      'p.csv',
    )
    const sent = await officer.post('/lieux/imports/nouveau', { fichier, source: 'Port' })
    await harvested()
    const address = sent.headers.get('location') ?? ''
    const report = await read(await officer.get(address))
    expect(report.text).not.toContain('attend votre accord')
    expect(report.text).toMatch(/Lieux absents de ce fichier\s*9/)
    expect(report.text).toContain('Mettre à jour 1 lieu')
    const [waits] = await app.database.db
      .selectFrom('places.import_run')
      .select(['waits_because', 'applied_at'])
      .where('id', '=', (address.split('/').at(-1) ?? '') as never)
      .execute()
    expect(waits).toEqual({ waits_because: null, applied_at: null })
    await officer.post(`${address}/abandon`, {})
  })

  it('waits when a column that is read has gone: nothing is written, and staff is told (DIR-30, scenario 16)', async () => {
    const before = await app.database.db.selectFrom('places.place').selectAll().execute()
    lying = { content: 'titre,ville\nAtelier a,Gap', etag: '"trois"' }
    await night('2026-06-21')
    const officer = await app.signIn('officer')
    expect((await read(await officer.get('/lieux/imports'))).text).toContain('Colonnes à reconnaître')
    const runs = await app.database.db
      .selectFrom('places.import_run')
      .selectAll()
      .where('source', '=', 'Port')
      .where('awaits_mapping', '=', true)
      .execute()
    expect(runs[0]?.waits_because).toContain('Les colonnes de ce fichier')
    const mails = await app.database.db
      .selectFrom('platform.mail')
      .select('subject')
      .where('once_key', 'like', `harvest-waits:${runs[0]?.id}%`)
      .execute()
    expect(mails.length, 'staff is told').toBeGreaterThan(0)
    expect(await app.database.db.selectFrom('places.place').selectAll().execute()).toEqual(before)
    await officer.post(`/lieux/imports/${runs[0]?.id}/abandon`, {})
  })

  it('tells its third failure in a row, and says it on its page', async () => {
    lying = 'down'
    await night('2026-06-22')
    const failures = async () =>
      await app.database.db
        .selectFrom('places.source')
        .selectAll()
        .where('name', '=', 'Port')
        .executeTakeFirst()
    expect((await failures())?.failures).toBe(1)
    const id = (await failures())?.id
    for (const _again of [2, 3]) await harvestJob(fetch).work(app.services, { source: id as never })
    expect((await failures())?.failures).toBe(3)
    const mails = await app.database.db
      .selectFrom('platform.mail')
      .select('subject')
      .where('once_key', 'like', `harvest-failed:${id}%`)
      .execute()
    expect(mails[0]?.subject).toBe('La récolte de « Port » échoue')
    const officer = await app.signIn('officer')
    expect((await read(await officer.get(`/lieux/imports/sources/${id}`))).text).toContain('ne répond pas')
  })
})

describe('declaring a source', () => {
  it('asks for the address of what is to be harvested, and for a name of its own', async () => {
    const { answer } = await declared({ nom: 'Sans adresse', adresse: '' })
    const page = await read(answer)
    expect(page.status).toBe(422)
    expect(page.problems).toEqual(['Pour être récoltée, la source a besoin de l’adresse de son fichier.'])
    expect((await read((await declared()).answer)).problems[0]).toContain('porte déjà ce nom')
  })

  it('is the officer’s', async () => {
    const facilitator = await app.signIn('facilitator')
    expect((await facilitator.get('/lieux/imports/sources')).status).toBe(403)
    expect((await facilitator.post('/lieux/imports/sources/nouvelle', {})).status).toBe(403)
  })
})

describe('an address', () => {
  it('of this machine, of its neighbours or of another kind is not read (scenario 43)', async () => {
    const into = join(await mkdtemp(join(tmpdir(), 'maillage-fetch-')), 'x')
    const known = { etag: null, lastModified: null }
    const server = createServer((_request, response) => response.end('secret')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    for (const [url, why] of [
      [`http://127.0.0.1:${port}/`, 'address-not-public'],
      [`http://localhost:${port}/`, 'address-not-public'],
      ['http://169.254.169.254/latest/meta-data', 'address-not-public'],
      ['https://[::1]/', 'address-not-public'],
      ['file:///etc/passwd', 'address-not-web'],
      ['ftp://example.org/x.csv', 'address-not-web'],
      ['https://nom:secret@example.org/', 'address-not-web'],
    ] as const)
      expect(await fetchFile(url, into, known), url).toMatchObject({ refused: why })
    server.close()
  })
})

describe('a compressed file (DIR-40)', () => {
  it('is read as what it holds', async () => {
    const table = await recognisePlaces(sourceOfBytes(gzipSync(csv(rows))), 1e7)
    if (isRefusal(table)) throw new Error(table.refused)
    expect(table.header).toEqual([...standardColumns])
  })

  it('is refused when it is broken, or holds out of all proportion', async () => {
    const whole = gzipSync(csv(rows))
    expect(await recognisePlaces(sourceOfBytes(whole.subarray(0, 200)), 1e7)).toMatchObject({
      refused: 'gzip-unreadable',
    })
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 'a,b\n'))
    expect(await recognisePlaces(sourceOfBytes(bomb), 1e9)).toMatchObject({ refused: 'gzip-unreadable' })
  })
})
