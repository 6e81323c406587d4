import { describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../tests/support.ts'
import { newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { lastSeal, sealText } from '../../../platform/journal/seals.ts'
import type { PersonId } from '../../../platform/session/actor.ts'

const app = useApp()

interface Written {
  action?: `${string}.${string}`
  subject?: string
  at?: string
  by?: Who
  impersonatedBy?: PersonId
  network?: 'estuaire' | 'baie'
  changes?: Record<string, readonly [unknown, unknown]>
  address?: string
}

interface Who {
  browser: Browser
  id: PersonId
  name: string
}

async function someone(
  role: Parameters<typeof app.signIn>[0],
  network = app.networks.estuaire,
): Promise<Who> {
  const browser = await app.signIn(role, { network })
  const row = await app.services.db
    .selectFrom('identity.person')
    .select(['id', 'name'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { browser, id: row.id, name: row.name ?? '' }
}

async function write({
  action = 'agreement.signed',
  subject = newId(),
  ...more
}: Written = {}): Promise<string> {
  const { by, at = app.clock.now(), network = 'estuaire', changes = {}, address, impersonatedBy } = more
  const context = app.context({
    now: at as Instant,
    network: { ...app.context().network, id: app.networks[network] },
    origin: address ? { address, userAgent: '' } : null,
    ...(by && {
      actor: { kind: 'person', personId: by.id, name: by.name, sessionId: newId(), lacks: 'membership' },
    }),
  })
  await inTransaction(app.services.db, (tx) => writeJournal(tx, context, action, subject, {}, { changes }))
  if (impersonatedBy)
    await app.services.db
      .insertInto('platform.journal')
      .values({
        at: at as Instant,
        network_id: app.networks[network],
        person_id: by?.id ?? null,
        impersonator_id: impersonatedBy,
        action,
        subject_id: subject,
      })
      .execute()
  return subject
}

const rows = async (browser: Browser, address: string) =>
  [...(await read(await browser.get(address))).document.querySelectorAll('main > .table > tbody > tr')].map(
    (row) => row.textContent?.replace(/[\s\u00a0\u202f]+/g, ' ') ?? '',
  )

describe('the journal', () => {
  it('says who, for whom, what, when, from where, what changed, and in whose place', async () => {
    const [officer, partner] = [await someone('officer'), await someone('partner')]
    const subject = await write({
      by: partner,
      impersonatedBy: officer.id,
      changes: { name: ['EPN', 'EPN du Phare'], email: ['•••', '•••'] },
      address: '192.0.2.7',
    })
    const shown = await rows(officer.browser, `/journal?objet=${subject}`)
    expect(shown).toHaveLength(2)
    expect(shown[0]).toContain(`Fait à sa place par ${officer.name}`)
    for (const told of [
      '17 juin 2026 à 12 h',
      partner.name,
      'a enregistré une signature',
      '192.0.2.7',
      'EPN du Phare',
    ])
      expect(shown[1]).toContain(told)
    const page = await read(await officer.browser.get(`/journal?objet=${subject}`))
    expect(page.links.map(({ href }) => href)).toContain(`/conventions/${subject}`)
    expect(page.text).toContain(sealText((await lastSeal(app.services.db)) ?? { position: 0, hex: '' }))
  })

  it('answers each filter, alone and together', async () => {
    const [officer, one, other] = [
      await someone('officer'),
      await someone('partner'),
      await someone('partner'),
    ]
    const start = newId().slice(0, 24)
    const [a, b, c] = [`${start}0000000000aa`, `${start}0000000000bb`, `${start}0000000000cc`]
    await write({ subject: a, by: one, action: 'label.granted', at: '2026-03-01T12:00:00.000Z' })
    await write({ subject: b, by: one, action: 'agreement.signed', at: '2026-03-02T12:00:00.000Z' })
    await write({ subject: c, by: other, action: 'agreement.signed', at: '2026-03-03T12:00:00.000Z' })
    const found = async (query: string) =>
      (await rows(officer.browser, `/journal?objet=${start}&${query}`)).length
    expect(await found('')).toBe(3)
    expect(await found(`personne=${one.name}`)).toBe(2)
    expect(await found('personne=Personne+de+ce+nom')).toBe(0)
    expect(await found('famille=label')).toBe(1)
    expect(await found('famille=inconnue')).toBe(3)
    expect(await found('du=02/03/2026')).toBe(2)
    expect(await found('au=02/03/2026')).toBe(2)
    expect(await found(`du=02/03/2026&au=02/03/2026&personne=${one.name}&famille=agreement`)).toBe(1)
    expect(await found('structure=Aucune+de+ce+nom')).toBe(0)
    expect(await found('objet=%25')).toBe(3)
    expect(await rows(officer.browser, '/journal?objet=%25')).toEqual([])
  })

  it('goes back in time page after page, and loses nothing on the way', async () => {
    const officer = await someone('officer')
    const subject = newId()
    for (let line = 0; line < 120; line += 1) await write({ subject, action: 'annex.changed' })
    const lengths: number[] = []
    for (let href: string | undefined = `/journal?objet=${subject}`; href; ) {
      const page = await read(await officer.browser.get(href))
      lengths.push(page.document.querySelectorAll('main > .table > tbody > tr').length)
      href = page.links.find(({ text }) => text === 'Lignes plus anciennes')?.href
    }
    expect(lengths).toEqual([50, 50, 20])
  })

  it('can be taken away as it is filtered, which leaves its own line', async () => {
    const officer = await someone('officer')
    const subject = await write({ by: officer, changes: { name: ['', '=1+1'] } })
    const answer = await officer.browser.post('/journal/export', { objet: subject })
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(answer.headers.get('content-disposition')).toContain('journal-estuaire-2026-06-17.csv')
    const lines = (await answer.text()).trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`;a enregistré une signature;${subject};`)
    const { action, person_id } = await app.services.db
      .selectFrom('platform.journal')
      .select(['action', 'person_id'])
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect({ action, person_id }).toEqual({ action: 'journal.exported', person_id: officer.id })
  })
})

describe('the journal explains', () => {
  it('a day that does not exist, and keeps what was typed', async () => {
    const officer = await someone('officer')
    const page = await read(await officer.browser.get('/journal?du=31/02/2026&personne=Odile'))
    expect(page.problems).toHaveLength(1)
    expect([page.value('du'), page.value('personne')]).toEqual(['31/02/2026', 'Odile'])
    expect((await officer.browser.post('/journal/export', { du: '31/02/2026' })).status).toBe(422)
  })

  it('an address that makes no sense by an ordinary page', async () => {
    const officer = await someone('officer')
    for (const odd of ['%E9', '-1e999', "'%22%25_%5C", '99999999999999999999', '2026-99-99'])
      for (const name of ['personne', 'structure', 'famille', 'du', 'au', 'objet', 'avant'])
        expect((await officer.browser.get(`/journal?${name}=${odd}`)).status, `${name}=${odd}`).toBe(200)
  })

  it('that nothing answers, and the way back', async () => {
    const officer = await someone('officer')
    const page = await read(await officer.browser.get('/journal?objet=rien'))
    expect(page.text).toContain('Aucune ligne ne répond')
    expect(page.links).toContainEqual({ text: 'Voir tout le journal', href: '/journal' })
  })
})

describe('the journal keeps others out', () => {
  it('is for officers, auditors and data-protection officers', async () => {
    for (const role of ['officer', 'auditor', 'data_protection_officer'] as const) {
      const { browser } = await someone(role)
      expect((await browser.get('/journal')).status, role).toBe(200)
      expect((await browser.post('/journal/export')).status, role).toBe(200)
    }
    for (const role of ['reader', 'partner', 'facilitator', 'juror'] as const) {
      const { browser } = await someone(role)
      expect((await browser.get('/journal')).status, role).toBe(403)
      expect((await browser.post('/journal/export')).status, role).toBe(403)
    }
  })

  it('never shows the lines of another network, even by their subject or their place in the list', async () => {
    const [officer, away] = [await someone('officer'), await someone('officer', app.networks.baie)]
    const subject = await write({ by: away, network: 'baie' })
    expect(await rows(officer.browser, `/journal?objet=${subject}`)).toEqual([])
    expect(await rows(officer.browser, '/journal?personne=Camille')).not.toContain(subject)
    expect(await (await officer.browser.post('/journal/export', { objet: subject })).text()).not.toContain(
      subject,
    )
    expect(await rows(away.browser, `/n/baie/journal?objet=${subject}`)).toHaveLength(1)
  })
})

describe('one’s own journal', () => {
  it('shows what one did, what was done about one, and in one’s place; nothing else', async () => {
    const [me, other] = [await someone('facilitator'), await someone('officer')]
    await write({ by: me, action: 'label.granted' })
    await write({ by: other, action: 'person.erased', subject: me.id })
    await write({ by: other, action: 'import.received' })
    await write({ by: me, action: 'import.received', network: 'baie' })
    await app.services.db
      .insertInto('platform.journal')
      .values({ at: app.clock.now(), person_id: me.id, action: 'email.confirmed', subject_id: me.id })
      .execute()
    const shown = await rows(me.browser, '/compte/journal')
    expect(shown).toHaveLength(3)
    expect(shown.join()).toMatch(/a confirmé son adresse.*a effacé les données.*a attribué un label/)
    expect(shown.join()).toContain(other.name)
  })

  it('is open to somebody who acts for nobody here, and closed to visitors', async () => {
    const away = await someone('partner', app.networks.baie)
    const page = await read(await away.browser.get('/compte/journal'))
    expect([page.status, page.heading]).toEqual([200, 'Votre journal'])
    expect(page.text).toContain('Rien encore à votre sujet')
    expect((await app.visitor().get('/compte/journal')).headers.get('location')).toMatch(/^\/connexion/)
  })
})
