import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Day } from '../../src/kernel/day.ts'
import { dayOf, laterBy } from '../../src/kernel/instant.ts'
import { addDueDate, findLine, type Line } from '../../src/modules/equipment/data/lines.store.ts'
import { standingRecall } from '../../src/modules/equipment/data/moving/recalls.store.ts'
import { giveRole } from '../../src/modules/equipment/data/roles.store.ts'
import {
  aBorrower,
  anInventory,
  at,
  aWish,
  type Borrower,
  done,
  type Lent,
} from '../../src/modules/equipment/testing.ts'
import { askExtension } from '../../src/modules/equipment/use-cases/borrowing/extend-loan.ts'
import { requestLoan } from '../../src/modules/equipment/use-cases/borrowing/request-loan.ts'
import { approveLine } from '../../src/modules/equipment/use-cases/deciding/decide-line.ts'
import { handOver, prepareLine } from '../../src/modules/equipment/use-cases/desk/hand-over.ts'
import { recallLine } from '../../src/modules/equipment/use-cases/moving/recall-line.ts'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import type { OrganisationId, PersonId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp({ today: '2027-02-22' as Day })
let owner: OrganisationId
let head: Browser
let lent: Lent
let borrower: Borrower
let number = 0

beforeAll(async () => {
  const fields = {
    name: 'Département prêteur',
    kind: 'departement',
    siret: null,
    commune: 'Saint-Lô',
  } as const
  owner = await addOrganisation(app.services.db, app.networks.estuaire, fields, app.clock.now())
})

beforeEach(async () => {
  number += 1
  app.moveTo('2027-02-22')
  head = await app.signIn('officer', { organisation: owner })
  lent = await anInventory(app.context(), { owner, name: `Matériel ${number}` })
  borrower = await aBorrower(app.context(), { partner: `Commune ${number}` })
})

const home = () => `/materiel/gestion/${lent.inventoryId}`

async function asked(from: string, until: string, unit: 0 | 1 | null = null) {
  const unitId = unit === null ? null : (lent.units[unit] ?? null)
  const wish = aWish(lent, borrower, at(from, '09:00'), at(until, '10:00'), {
    wanted: [{ modelId: lent.model, unitId, count: 1 }],
  })
  const { lines } = done(await requestLoan(app.context(), wish))
  return done(lines[0] ?? null)
}

async function granted(from: string, until: string, unit: 0 | 1 | null = null) {
  const { id, seq } = await asked(from, until, unit)
  return done(await approveLine(app.context(), { lineId: id, seen: seq }))
}

async function out(from: string, until: string, unit: 0 | 1 | null = null) {
  const line = await granted(from, until, unit)
  app.moveTo(from)
  const ready = done(await prepareLine(app.context(), { lineId: line.id, seen: line.seq }))
  const withoutReport = 'Sur papier'
  return done(await handOver(app.context(), { lineId: ready.id, seen: ready.seq }, { withoutReport }))
}

async function standing(id: Parameters<typeof findLine>[2]) {
  return done(await findLine(app.services.db, app.context().reach, id))
}

function dueDay({ returnAt }: Line): Day | null {
  return returnAt && dayOf(returnAt, 'Europe/Paris')
}

const prolong = (line: Awaited<ReturnType<typeof out>>, until: string) =>
  askExtension(
    app.context(),
    { lineId: line.id, seen: line.seq },
    { untilAt: at(until, '10:00'), reason: 'Un atelier de plus' },
  )

const typedSheet = {
  ...{ nom: 'Malles', contact: 'Service', fuseau: 'Europe/Paris', feries: 'metropole', montre: 'members' },
  ...{ guichet: 'Accueil', adresse: '' },
}

const typedRules = {
  ...{ duree: '30', depassement: 'derogation', preavis: '3', creneau: '30', places: '2', delai: '1' },
  ...{ horizon: '365', reponse: '5', grace: '1', retard: '', attestation: 'handover' },
  ...{ motif: 'Plus de rendez-vous', effet: '22/02/2027' },
}

describe('le prêteur', () => {
  it('opens an inventory with its desk, then a model and twelve units alike (EQP-101, EQP-103, EQP-107)', async () => {
    const opened = await head.post('/materiel/gestion/nouvel-inventaire', {
      ...typedSheet,
      nom: `Malles ${number}`,
    })
    expect(opened.status).toBe(303)
    const address = opened.headers.get('location') ?? ''
    const model = await head.post(`${address}/catalogue/nouveau-modele`, {
      ...{ nom: 'Tablette', categorie: 'Informatique', preparation: '0', remise: '60', valeur: '249,90' },
    })
    const modelAddress = model.headers.get('location') ?? ''
    const page = await read(await head.get(modelAddress))
    const desk = page.document.querySelector('[name="guichet"] option')?.getAttribute('value') ?? ''
    const added = await head.post(`${modelAddress}/exemplaires`, {
      numero: 'TAB',
      combien: '12',
      guichet: desk,
    })
    expect(added.status).toBe(303)
    expect((await read(await head.get(modelAddress))).text).toContain('TAB-12')
  })

  it('changes the rules: a new version that says why and from when (EQP-101)', async () => {
    expect((await head.post(`${home()}/reglement`, typedRules)).status).toBe(303)
    const page = await read(await head.get(`${home()}/reglement`))
    expect(page.text).toContain('Plus de rendez-vous')
    expect(page.value('places')).toBe('2')
  })

  it('shows who has an appointment before a desk closes; nobody is late because of it (EQP-306)', async () => {
    const line = await out('2027-03-01', '2027-03-15')
    const closing = { jour: '15/03/2027', quoi: 'closed', motif: 'Travaux' }
    const shown = await read(await head.post(`${home()}/guichets/${lent.deskId}/jour`, closing))
    expect(shown.text).toContain('1 rendez-vous à replanifier')
    const confirme = shown.value('confirme') ?? ''
    const closed = await head.post(`${home()}/guichets/${lent.deskId}/jour`, { ...closing, confirme })
    expect(closed.status).toBe(303)
    const page = await read(await head.get(`${home()}/prets/${line.id}`))
    expect(page.text).toContain('18 mars 2027 à 17 h')
  })

  it('L10: grants an extension without conflict; the loan counts 24 days', async () => {
    const line = await out('2027-03-01', '2027-03-15')
    app.moveTo('2027-03-12')
    const seen = done(await prolong(line, '2027-03-24')).seq
    const answer = { vu: String(seen), reponse: 'granted' }
    expect((await head.post(`${home()}/prets/${line.id}/prolongation`, answer)).status).toBe(303)
    const after = await standing(line.id)
    expect([after.days, dueDay(after)]).toEqual([24, '2027-03-24'])
  })

  it('L14: an own use against a pending request is refused by a person, with the reason', async () => {
    const line = await asked('2027-04-12', '2027-04-20', 0)
    const need = { intitule: 'Salon', responsable: 'Claude', du: '14/04/2027', au: '16/04/2027' }
    const address = `${home()}/exemplaires/${lent.units[0]}`
    const conflict = await head.post(`${address}/usage-propre`, need)
    expect(conflict.status).toBe(409)
    expect((await read(conflict)).problems[0]).toContain('refusez la demande pour besoin propre')
    const refusal = { vu: String(line.seq), code: 'owner_need', explication: 'Salon des métiers' }
    expect((await head.post(`${home()}/prets/${line.id}/refus`, refusal)).status).toBe(303)
    expect((await head.post(`${address}/usage-propre`, need)).status).toBe(303)
    expect((await standing(line.id)).state).toBe('rejected')
  })

  it('L15: takes an approved loan back after its consequence was shown; the borrower is offered the other unit', async () => {
    const line = await granted('2027-04-12', '2027-04-20', 0)
    app.moveTo('2027-04-05')
    const need = {
      intitule: 'Salon',
      responsable: 'Claude',
      du: '14/04/2027',
      au: '16/04/2027',
      raison: 'Salon',
    }
    const typed = { vu: String(line.seq), ...need }
    const shown = await read(await head.post(`${home()}/prets/${line.id}/reprise`, typed))
    expect(shown.text).toContain('VR-2, du même modèle')
    expect((await standing(line.id)).state).toBe('approved')
    const confirme = shown.value('confirme') ?? ''
    const taken = await head.post(`${home()}/prets/${line.id}/reprise`, { ...typed, confirme })
    expect(taken.status).toBe(303)
    expect((await standing(line.id)).state).toBe('displaced')
  })

  it('L8: a loan whose unit is not back is at risk, and takes another by hand (EQP-406, EQP-1102)', async () => {
    await out('2027-03-01', '2027-03-10', 0)
    const next = await granted('2027-03-18', '2027-03-22', 0)
    app.moveTo('2027-03-12')
    const page = await read(await head.get(home()))
    expect(page.text).toContain('À risque ou en retard')
    expect(page.text).toContain('exemplaire pas encore rendu')
    const other = { vu: String(next.seq), exemplaire: String(lent.units[1]) }
    expect((await head.post(`${home()}/prets/${next.id}/exemplaire`, other)).status).toBe(303)
    expect((await standing(next.id)).unitId).toBe(lent.units[1])
  })

  it('keeps the story of a unit, and says which loans count on it first (EQP-104)', async () => {
    await granted('2027-03-18', '2027-03-22', 0)
    const address = `${home()}/exemplaires/${lent.units[0]}`
    const typed = { vu: '1', etat: 'in_repair', motif: 'Écran fêlé' }
    const shown = await read(await head.post(`${address}/etat`, typed))
    expect(shown.text).toContain('1 prêt compte sur cet exemplaire')
    const confirmed = { ...typed, confirme: shown.value('confirme') ?? '' }
    expect((await head.post(`${address}/etat`, confirmed)).status).toBe(303)
    expect((await read(await head.get(address))).text).toContain('Écran fêlé')
  })
})

describe('la fin de la convention', () => {
  it('L27: calls back what is out past the end, once, and lists the coming loans that no longer fit (EQP-204)', async () => {
    app.moveTo('2029-05-22')
    const next = await granted('2029-06-04', '2029-06-07', 1)
    const line = await out('2029-06-01', '2029-06-08', 0)
    const { db } = app.services
    expect(await recallLine(app.context(), line.id)).toBe(false)
    // Granted for longer while the agreement was to last: its end has moved since, to 11 June.
    const dueAt = at('2029-06-20', '10:00')
    await addDueDate(
      db,
      line.id,
      { kind: 'extension', dueAt, reason: 'Un atelier' },
      laterBy(app.clock.now(), 60),
    )
    await db.updateTable('equipment.loan_line').set({ return_at: dueAt }).where('id', '=', next.id).execute()
    app.moveTo('2029-06-04')
    expect(await recallLine(app.context(), line.id)).toBe(true)
    expect(await recallLine(app.context(), line.id)).toBe(false)
    const recall = done(await standingRecall(db, line.id))
    expect(dayOf(recall, 'Europe/Paris')).toBe('2029-06-11')
    const page = await read(await head.get(home()))
    expect(page.text).toContain('dépasse la fin de la convention')
    expect((await standing(next.id)).state).toBe('approved')
  })
})

describe('pourquoi non', () => {
  it('refuses slots longer than the turnaround of a model (EQP-403)', async () => {
    const shown = await head.post(`${home()}/reglement`, { ...typedRules, creneau: '180' })
    expect(shown.status).toBe(422)
    expect((await read(shown)).problems[0]).toContain('120 minutes de remise en état')
  })

  it('L11: an extension over the next loan fails whole, and says until when', async () => {
    const line = await out('2027-03-01', '2027-03-15', 0)
    await granted('2027-03-22', '2027-03-25', 0)
    app.moveTo('2027-03-12')
    const seen = done(await prolong(line, '2027-03-24')).seq
    const answer = { vu: String(seen), reponse: 'granted' }
    const shown = await head.post(`${home()}/prets/${line.id}/prolongation`, answer)
    expect(shown.status).toBe(409)
    expect((await read(shown)).problems[0]).toContain('19 mars 2027')
    expect(dueDay(await standing(line.id))).toBe('2027-03-15')
  })

  it('refuses without words, and keeps what was typed (EQP-504)', async () => {
    const line = await asked('2027-03-18', '2027-03-22')
    const typed = { vu: String(line.seq), code: 'duration', explication: '' }
    const shown = await read(await head.post(`${home()}/prets/${line.id}/refus`, typed))
    expect(shown.status).toBe(422)
    expect(shown.problems).toContain('Expliquez le refus : l’emprunteur lira ces mots.')
    expect((await standing(line.id)).state).toBe('submitted')
  })

  it('lets one of two managers decide at once; the other reads what it became (EQP-1704)', async () => {
    const line = await asked('2027-03-18', '2027-03-22')
    const second = await app.signIn('officer', { organisation: owner })
    const vu = String(line.seq)
    const answers = await Promise.all([
      head.post(`${home()}/prets/${line.id}/accord`, { vu }),
      second.post(`${home()}/prets/${line.id}/refus`, { vu, code: 'other', explication: 'Non' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  })
})

describe('à chacun son rôle', () => {
  it('is not there for an officer of another organisation (EQP-1501)', async () => {
    const line = await asked('2027-03-18', '2027-03-22')
    const stranger = await app.signIn('officer')
    expect((await stranger.get(home())).status).toBe(404)
    expect((await stranger.post(`${home()}/prets/${line.id}/accord`, { vu: String(line.seq) })).status).toBe(
      404,
    )
  })

  it('does not reach a loan of one inventory through another (EQP-1501)', async () => {
    const line = await asked('2027-03-18', '2027-03-22')
    const other = await anInventory(app.context(), { owner, name: `Autre ${number}` })
    const address = `/materiel/gestion/${other.inventoryId}/prets/${line.id}`
    expect((await head.get(address)).status).toBe(404)
  })

  it('lets the desk read and not decide, and a person decide once they are named (EQP-1501)', async () => {
    const line = await asked('2027-03-18', '2027-03-22')
    const desk = await app.signIn('desk_agent', { organisation: owner })
    const vu = String(line.seq)
    expect((await desk.get(home())).status).toBe(200)
    expect((await desk.post(`${home()}/prets/${line.id}/accord`, { vu })).status).toBe(403)
    const named = await app.signIn('facilitator')
    expect((await named.get(home())).status).toBe(404)
    await nameLast('manager')
    expect((await named.post(`${home()}/prets/${line.id}/accord`, { vu })).status).toBe(303)
    expect((await named.post(`${home()}/reglement`, typedRules)).status).toBe(403)
  })

  it('L12: past the limit, the decision is the head’s, with a reason', async () => {
    const line = await out('2027-03-01', '2027-03-15')
    app.moveTo('2027-03-12')
    const seen = done(await prolong(line, '2027-04-09')).seq
    const answer = { vu: String(seen), reponse: 'granted' }
    const named = await app.signIn('facilitator')
    await nameLast('manager')
    const address = `${home()}/prets/${line.id}/prolongation`
    expect((await named.post(address, answer)).status).toBe(403)
    expect((await head.post(address, answer)).status).toBe(422)
    const motif_prolongation = 'Fête de la science'
    expect((await head.post(address, { ...answer, motif_prolongation })).status).toBe(303)
  })

  it('lets nobody decide a request of an organisation they represent (EQP-1501)', async () => {
    const line = await asked('2027-03-18', '2027-03-22')
    const own = await app.signIn('partner', { organisation: borrower.organisationId })
    await nameLast('manager')
    const shown = await own.post(`${home()}/prets/${line.id}/accord`, { vu: String(line.seq) })
    expect(shown.status).toBe(409)
    expect((await read(shown)).problems[0]).toContain('votre propre structure')
  })
})

/** Gives that role to whoever was the last to join. */
async function nameLast(role: 'manager' | 'reader') {
  const { db } = app.services
  const row = await db
    .selectFrom('identity.person')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  await giveRole(db, lent.inventoryId, { personId: row.id as PersonId, role }, app.clock.now())
}
