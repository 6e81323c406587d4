import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import { addChecklistItem } from '../../src/modules/equipment/data/catalogue.store.ts'
import { findLine, type Line } from '../../src/modules/equipment/data/lines.store.ts'
import { reportsOf } from '../../src/modules/equipment/data/reports.store.ts'
import { equipmentRetention } from '../../src/modules/equipment/data/retention.ts'
import { giveRole } from '../../src/modules/equipment/data/roles.store.ts'
import { reportDocument } from '../../src/modules/equipment/documents/report-document.ts'
import type { UnitId } from '../../src/modules/equipment/domain/equipment.ts'
import { printedReport, REPORT_TEMPLATE } from '../../src/modules/equipment/jobs/write-report.ts'
import {
  aBorrower,
  aModel,
  anInventory,
  at,
  aUnit,
  aWish,
  type Borrower,
  done,
  type Lent,
} from '../../src/modules/equipment/testing.ts'
import { approveLine } from '../../src/modules/equipment/use-cases/decide-line.ts'
import { dayAtDesk, desksAtWork } from '../../src/modules/equipment/use-cases/desk-day.ts'
import { requestLoan } from '../../src/modules/equipment/use-cases/request-loan.ts'
import { closeLine } from '../../src/modules/equipment/use-cases/take-back.ts'
import { createDatabase } from '../../src/platform/db/database.ts'
import type { Member, OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp, words } from '../support.ts'

const app = useApp()
let borrower: Borrower
let lent: Lent
let agent: Browser
let partner: Browser

const local = (moment: string) => at(moment.slice(0, 10), moment.slice(11))
const on = (moment: string) => app.context({ today: day(moment.slice(0, 10)), now: local(moment) })
const moveTo = (moment: string) => app.clock.moveTo(local(moment))
const page = (line: Pick<Line, 'id'>) => `/materiel/guichet/prets/${line.id}`
const fresh = async (line: Pick<Line, 'id'>) =>
  done(await findLine(app.services.db, app.context().reach, line.id))

beforeAll(async () => {
  borrower = await aBorrower(on('2027-01-04 10:00'))
  lent = await anInventory(on('2027-01-04 10:00'), { units: 6 })
  agent = await agentOf(lent)
  partner = await app.signIn('partner', { organisation: borrower.organisationId })
})

/** An agent of the organisation that lends. */
async function agentOf({ inventoryId }: Lent, role: 'desk_agent' | 'officer' | 'reader' = 'desk_agent') {
  const { rows } = await app.database.pool.query('select owner_id from equipment.inventory where id = $1', [
    inventoryId,
  ])
  return app.signIn(role, { organisation: rows[0].owner_id as OrganisationId })
}

async function granted(
  [pickup, back]: readonly [string, string],
  more: { of?: Lent; unit?: UnitId | undefined; to?: Borrower; now?: string } = {},
): Promise<Line> {
  const { of = lent, to = borrower, now = '2027-01-04 10:00' } = more
  const unit = more.unit ?? of.units[0]
  const wanted = [{ modelId: of.model, unitId: unit, count: 1 }]
  const { lines } = done(await requestLoan(on(now), aWish(of, to, local(pickup), local(back), { wanted })))
  const [line] = lines
  if (!line) throw new Error('no line')
  return done(await approveLine(on(now), { lineId: line.id, seen: line.seq }, { reason: 'Accordé' }))
}

/** What the form of the page would send: its key and the rank it showed. */
async function sent(line: Pick<Line, 'id'>, more: Record<string, string> = {}) {
  return { cle: randomUUID(), vu: String((await fresh(line)).seq), ...more }
}

async function partsTyped(line: Pick<Line, 'id'>, change: Record<string, string> = {}) {
  const { document } = await read(await agent.get(page(line)))
  const ranks = [...document.querySelectorAll('[name^="trouve-"]')].map(
    (field) => field.getAttribute('name') ?? '',
  )
  const fields = ranks.flatMap((name) => {
    const rank = name.slice('trouve-'.length)
    const found = document.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? '1'
    return [
      [name, found],
      [`etat-${rank}`, 'good'],
    ]
  })
  return { ...Object.fromEntries(fields), ...change }
}

async function prepared(line: Line, number = 'VR-1') {
  const response = await agent.post(`${page(line)}/preparation`, await sent(line, { numero: number }))
  expect(response.status).toBe(303)
}

async function reported(line: Line, way: 'depart' | 'retour', change: Record<string, string> = {}) {
  const noted = await agent.post(
    `${page(line)}/etat/${way}`,
    await sent(line, await partsTyped(line, change)),
  )
  expect((await read(noted)).problems).toEqual([])
  expect(noted.status).toBe(303)
}

async function signed(line: Line, way: 'depart' | 'retour', change: Record<string, string> = {}) {
  for (const partie of ['owner', 'collector']) {
    const fields = { partie, reponse: 'signe', nom: `Signataire ${partie}`, fonction: 'agent', ...change }
    const response = await agent.post(`${page(line)}/etat/${way}/signatures`, await sent(line, fields))
    expect(response.status).toBe(303)
  }
}

async function out(line: Line, number = 'VR-1') {
  await prepared(line, number)
  await reported(line, 'depart')
  await signed(line, 'depart')
  const response = await agent.post(`${page(line)}/remise`, await sent(line))
  expect(response.status).toBe(303)
}

async function custodies(line: Pick<Line, 'id'>) {
  const { rows } = await app.database.pool.query(
    'select u.asset_number, c.back_at from equipment.custody c join equipment.unit u on u.id = c.unit_id where line_id = $1 order by 1',
    [line.id],
  )
  return rows as { asset_number: string; back_at: string | null }[]
}

describe('Le guichet', () => {
  it('EQP-801, L23: montre sa journée par heure, ce qui reste à faire et ce qui manque', async () => {
    moveTo('2027-09-06 08:30')
    const uninsured = await aBorrower(on('2027-01-04 10:00'), {
      partner: 'Sans Assurance',
      insuredUntil: '2027-09-10',
    })
    await granted(['2027-09-06 09:00', '2027-09-14 10:00'])
    await granted(['2027-09-06 14:00', '2027-09-20 10:00'], { unit: lent.units[1], to: uninsured })
    const shown = await read(await agent.get('/materiel/guichet?jour=2027-09-06'))
    const rows = [...shown.document.querySelectorAll('tbody tr')].map((row) => words(row.textContent))
    expect(rows).toEqual([
      expect.stringMatching(/^9 h.*Retrait.*Val de Mer.*Casque VR, VR-1.*à préparer$/),
      expect.stringMatching(/^14 h.*Retrait.*Sans Assurance.*VR-2.*attestation d’assurance manquante/),
    ])
  })

  it('EQP-1804: lit soixante rendez-vous en autant de requêtes qu’un seul', async () => {
    const big = await anInventory(on('2027-01-04 10:00'), {
      units: 60,
      name: 'Grand inventaire',
      policy: { seatsPerSlot: 60 },
    })
    for (const unit of big.units) await granted(['2027-10-04 09:00', '2027-10-06 10:00'], { of: big, unit })
    const few = await statementsOf(big, '2027-10-03')
    const many = await statementsOf(big, '2027-10-04')
    expect([few.appointments, many.appointments]).toEqual([0, 60])
    expect(many.statements).toBeLessThanOrEqual(5)
    // The names of the borrowers are asked only when there are some.
    expect(many.statements - few.statements).toBe(1)
  }, 120_000)

  it('L7, EQP-805: prête, remet et donne un document qui dit 14 h et 10 h, heure locale', async () => {
    const line = await granted(['2027-10-29 14:00', '2027-11-05 10:00'], { unit: lent.units[2] })
    moveTo('2027-10-29 14:00')
    await out(line, 'VR-3')
    expect((await custodies(line)).length).toBe(1)
    await app.runJobs()
    const shown = await read(await agent.get(page(line)))
    expect(shown.text).toContain('29 octobre 2027 à 14 h')
    expect(shown.text).toContain('5 novembre 2027 à 10 h')
    const pdf = await partner.get(`/materiel/etats/${line.id}/depart/document`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    const text = await pdfText(new Uint8Array(await pdf.arrayBuffer()))
    if (text === null) return
    expect(text).toContain('29 octobre 2027 à 14 h')
    expect(text).toContain('5 novembre 2027 à 10 h')
    expect(text).toContain('Signataire collector')
    expect(text).toMatch(/article 4[^ ]* .*de la convention/)
  }, 60_000)

  it('EQP-805: refait le même document octet pour octet, et le tient accessible', async () => {
    const line = await granted(['2027-11-15 09:00', '2027-11-16 10:00'], { unit: lent.units[3] })
    moveTo('2027-11-15 09:00')
    await prepared(line, 'VR-4')
    await reported(line, 'depart')
    await agent.post(`${page(line)}/etat/depart/photos`, await photoTyped(line))
    await signed(line, 'depart')
    const report = done((await reportsOf(app.services.db, line.id)).out)
    const data = reportDocument(done(await printedReport(app.services, report.id)))
    const make = (standard: 'a-2a' | 'ua-1') =>
      app.services.documents.pdf({ template: REPORT_TEMPLATE, data, createdAt: report.drawnAt, standard })
    const [first, second] = [await make('a-2a'), await make('a-2a')]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    expect((await make('ua-1')).length).toBeGreaterThan(1000)
    const info = await tool('pdfinfo', first)
    if (info !== null) expect(info).toMatch(/Tagged:\s+yes/)
    const checked = await tool('qpdf', first, ['--check'])
    if (checked !== null) expect(checked).toContain('No syntax or stream encoding errors')
  }, 60_000)

  it('EQP-803: garde une photo sans le lieu où elle fut prise', async () => {
    const line = await granted(['2027-11-22 09:00', '2027-11-23 10:00'], { unit: lent.units[3] })
    moveTo('2027-11-22 09:00')
    await prepared(line, 'VR-4')
    expect((await agent.post(`${page(line)}/etat/depart/photos`, await photoTyped(line))).status).toBe(303)
    const photo = done((await reportsOf(app.services.db, line.id)).out).photos[0]
    const kept = await partner.get(`/materiel/etats/${line.id}/photos/${photo?.id}`)
    const { exif, format, width } = await sharp(Buffer.from(await kept.arrayBuffer())).metadata()
    expect([exif, format, width]).toEqual([undefined, 'jpeg', 1600])
  })

  it('L17, EQP-808: reprend une malle en partie, et ne garde dehors que ce qui manque', async () => {
    const kit = await aKit()
    const line = await granted(['2027-06-07 09:00', '2027-06-14 10:00'], { of: kit, unit: kit.units[0] })
    moveTo('2027-06-07 09:00')
    await out(line, 'KIT-RADIO')
    expect((await custodies(line)).length).toBe(2)
    moveTo('2027-06-14 10:00')
    const ranks = await rankOf(line)
    await reported(line, 'retour', {
      [`trouve-${ranks.mixer}`]: '0',
      [`etat-${ranks.mixer}`]: 'missing',
      [`trouve-${ranks.xlr}`]: '5',
    })
    const back = await agent.post(`${page(line)}/retour`, await sent(line))
    expect(back.status).toBe(303)
    expect((await fresh(line)).state).toBe('partially_returned')
    const still = (await custodies(line)).filter(({ back_at }) => back_at === null)
    expect(still.map(({ asset_number }) => asset_number)).toEqual(['MIX-1'])
    expect((await read(await agent.get(page(line)))).text).toContain(
      'Reste chez l’emprunteur : Table de mixage, MIX-1',
    )
  })

  it('L25: remet dans le délai de grâce', async () => {
    const line = await granted(['2027-12-06 09:00', '2027-12-10 10:00'], { unit: lent.units[4] })
    moveTo('2027-12-07 11:00')
    const shown = await read(await agent.get('/materiel/guichet'))
    expect(shown.texts('h2')).toContain('En attente depuis un autre jour')
    await out(line, 'VR-5')
    expect((await fresh(line)).state).toBe('out')
  })

  it('L28, EQP-1305: deux clics font une remise, un contrat et un courriel', async () => {
    const line = await granted(['2027-12-13 09:00', '2027-12-15 10:00'], { unit: lent.units[5] })
    moveTo('2027-12-13 09:00')
    await prepared(line, 'VR-6')
    await reported(line, 'depart')
    await signed(line, 'depart')
    const fields = await sent(line)
    const answers = await Promise.all([1, 2, 3].map(() => agent.post(`${page(line)}/remise`, fields)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    await app.runJobs()
    await app.runJobs()
    expect((await custodies(line)).length).toBe(1)
    const { rows: mails } = await app.database.pool.query(
      `select 1 from platform.mail where once_key like $1 || ':hand-over:%'`,
      [line.id],
    )
    const { rows: contracts } = await app.database.pool.query(
      'select 1 from equipment.condition_report where line_id = $1 and document_file_id is not null',
      [line.id],
    )
    expect([mails.length, contracts.length]).toEqual([1, 1])
  })

  it('EQP-1301: laisse un passant savoir à qui rendre, et rien de plus', async () => {
    const { rows } = await app.database.pool.query(
      'select token from equipment.unit_label where unit_id = $1',
      [lent.units[0]],
    )
    const address = `/m/${rows[0].token}`
    const passing = await read(await app.visitor().get(address))
    expect(passing.text).toMatch(
      /appartient à Tête Matériel mutualisé.*Pour le rendre : Maison du Département/,
    )
    expect(passing.text).not.toMatch(/Val de Mer|service|guichet/)
    expect((await read(await partner.get(address))).text).toContain('service')
    await app.database.pool.query(
      'update equipment.unit_label set replaced_at = issued_at where token = $1',
      [rows[0].token],
    )
    expect((await read(await app.visitor().get(address))).text).toContain('Cette étiquette a été remplacée')
    expect((await app.visitor().get('/m/inconnue-inconnue-inconnue')).status).toBe(404)
  })

  it('EQP-1301: imprime les étiquettes d’un guichet', async () => {
    const sheet = await agent.get(`/materiel/guichet/etiquettes?guichet=${lent.deskId}`)
    expect(sheet.status).toBe(200)
    const text = await pdfText(new Uint8Array(await sheet.arrayBuffer()))
    if (text !== null) expect(text).toContain('VR-2')
  })
})

describe('Le guichet oublie', () => {
  it('EQP-1503: le téléphone au bout d’un an, les signatures au bout de cinq', async () => {
    const line = await granted(['2027-02-01 09:00', '2027-02-02 10:00'], { unit: lent.units[1] })
    moveTo('2027-02-01 09:00')
    await out(line, 'VR-2')
    moveTo('2027-02-02 10:00')
    await reported(line, 'retour')
    expect((await agent.post(`${page(line)}/retour`, await sent(line))).status).toBe(303)
    await signed(line, 'retour')
    expect((await agent.post(`${page(line)}/controle`, await sent(line))).status).toBe(303)
    const now = await fresh(line)
    done(await closeLine(on('2027-02-03 10:00'), { lineId: line.id, seen: now.seq }))
    await app.database.pool.query(
      `update equipment.loan_request set collector_phone = '02 00 00 00 00' where id = $1`,
      [line.requestId],
    )
    const applied = async (name: string, moment: string) => {
      moveTo(moment)
      return equipmentRetention.find((rule) => rule.name === name)?.apply(app.services)
    }
    expect(await applied('equipment.collector-phones', '2028-02-02 09:00')).toBe(0)
    expect(await applied('equipment.collector-phones', '2028-02-04 09:00')).toBe(1)
    expect(await applied('equipment.signatures', '2032-01-30 09:00')).toBe(0)
    expect(await applied('equipment.signatures', '2032-02-04 09:00')).toBe(4)
    const { out: report } = await reportsOf(app.services.db, line.id)
    expect(new Set(report?.signatures.map(({ name }) => name))).toEqual(new Set(['Personne effacée']))
    expect(report?.parts.length).toBeGreaterThan(0)
    expect(await applied('equipment.act-keys', '2032-02-04 09:00')).toBeGreaterThan(0)
  })
})

describe('Le guichet explique pourquoi non', () => {
  it('EQP-806, L21: ne remet pas sans attestation valable', async () => {
    const short = await aBorrower(on('2027-01-04 10:00'), { partner: 'Court', insuredUntil: '2027-03-17' })
    const line = await granted(['2027-03-08 09:00', '2027-03-30 10:00'], { to: short })
    moveTo('2027-03-08 09:00')
    await prepared(line)
    await reported(line, 'depart')
    await signed(line, 'depart')
    const refused = await agent.post(`${page(line)}/remise`, await sent(line))
    const shown = await read(refused)
    expect(refused.status).toBe(409)
    expect(shown.problems[0]).toMatch(/attestation d’assurance.*18 mars 2027/)
    expect(await custodies(line)).toEqual([])
  })

  it('EQP-503: ne prépare que le matériel promis', async () => {
    const line = await granted(['2027-04-05 09:00', '2027-04-07 10:00'], { unit: lent.units[1] })
    moveTo('2027-04-05 09:00')
    const wrong = await agent.post(`${page(line)}/preparation`, await sent(line, { numero: 'VR-1' }))
    const shown = await read(wrong)
    expect([wrong.status, shown.value('numero')]).toEqual([422, 'VR-1'])
    expect(shown.problems[0]).toContain('Prenez l’exemplaire VR-2')
  })

  it('EQP-1305: refuse la même clé pour autre chose', async () => {
    const line = await granted(['2027-04-12 09:00', '2027-04-14 10:00'], { unit: lent.units[2] })
    moveTo('2027-04-12 09:00')
    const fields = await sent(line, { numero: 'VR-3' })
    await agent.post(`${page(line)}/preparation`, fields)
    const other = await agent.post(`${page(line)}/preparation`, { ...fields, numero: 'VR-4' })
    expect(other.status).toBe(422)
    expect((await read(other)).problems).toEqual([
      'Cet envoi a déjà servi pour autre chose. Rien n’a été fait. Rechargez la page, puis recommencez.',
    ])
    const without = await agent.post(`${page(line)}/remise-en-rayon`, { vu: '9' })
    expect((await read(without)).problems[0]).toContain('Cet envoi n’a pas de numéro')
  })

  it('EQP-804: garde un refus de signer, et ne remet pas pour autant', async () => {
    const line = await granted(['2027-04-19 09:00', '2027-04-21 10:00'], { unit: lent.units[1] })
    moveTo('2027-04-19 09:00')
    await prepared(line, 'VR-2')
    await reported(line, 'depart')
    const refusal = { partie: 'collector', reponse: 'refuse', nom: 'Camille Essai' }
    const unexplained = await agent.post(`${page(line)}/etat/depart/signatures`, await sent(line, refusal))
    expect((await read(unexplained)).problems).toEqual(['Dites pourquoi la personne refuse de signer.'])
    const told = { ...refusal, motif: 'Une rayure n’est pas notée', temoin: 'Dominique Test' }
    await agent.post(`${page(line)}/etat/depart/signatures`, await sent(line, told))
    const owner = { partie: 'owner', reponse: 'signe', nom: 'Agent' }
    await agent.post(`${page(line)}/etat/depart/signatures`, await sent(line, owner))
    expect((await read(await agent.get(page(line)))).text).toContain('État des lieux non signé')
    const stopped = await read(await agent.post(`${page(line)}/remise`, await sent(line)))
    expect(stopped.problems[0]).toContain('L’état des lieux n’est pas signé')
    const officer = await agentOf(lent, 'officer')
    const decided = await officer.post(
      `${page(line)}/remise`,
      await sent(line, { motif: 'Décidé au téléphone' }),
    )
    expect(decided.status).toBe(303)
  })

  it('EQP-804: ne change rien à ce qui est signé, et le remplace', async () => {
    const line = await granted(['2027-05-03 09:00', '2027-05-04 10:00'], { unit: lent.units[2] })
    moveTo('2027-05-03 09:00')
    await prepared(line, 'VR-3')
    const typed = await partsTyped(line)
    await reported(line, 'depart')
    await signed(line, 'depart')
    const again = await agent.post(`${page(line)}/etat/depart`, await sent(line, typed))
    expect(again.status).toBe(409)
    const before = done((await reportsOf(app.services.db, line.id)).out)
    expect((await agent.post(`${page(line)}/etat/depart/correction`, await sent(line))).status).toBe(303)
    const after = done((await reportsOf(app.services.db, line.id)).out)
    expect([after.supersedes, after.frozenAt, after.parts]).toEqual([before.id, null, before.parts])
  })

  it('EQP-803: dit quelle photo est refusée, et garde les autres', async () => {
    const line = await granted(['2027-05-10 09:00', '2027-05-11 10:00'], { unit: lent.units[2] })
    moveTo('2027-05-10 09:00')
    await prepared(line, 'VR-3')
    await agent.post(`${page(line)}/etat/depart/photos`, await photoTyped(line))
    const text = new File(['rien'], 'notes.heic')
    const fields = { ...(await photoTyped(line)), photo: text }
    const refused = await agent.post(`${page(line)}/etat/depart/photos`, fields)
    expect((await read(refused)).problems[0]).toMatch(/notes\.heic.*JPEG, PNG ou WebP/)
    expect(done((await reportsOf(app.services.db, line.id)).out).photos.length).toBe(1)
  })
})

describe('Le guichet tient les autres dehors', () => {
  it('EQP-1501, EQP-1502: un autre réseau, une autre structure, un lecteur', async () => {
    const line = await granted(['2027-07-05 09:00', '2027-07-06 10:00'])
    const elsewhere = await app.signIn('partner')
    const other = await app.signIn('desk_agent')
    const reader = await agentOf(lent, 'reader')
    expect((await elsewhere.get(page(line))).status).toBe(404)
    expect((await other.get(page(line))).status).toBe(404)
    expect((await elsewhere.get(`/materiel/etats/${line.id}/depart/document`)).status).toBe(404)
    expect((await reader.get(page(line))).status).toBe(200)
    const sentByReader = await reader.post(`${page(line)}/preparation`, await sent(line, { numero: 'VR-1' }))
    expect(sentByReader.status).toBe(403)
    expect((await read(await reader.get(page(line)))).text).not.toContain('Marquer comme préparé')
  })
})

async function aKit(): Promise<Lent> {
  const context = on('2027-01-04 10:00')
  const base = await anInventory(context, { units: 1, name: 'Radio' })
  const model = await aModel(context, base.inventoryId, 'Malle radio')
  const mixerModel = await aModel(context, base.inventoryId, 'Table de mixage')
  const kit = await aUnit(context, { ...base, model }, 'KIT-RADIO', { isKit: true })
  await aUnit(context, { ...base, model: mixerModel }, 'MIX-1', {
    kitId: kit,
    isCritical: true,
    lentAlone: false,
  })
  await addChecklistItem(context.db, { kitId: kit }, { label: 'Câbles XLR', expected: 6, isCritical: false })
  agent = agent && (await withDesk(base))
  return { ...base, model, units: [kit] }
}

/** The same agent keeps another inventory's desk too. */
async function withDesk({ inventoryId }: Lent): Promise<Browser> {
  const { rows } = await app.database.pool.query(
    `select m.person_id from identity.membership m join equipment.inventory i on i.owner_id = m.organisation_id
     where i.id = $1 and m.role = 'desk_agent'`,
    [lent.inventoryId],
  )
  for (const { person_id: personId } of rows)
    await giveRole(app.services.db, inventoryId, { personId, role: 'desk' }, app.clock.now())
  return agent
}

async function rankOf(line: Line) {
  const { out: report } = await reportsOf(app.services.db, line.id)
  const rank = (text: string) => report?.parts.find(({ label }) => label.includes(text))?.rank
  return { mixer: rank('MIX-1'), xlr: rank('XLR') }
}

async function photoTyped(line: Line) {
  const jpeg = await sharp({ create: { width: 2000, height: 900, channels: 3, background: '#a33' } })
    .withExif({ IFD3: { GPSLatitude: '48/1 50/1 0/1' } })
    .jpeg()
    .toBuffer()
  const photo = new File([new Uint8Array(jpeg)], 'vue.jpg', { type: 'image/jpeg' })
  return { ...(await sent(line)), photo, description: 'Le casque, vu de face', piece: '' }
}

/** The day of a desk as its agent reads it, and how many statements it took. */
async function statementsOf({ inventoryId }: Lent, on_: string) {
  let statements = 0
  const db = createDatabase(app.database.pool, () => {
    statements += 1
  })
  const { rows } = await app.database.pool.query('select owner_id from equipment.inventory where id = $1', [
    inventoryId,
  ])
  const owner: OrganisationId = rows[0].owner_id
  const actor = {
    ...someMember,
    networkId: app.networks.estuaire,
    organisationId: owner,
    organisations: [owner],
  }
  const context = { ...on(`${on_} 08:00`), db, actor }
  const [desk] = await desksAtWork(context)
  if (!desk) throw new Error('no desk')
  const { appointments } = await dayAtDesk(context, desk, day(on_))
  return { statements, appointments: appointments.flatMap(({ entries }) => entries).length }
}

const someMember: Member = {
  kind: 'member',
  personId: newId(),
  name: 'Camille',
  sessionId: newId(),
  membershipId: newId(),
  role: 'desk_agent',
  networkId: newId(),
  organisationId: newId(),
  organisationName: 'Tête',
  organisations: [],
  mandateId: null,
  otherQualities: 0,
  impersonator: null,
}

async function pdfText(pdf: Uint8Array): Promise<string | null> {
  const text = await tool('pdftotext', pdf, ['-layout'], ['-'])
  return text === null ? null : words(text)
}

async function tool(name: string, pdf: Uint8Array, before: string[] = [], after: string[] = []) {
  const file = join(await mkdtemp(join(tmpdir(), 'maillage-desk-')), 'document.pdf')
  await writeFile(file, pdf)
  const run = spawnSync(name, [...before, file, ...after], { encoding: 'utf8' })
  if (!run.error) return run.stdout
  if (process.env.CI === 'true') throw run.error
  console.warn(`skipped, for want of ${name}`)
  return null
}
