import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import { proofsSent } from '../../src/modules/equipment/data/borrowing/insurance.store.ts'
import { answerProof, type ProofId } from '../../src/modules/equipment/data/borrowing/proofs.queries.ts'
import { addChecklistItem } from '../../src/modules/equipment/data/catalogue/catalogue.store.ts'
import { desksOfInventories } from '../../src/modules/equipment/data/desk/desk-day.queries.ts'
import { reportsOf } from '../../src/modules/equipment/data/desk/reports.store.ts'
import { findLine, type Line } from '../../src/modules/equipment/data/lines.store.ts'
import { equipmentRetention } from '../../src/modules/equipment/data/retention.ts'
import { giveRole } from '../../src/modules/equipment/data/roles.store.ts'
import { reportDocument } from '../../src/modules/equipment/documents/report-document.ts'
import type { UnitId } from '../../src/modules/equipment/domain/equipment.ts'
import { printedReport } from '../../src/modules/equipment/jobs/printed-report.ts'
import { REPORT_TEMPLATE } from '../../src/modules/equipment/jobs/write-report.ts'
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
import { requestLoan } from '../../src/modules/equipment/use-cases/borrowing/request-loan.ts'
import { approveLine } from '../../src/modules/equipment/use-cases/deciding/decide-line.ts'
import { dayAtDesk, desksAtWork } from '../../src/modules/equipment/use-cases/desk/desk-day.ts'
import { packOfDay } from '../../src/modules/equipment/use-cases/desk/desk-pack.ts'
import { closeLine } from '../../src/modules/equipment/use-cases/desk/take-back.ts'
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
  lent = await anInventory(on('2027-01-04 10:00'), { units: 11 })
  agent = await agentOf(lent)
  partner = await app.signIn('partner', { organisation: borrower.organisationId })
})

/** What a test left out is in again for the next one: nobody prepares what somebody has. */
afterEach(async () => {
  await app.database.pool.query(
    `update equipment.custody set back_at = out_at + interval '1 second', back_entered_at = entered_at + interval '1 second'
     where back_at is null and unit_id = any($1)`,
    [lent.units],
  )
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

/** Two things of one request: the same hours, the same appointment. */
async function together(
  [pickup, back]: readonly [string, string],
  units: readonly (UnitId | undefined)[],
): Promise<readonly [Line, Line]> {
  const wanted = units.flatMap((unitId) => (unitId ? [{ modelId: lent.model, unitId, count: 1 }] : []))
  const wish = aWish(lent, borrower, local(pickup), local(back), { wanted })
  const { lines } = done(await requestLoan(on('2027-01-04 10:00'), wish))
  const approved: Line[] = []
  for (const { id, seq } of lines)
    approved.push(
      done(await approveLine(on('2027-01-04 10:00'), { lineId: id, seen: seq }, { reason: 'Accordé' })),
    )
  const byUnit = (unit: UnitId | undefined) => approved.find(({ unitId }) => unitId === unit)
  return [done(byUnit(units[0]) ?? null), done(byUnit(units[1]) ?? null)]
}

async function documentsOf(...lines: readonly Line[]) {
  const reports = await Promise.all(lines.map(({ id }) => reportsOf(app.services.db, id)))
  return reports.map((one) => one.out?.documentId ?? null)
}

async function tokenOf(unit: string | undefined): Promise<string> {
  const { rows } = await app.database.pool.query(
    'select token from equipment.unit_label where unit_id = $1 and replaced_at is null',
    [unit],
  )
  return rows[0].token
}

/** The desk of the inventory with sixty appointments, kept by the same agent. */
async function bigDesk(): Promise<string> {
  const { rows } = await app.database.pool.query(
    `select d.id, d.inventory_id from equipment.desk d join equipment.inventory i on i.id = d.inventory_id
     where i.name = 'Grand inventaire'`,
  )
  await withDesk({ inventoryId: rows[0].inventory_id } as Lent)
  return rows[0].id
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
  const response = await agent.post(`${page(line)}/remise`, await sent(line, { identite: 'oui' }))
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

  it('EQP-106: change la liste d’un modèle sans toucher aux états déjà faits', async () => {
    moveTo('2027-05-10 09:00')
    const of = await anInventory(on('2027-01-04 10:00'), { units: 2, name: 'Inventaire à liste' })
    await withDesk(of)
    const list = { modelId: of.model }
    await addChecklistItem(app.services.db, list, { label: 'Manette', expected: 2, isCritical: false })
    const first = await granted(['2027-05-10 10:00', '2027-05-14 10:00'], { of })
    await prepared(first)
    await reported(first, 'depart')
    await signed(first, 'depart')
    const officer = await agentOf(of, 'officer')
    const sheet = `/materiel/gestion/${of.inventoryId}/catalogue/${of.model}`
    const cible = (await read(await officer.get(sheet))).document
      .querySelector('ol input[name="cible"]')
      ?.getAttribute('value')
    const away = { cible: cible ?? '', acte: 'retirer', nombre: '2' }
    expect((await officer.post(`${sheet}/liste`, away)).status).toBe(303)
    const added = await officer.post(`${sheet}/accessoires`, { accessoire: 'Chargeur', nombre: '1' })
    expect(added.status).toBe(303)
    const labels = async (line: Line) =>
      (await reportsOf(app.services.db, line.id)).out?.parts.map(({ label }) => label) ?? []
    expect(await labels(first)).toContain('Manette')
    expect(await labels(first)).not.toContain('Chargeur')
    expect((await read(await agent.get(page(first)))).text).toContain('Manette')
    const second = await granted(['2027-05-10 10:30', '2027-05-14 10:30'], { of, unit: of.units[1] })
    await prepared(second, 'VR-2')
    await reported(second, 'depart')
    expect(await labels(second)).toContain('Chargeur')
    expect(await labels(second)).not.toContain('Manette')
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
    const fields = await sent(line, { identite: 'oui' })
    const answers = await Promise.all([1, 2, 3].map(() => agent.post(`${page(line)}/remise`, fields)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    await app.runJobs()
    await app.runJobs()
    expect((await custodies(line)).length).toBe(1)
    const { rows: mails } = await app.database.pool.query(
      `select 1 from platform.mail where once_key like 'handed_over:' || $1 || ':%'`,
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
    expect(passing.text).not.toMatch(/VR-1|Casque/)
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
    const shown = await read(await agent.get(`/materiel/guichet/etiquettes?guichet=${lent.deskId}`))
    expect(shown.text).toMatch(
      /8 étiquettes de 99,1 × 67,7 mm.*21 étiquettes de 63,5 × 38,1 mm.*24 étiquettes de 70 × 37 mm/,
    )
    const address = `/materiel/guichet/etiquettes/${lent.deskId}?planche=oui`
    for (const format of ['24', '21', '8']) {
      const sheet = await agent.get(`${address}&format=${format}&fichier=pdf`)
      expect(sheet.headers.get('content-type')).toBe('application/pdf')
      const text = await pdfText(new Uint8Array(await sheet.arrayBuffer()))
      if (text !== null) expect(text).toContain('VR-2')
    }
    const drawn = await agent.get(`${address}&format=21&fichier=svg&feuille=1`)
    expect(drawn.headers.get('content-type')).toBe('image/svg+xml')
    expect(await drawn.text()).toMatch(/^<svg [^>]*width="210mm".*<title>VR-2<.title>/)
    expect((await agent.get(`${address}&format=21&fichier=svg&feuille=2`)).status).toBe(404)
    expect((await app.visitor().get(`${address}&fichier=pdf`)).status).not.toBe(200)
  })

  it('EQP-1301: remplace une étiquette ; l’ancienne le dit et dit à qui s’adresser', async () => {
    const of = lent.units[4]
    const before = await tokenOf(of)
    const unit = `/materiel/gestion/${lent.inventoryId}/exemplaires/${of}`
    const replaced = await agent.post(`${unit}/etiquette`, {})
    expect([replaced.status, replaced.headers.get('location')]).toEqual([303, unit])
    expect((await read(await agent.get(unit))).text).toContain('L’étiquette est remplacée')
    expect(await tokenOf(of)).not.toBe(before)
    const old = await read(await app.visitor().get(`/m/${before}`))
    expect(old.text).toMatch(/Cette étiquette a été remplacée.*adressez-vous à Maison du Département/)
    const elsewhere = await app.signIn('desk_agent')
    expect((await elsewhere.post(`${unit}/etiquette`, {})).status).toBe(404)
    expect((await (await agentOf(lent, 'reader')).post(`${unit}/etiquette`, {})).status).toBe(403)
  })

  it('EQP-805: réunit en un document tout ce qui part au même rendez-vous', async () => {
    const [one, two] = await together(
      ['2027-10-18 09:00', '2027-10-20 10:00'],
      [lent.units[6], lent.units[7]],
    )
    moveTo('2027-10-18 09:00')
    await prepared(one, 'VR-7')
    await reported(one, 'depart')
    await agent.post(`${page(one)}/etat/depart/photos`, await photoTyped(one))
    await signed(one, 'depart')
    await app.runJobs()
    // The other thing of the appointment is awaited: no paper yet.
    expect(await documentsOf(one, two)).toEqual([null, null])
    await prepared(two, 'VR-8')
    await reported(two, 'depart')
    await signed(two, 'depart')
    await app.runJobs()
    const [first, second] = await documentsOf(one, two)
    expect(first).not.toBeNull()
    expect(second).toBe(first)
    for (const line of [one, two])
      expect((await agent.post(`${page(line)}/remise`, await sent(line, { identite: 'oui' }))).status).toBe(
        303,
      )
    await app.runJobs()
    expect(await documentsOf(one, two)).toEqual([first, first])
    const { rows } = await app.database.pool.query(
      'select d.replaced_at from equipment.appointment_document d join equipment.loan_line l on l.pickup_booking_id = d.booking_id where l.id = $1',
      [one.id],
    )
    expect(rows).toEqual([{ replaced_at: null }])
    const pdf = await partner.get(`/materiel/etats/${two.id}/depart/document`)
    const text = await pdfText(new Uint8Array(await pdf.arrayBuffer()))
    if (text === null) return
    expect(text).toMatch(/départ : Casque VR, VR-7.*Signatures.*départ : Casque VR, VR-8.*Signatures/)
    expect(text.match(/Ce qui engage les parties/g)).toHaveLength(1)
  }, 60_000)

  it('EQP-805: refait un document plus complet quand la seconde chose part après la première', async () => {
    const [one, two] = await together(
      ['2027-10-25 09:00', '2027-10-27 10:00'],
      [lent.units[8], lent.units[9]],
    )
    moveTo('2027-10-25 09:00')
    await out(one, 'VR-9')
    await app.runJobs()
    const [alone] = await documentsOf(one, two)
    expect(alone).not.toBeNull()
    await out(two, 'VR-10')
    await app.runJobs()
    const [first, second] = await documentsOf(one, two)
    expect(first).toBe(second)
    expect(first).not.toBe(alone)
  }, 60_000)

  it('EQP-804: l’emprunteur signe depuis son compte, avec des réserves ; sa pièce n’est plus demandée', async () => {
    const line = await granted(['2027-06-21 09:00', '2027-06-22 10:00'], { unit: lent.units[3] })
    const own = `/materiel/prets/${line.id}`
    moveTo('2027-06-21 09:00')
    await prepared(line, 'VR-4')
    expect((await read(await partner.get(own))).text).not.toContain('Signer l’état des lieux')
    expect((await read(await partner.get(`${own}/etat/depart`))).text).toContain('Rien à signer')
    await reported(line, 'depart')
    expect((await read(await partner.get(own))).text).toContain('Signer l’état des lieux')
    const refused = await read(await partner.post(`${own}/etat/depart`, { reponse: 'refuse' }))
    expect(refused.problems).toEqual(['Dites pourquoi vous refusez de signer.'])
    const answer = await partner.post(`${own}/etat/depart`, { reponse: 'signe', reserves: 'Sangle détendue' })
    expect(answer.status).toBe(303)
    const again = await partner.post(`${own}/etat/depart`, { reponse: 'signe' })
    expect(again.status).toBe(409)
    const [signature] = done((await reportsOf(app.services.db, line.id)).out).signatures
    expect(signature).toMatchObject({
      party: 'collector',
      manner: 'account',
      reservations: 'Sangle détendue',
    })
    const owner = { partie: 'owner', reponse: 'signe', nom: 'Agent' }
    await agent.post(`${page(line)}/etat/depart/signatures`, await sent(line, owner))
    expect((await agent.post(`${page(line)}/remise`, await sent(line))).status).toBe(303)
    expect((await (await app.signIn('partner')).get(`${own}/etat/depart`)).status).toBe(404)
  })

  it('EQP-1303: donne la journée entière à l’appareil, en quatorze requêtes au plus pour soixante prêts', async () => {
    moveTo('2027-09-13 08:30')
    const line = await granted(['2027-09-13 09:00', '2027-09-15 10:00'], { unit: lent.units[2] })
    const pack = await (await agent.get(`/materiel/guichet/paquets/${lent.deskId}?jour=2027-09-13`)).json()
    const loan = pack.loans.find(({ path }: { path: string }) => path === page(line))
    expect(loan.codes).toEqual(['vr-3', await tokenOf(lent.units[2] ?? '')])
    for (const act of [
      'preparation',
      'etat/depart',
      'etat/depart/photos',
      'etat/depart/signatures',
      'remise',
    ])
      expect(loan.html).toContain(`action="${page(line)}/${act}"`)
    expect(words(pack.told)).toMatch(/guichet « Guichet » du lundi 13 septembre 2027, chargé à 8 h 30/)
    const many = await packedStatements('2027-10-04')
    expect(many.loans).toBe(60)
    expect(many.statements).toBeLessThanOrEqual(14)
    expect(
      (await (await app.signIn('desk_agent')).get(`/materiel/guichet/paquets/${lent.deskId}`)).status,
    ).toBe(404)
    expect(
      (await (await agentOf(lent, 'reader')).get(`/materiel/guichet/paquets/${lent.deskId}`)).status,
    ).toBe(403)
    const worker = await app.visitor().get('/materiel/guichet/hors-ligne.js')
    expect(worker.headers.get('service-worker-allowed')).toBe('/materiel/guichet')
  })

  it('EQP-1303: ne fait pas un envoi arrivé trop tard, et le donne à trancher', async () => {
    const line = await granted(['2027-09-20 09:00', '2027-09-21 10:00'], { unit: lent.units[2] })
    moveTo('2027-09-20 09:00')
    const offline = {
      hors_ligne: 'oui',
      fait_a: '2027-09-20T06:40:00Z',
      paquet: '2027-09-20T06:30:00Z',
      numero: 'VR-3',
    }
    const fields = await sent(line, offline)
    await prepared(line, 'VR-3')
    for (const _ of [1, 2]) {
      const late = await agent.post(`${page(line)}/preparation`, fields)
      expect(late.status).toBe(409)
      expect((await read(late)).problems[0]).toMatch(
        /prêt a changé.*datait du 20 septembre 2027 à 8 h 30.*Rien n’a été écrasé.*Passages à trancher/,
      )
    }
    const officer = await agentOf(lent, 'officer')
    const queue = `/materiel/gestion/${lent.inventoryId}/passages`
    const shown = await read(await officer.get(queue))
    expect(shown.text).toMatch(/Préparation, Casque VR, VR-3.*numero : VR-3/)
    const passage = shown.document.querySelector('[name="passage"]')?.getAttribute('value') ?? ''
    expect((await read(await officer.post(queue, { passage, suite: '' }))).problems).toHaveLength(1)
    expect((await agent.post(queue, { passage, suite: 'Vu' })).status).toBe(403)
    expect((await officer.post(queue, { passage, suite: 'Déjà préparé' })).status).toBe(303)
    expect((await officer.post(queue, { passage, suite: 'Deux fois' })).status).toBe(422)
    expect((await read(await officer.get(queue))).text).toContain('Aucun passage à trancher')
  })

  it('EQP-1303: ne note pas un état par-dessus celui qu’un autre a noté entre-temps', async () => {
    const line = await granted(['2027-09-27 09:00', '2027-09-28 10:00'], { unit: lent.units[2] })
    moveTo('2027-09-27 09:00')
    await prepared(line, 'VR-3')
    const typed = { ...(await partsTyped(line)), connu: 'aucun' }
    await reported(line, 'depart')
    const over = await agent.post(`${page(line)}/etat/depart`, await sent(line, typed))
    expect(over.status).toBe(409)
    expect((await read(over)).problems[0]).toContain('Quelqu’un d’autre a noté cet état des lieux')
  })

  it('EQP-1304: chaque acte est un formulaire simple, et chaque photo a le sien', async () => {
    const of = await ofItsOwn('Formulaires')
    const line = await granted(['2027-08-23 09:00', '2027-08-25 10:00'], { of })
    moveTo('2027-08-23 09:00')
    /** The acts that the page gives as forms that a browser sends alone. */
    const acts = async () => {
      const { document } = await read(await agent.get(page(line)))
      const forms = [...document.querySelectorAll('main form[method="post"]')]
      for (const form of forms) {
        expect(form.querySelector('button')).not.toBeNull()
        const files = [...form.querySelectorAll('input[type="file"]')]
        expect(files.length).toBeLessThanOrEqual(1)
        for (const file of files) expect(file.hasAttribute('multiple')).toBe(false)
      }
      return forms.map((form) => (form.getAttribute('action') ?? '').split(`${line.id}/`)[1])
    }
    expect(await acts()).toContain('preparation')
    await prepared(line)
    expect(await acts()).toEqual(expect.arrayContaining(['etat/depart', 'remise', 'remise-en-rayon']))
    await reported(line, 'depart')
    expect(await acts()).toEqual(
      expect.arrayContaining(['etat/depart/photos', 'etat/depart/signatures', 'remise']),
    )
    await signed(line, 'depart')
    expect((await agent.post(`${page(line)}/remise`, await sent(line, { identite: 'oui' }))).status).toBe(303)
    expect(await acts()).toEqual(expect.arrayContaining(['etat/retour', 'retour']))
    await reported(line, 'retour')
    expect(await acts()).toEqual(expect.arrayContaining(['etat/retour/photos', 'retour']))
    moveTo('2027-08-25 10:00')
    expect((await agent.post(`${page(line)}/retour`, await sent(line))).status).toBe(303)
    expect(await acts()).toEqual(expect.arrayContaining(['etat/retour/signatures', 'controle']))
  })

  it('EQP-205: ne remet qu’une fois la pièce d’identité vue, et n’en garde rien', async () => {
    const line = await granted(['2027-11-29 09:00', '2027-11-30 10:00'], { unit: lent.units[10] })
    moveTo('2027-11-29 09:00')
    await prepared(line, 'VR-11')
    await reported(line, 'depart')
    await signed(line, 'depart')
    const unseen = await agent.post(`${page(line)}/remise`, await sent(line))
    expect([unseen.status, (await read(unseen)).problems[0]]).toEqual([
      422,
      expect.stringContaining('Vérifiez l’identité'),
    ])
    expect((await agent.post(`${page(line)}/remise`, await sent(line, { identite: 'oui' }))).status).toBe(303)
    const { rows } = await app.database.pool.query(
      `select details from equipment.loan_event where line_id = $1 and act = 'handed_over'`,
      [line.id],
    )
    expect(rows).toEqual([{ details: { day: '2027-11-29', identity: 'document' } }])
  })

  it('EQP-1804: pèse moins de 60 Ko pour soixante rendez-vous, journée à garder comprise', async () => {
    const desk = (await read(await agent.get('/materiel/guichet?jour=2027-10-04'))).document
    expect(desk.querySelector('[data-pack]')).not.toBeNull()
    const big = await bigDesk()
    const page_ = await agent.get(`/materiel/guichet?guichet=${big}&jour=2027-10-04`)
    const html = await page_.text()
    expect(html.split('/materiel/guichet/prets/').length - 1).toBe(60)
    expect(gzipSync(html).byteLength).toBeLessThanOrEqual(30 * 1024)
    const pack = await (await agent.get(`/materiel/guichet/paquets/${big}?jour=2027-10-04`)).text()
    expect(gzipSync(html).byteLength + gzipSync(pack).byteLength).toBeLessThanOrEqual(60 * 1024)
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
    const refused = await agent.post(`${page(line)}/remise`, await sent(line, { identite: 'oui' }))
    const shown = await read(refused)
    expect(refused.status).toBe(409)
    expect(shown.problems[0]).toMatch(/attestation d’assurance.*18 mars 2027/)
    expect(await custodies(line)).toEqual([])
  })

  it('EQP-806, EQP-807: joint sur place l’attestation apportée, sans pouvoir la vérifier', async () => {
    const short = await aBorrower(on('2027-01-04 10:00'), { partner: 'Sans papier', insuredUntil: null })
    const of = await ofItsOwn('Attestation')
    const line = await granted(['2027-08-16 09:00', '2027-08-20 10:00'], { to: short, of })
    moveTo('2027-08-16 09:00')
    await prepared(line)
    await reported(line, 'depart')
    await signed(line, 'depart')
    const handedOver = async () => agent.post(`${page(line)}/remise`, await sent(line, { identite: 'oui' }))
    const link = (await read(await agent.get(page(line)))).links.find(({ text }) =>
      text.includes('attestation'),
    )
    const address = link?.href ?? ''
    expect((await read(await agent.get(address))).text).toContain('Du 16 au 20 août 2027')
    const proof = {
      ...{ genre: 'insurer', assureur: 'Mutuelle des communes', risques: ['theft', 'damage'] },
      ...{ debut: '01/01/2027', fin: '31/12/2027' },
      document: new File(['%PDF-1.7 attestation'], 'attestation.pdf', { type: 'application/pdf' }),
    }
    const joined = await agent.post(address, proof)
    expect([joined.status, joined.headers.get('location')]).toEqual([303, page(line)])
    expect((await handedOver()).status).toBe(409)
    const proofs = `/materiel/gestion/${of.inventoryId}/assurances`
    expect((await agent.get(proofs)).status).toBe(403)
    const [waiting] = await proofsSent(app.services.db, app.context().network.id, [short.organisationId])
    expect([waiting?.isVerified, waiting?.isRefused]).toEqual([false, false])
    const verified = { answer: 'verified', reason: '' } as const
    await answerProof(
      app.services.db,
      done(waiting?.id ?? null) as ProofId,
      verified,
      local('2027-08-16 09:00'),
    )
    expect((await handedOver()).status).toBe(303)
  })

  it('EQP-503: ne prépare que le matériel promis', async () => {
    const line = await granted(['2027-04-05 09:00', '2027-04-07 10:00'], { unit: lent.units[1] })
    moveTo('2027-04-05 09:00')
    const wrong = await agent.post(`${page(line)}/preparation`, await sent(line, { numero: 'VR-1' }))
    const shown = await read(wrong)
    expect([wrong.status, shown.value('numero')]).toEqual([422, 'VR-1'])
    expect(shown.problems[0]).toContain('Prenez l’exemplaire VR-2')
  })

  it('EQP-806: propose un autre exemplaire quand le promis ne peut pas partir', async () => {
    const line = await granted(['2027-04-26 09:00', '2027-04-27 10:00'], { unit: lent.units[1] })
    moveTo('2027-04-26 09:00')
    expect((await read(await agent.get(page(line)))).text).not.toContain('Prêter un autre exemplaire')
    await app.database.pool.query(`update equipment.unit set lifecycle = 'in_repair' where id = $1`, [
      lent.units[1],
    ])
    const shown = await read(await agent.get(page(line)))
    expect(shown.text).toContain('Prêter un autre exemplaire')
    const other = shown.document.querySelector('[name="exemplaire"]')?.getAttribute('value') ?? ''
    const swapped = await agent.post(`${page(line)}/echange`, await sent(line, { exemplaire: other }))
    expect(swapped.status).toBe(303)
    expect((await fresh(line)).unitId).toBe(other)
    await app.database.pool.query(`update equipment.unit set lifecycle = 'in_service' where id = $1`, [
      lent.units[1],
    ])
  })

  it('EQP-503: ne prépare pas ce que quelqu’un a encore, et dit qui et jusqu’à quand', async () => {
    const late = await aBorrower(on('2027-01-04 10:00'), { partner: 'Commune qui garde' })
    const of = await ofItsOwn('Pas rentré', 2)
    const kept = await granted(['2027-08-02 11:00', '2027-08-04 11:00'], { to: late, of })
    moveTo('2027-08-02 11:00')
    await out(kept)
    const next = await granted(['2027-08-06 14:00', '2027-08-10 11:00'], { of })
    moveTo('2027-08-06 14:00')
    const shown = await read(await agent.get(page(next)))
    expect(shown.text).toMatch(
      /VR-1 n’est pas rentré : il est chez Commune qui garde, attendu le .*4 août 2027/,
    )
    expect(shown.text).toContain('Prêter un autre exemplaire')
    expect(shown.text).not.toContain('Marquer comme préparé')
    const tried = await agent.post(`${page(next)}/preparation`, await sent(next, { numero: 'VR-1' }))
    expect(tried.status).toBe(409)
    expect((await read(tried)).problems[0]).toContain('il est chez Commune qui garde')
    expect((await fresh(next)).state).toBe('approved')
    await reported(kept, 'retour')
    await agent.post(`${page(kept)}/retour`, await sent(kept))
    await prepared(next)
    expect((await fresh(next)).state).toBe('prepared')
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
    const stopped = await read(
      await agent.post(`${page(line)}/remise`, await sent(line, { identite: 'oui' })),
    )
    expect(stopped.problems[0]).toContain('L’état des lieux n’est pas signé')
    const officer = await agentOf(lent, 'officer')
    const decided = await officer.post(
      `${page(line)}/remise`,
      await sent(line, { identite: 'oui', motif: 'Décidé au téléphone' }),
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
/** A stock that no other test touches, kept by the same agent. */
async function ofItsOwn(name: string, units = 1): Promise<Lent> {
  const of = await anInventory(on('2027-01-04 10:00'), { name, units })
  await withDesk(of)
  return of
}

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

/** The pack of the big desk on a day, and how many statements it took. */
async function packedStatements(on_: string) {
  const id = await bigDesk()
  let statements = 0
  const db = createDatabase(app.database.pool, () => {
    statements += 1
  })
  const { rows } = await app.database.pool.query('select inventory_id from equipment.desk where id = $1', [
    id,
  ])
  const context = { ...on(`${on_} 08:00`), db }
  const [desk] = await desksOfInventories(db, [rows[0].inventory_id])
  if (!desk) throw new Error('no desk')
  statements = 0
  const loans = await packOfDay(context, desk, day(on_))
  return { statements, loans: loans.length }
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
