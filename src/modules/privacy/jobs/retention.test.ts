import { describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../tests/support.ts'
import { day } from '../../../kernel/day.ts'
import { privacyParts } from '../../../privacy-parts.ts'
import { latestPerson } from '../testing.ts'
import { applyRetention } from './apply-retention.ts'

const app = useApp({ today: day('2026-06-17') })
const night = () => applyRetention(privacyParts.retentionRules).work(app.services, {})
const warnings = () =>
  app.services.db
    .selectFrom('platform.mail')
    .select('recipient')
    .where('once_key', 'like', '%:inactive:%')
    .execute()
const isErased = async (id: string) =>
  (
    await app.services.db
      .selectFrom('identity.person')
      .select('anonymised_at')
      .where('id', '=', id as never)
      .executeTakeFirstOrThrow()
  ).anonymised_at !== null

describe('an account nobody uses', () => {
  it('is warned a month before, kept if its person comes back, erased otherwise; a last officer stays', async () => {
    await app.signIn('officer')
    const officer = await latestPerson(app)
    await app.signIn('facilitator')
    const gone = await latestPerson(app)
    await app.signIn('facilitator')
    const back = await latestPerson(app)
    await app.services.db
      .updateTable('identity.person')
      .set({ last_seen_on: day('2026-06-17') })
      .execute()
    app.moveTo('2028-05-17')
    await night()
    expect(await warnings()).toHaveLength(0)
    app.moveTo('2028-05-18')
    await night()
    await night()
    expect(await warnings()).toHaveLength(3)
    await app.services.db
      .updateTable('identity.person')
      .set({ last_seen_on: day('2028-06-01') })
      .where('id', '=', back.id)
      .execute()
    app.moveTo('2028-06-16')
    await night()
    expect(await isErased(gone.id)).toBe(false)
    app.moveTo('2028-06-17')
    await night()
    await night()
    expect(await isErased(gone.id)).toBe(true)
    expect(await isErased(back.id)).toBe(false)
    expect(await isErased(officer.id)).toBe(false)
    const auditor = await app.signIn('auditor')
    const page = await read(await auditor.get('/reglages/vie-privee/conservation'))
    expect(page.text).toContain('1 compte inutilisé est gardé')
  })
})

describe('every night', () => {
  it('each rule runs and is counted; one that fails stops no other, and is tried again', async () => {
    const ran: string[] = []
    const rule = (name: string, fails = false) => ({
      name,
      sentence: name,
      async apply() {
        ran.push(name)
        if (fails) throw new Error('no')
        return 2
      },
    })
    const job = applyRetention([rule('test.first', true), rule('test.second')])
    await expect(job.work(app.services, {})).rejects.toThrow('test.first')
    expect(ran).toEqual(['test.first', 'test.second'])
    const runs = await app.services.db
      .selectFrom('privacy.retention_run')
      .select(['rule', 'removed', 'failed'])
      .where('rule', 'like', 'test.%')
      .orderBy('rule')
      .execute()
    expect(runs).toMatchObject([
      { rule: 'test.first', failed: true },
      { rule: 'test.second', failed: false },
    ])
  })
})
