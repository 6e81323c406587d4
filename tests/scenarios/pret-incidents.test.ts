import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Day, day } from '../../src/kernel/day.ts'
import { addChecklistItem } from '../../src/modules/equipment/data/catalogue/catalogue.store.ts'
import { repairCost } from '../../src/modules/equipment/data/incidents/costs.store.ts'
import { incidentsOfLine } from '../../src/modules/equipment/data/incidents/incidents.queries.ts'
import { findLine, type Line } from '../../src/modules/equipment/data/lines.store.ts'
import type { Condition } from '../../src/modules/equipment/domain/desk/condition.ts'
import type { UnitId } from '../../src/modules/equipment/domain/equipment.ts'
import { askPoliceReference } from '../../src/modules/equipment/jobs/ask-police-reference.ts'
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
import { takeBackAtDesk } from '../../src/modules/equipment/use-cases/desk/desk-passage.ts'
import { noteCondition } from '../../src/modules/equipment/use-cases/desk/desk-report.ts'
import { handOver, prepareLine } from '../../src/modules/equipment/use-cases/desk/hand-over.ts'
import { inspectLine } from '../../src/modules/equipment/use-cases/desk/take-back.ts'
import { remindBorrowers } from '../../src/modules/equipment/use-cases/telling/remind-borrowers.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp, words } from '../support.ts'

const app = useApp({ today: '2027-01-04' as Day })
let borrower: Borrower
let partner: Browser
let photo: File

const START = '2027-01-04 10:00'
const local = (moment: string) => at(moment.slice(0, 10), moment.slice(11))
const on = (moment: string) => app.context({ today: day(moment.slice(0, 10)), now: local(moment) })
const moveTo = (moment: string) => app.clock.moveTo(local(moment))
const fresh = async ({ id }: Pick<Line, 'id'>) =>
  done(await findLine(app.services.db, app.context().reach, id))
const target = (line: Line) => ({ lineId: line.id, seen: line.seq })

beforeAll(async () => {
  borrower = await aBorrower(on(START))
  partner = await app.signIn('partner', { organisation: borrower.organisationId })
  const jpeg = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
  photo = new File([new Uint8Array(jpeg)], 'vue.jpg', { type: 'image/jpeg' })
})

async function headOf({ inventoryId }: Lent, role: 'officer' | 'desk_agent' = 'officer'): Promise<Browser> {
  const { rows } = await app.database.pool.query('select owner_id from equipment.inventory where id = $1', [
    inventoryId,
  ])
  return app.signIn(role, { organisation: rows[0].owner_id as OrganisationId })
}

async function granted(
  lent: Lent,
  [pickup, back]: readonly [string, string],
  unit: UnitId = lent.units[0],
  now = START,
): Promise<Line> {
  const wanted = [{ modelId: lent.model, unitId: unit, count: 1 }]
  const wish = aWish(lent, borrower, local(pickup), local(back), { wanted })
  const [line] = done(await requestLoan(on(now), wish)).lines
  return done(await approveLine(on(now), target(done(line ?? null)), { reason: 'Accordé' }))
}

async function out(lent: Lent, dates: readonly [string, string], unit?: UnitId): Promise<Line> {
  const prepared = done(await prepareLine(on(dates[0]), target(await granted(lent, dates, unit))))
  return done(await handOver(on(dates[0]), target(prepared), { withoutReport: 'Essai' }))
}

/** What the desk counts, by what the label contains; all the rest is there and good. */
async function counted(
  line: Line,
  moment: string,
  found: Readonly<Record<string, readonly [number, Condition]>>,
): Promise<Line> {
  const context = on(moment)
  const blank = done(await noteCondition(context, line.id, 'in', []))
  const parts = blank.parts.map((part) => {
    const told = Object.entries(found).find(([label]) => part.label.includes(label))?.[1]
    const [count, condition] = told ?? [part.expected, 'good' as const]
    return { rank: part.rank, found: count, condition, remark: '', powersOn: null, charge: null }
  })
  done(await noteCondition(context, line.id, 'in', parts))
  return done(await takeBackAtDesk(context, target(await fresh(line)), { at: null, isOffline: false }))
}

const work = ({ inventoryId }: Lent) => `/materiel/gestion/${inventoryId}`

/** The address of the only incident of a loan, as those who lend open it. */
async function incidentOf(lent: Lent, line: Line): Promise<string> {
  const [incident, ...others] = await incidentsOfLine(app.services.db, line.id)
  expect(others).toEqual([])
  return `${work(lent)}/incidents/${done(incident ?? null).id}`
}

/** Sends the act with the rank its page showed. */
async function act(browser: Browser, address: string, name: string, fields: Record<string, string | File>) {
  const shown = await read(await browser.get(address))
  return browser.post(`${address}/${name}`, { vu: shown.value('vu') ?? '', ...fields })
}

/** The same, shown its consequence first, then confirmed. */
async function confirmed(
  browser: Browser,
  address: string,
  name: string,
  fields: Record<string, string>,
): Promise<string> {
  const asked = await read(await act(browser, address, name, fields))
  expect(asked.problems).toEqual([])
  const answer = await act(browser, address, name, { ...fields, confirme: asked.value('confirme') ?? '' })
  expect(answer.status).toBe(303)
  return asked.text
}

async function mails() {
  await app.runJobs()
  const { rows } = await app.database.pool.query<{ recipient: string; subject: string; body: string }>(
    'delete from platform.mail returning recipient, subject, body',
  )
  return rows.map(({ recipient, subject, body }) => ({
    to: recipient,
    subject: words(subject),
    body: words(body),
  }))
}

async function lifecycle(unit: UnitId): Promise<string> {
  const { rows } = await app.database.pool.query('select lifecycle from equipment.unit where id = $1', [unit])
  return rows[0].lifecycle as string
}

describe('Les incidents', () => {
  it('L17, EQP-902: une malle rendue sans sa table ni un câble ouvre un incident, et ne se prête plus', async () => {
    const { kit, mixer } = await aKit()
    const line = await out(kit, ['2027-06-07 09:00', '2027-06-14 10:00'])
    const back = await counted(line, '2027-06-14 10:00', {
      'MIX-1': [0, 'missing'],
      XLR: [5, 'good'],
    })
    expect(back.state).toBe('partially_returned')
    const { rows: open } = await app.database.pool.query(
      'select unit_id from equipment.custody where line_id = $1 and back_at is null',
      [line.id],
    )
    expect(open).toEqual([{ unit_id: mixer }])
    const incidents = await incidentsOfLine(app.services.db, line.id)
    expect(incidents.map(({ kind, part, account }) => [kind, part, words(account)])).toEqual([
      ['missing_part', 'Câbles XLR', 'Compté au retour : 5 sur 6, Câbles XLR.'],
    ])
    const wanted = [{ modelId: kit.model, unitId: kit.units[0], count: 1 }]
    const wish = aWish(kit, borrower, local('2027-09-06 10:00'), local('2027-09-10 10:00'), { wanted })
    expect(await requestLoan(on('2027-06-14 11:00'), wish)).toMatchObject({ refused: 'already_taken' })
    await mails()
    moveTo('2027-06-15 08:00')
    await remindBorrowers(app.services.db, local('2027-06-15 08:00'))
    const late = (await mails()).filter(({ subject }) => subject.includes('retard'))
    expect(late.length).toBeGreaterThan(0)
    for (const { body } of late) {
      expect(body).toContain('Table de mixage')
      expect(body).not.toContain('XLR')
    }
    moveTo('2027-06-15 10:00')
    const officer = await headOf(kit)
    const shown = await read(await officer.get(`${work(kit)}/incidents`))
    expect(shown.text).toContain('pièce manquante, Câbles XLR')
    // The part nobody will bring back: the loan is returned without it.
    const lost = {
      ...{ exemplaire: mixer, pret: line.id, nature: 'loss', recit: 'La table reste introuvable.' },
      ...{ constat: '15/06/2027', heure: '09:00', arret: 'non' },
    }
    expect((await officer.post(`${work(kit)}/incidents/nouveau`, lost)).status).toBe(303)
    expect((await fresh(line)).state).toBe('returned')
    expect(await lifecycle(mixer)).toBe('lost')
    expect(await requestLoan(on('2027-06-15 16:00'), wish)).toMatchObject({ refused: 'already_taken' })
  })

  it('L19, EQP-903, EQP-905, EQP-906: un casque abîmé est arrêté, puis réformé, et ses frais suivent l’art. 4.1', async () => {
    const lent = await anInventory(on(START), { units: 2, name: 'L19', policy: { seatsPerSlot: 4 } })
    await app.database.pool.query('update equipment.model set replacement_cents = 45000 where id = $1', [
      lent.model,
    ])
    const line = await out(lent, ['2027-06-07 09:00', '2027-06-21 10:00'])
    // VR-2 is free for the first loan of June, taken for the second and in July.
    const first = await granted(lent, ['2027-06-22 14:00', '2027-06-23 10:00'])
    const second = await granted(lent, ['2027-06-24 10:00', '2027-06-25 10:00'])
    await granted(lent, ['2027-06-24 10:00', '2027-06-25 10:00'], lent.units[1])
    const july = await granted(lent, ['2027-07-12 10:00', '2027-07-16 10:00'])
    await granted(lent, ['2027-07-12 10:00', '2027-07-16 10:00'], lent.units[1])
    const returned = await counted(line, '2027-06-21 10:00', { 'VR-1': [1, 'damaged'] })
    done(await inspectLine(on('2027-06-21 10:30'), target(returned)))
    moveTo('2027-06-21 11:00')
    const officer = await headOf(lent)

    // One click from the loan, filled with what the desk noted.
    const managed = await read(await officer.get(`${work(lent)}/prets/${line.id}`))
    const opening =
      managed.links.find(({ text }) => words(text).includes('Ouvrir un incident pour'))?.href ?? ''
    const form = await read(await officer.get(opening))
    expect(form.document.querySelector('[name="nature"][checked]')?.getAttribute('value')).toBe('damage')
    expect(form.document.querySelector('[name="recit"]')?.textContent).toContain('abîmé')
    const typed = {
      ...{ exemplaire: lent.units[0], pret: line.id, nature: 'damage', recit: 'Écran fendu.' },
      ...{ constat: '21/06/2027', arret: 'date', arret_jusquau: '05/07/2027' },
    }
    const asked = await read(await officer.post(`${work(lent)}/incidents/nouveau`, typed))
    expect(asked.text).toContain('2 prêts accordés attendent cet exemplaire')
    const opened = await officer.post(`${work(lent)}/incidents/nouveau`, {
      ...typed,
      confirme: asked.value('confirme') ?? '',
    })
    expect(opened.status).toBe(303)
    expect(await fresh(first)).toMatchObject({ state: 'approved', unitId: lent.units[1] })
    expect((await fresh(second)).state).toBe('displaced')
    expect(await fresh(july)).toMatchObject({ state: 'approved', unitId: lent.units[0] })
    const { rows: stops } = await app.database.pool.query(
      "select upper(period)::text as until from equipment.occupancy where unit_id = $1 and kind = 'incident'",
      [lent.units[0]],
    )
    expect(stops).toHaveLength(1)

    // « Irréparable » : la suite de juillet tombe, rien n’est promis.
    moveTo('2027-06-28 10:00')
    const address = await incidentOf(lent, line)
    const consequence = await confirmed(officer, address, 'irreparable', {
      motif_reforme: 'Carte mère hors d’usage.',
    })
    expect(consequence).toContain('sans promesse de remplacement')
    expect(await lifecycle(lent.units[0])).toBe('retired')
    expect((await fresh(july)).state).toBe('withdrawn')
    const { rows: booked } = await app.database.pool.query(
      `select 1 from equipment.slot_booking b join equipment.loan_line l on l.request_id = b.request_id
       where l.id = $1 and b.cancelled_at is null`,
      [july.id],
    )
    expect(booked).toEqual([])

    // Les frais : preuve obligatoire, valeur vétusté déduite, réponse, décision, règlement.
    const page = await read(await officer.get(address))
    expect(page.text).toContain('art. 4.1 de la convention')
    const charge = { cause: 'damage', montant_frais: '400', motif_frais: 'Casque à remplacer.' }
    const bare = await read(await act(officer, address, 'frais', { ...charge, preuve: 'invoice' }))
    expect([bare.status, bare.problems.join(' ')]).toEqual([422, expect.stringContaining('Joignez le devis')])
    const high = { ...charge, montant_frais: '900', preuve: 'replacement_value' }
    expect((await act(officer, address, 'frais', high)).status).toBe(422)
    expect((await act(officer, address, 'frais', { ...charge, preuve: 'replacement_value' })).status).toBe(
      303,
    )
    expect((await mails()).some(({ subject }) => subject.includes('des frais sont annoncés'))).toBe(true)
    const early = await read(
      await act(officer, address, 'frais/decision', { montant_decide: '400', motif_decision: 'Dû.' }),
    )
    expect([early.status, early.text]).toEqual([409, expect.stringContaining('13 juillet 2027')])

    const own = `/materiel/prets/${line.id}/incidents`
    const seen = await read(await partner.get(own))
    expect(seen.text).toContain('art. 4.1 de la convention')
    const id = address.split('/').at(-1)
    const answer = { vu: seen.value('vu') ?? '', reponse: 'contested' }
    const unexplained = await partner.post(`${own}/${id}/reponse`, { ...answer, motif_reponse: '' })
    expect(unexplained.status).toBe(422)
    const contested = await partner.post(`${own}/${id}/reponse`, {
      ...answer,
      motif_reponse: 'Chute au guichet.',
    })
    expect(contested.status).toBe(303)
    const close = await read(await act(officer, `${work(lent)}/prets/${line.id}`, 'cloture', {}))
    expect([close.status, close.text]).toEqual([409, expect.stringContaining('ne sont pas réglés')])
    const decided = { montant_decide: '250,50', motif_decision: 'Partagé : la chute n’est pas établie.' }
    expect((await act(officer, address, 'frais/decision', decided)).status).toBe(303)
    const pdf = await officer.get(`${address}/frais/releve`)
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect((await partner.get(`${own}/${id}/releve`)).headers.get('content-type')).toBe('application/pdf')
    const csv = words(await (await officer.get(`${work(lent)}/incidents/frais.csv`)).text())
    expect(csv).toContain('400,00;250,50')
    const paid = { suite: 'paid', suite_le: '28/06/2027' }
    expect((await act(officer, address, 'frais/reglement', paid)).status).toBe(303)

    // EQP-906 : ce que l’exemplaire a coûté, quel que soit le payeur.
    const cost = { quoi: 'Diagnostic', montant_cout: '80', porteur: 'owner', cout_le: '22/06/2027' }
    expect((await act(officer, address, 'couts', cost)).status).toBe(303)
    expect(await repairCost(app.services.db, lent.units[0])).toBe(8000)
    expect((await act(officer, address, 'cloture', { motif_cloture: '' })).status).toBe(303)
    expect((await act(officer, `${work(lent)}/prets/${line.id}`, 'cloture', {})).status).toBe(303)
    expect((await fresh(line)).state).toBe('closed')
  })

  it('L20, EQP-901: une panne se signale, une urgence alerte et se justifie, une réparation tue s’ouvre au retour', async () => {
    const lent = await anInventory(on(START), { units: 1, name: 'L20' })
    const line = await out(lent, ['2027-03-01 10:00', '2027-03-15 10:00'])
    moveTo('2027-03-09 15:00')
    const officer = await headOf(lent)
    const loan = `/materiel/prets/${line.id}`
    const page = await read(await partner.get(loan))
    expect(page.links.map(({ text }) => text).join(' ')).not.toMatch(/répar/i)
    await mails()
    const told = { vu: String((await fresh(line)).seq), constat: '09/03/2027', heure: '14:30' }
    const broken = { ...told, recit: 'L’écran gauche reste noir.' }
    expect((await partner.post(`${loan}/panne`, broken)).status).toBe(303)
    expect((await mails()).filter(({ subject }) => subject.includes('panne signalée'))).not.toEqual([])
    const urgent = { ...told, recit: 'Batterie retirée.', enjeu: 'La batterie fumait.', qui: 'Camille Essai' }
    const bare = await read(await partner.post(`${loan}/intervention`, urgent))
    expect([bare.status, bare.problems.join(' ')]).toEqual([
      422,
      expect.stringContaining('au moins une photo'),
    ])
    expect((await partner.post(`${loan}/intervention`, { ...urgent, photos: photo })).status).toBe(303)
    expect((await mails()).filter(({ subject }) => subject.includes('intervention d’urgence'))).not.toEqual(
      [],
    )

    const incidents = await incidentsOfLine(app.services.db, line.id)
    const emergency = incidents.find(({ kind }) => kind === 'emergency_intervention')
    const address = `${work(lent)}/incidents/${emergency?.id}`
    const list = await read(await officer.get(`${work(lent)}/incidents?nature=emergency_intervention`))
    expect(list.text).toContain('urgence à accepter ou contester')
    const shown = await read(await officer.get(address))
    expect(shown.text).toContain('La batterie fumait.')
    const image = shown.document.querySelector('main img')?.getAttribute('src') ?? ''
    expect((await officer.get(image)).headers.get('content-type')).toBe('image/jpeg')
    expect((await act(officer, address, 'urgence', { reponse: 'contestee', motif_urgence: '' })).status).toBe(
      422,
    )
    const refusal = { reponse: 'contestee', motif_urgence: 'Il fallait débrancher, pas ouvrir.' }
    expect((await act(officer, address, 'urgence', refusal)).status).toBe(303)
    expect((await mails()).map(({ subject }) => subject).join(' ')).toContain('votre intervention d’urgence')
    const own = await read(await partner.get(`${loan}/incidents`))
    expect(own.text).toContain('Il fallait débrancher, pas ouvrir.')

    // Seen at the return, and told by nobody.
    const back = await counted(line, '2027-03-15 10:00', {})
    moveTo('2027-03-15 11:00')
    expect(back.state).toBe('returned')
    const repaired = {
      ...{ exemplaire: lent.units[0], pret: line.id, nature: 'unauthorised_repair' },
      ...{ recit: 'La coque a été recollée.', constat: '15/03/2027', arret: 'sans_date' },
    }
    expect((await officer.post(`${work(lent)}/incidents/nouveau`, repaired)).status).toBe(303)
    const wish = aWish(lent, borrower, local('2027-04-05 10:00'), local('2027-04-09 10:00'))
    expect(await requestLoan(on('2027-03-15 12:00'), wish)).toMatchObject({ refused: 'already_taken' })
  })

  it('EQP-201: une convention qui n’admet aucune intervention ne la propose pas et la refuse par son article', async () => {
    const lent = await anInventory(on(START), { units: 1, name: 'Sans intervention' })
    const line = await out(lent, ['2027-03-22 10:00', '2027-03-26 10:00'])
    moveTo('2027-03-23 15:00')
    const loan = `/materiel/prets/${line.id}`
    const named = async () => (await read(await partner.get(loan))).links.map(({ text }) => text).join(' ')
    expect(await named()).toContain('Déclarer une intervention d’urgence')
    const forbidden = { value: 'forbidden', source: { from: 'agreement', article: '4.1' } }
    await app.database.pool.query(
      `update equipment.loan_line set rules = rules || jsonb_build_object('emergencyIntervention', $2::jsonb) where id = $1`,
      [line.id, JSON.stringify(forbidden)],
    )
    expect(await named()).not.toContain('intervention')
    const shown = await read(await partner.get(`${loan}/intervention`))
    expect(shown.status).toBe(409)
    expect(shown.problems[0]).toMatch(/Aucune intervention n’est admise.*art. 4.1 de votre convention/)
    const typed = { constat: '23/03/2027', heure: '14:30', recit: 'Batterie retirée.', enjeu: 'Fumée.' }
    const told = { vu: String((await fresh(line)).seq), ...typed, qui: 'Camille Essai', photos: photo }
    const refused = await read(await partner.post(`${loan}/intervention`, told))
    expect([refused.status, refused.value('recit')]).toEqual([409, 'Batterie retirée.'])
    expect(await incidentsOfLine(app.services.db, line.id)).toEqual([])
  })

  it('EQP-503, EQP-902, EQP-904: un vol ferme le prêt, demande sa plainte, et se retrouve en quarantaine', async () => {
    const lent = await anInventory(on(START), { units: 1, name: 'Vol' })
    const line = await out(lent, ['2027-04-05 10:00', '2027-04-16 10:00'])
    const next = await granted(lent, ['2027-05-03 10:00', '2027-05-07 10:00'])
    moveTo('2027-04-08 11:00')
    const officer = await headOf(lent)
    const stolen = {
      ...{ exemplaire: lent.units[0], pret: line.id, nature: 'theft', recit: 'Volé dans le véhicule.' },
      ...{ constat: '08/04/2027', arret: 'non', sinistre: 'SIN-12' },
    }
    const asked = await read(await officer.post(`${work(lent)}/incidents/nouveau`, stolen))
    const again = { ...stolen, confirme: asked.value('confirme') ?? '' }
    expect((await officer.post(`${work(lent)}/incidents/nouveau`, again)).status).toBe(303)
    expect((await fresh(line)).state).toBe('stolen')
    expect((await fresh(next)).state).toBe('displaced')
    expect(await lifecycle(lent.units[0])).toBe('stolen')
    const { rows: open } = await app.database.pool.query(
      'select ended_as, back_at is null as open from equipment.custody where line_id = $1',
      [line.id],
    )
    expect(open).toEqual([{ ended_as: 'stolen', open: false }])

    await mails()
    const due = async () => {
      await askPoliceReference.work(app.services, {})
      return (await mails()).filter(({ subject }) => subject.includes('plainte à compléter')).length > 0
    }
    moveTo('2027-04-09 06:00')
    expect(await due()).toBe(false)
    moveTo('2027-04-12 06:00')
    expect(await due()).toBe(true)
    expect((await read(await officer.get(`${work(lent)}/incidents`))).text).toContain(
      'référence de la plainte attendue',
    )

    const address = await incidentOf(lent, line)
    const examined = {
      ...{
        conclusion: 'Plainte déposée.',
        plainte: 'PV 2027/118',
        plainte_le: '09/04/2027',
        sinistre: 'SIN-12',
      },
      ...{ temoin: '', arret: 'non', arret_jusquau: '' },
    }
    expect((await act(officer, address, 'examen', examined)).status).toBe(303)
    expect((await read(await officer.get(`${work(lent)}/incidents`))).text).not.toContain('plainte attendue')
    const loan = `${work(lent)}/prets/${line.id}`
    expect((await act(officer, loan, 'cloture', { motif_fin: '' })).status).toBe(422)
    expect((await act(officer, loan, 'cloture', { motif_fin: 'L’assureur indemnise.' })).status).toBe(303)
    const found = { motif_retrouve: 'Rapporté par la gendarmerie.' }
    expect((await act(officer, address, 'retrouve', found)).status).toBe(303)
    expect(await lifecycle(lent.units[0])).toBe('quarantine')
    expect((await fresh(line)).state).toBe('closed')
  })

  it('EQP-902: un vol hors de tout prêt demande aussi sa plainte, une fois, à qui décide', async () => {
    const lent = await anInventory(on(START), { units: 1, name: 'Vol au dépôt' })
    moveTo('2027-06-07 11:00')
    const officer = await headOf(lent)
    const stolen = {
      ...{ exemplaire: lent.units[0], nature: 'theft', recit: 'Armoire forcée dans la nuit.' },
      ...{ constat: '07/06/2027', arret: 'non' },
    }
    expect((await officer.post(`${work(lent)}/incidents/nouveau`, stolen)).status).toBe(303)
    await mails()
    const told = async () => {
      await askPoliceReference.work(app.services, {})
      await askPoliceReference.work(app.services, {})
      return (await mails()).filter(({ body }) => body.includes('hors de tout prêt'))
    }
    moveTo('2027-06-08 06:00')
    expect(await told()).toEqual([])
    moveTo('2027-06-09 06:00')
    const [mail, ...others] = await told()
    expect(others).toEqual([])
    expect(mail?.subject).toContain('plainte à compléter pour Casque VR (VR-1)')
    expect(mail?.body).toContain(`${work(lent)}/incidents/`)
  })

  it('EQP-503: un retour contrôlé se conteste, et une personne tranche avec son motif', async () => {
    const lent = await anInventory(on(START), { units: 1, name: 'Contestation' })
    const line = await out(lent, ['2027-05-10 10:00', '2027-05-14 10:00'])
    const back = await counted(line, '2027-05-14 10:00', {})
    done(await inspectLine(on('2027-05-14 10:30'), target(back)))
    moveTo('2027-05-14 11:00')
    const officer = await headOf(lent)
    const loan = `/materiel/prets/${line.id}`
    expect((await act(partner, loan, 'contestation', { motif_contestation: '' })).status).toBe(422)
    expect(
      (await act(partner, loan, 'contestation', { motif_contestation: 'Rien n’était abîmé.' })).status,
    ).toBe(303)
    expect((await fresh(line)).state).toBe('disputed')
    expect((await read(await officer.get(`${work(lent)}/incidents`))).text).toContain('contesté')
    const managed = `${work(lent)}/prets/${line.id}`
    expect((await act(officer, managed, 'cloture', { motif_fin: 'Sans suite.' })).status).toBe(303)
    expect((await fresh(line)).state).toBe('closed')
  })
})

describe('Ce que les incidents refusent', () => {
  it('EQP-905: le guichet ne décide pas des frais, et l’usure n’en fait pas', async () => {
    const lent = await anInventory(on(START), { units: 1, name: 'Usure' })
    const line = await out(lent, ['2027-05-18 10:00', '2027-05-21 10:00'])
    const left = { condition: 'good' as const, remark: '', powersOn: null, charge: null }
    done(await noteCondition(on('2027-05-18 10:00'), line.id, 'out', [{ ...left, rank: 1, found: 1 }]))
    await counted(line, '2027-05-21 10:00', { 'VR-1': [1, 'worn'] })
    moveTo('2027-05-21 11:00')
    const [officer, agent] = [await headOf(lent), await headOf(lent, 'desk_agent')]
    const opened = await officer.post(`${work(lent)}/incidents/nouveau`, {
      ...{ exemplaire: lent.units[0], pret: line.id, nature: 'damage', recit: 'Rayures.' },
      ...{ constat: '21/05/2027', arret: 'non' },
    })
    expect(opened.status).toBe(303)
    const address = await incidentOf(lent, line)
    const charge = { cause: 'damage', montant_frais: '10', preuve: 'quote', motif_frais: 'Rayures.' }
    expect((await act(officer, address, 'frais', charge)).status).toBe(409)
    expect((await act(officer, address, 'examen', { conclusion: 'Rayé.', arret: 'non' })).status).toBe(303)
    const worn = await read(await act(officer, address, 'frais', charge))
    expect([worn.status, worn.problems.join(' ')]).toEqual([422, expect.stringContaining('L’usure normale')])
    expect((await agent.get(address)).status).toBe(200)
    for (const name of ['frais', 'frais/decision', 'examen', 'irreparable'])
      expect((await agent.post(`${address}/${name}`, await typedFor(name))).status).toBe(403)
  })

  it('EQP-902: un constat à venir, un exemplaire d’un autre inventaire, un arrêt déjà passé', async () => {
    const lent = await anInventory(on(START), { units: 1, name: 'Refus' })
    const other = await anInventory(on(START), { units: 1, name: 'Voisin' })
    moveTo('2027-05-24 11:00')
    const officer = await headOf(lent)
    const typed = { nature: 'breakdown', recit: 'Ne s’allume plus.', constat: '24/05/2027', heure: '10:00' }
    const sent = (change: Record<string, string>) =>
      officer.post(`${work(lent)}/incidents/nouveau`, {
        ...{ ...typed, exemplaire: lent.units[0], arret: 'non' },
        ...change,
      })
    expect((await sent({ constat: '25/05/2027' })).status).toBe(422)
    expect((await sent({ exemplaire: other.units[0] })).status).toBe(404)
    expect((await sent({ arret: 'date', arret_jusquau: '01/05/2027' })).status).toBe(422)
    expect((await sent({ arret: 'date' })).status).toBe(422)
  })

  it('EQP-1502: une autre structure ne lit ni l’incident ni ses pièces', async () => {
    const lent = await anInventory(on(START), { units: 1, name: 'Discret' })
    const line = await out(lent, ['2027-05-31 10:00', '2027-06-04 10:00'])
    moveTo('2027-06-01 11:00')
    const told = { vu: String((await fresh(line)).seq), constat: '01/06/2027', recit: 'Ne charge plus.' }
    expect((await partner.post(`/materiel/prets/${line.id}/panne`, told)).status).toBe(303)
    const stranger = await aBorrower(on(START), { partner: 'Autre Rive' })
    const neighbour = await app.signIn('partner', { organisation: stranger.organisationId })
    expect((await neighbour.get(`/materiel/prets/${line.id}/incidents`)).status).toBe(404)
    expect((await neighbour.get(await incidentOf(lent, line))).status).toBe(404)
  })
})

async function typedFor(name: string): Promise<Record<string, string>> {
  const forms: Readonly<Record<string, Record<string, string>>> = {
    frais: { cause: 'damage', montant_frais: '10', preuve: 'replacement_value', motif_frais: 'Rayures.' },
    'frais/decision': { montant_decide: '10', motif_decision: 'Dû.' },
    examen: { conclusion: 'Rayé.', arret: 'non' },
    irreparable: { motif_reforme: 'Hors d’usage.' },
  }
  return { vu: '1', ...forms[name] }
}

async function aKit(): Promise<{ kit: Lent; mixer: UnitId }> {
  const context = on(START)
  const base = await anInventory(context, { units: 1, name: 'Radio' })
  const model = await aModel(context, base.inventoryId, 'Malle radio')
  const mixerModel = await aModel(context, base.inventoryId, 'Table de mixage')
  const kit = await aUnit(context, { ...base, model }, 'KIT-RADIO', { isKit: true })
  const part = { kitId: kit, isCritical: true, lentAlone: false }
  const mixer = await aUnit(context, { ...base, model: mixerModel }, 'MIX-1', part)
  await addChecklistItem(context.db, { kitId: kit }, { label: 'Câbles XLR', expected: 6, isCritical: false })
  return { kit: { ...base, model, units: [kit] }, mixer }
}
