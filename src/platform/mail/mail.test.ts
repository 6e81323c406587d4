import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { read, useApp } from '../../../tests/support.ts'
import { refuse } from '../../kernel/refusal.ts'
import { inTransaction } from '../db/transaction.ts'
import { runWaitingJobs } from '../jobs/jobs.ts'
import { latestMails, sendMail, writeMail } from './mail.ts'

const app = useApp()
const received: { to: string[]; source: string }[] = []
let refusing = false

const relay = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  async onData(stream, { envelope }, answer) {
    const source = await text(stream)
    if (refusing) return answer(new Error('come back later'))
    received.push({ to: envelope.rcptTo.map(({ address }) => address), source })
    answer()
  },
})
let smtpUrl = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  smtpUrl = `smtp://127.0.0.1:${(relay.server.address() as AddressInfo).port}`
})
afterAll(() => new Promise<void>((resolve) => relay.close(resolve)))
afterEach(async () => {
  received.length = 0
  refusing = false
  await app.services.db.deleteFrom('platform.mail').execute()
})

const connected = () => ({
  ...app.services,
  config: { ...app.services.config, smtpUrl, mailFrom: 'Estuaire connecté <reseau@example.fr>' },
})
const sendAll = () => runWaitingJobs(app.database.pool, [sendMail], connected())

const letter = (onceKey = 'letter') => ({
  to: 'odile@example.fr',
  subject: 'Dénonciation reçue : échéance le 17 septembre 2026',
  body: 'Bonjour,\n\nL’accord « Val de Mer » s’achève à Noël, à Saint-Lô (élèves, œuvres, 10 €).\n.\nÀ bientôt',
  onceKey,
})

describe('a mail', () => {
  it('leaves once its act is committed, with its accents and in French typography; it is kept as written', async () => {
    await inTransaction(app.services.db, (tx) => writeMail(tx, app.clock.now(), letter()))
    expect(received).toEqual([])
    await sendAll()
    expect(received).toHaveLength(1)
    const { to, source } = received[0] ?? { to: [], source: '' }
    expect(to).toEqual(['odile@example.fr'])
    expect(decoded(source)).toContain(
      'L’accord «\u00a0Val de Mer\u00a0» s’achève à Noël, à Saint-Lô (élèves, œuvres, 10 €).',
    )
    expect(source).toMatch(/^Subject: =\?UTF-8\?/m)
    expect(source).toMatch(/^From: .*<reseau@example.fr>/m)
    expect(source).toMatch(/^Message-ID: <[0-9a-f-]{36}@localhost>/m)
    const [kept] = await latestMails(app.services.db)
    expect(kept?.sent_at).toBe(app.clock.now())
    expect(kept?.body).toBe(letter().body)
  })

  it('is not written when its act is refused', async () => {
    await inTransaction(app.services.db, async (tx) => {
      await writeMail(tx, app.clock.now(), letter())
      return refuse('no')
    })
    expect([await sendAll(), received, await latestMails(app.services.db)]).toEqual([0, [], []])
  })

  it('is written once whatever the number of times it is asked for, and sent once though the job runs twice', async () => {
    const write = (key: string) =>
      inTransaction(app.services.db, (tx) => writeMail(tx, app.clock.now(), letter(key)))
    await Promise.all([write('same'), write('same'), write('same')])
    await write('same')
    await write('other')
    expect(await sendAll()).toBe(2)
    for (const { id } of await latestMails(app.services.db)) await sendMail.work(connected(), { mail: id })
    expect(received).toHaveLength(2)
  })

  it('stays to be sent when the relay refuses it', async () => {
    refusing = true
    await inTransaction(app.services.db, (tx) => writeMail(tx, app.clock.now(), letter()))
    await expect(sendAll()).rejects.toThrow('come back later')
    const [kept] = await latestMails(app.services.db)
    expect(kept?.sent_at).toBeNull()
    refusing = false
    await sendMail.work(connected(), { mail: kept?.id ?? ('' as never) })
    expect(received).toHaveLength(1)
  })

  it('cannot carry a header of its own', async () => {
    const hostile = {
      ...letter('hostile'),
      subject: 'Bonjour\r\nBcc: tous@example.fr',
      to: 'odile@example.fr',
    }
    await inTransaction(app.services.db, (tx) => writeMail(tx, app.clock.now(), hostile))
    await sendAll()
    expect(received[0]?.to).toEqual(['odile@example.fr'])
    expect(received[0]?.source.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im)
  })

  it('of a demonstration stays in the mailbox page, as text', async () => {
    await inTransaction(app.services.db, (tx) =>
      writeMail(tx, app.clock.now(), { ...letter(), subject: '<b>Échéance</b>' }),
    )
    expect(await app.runJobs()).toBe(1)
    expect(received).toEqual([])
    const page = await read(await app.visitor().get('/dev/mail'))
    expect(page.heading).toBe('Courriels de la démonstration')
    expect(page.text).toContain('<b>Échéance</b>')
    expect(page.text).toContain('odile@example.fr')
    expect(page.text).toContain('s’achève à Noël')
  })
})

/** The text of a mail, whichever way it was wrapped to travel. */
function decoded(source: string): string {
  const [head = '', ...rest] = source.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  const joined = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return /quoted-printable/i.test(head) ? Buffer.from(joined, 'latin1').toString() : body
}
