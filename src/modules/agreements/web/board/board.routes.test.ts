import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp, words } from '../../../../../tests/support.ts'
import { addDays, day } from '../../../../kernel/day.ts'
import { findAgreement, recordActs } from '../../data/agreements.store.ts'
import type { Act } from '../../domain/acts.ts'
import { readAgenda } from '../../domain/agenda-lines.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { anAgreementInForce, aReadyDraft } from '../../testing.ts'

const app = useApp({ today: day('2026-06-17') })
let officer: Browser
let inForce: AgreementId
let february: AgreementId

const found = async (id: AgreementId) => {
  const one = await findAgreement(app.services.db, app.context().reach, id)
  if (!one) throw new Error('no such agreement')
  return one
}
const record = async (id: AgreementId, ...acts: Act[]) =>
  recordActs(app.services.db, await found(id), acts, { at: app.clock.now(), by: null })
const linesOf = (id: AgreementId) =>
  app.services.db
    .selectFrom('agreements.agenda_line')
    .selectAll()
    .where('agreement_id', '=', id)
    .orderBy('key')
    .execute()

/** Strict: CRLF, 75 octets, every line a name and a value. */
function readCalendar(text: string) {
  expect(text.endsWith('\r\n')).toBe(true)
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line).not.toMatch(/[\r\n\ufffd]/)
  }
  const logical = physical.reduce<string[]>((lines, line) => {
    if (line.startsWith(' ')) lines[lines.length - 1] += line.slice(1)
    else lines.push(line)
    return lines
  }, [])
  const events: Record<string, string>[] = []
  for (const line of logical) {
    const parsed = /^([A-Z-]+)(?:;[A-Z]+=[A-Z]+)?:(.*)$/.exec(line)
    if (!parsed) throw new Error(`not a content line: ${line}`)
    const [, name = '', value = ''] = parsed
    if (name === 'BEGIN' && value === 'VEVENT') events.push({})
    const last = events.at(-1)
    if (last) last[name] = words(value.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1'))
  }
  return events
}

beforeAll(async () => {
  officer = await app.signIn('officer')
  await aReadyDraft(app.context(), { partner: 'En projet' })
  inForce = await anAgreementInForce(app.context(), day('2022-02-01'), { partner: 'Vieille Rive' })
  february = await anAgreementInForce(app.context(), day('2024-03-01'), { partner: '=Février' })
}, 60_000)

describe('the board of deadlines', () => {
  it('says what, who, when, why and offers one act, late first (AGR-80)', async () => {
    const board = await read(await officer.get('/conventions/echeances'))
    expect(board.texts('.deadlines-title')[0]).toMatch(/^En retard/)
    expect(board.text).toContain('n’a pas été confirmée : 7 semestres manqués')
    expect(board.text).toContain('À faire par Vieille Rive')
    expect(board.text).toContain('Le projet de convention avec En projet attend d’être complété et signé.')
    expect(board.text).toMatch(/Art\. 8 : /)
    expect(board.text).toContain('lecture de travail')
  })

  it('is narrowed by links and a search, each kept in the address (AGR-80)', async () => {
    const late = await read(await officer.get('/conventions/echeances?retard=oui'))
    expect(late.texts('.deadlines-title').every((title) => title.startsWith('En retard'))).toBe(true)
    const drafts = await read(await officer.get('/conventions/echeances?theme=signatures&q=en+projet'))
    expect(drafts.texts('.deadline')).toHaveLength(1)
    expect((await read(await officer.get('/conventions/echeances?qui=partenaires'))).text).not.toContain(
      'En projet',
    )
    expect((await read(await officer.get('/conventions/echeances?theme=rien&page=zz'))).status).toBe(200)
    const none = await read(await officer.get('/conventions/echeances?q=inconnue'))
    expect(none.text).toContain('Rien ne répond à ces filtres')
  })

  it('is a file too, whose cells are no formula (AGR-80)', async () => {
    const answer = await officer.get('/conventions/echeances.csv?q=vrier')
    const [header = '', ...rows] = (await answer.text()).split('\r\n')
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(header).toContain('date;groupe;echeance;convention;partenaire')
    expect(rows.length).toBeGreaterThan(2)
    expect(rows[0]).toContain(";'=Février;")
  })

  it('shows the last useful day to denounce, found by search, for a period that ends on 28 February (AGR-50, AGR-136)', async () => {
    const page = await read(await officer.get('/conventions/reconductions?q=vrier'))
    expect(page.text).toContain('28 février 2027')
    expect(page.text).toContain('30 novembre 2026')
  })

  it('shows a partner its own agreements, and nobody else’s', async () => {
    const { partner } = await found(inForce)
    const theirs = await app.signIn('partner', { organisation: partner.id })
    const board = await read(await theirs.get('/conventions/echeances'))
    expect(board.text).toContain('Vieille Rive')
    expect(board.text).not.toContain('Février')
    expect(board.links.map(({ text }) => text).join()).not.toContain('Dénoncer')
    const stranger = await app.signIn('partner')
    expect((await read(await stranger.get('/conventions/echeances'))).text).toContain('Aucune échéance')
  })
})

describe('an agenda that follows the deadlines (AGR-81)', () => {
  const addressOf = async (browser: Browser) => {
    const page = await read(await browser.get('/conventions/echeances/abonnements'))
    return page.texts('code.address').map((text) => text.replace('http://localhost:3000', ''))
  }

  it('has a secret address, of which only a digest is kept, and is a calendar one can read', async () => {
    expect((await officer.post('/conventions/echeances/abonnements', { pour: 'moi' })).status).toBe(303)
    const [address = ''] = await addressOf(officer)
    const token = new URL(address, 'http://x').searchParams.get('jeton') ?? ''
    const rows = await app.services.db.selectFrom('agreements.feed').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    const answer = await app.visitor().get(address)
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    const events = readCalendar(await answer.text())
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(events.length)
    const end = events.find(({ SUMMARY }) => SUMMARY === 'Fin de période : =Février')
    expect(end).toMatchObject({ DTSTART: '20270228', DTEND: '20270301', SEQUENCE: '0', STATUS: 'CONFIRMED' })
    expect(words(end?.DESCRIPTION)).toContain('Article 8')
  })

  it('is told that a day moved or went: same name, next number, cancelled (AGR-81, AGR-123)', async () => {
    const [address = ''] = await addressOf(officer)
    const before = readCalendar(await (await app.visitor().get(address)).text())
    const of = (events: typeof before, summary: string) => events.find(({ SUMMARY }) => SUMMARY === summary)
    await record(february, {
      type: 'registered_letter_sent',
      purpose: 'denunciation',
      from: 'region',
      occurredOn: day('2026-06-17'),
    })
    const after = readCalendar(await (await app.visitor().get(address)).text())
    const gone = of(after, 'Dernier jour utile pour dénoncer : =Février')
    expect(gone?.UID).toBe(of(before, 'Dernier jour utile pour dénoncer : =Février')?.UID)
    expect(gone).toMatchObject({ STATUS: 'CANCELLED', SEQUENCE: '1' })
    expect(of(after, 'Fin de la convention : =Février')).toMatchObject({ DTSTART: '20260917' })
  })

  it('is opened once, by those who read the agreements; of the network, by those who reach it all', async () => {
    const again = await read(await officer.post('/conventions/echeances/abonnements', { pour: 'moi' }))
    expect(again.problems[0]).toContain('Cette adresse existe déjà')
    const partner = await app.signIn('partner')
    const refused = await read(await partner.post('/conventions/echeances/abonnements', { pour: 'reseau' }))
    expect(refused.problems[0]).toContain('Seule la tête du réseau')
    expect((await read(await officer.post('/conventions/echeances/abonnements', {}))).status).toBe(422)
  })

  it('is taken back by its owner only, and then answers nothing', async () => {
    const [address = ''] = await addressOf(officer)
    const { id } = await app.services.db.selectFrom('agreements.feed').select('id').executeTakeFirstOrThrow()
    const other = await app.signIn('officer')
    expect((await other.post(`/conventions/echeances/abonnements/${id}/retrait`)).status).toBe(404)
    expect((await officer.post(`/conventions/echeances/abonnements/${id}/retrait`)).status).toBe(303)
    expect((await app.visitor().get(address)).status).toBe(404)
    expect((await app.visitor().get('/conventions/echeances.ics?jeton=faux')).status).toBe(404)
  })

  it('shows only what its reader may still read', async () => {
    const { partner } = await found(inForce)
    const theirs = await app.signIn('partner', { organisation: partner.id })
    await theirs.post('/conventions/echeances/abonnements', { pour: 'moi' })
    const [address = ''] = await addressOf(theirs)
    const text = await (await app.visitor().get(address)).text()
    expect(text).toContain('Vieille Rive')
    expect(text).not.toContain('Février')
    await app.services.db
      .updateTable('identity.membership')
      .set({ ended_at: app.clock.now(), until_day: app.clock.today(), ended_by: 'left' })
      .where('organisation_id', '=', partner.id)
      .execute()
    expect(await (await app.visitor().get(address)).text()).not.toContain('Vieille Rive')
  })
})

describe('reminders (AGR-82)', () => {
  const mails = () =>
    app.services.db
      .selectFrom('platform.mail')
      .select(['subject', 'body', 'once_key'])
      .where('once_key', 'like', `reminder:${inForce}:last_day_to_denounce%`)
      .execute()
  const night = async () => {
    const { remindAboutDeadlines } = await import('../../jobs/remind-about-deadlines.ts')
    await remindAboutDeadlines.work(app.services, {})
  }

  it('are written once for each deadline, step and person, however often the night runs', async () => {
    const line = (await linesOf(inForce)).find(({ kind }) => kind === 'last_day_to_denounce_before_renewal')
    if (!line) throw new Error('no line')
    app.moveTo(addDays(line.day, -31))
    await night()
    expect(await mails()).toHaveLength(0)
    app.moveTo(addDays(line.day, -30))
    await night()
    const written = await mails()
    expect(written.length).toBeGreaterThan(0)
    expect(new Set(written.map(({ once_key }) => once_key)).size).toBe(written.length)
    expect(written[0]?.subject).toContain('dernier jour utile pour dénoncer')
    expect(words(written[0]?.body)).toContain('lecture de travail')
    await Promise.all([night(), night()])
    expect(await mails()).toHaveLength(written.length)
    app.moveTo(addDays(line.day, -7))
    await night()
    expect(await mails()).toHaveLength(written.length * 2)
  })
})

describe('what is kept of the lines', () => {
  it('keeps lines that a reading of the acts gives again, today and later (AGR-1, AGR-116)', async () => {
    for (const today of ['2026-11-02', '2027-01-01', '2027-07-01']) {
      app.moveTo(today)
      await officer.get('/conventions/echeances')
      for (const id of [inForce, february]) {
        const { entries } = readAgenda(await found(id), day(today))
        const kept = (await linesOf(id)).filter(({ gone_on }) => gone_on === null)
        const shape = ({ key, day: on, missed }: { key: string; day: string; missed: number }) => [
          key,
          on,
          missed,
        ]
        expect(kept.map(shape)).toEqual(
          entries.map(shape).sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
        )
      }
    }
  })
})
