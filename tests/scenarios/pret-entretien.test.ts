import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { findLine, type Line } from '../../src/modules/equipment/data/lines.store.ts'
import { giveRole } from '../../src/modules/equipment/data/roles.store.ts'
import type { UnitId } from '../../src/modules/equipment/domain/equipment.ts'
import type { InventoryRole } from '../../src/modules/equipment/domain/rights.ts'
import { openMaintenance } from '../../src/modules/equipment/jobs/open-maintenance.ts'
import {
  aBorrower,
  anInventory,
  at,
  aWish,
  type Borrower,
  done,
  type Lent,
} from '../../src/modules/equipment/testing.ts'
import { requestLoan } from '../../src/modules/equipment/use-cases/borrowing/request-loan.ts'
import { approveLine } from '../../src/modules/equipment/use-cases/deciding/decide-line.ts'
import { partsToCheck } from '../../src/modules/equipment/use-cases/desk/desk-report.ts'
import { handOver, prepareLine } from '../../src/modules/equipment/use-cases/desk/hand-over.ts'
import { takeBack } from '../../src/modules/equipment/use-cases/desk/take-back.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp, words } from '../support.ts'

const app = useApp()
let borrower: Borrower
let lent: Lent
let head: Browser
let technician: Browser
let manager: Browser
let agent: Browser

const local = (moment: string) => at(moment.slice(0, 10), moment.slice(11))
const on = (moment: string) => app.context({ today: day(moment.slice(0, 10)), now: local(moment) })
const moveTo = (moment: string) => app.clock.moveTo(local(moment))
const here = (more = '', of = lent) => `/materiel/gestion/${of.inventoryId}${more}`
const fresh = async (line: Pick<Line, 'id'>) =>
  done(await findLine(app.services.db, app.context().reach, line.id))
const rows = async (text: string, ...values: unknown[]) =>
  (await app.database.pool.query(text, values)).rows as Record<string, unknown>[]

beforeAll(async () => {
  moveTo('2027-03-01 10:00')
  borrower = await aBorrower(app.context())
  lent = await anInventory(app.context(), { units: 3 })
  head = await worker('head')
  technician = await worker('technician')
  manager = await worker('manager')
  agent = await worker('desk')
})

beforeEach(() => moveTo('2027-03-02 10:00'))

/** A person of the organisation that lends, with that role in its inventory. */
async function worker(role: InventoryRole, of = lent): Promise<Browser> {
  const [inventory] = await rows('select owner_id from equipment.inventory where id = $1', of.inventoryId)
  const organisation = inventory?.owner_id as OrganisationId
  const browser = await app.signIn('reader', { organisation })
  const [last] = await rows(
    `select person_id from identity.membership where organisation_id = $1 order by id desc limit 1`,
    organisation,
  )
  await giveRole(
    app.services.db,
    of.inventoryId,
    { personId: last?.person_id as never, role },
    app.clock.now(),
  )
  return browser
}

async function granted(
  [pickup, back]: readonly [string, string],
  unit: UnitId | undefined,
  of = lent,
): Promise<Line> {
  const wanted = [{ modelId: of.model, unitId: unit ?? null, count: 1 }]
  const asked = await requestLoan(app.context(), aWish(of, borrower, local(pickup), local(back), { wanted }))
  const [line] = done(asked).lines
  if (!line) throw new Error('no line')
  return done(await approveLine(app.context(), { lineId: line.id, seen: line.seq }, { reason: 'Accordé' }))
}

const target = (line: Line) => ({ lineId: line.id, seen: line.seq })

async function loaned(line: Line, [out, back]: readonly [string, string]): Promise<void> {
  const ready = done(await prepareLine(on(out), target(line)))
  const left = done(await handOver(on(out), target(ready), { withoutReport: 'Papier' }))
  done(await takeBack(on(back), target(left), { units: [line.unitId as UnitId], backAt: local(back) }))
}

const PLAN = {
  titre: 'Vérifier les lentilles',
  rythme: 'jours',
  nombre: '30',
  depuis: '01/03/2027',
  minutes: '60',
  liste: 'Lentilles propres\nSangles\nSangles',
}

async function aPlan(change: Record<string, string> = {}, of = lent, who = technician): Promise<string> {
  const response = await who.post(here('/entretien/plans', of), {
    objet: `modele:${of.model}`,
    ...PLAN,
    ...change,
  })
  expect((await read(response)).problems).toEqual([])
  expect(response.status).toBe(303)
  const [last] = await rows('select id from equipment.maintenance_plan order by id desc limit 1')
  return String(last?.id)
}

const work = (plan: string, unit: UnitId | undefined, more = '', of = lent) =>
  here(`/entretien/plans/${plan}/exemplaires/${unit}${more}`, of)

/** Under an inventory of its own, so that its plans stop nobody else. */
async function another(name: string, units = 2) {
  const of = await anInventory(app.context(), { name, units })
  return { of, head: await worker('head', of), technician: await worker('technician', of) }
}

describe('L’entretien', () => {
  it('EQP-1001 : ce qui est dû apparaît avec sa fenêtre libre ; prévu, il prend l’exemplaire ; fait, il le rend', async () => {
    const { of, technician } = await another('Entretien suivi')
    const plan = await aPlan({}, of, technician)
    expect((await read(await technician.get(here('/entretien', of)))).text).toContain('Tout est à jour')
    moveTo('2027-04-02 10:00')
    const list = await read(await technician.get(here('/entretien', of)))
    expect(list.text).toContain('Vérifier les lentilles, tous les 30 jours')
    expect(list.text).toContain('en retard')
    expect(list.text).toContain('Libre : vendredi 2 avril 2027, de 10 h à 11 h')

    const [unit] = of.units
    const shown = await read(await technician.get(work(plan, unit, '', of)))
    const first = shown.document.querySelector('[name=fenetre]')?.getAttribute('value') ?? ''
    const planned = await technician.post(work(plan, unit, '/fenetre', of), {
      fenetre: first,
      du: '',
      au: '',
    })
    expect(planned.status).toBe(303)
    const after = await read(await technician.get(work(plan, unit, '', of)))
    expect(after.text).toContain('Prévuvendredi 2 avril 2027, de 10 h à 11 h')
    const occupied = 'select kind, status, lower(period) as at from equipment.occupancy where unit_id = $1'
    expect(await rows(occupied, unit)).toMatchObject([{ kind: 'maintenance', status: 'firm' }])

    const finished = await technician.post(work(plan, unit, '/fait', of), {
      constat: 'Lentilles nettoyées',
      fait: ['Lentilles propres', 'Inventé'],
      cout: '12,50',
    })
    expect(finished.status).toBe(303)
    expect(await rows(occupied, unit)).toMatchObject([{ status: 'released' }])
    const [job] = await rows(
      'select ticked, checklist from equipment.maintenance_job where unit_id = $1',
      unit,
    )
    expect(job).toEqual({ ticked: ['Lentilles propres'], checklist: ['Lentilles propres', 'Sangles'] })
    const costs =
      'select amount_cents::integer as cents, bearer from equipment.repair_cost where unit_id = $1'
    expect(await rows(costs, unit)).toEqual([{ cents: 1250, bearer: 'owner' }])
    const story = await read(await technician.get(here(`/exemplaires/${unit}`, of)))
    expect(story.text).toContain('Lentilles nettoyées')
    expect(story.text).toContain('1 sur 2')
    // The rhythm counts again from that day.
    expect(story.text).toContain('2 mai 2027')
  })

  it('EQP-1001, EQP-1704 : chaque nuit ouvre les travaux des jours à venir, une fois chacun', async () => {
    const { of, technician } = await another('Entretien de nuit')
    await aPlan({ depuis: '10/02/2027' }, of, technician)
    const open = `select u.asset_number, j.due_day from equipment.maintenance_job j
      join equipment.unit u on u.id = j.unit_id where u.inventory_id = $1 order by 1`
    const count = async () => (await rows(open, of.inventoryId)).length
    await openMaintenance.work(app.services, {} as never)
    expect(await count()).toBe(0)
    moveTo('2027-03-20 04:35')
    await openMaintenance.work(app.services, {} as never)
    await openMaintenance.work(app.services, {} as never)
    expect(await rows(open, of.inventoryId)).toEqual([
      { asset_number: 'VR-1', due_day: '2027-04-01' },
      { asset_number: 'VR-2', due_day: '2027-04-01' },
    ])
  })

  it('EQP-1001, EQP-602 : sur un prêt accordé, la conséquence d’abord ; puis le prêt passe sur un autre exemplaire', async () => {
    const plan = await aPlan({ titre: 'Étalonner' })
    const line = await granted(['2027-03-08 09:00', '2027-03-10 10:00'], lent.units[0])
    const dates = { fenetre: 'autre', du: '08/03/2027', au: '09/03/2027' }
    const refused = await technician.post(work(plan, lent.units[0], '/fenetre'), dates)
    expect(refused.status).toBe(409)
    expect((await read(refused)).problems[0]).toContain('seule la personne responsable')

    const asked = await read(await head.post(work(plan, lent.units[0], '/fenetre'), dates))
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('1 prêt compte sur VR-1 ces jours-là')
    expect((await fresh(line)).unitId).toBe(lent.units[0])
    const confirme = asked.value('confirme') ?? ''
    const moved = await head.post(work(plan, lent.units[0], '/fenetre'), { ...dates, confirme })
    expect(moved.status).toBe(303)
    const told = await read(await head.get(work(plan, lent.units[0])))
    expect(told.notice).toContain('1 prêt passe sur un autre exemplaire')
    const after = await fresh(line)
    expect(after.state).toBe('approved')
    expect(after.unitId).not.toBe(lent.units[0])
    const kept = `select kind from equipment.occupancy where unit_id = $1 and status <> 'released'`
    expect(await rows(kept, lent.units[0])).toEqual([{ kind: 'maintenance' }])
    // Under another plan: nothing of it is late, since it does not block.
    await head.post(here(`/entretien/plans/${plan}/fin`))
    expect(await rows(kept, lent.units[0])).toEqual([])
  })

  it('EQP-1001, EQP-602 : un entretien choisi doit le préavis au prêt que rien ne remplace ; une panne, non', async () => {
    const { of, head } = await another('Entretien sans préavis', 1)
    const [unit] = of.units
    const plan = await aPlan({ titre: 'Resserrer' }, of, head)
    const line = await granted(['2027-03-03 09:00', '2027-03-05 10:00'], unit, of)
    const dates = { fenetre: 'autre', du: '03/03/2027', au: '04/03/2027' }
    const asked = await read(await head.post(work(plan, unit, '/fenetre', of), dates))
    const confirme = asked.value('confirme') ?? ''
    const refused = await head.post(work(plan, unit, '/fenetre', of), { ...dates, confirme })
    expect(refused.status).toBe(409)
    expect((await read(refused)).problems[0]).toContain('il faut 3 jours d’ouverture avant le retrait')
    expect((await fresh(line)).state).toBe('approved')
    const broken = { exemplaire: String(unit), nature: 'breakdown', recit: 'Écran noir.', arret: 'sans_date' }
    const opening = { ...broken, constat: '01/03/2027' }
    const shown = await read(await head.post(here('/incidents/nouveau', of), opening))
    if (shown.value('confirme'))
      await head.post(here('/incidents/nouveau', of), { ...opening, confirme: shown.value('confirme') ?? '' })
    expect((await fresh(line)).state).toBe('displaced')
  })

  it('EQP-1001, EQP-1101 : un entretien bloquant en retard met le prêt à risque et empêche la remise, dite en français', async () => {
    const { of, head } = await another('Entretien bloquant', 1)
    const plan = await aPlan({ bloque: 'oui', titre: 'Contrôle électrique' }, of, head)
    const line = await granted(['2027-04-06 09:00', '2027-04-08 10:00'], of.units[0], of)
    moveTo('2027-04-06 09:10')
    const queue = await read(await head.get(here('', of)))
    expect(queue.text).toContain('À risque ou en retard')
    expect(queue.text).toContain('entretien en retard')
    const desk = await read(await head.get(`/materiel/guichet?guichet=${of.deskId}`))
    expect(desk.text).toContain('entretien en retard, ne peut pas partir')

    const ready = done(await prepareLine(app.context(), target(line)))
    const sent = { motif: 'Papier', identite: 'oui' }
    const gate = `/materiel/guichet/prets/${line.id}/remise`
    const refused = await head.post(gate, { ...sent, cle: randomUUID(), vu: String(ready.seq) })
    expect(refused.status).toBe(409)
    expect((await read(refused)).problems).toEqual([
      'VR-1 ne peut pas partir : l’entretien « Contrôle électrique » devait être fait le 1er avril 2027. Faites-le enregistrer par un technicien, ou demandez à la personne qui gère l’inventaire de promettre un autre exemplaire.',
    ])
    expect((await fresh(line)).state).toBe('prepared')
    const kept = await head.post(work(plan, of.units[0], '/fait', of), { constat: 'Conforme' })
    expect(kept.status).toBe(303)
    const left = await head.post(gate, { ...sent, cle: randomUUID(), vu: String(ready.seq) })
    expect((await read(left)).problems).toEqual([])
    expect((await fresh(line)).state).toBe('out')
    // What is with a borrower cannot be worked on.
    const out = await head.post(work(plan, of.units[0], '/fait', of), { constat: 'Encore' })
    expect(out.status).toBe(409)
    expect((await read(out)).problems[0]).toContain('est chez un emprunteur')
  })

  it('EQP-1001 : après chaque retour, l’entretien vient avant le prêt suivant', async () => {
    const { of, head } = await another('Après chaque retour', 1)
    await aPlan({ rythme: 'prets', nombre: '1', titre: 'Nettoyer', bloque: 'oui' }, of, head)
    const line = await granted(['2027-03-03 11:00', '2027-03-05 10:00'], of.units[0], of)
    await loaned(line, ['2027-03-03 11:00', '2027-03-05 10:00'])
    moveTo('2027-03-05 14:00')
    const list = await read(await head.get(here('/entretien', of)))
    expect(list.text).toContain('Nettoyer, après chaque retour')
    expect(list.text).toContain('en retard')
    expect(list.text).toContain('ne peut pas partir')
  })

  it('EQP-1601 : ce qui est mal rempli revient, avec ce qui fut tapé', async () => {
    const wrong = await technician.post(here('/entretien/plans'), { ...PLAN, objet: 'modele:x', nombre: '0' })
    const shown = await read(wrong)
    expect(shown.status).toBe(422)
    expect(shown.problems).toEqual([
      'Choisissez un modèle ou un exemplaire de la liste.',
      'Indiquez tous les combien. De 1 à 3650.',
    ])
    expect(shown.value('titre')).toBe('Vérifier les lentilles')
  })
})

describe('Les mises à jour (002 art. 4.2)', () => {
  const UPDATE = { logiciel: 'Système', version: '4.2', jour: '01/03/2027', resultat: 'done' }

  it('EQP-1002 : saisies en nombre, les bonnes lignes sont gardées, les autres rendues', async () => {
    const response = await technician.post(here('/mises-a-jour'), { ...UPDATE, numeros: 'VR-1\nvr-2\nVR-99' })
    expect(response.status).toBe(303)
    const back = await read(await technician.get(response.headers.get('location') ?? ''))
    expect(back.notice).toContain('2 mises à jour sont notées')
    expect(back.problems[0]).toContain('1 ligne n’a pas été reconnue : VR-99')
    expect(words(back.value('numeros'))).toBe('VR-99')
    const again = { ...UPDATE, version: '4.3', jour: '02/03/2027', numeros: 'VR-1' }
    await technician.post(here('/mises-a-jour'), again)
    await technician.post(here('/mises-a-jour'), { ...again, logiciel: 'Galerie', version: '1.0' })
    const log =
      'select software, version_before, version_after from equipment.software_update where unit_id = $1 order by day, software desc'
    expect(await rows(log, lent.units[0])).toEqual([
      { software: 'Système', version_before: '', version_after: '4.2' },
      { software: 'Système', version_before: '4.2', version_after: '4.3' },
      { software: 'Galerie', version_before: '', version_after: '1.0' },
    ])
  })

  it('EQP-1002, EQP-802 : l’emprunteur les lit au catalogue et sur l’étiquette, l’état des lieux les recopie', async () => {
    const partner = await app.signIn('partner', { organisation: borrower.organisationId })
    const model = await read(await partner.get(`/materiel/modeles/${lent.model}`))
    expect(model.text).toContain('Système 4.3')
    const [label] = await rows('select token from equipment.unit_label where unit_id = $1', lent.units[0])
    expect((await read(await partner.get(`/m/${label?.token}`))).text).toContain('Galerie 1.0')
    expect((await read(await app.visitor().get(`/m/${label?.token}`))).text).not.toContain('Galerie')
    const line = await granted(['2027-03-16 09:00', '2027-03-18 10:00'], lent.units[0])
    const [part] = await partsToCheck(app.services.db, line)
    expect(part?.software).toBe('Galerie 1.0, Système 4.3')
  })

  it('EQP-1002 : ce qui attend plus que le délai du règlement est listé', async () => {
    moveTo('2027-08-30 10:00')
    const late = await read(await technician.get(here('/mises-a-jour')))
    expect(late.text).toContain('Sans mise à jour depuis plus de 180 jours')
    expect(late.links.filter(({ text }) => text.startsWith('VR-')).map(({ text }) => text)).toEqual([
      'VR-2, Casque VR',
      'VR-1, Casque VR',
    ])
    moveTo('2027-03-02 10:00')
    expect((await read(await technician.get(here('/mises-a-jour')))).text).toContain(
      'Aucun exemplaire n’a attendu',
    )
  })

  it('EQP-1601 : rien de reconnu, ou un jour à venir : rien n’est noté', async () => {
    const before = await rows('select count(*)::integer as n from equipment.software_update')
    const unknown = await technician.post(here('/mises-a-jour'), { ...UPDATE, numeros: 'X-1\nX-2' })
    expect((await read(unknown)).problems[0]).toContain('Aucun de ces numéros')
    const ahead = { ...UPDATE, jour: '03/03/2027', numeros: 'VR-1' }
    const early = await technician.post(here('/mises-a-jour'), ahead)
    expect(early.status).toBe(422)
    expect((await read(early)).problems[0]).toContain('Ce jour n’est pas encore venu')
    expect(await rows('select count(*)::integer as n from equipment.software_update')).toEqual(before)
  })
})

describe('L’inventaire physique', () => {
  it('EQP-1306 : vus, pas à leur place, inconnus, non vus ; signé, ce qui manque ouvre un incident', async () => {
    const { of, head } = await another('Comptage', 4)
    const line = await granted(['2027-03-03 09:00', '2027-03-05 10:00'], of.units[3], of)
    const ready = done(await prepareLine(on('2027-03-03 09:00'), target(line)))
    done(await handOver(on('2027-03-03 09:00'), target(ready), { withoutReport: 'Papier' }))
    const begun = await head.post(here('/inventaires-physiques', of), { guichet: of.deskId })
    const session = begun.headers.get('location') ?? ''
    expect(begun.status).toBe(303)
    const [label] = await rows('select token from equipment.unit_label where unit_id = $1', of.units[1])
    const numeros = `vr-1\nhttps://pret.example.fr/m/${label?.token}\nINCONNU-7`
    const noted = await head.post(`${session}/lectures`, { numeros })
    expect(noted.status).toBe(303)
    const open = await read(await head.get(session))
    expect(open.notice).toContain('2 exemplaires vus, 1 numéro inconnu (INCONNU-7)')
    expect(open.text).toContain('Pas encore vus (1)')
    expect(open.text).toContain('En prêt, donc pas attendus (1)')
    await head.post(`${session}/lectures`, { numeros: 'VR-1\nINCONNU-7', acte: 'retirer' })
    expect((await read(await head.get(session))).text).toContain('Pas encore vus (2)')
    await head.post(`${session}/lectures`, { numeros: 'VR-1\nVR-4\nINCONNU-7' })
    const found = await read(await head.get(session))
    expect(found.text).toContain('Pas à leur place (1)')
    expect(found.text).toContain('Enregistrez son retour au guichet.')

    const vu = found.value('vu') ?? ''
    const asked = await read(await head.post(`${session}/signature`, { vu, note: 'Fait à deux' }))
    expect(asked.text).toContain('1 exemplaire n’a pas été vu')
    expect(asked.text).toContain('VR-3, Casque VR')
    const incidents = 'select unit_id, kind, state from equipment.incident where unit_id = any($1::uuid[])'
    expect(await rows(incidents, of.units)).toEqual([])
    const confirme = asked.value('confirme') ?? ''
    const signed = await head.post(`${session}/signature`, { vu, note: 'Fait à deux', confirme })
    expect(signed.status).toBe(303)
    expect(await rows(incidents, of.units)).toEqual([
      { unit_id: of.units[2], kind: 'loss', state: 'declared' },
    ])
    const over = await read(await head.get(session))
    expect(over.text).toContain('Signé')
    expect(over.text).toContain('Non vus (1)')

    const csv = await head.get(`${session}/ecarts.csv`)
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(words(await csv.text())).toContain('non vu;VR-3;Casque VR;Guichet')
    const late = await head.post(`${session}/lectures`, { numeros: 'VR-3' })
    expect(late.status).toBe(409)
    // Counted again, what is already looked for opens no second incident.
    const second = (await head.post(here('/inventaires-physiques', of))).headers.get('location') ?? ''
    const form = { vu: '0', note: '' }
    await head.post(`${second}/lectures`, { numeros: 'VR-1\nVR-2' })
    const shown = await read(await head.post(`${second}/signature`, { ...form, vu: '2' }))
    const again = { ...form, vu: '2', confirme: shown.value('confirme') ?? '' }
    expect((await head.post(`${second}/signature`, again)).status).toBe(303)
    expect(await rows(incidents, of.units)).toHaveLength(1)
  })

  it('EQP-1306, EQP-1701 : une séance à la fois par guichet, même ouverte deux fois ensemble', async () => {
    const { of, head } = await another('Comptage double', 1)
    const both = await Promise.all([
      head.post(here('/inventaires-physiques', of), { guichet: of.deskId }),
      head.post(here('/inventaires-physiques', of), { guichet: '' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const session = both.find(({ status }) => status === 303)?.headers.get('location') ?? ''
    const given = await head.post(`${session}/abandon`, { motif: 'Mauvais jour' })
    expect(given.status).toBe(303)
    expect((await head.post(here('/inventaires-physiques', of), { guichet: of.deskId })).status).toBe(303)
  })

  it('EQP-1704 : ce qui est lu pendant qu’on signe se relit d’abord', async () => {
    const { of, head } = await another('Comptage mouvant', 2)
    const session = (await head.post(here('/inventaires-physiques', of))).headers.get('location') ?? ''
    const shown = await read(await head.post(`${session}/signature`, { vu: '0', note: '' }))
    await head.post(`${session}/lectures`, { numeros: 'VR-1' })
    const confirme = shown.value('confirme') ?? ''
    const refused = await head.post(`${session}/signature`, { vu: '0', note: '', confirme })
    expect(refused.status).toBe(409)
    expect((await read(refused)).problems[0]).toContain('Quelqu’un a lu d’autres numéros')
  })
})

describe('Chacun son travail', () => {
  it('EQP-1501 : le guichet compte sans signer ni entretenir, le technicien entretient sans compter, ailleurs rien', async () => {
    const plan = await aPlan({ titre: 'Ranger' })
    const reader = await worker('reader')
    const stranger = await app.signIn('partner', { organisation: borrower.organisationId })
    const begun = await agent.post(here('/inventaires-physiques'))
    const session = begun.headers.get('location') ?? ''
    expect(begun.status).toBe(303)
    const window = work(plan, lent.units[1], '/fenetre')
    const tries: [Browser, string, Record<string, string>, number][] = [
      [agent, window, { fenetre: 'autre', du: '01/04/2027', au: '01/04/2027' }, 403],
      [
        agent,
        here('/mises-a-jour'),
        { logiciel: 'S', version: '1', jour: '01/03/2027', resultat: 'done', numeros: 'VR-1' },
        403,
      ],
      [agent, `${session}/signature`, { vu: '0', note: '' }, 403],
      [technician, `${session}/lectures`, { numeros: 'VR-1' }, 403],
      [technician, here('/inventaires-physiques'), {}, 403],
      [reader, `${session}/lectures`, { numeros: 'VR-1' }, 403],
      [stranger, `${session}/lectures`, { numeros: 'VR-1' }, 404],
      [stranger, window, { fenetre: 'autre', du: '01/04/2027', au: '01/04/2027' }, 404],
      [agent, `${session}/lectures`, { numeros: 'VR-1' }, 303],
      [manager, `${session}/abandon`, { motif: 'Essai' }, 303],
    ]
    for (const [who, address, fields, status] of tries)
      expect([address, (await who.post(address, fields)).status]).toEqual([address, status])
    expect((await stranger.get(here('/entretien'))).status).toBe(404)
    const plans = await read(await reader.get(here('/entretien/plans')))
    expect(plans.text).toContain('Ranger')
    expect(plans.text).not.toContain('Ajouter un plan')
  })
})
