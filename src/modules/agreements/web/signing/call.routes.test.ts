import { beforeEach, describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../../tests/support.ts'
import { type Day, day } from '../../../../kernel/day.ts'
import { stateOn } from '../../domain/state.ts'
import { remindSigners } from '../../jobs/remind-signers.ts'
import { anOpenSigning, signs } from './two-signers.fixture.ts'

const app = useApp({ today: day('2026-06-17') })
beforeEach(() => app.moveTo('2026-06-17'))

const life = (remindEvery: number | null, expiresOn: string | null = null) => ({
  life: { remindEvery, expiresOn: expiresOn as Day | null },
})

const reminders = async (id: string) =>
  app.services.db
    .selectFrom('platform.mail')
    .select(['recipient', 'subject', 'body'])
    .where('subject', 'like', '%rappel%')
    .where('body', 'like', `%${id}%`)
    .execute()

async function remindOn(to: string, times = 1): Promise<void> {
  app.moveTo(to)
  await Promise.all(Array.from({ length: times }, () => remindSigners.work(app.services, {})))
}

describe('a call to sign (AGR-28)', () => {
  it('is recalled every so many days, once per call and step, whatever the number of processes', async () => {
    const { id, partner } = await anOpenSigning(app, life(3))
    await remindOn('2026-06-19')
    expect(await reminders(id)).toEqual([])
    await remindOn('2026-06-20', 3)
    await remindOn('2026-06-22', 3)
    expect(await reminders(id)).toHaveLength(2)
    await remindOn('2026-06-23')
    expect(await reminders(id)).toHaveLength(4)
    app.moveTo('2026-06-24')
    await signs(app, id, partner.browser)
    await remindOn('2026-06-26')
    expect(await reminders(id)).toHaveLength(4)
    await remindOn('2026-06-27')
    const all = await reminders(id)
    expect(all).toHaveLength(5)
    expect(all.at(-1)?.body).toContain('depuis le 24 juin 2026')
    expect(all.at(-1)?.body).toContain('le silence ne vaut pas accord')
  })

  it('is never recalled without a rhythm, nor after its end', async () => {
    const quiet = await anOpenSigning(app, life(null))
    const short = await anOpenSigning(app, life(3, '2026-06-19'))
    await remindOn('2026-06-20')
    expect(await reminders(quiet.id)).toEqual([])
    expect(await reminders(short.id)).toEqual([])
  })

  it('ends with its link alone, and the head prolongs it', async () => {
    const { id, address, agreement, partner, region } = await anOpenSigning(app, life(null, '2026-06-19'))
    app.moveTo('2026-06-19')
    expect((await read(await partner.browser.get(`${address}/signature-en-ligne`))).text).toContain(
      'Recevoir mon code par courriel',
    )
    app.moveTo('2026-06-20')
    const closed = await read(await partner.browser.get(`${address}/signature-en-ligne`))
    expect(closed.text).toContain('Cet appel à signer a pris fin le 19 juin 2026')
    expect(closed.text).not.toContain('Recevoir mon code')
    const refused = await read(
      await partner.browser.post(`${address}/signature-en-ligne/refus`, { vu: '0', motif: 'Trop tard.' }),
    )
    expect(refused.problems.join(' ')).toContain('a pris fin')
    const { terms, acts } = await agreement()
    expect(acts).toEqual([])
    expect(stateOn(terms, acts, day('2026-06-20')).status).toBe('draft')
    expect((await read(await region.browser.get(address))).text).toContain('Fini le 19 juin 2026')
    const renewed = await region.browser.post(`${address}/signature-en-ligne/appel`, {
      vu: '0',
      rappel: '7',
      echeance: '30/06/2026',
    })
    expect(renewed.status).toBe(303)
    await app.runJobs()
    const calls = await app.services.db
      .selectFrom('platform.mail')
      .select('id')
      .where('subject', 'like', '%à vous de signer%')
      .where('body', 'like', `%${id}%`)
      .execute()
    expect(calls).toHaveLength(4)
    expect((await signs(app, id, partner.browser)).status).toBe(303)
  })

  it('stands first on the page of the day of whoever is called, while it is their turn', async () => {
    const { id, address, partner } = await anOpenSigning(app, life(null, '2026-06-30'))
    const today = await read(await partner.browser.get('/aujourdhui'))
    expect(today.text).toContain('À vous de signer')
    expect(today.text).toContain('L’appel à signer prend fin le 30 juin 2026')
    expect(today.links.find(({ text }) => text.startsWith('Signer en ligne'))?.href).toBe(
      `${address}/signature-en-ligne`,
    )
    await signs(app, id, partner.browser)
    expect((await read(await partner.browser.get('/aujourdhui'))).text).not.toContain('À vous de signer')
  })
})

describe('it explains why not', () => {
  it('to a rhythm or a day that makes no sense, and without an open signing', async () => {
    const { address, region } = await anOpenSigning(app)
    const send = async (change: Record<string, string>) =>
      (
        await read(await region.browser.post(`${address}/signature-en-ligne/appel`, { vu: '0', ...change }))
      ).problems.join(' ')
    expect(await send({ rappel: '0' })).toContain('entre 1 et 60')
    expect(await send({ rappel: '1,5' })).toContain('entre 1 et 60')
    expect(await send({ echeance: '31/02/2026' })).toContain('n’existe pas dans le calendrier')
    expect(await send({ echeance: '16/06/2026' })).toContain('Ce jour est passé')
    await region.browser.post(`${address}/signature-en-ligne/fermeture`, { vu: '0' })
    expect(await send({ rappel: '3' })).toContain('n’est pas ouverte')
  })
})

describe('it keeps others out', () => {
  it('the page of the day shows nobody else’s call, nor one’s own for another organisation', async () => {
    await anOpenSigning(app)
    for (const browser of [await app.signIn('officer'), await app.signIn('partner')])
      expect((await read(await browser.get('/aujourdhui'))).text).not.toContain('À vous de signer')
  })
})
