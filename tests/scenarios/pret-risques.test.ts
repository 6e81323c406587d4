import { beforeEach, describe, expect, it } from 'vitest'
import { type Day, day } from '../../src/kernel/day.ts'
import { dayOf, timeOf } from '../../src/kernel/instant.ts'
import { coverOn, findAgreement } from '../../src/modules/agreements/index.ts'
import { anAgreementInForce, targetOf } from '../../src/modules/agreements/testing.ts'
import { recordDenunciation } from '../../src/modules/agreements/use-cases/letters/record-denunciation.ts'
import { withdrawDenunciation } from '../../src/modules/agreements/use-cases/letters/withdraw-denunciation.ts'
import { dueOfLines } from '../../src/modules/equipment/data/desk/due-dates.queries.ts'
import { findLine, type Line } from '../../src/modules/equipment/data/lines.store.ts'
import { freeLapsed } from '../../src/modules/equipment/jobs/free-lapsed.ts'
import { reviewAllRisks } from '../../src/modules/equipment/jobs/review-risks.ts'
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
import { handOver, prepareLine } from '../../src/modules/equipment/use-cases/desk/hand-over.ts'
import { takeBack } from '../../src/modules/equipment/use-cases/desk/take-back.ts'
import { reserveUnit } from '../../src/modules/equipment/use-cases/moving/reserve-unit.ts'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp({ today: '2027-02-22' as Day })
let owner: OrganisationId
let head: Browser
let lent: Lent
let borrower: Borrower
let own: Browser
let number = 0

beforeEach(async () => {
  number += 1
  app.moveTo('2027-02-22')
  await app.runJobs()
  await app.database.pool.query('delete from platform.mail')
  const fields = {
    name: `Département ${number}`,
    kind: 'departement',
    siret: null,
    commune: 'Saint-Lô',
  } as const
  owner = await addOrganisation(app.services.db, app.networks.estuaire, fields, app.clock.now())
  head = await app.signIn('officer', { organisation: owner })
  lent = await anInventory(app.context(), { owner, name: `Matériel ${number}`, policy: { seatsPerSlot: 4 } })
  borrower = await aBorrower(app.context(), { partner: `Commune ${number}` })
  own = await app.signIn('partner', { organisation: borrower.organisationId })
})

const home = () => `/materiel/gestion/${lent.inventoryId}`
const target = ({ id, seq }: Pick<Line, 'id' | 'seq'>) => ({ lineId: id, seen: seq })

function wish(from: string, until: string, unit: 0 | 1 | null = null, whose = borrower) {
  const unitId = unit === null ? null : (lent.units[unit] ?? null)
  return aWish(lent, whose, at(from, '09:00'), at(until, '10:00'), {
    wanted: [{ modelId: lent.model, unitId, count: 1 }],
  })
}

async function granted(from: string, until: string, unit: 0 | 1 | null = null, whose = borrower) {
  const { lines } = done(await requestLoan(app.context(), wish(from, until, unit, whose)))
  return done(await approveLine(app.context(), target(done(lines[0] ?? null))))
}

async function out(from: string, until: string, unit: 0 | 1 | null = null, whose = borrower) {
  const line = await granted(from, until, unit, whose)
  app.moveTo(from)
  const ready = done(await prepareLine(app.context(), target(line)))
  return done(await handOver(app.context(), target(ready), { withoutReport: 'Sur papier' }))
}

const standing = async (line: Pick<Line, 'id'>) =>
  done(await findLine(app.services.db, app.context().reach, line.id))
const due = async ({ id }: Pick<Line, 'id'>) =>
  done((await dueOfLines(app.services.db, [id])).get(id) ?? null)
const night = () => reviewAllRisks.work(app.services, {})

/** Subjects of the mails written so far, without the name of the network, to nobody twice. */
async function told(): Promise<string[]> {
  await app.runJobs()
  const { rows } = await app.database.pool.query<{ subject: string }>(
    'select subject from platform.mail order by subject',
  )
  return rows.map(({ subject }) => subject.replace(/^[^:]*: /, ''))
}

describe('Un exemplaire qui ne revient pas (EQP-1101, EQP-1102)', () => {
  it('L8 : VR-1 n’est pas rendu ; B passe sur VR-2 et le lit, une fois', async () => {
    const second = await aBorrower(app.context(), { partner: `Emprunteur B ${number}` })
    await app.signIn('partner', { organisation: second.organisationId })
    await out('2027-05-03', '2027-05-10', 0)
    const next = await granted('2027-05-18', '2027-05-21', 0, second)
    app.moveTo('2027-05-10')
    await told()
    await night()
    // The day itself, nobody is late.
    expect((await standing(next)).unitId).toBe(lent.units[0])
    app.moveTo('2027-05-11')
    await night()
    await night()
    expect(await standing(next)).toMatchObject({ unitId: lent.units[1], state: 'approved' })
    const subjects = await told()
    expect(subjects.filter((subject) => subject.includes('un autre exemplaire'))).toHaveLength(1)
    expect(subjects.filter((subject) => subject.includes('à risque'))).toEqual([])
  })

  it('L8 : VR-2 pris, B est à risque, le gestionnaire alerté une fois ; rien n’est dit prêt, rien de neuf avant', async () => {
    const context = app.context()
    const second = await aBorrower(context, { partner: `Emprunteur B ${number}` })
    await app.signIn('partner', { organisation: second.organisationId })
    await out('2027-05-03', '2027-05-10', 0)
    const next = await granted('2027-05-18', '2027-05-21', 0, second)
    const [, other] = lent.units
    done(
      await reserveUnit(app.context(), {
        inventoryId: lent.inventoryId,
        unitId: done(other),
        kind: 'owner_use',
        span: { from: at('2027-05-12', '09:00'), until: at('2027-05-20', '09:00') },
        title: 'Salon',
        responsible: 'Claude',
      }),
    )
    app.moveTo('2027-05-11')
    await night()
    await night()
    expect(await standing(next)).toMatchObject({ unitId: lent.units[0], state: 'approved' })
    const subjects = await told()
    expect(subjects.filter((subject) => subject.includes('prêt à risque'))).toHaveLength(1)
    expect(subjects.filter((subject) => subject.startsWith('prêt à retirer'))).toEqual([])
    expect((await read(await head.get(home()))).text).toContain('exemplaire pas encore rendu')
    const tried = await requestLoan(app.context(), wish('2027-05-12', '2027-05-14', 0, second))
    expect(tried).toMatchObject({ refused: 'already_taken', details: { unit: 'VR-1', because: 'late' } })
    // Nobody prepares what is not there, nor is told that it waits for them.
    app.moveTo('2027-05-17')
    const prepared = await prepareLine(app.context(), target(await standing(next)))
    expect(prepared).toMatchObject({ refused: 'still_out', details: { unit: 'VR-1' } })
    expect((await told()).filter((subject) => /prêt(e)? à (être )?retir/.test(subject))).toEqual([])
  })

  it('hors service : le retour d’un exemplaire en panne n’est pas attendu, un autre est donné aussitôt', async () => {
    const next = await granted('2027-03-08', '2027-03-12', 0)
    const address = `${home()}/exemplaires/${lent.units[0]}`
    const typed = { vu: '1', etat: 'in_repair', motif: 'Écran fêlé' }
    const shown = await read(await head.post(`${address}/etat`, typed))
    await head.post(`${address}/etat`, { ...typed, confirme: shown.value('confirme') ?? '' })
    await app.runJobs()
    expect((await standing(next)).unitId).toBe(lent.units[1])
  })
})

describe('La fin de la convention (EQP-204)', () => {
  async function denounced() {
    const context = app.context()
    const agreementId = await anAgreementInForce(context, day('2026-06-12'), {
      templateId: 'normandie-connectee',
      partner: `Commune voisine ${number}`,
    })
    const agreement = done(await findAgreement(context.db, context.reach, agreementId))
    const whose: Borrower = { agreementId, organisationId: agreement.partner.id }
    const theirs = await app.signIn('partner', { organisation: whose.organisationId })
    return { whose, theirs, agreementId }
  }

  const lastDay = async (agreementId: Borrower['agreementId']) => {
    const { db, reach, today } = app.context()
    return coverOn(done(await findAgreement(db, reach, agreementId)), today).lastDay
  }

  async function letter(agreementId: Borrower['agreementId'], depositedOn: string) {
    const context = app.context()
    const sent = { from: 'cocontractant', depositedOn: day(depositedOn), tracking: '' }
    done(await recordDenunciation(context, await targetOf(context, agreementId), sent))
  }

  it('L27 : dénoncée, elle rappelle ce qui est sorti sans attendre la nuit, avec un rendez-vous ; les deux parties le lisent', async () => {
    const { whose, agreementId } = await denounced()
    const line = await out('2027-03-08', '2027-04-05', 0, whose)
    await told()
    await letter(agreementId, '2026-12-31')
    const last = done(await lastDay(agreementId))
    expect(['2027-03-30', '2027-03-31']).toContain(last)
    const subjects = await told()
    expect(dayOf(await due(line))).toBe(last)
    expect(subjects.filter((subject) => subject.startsWith('retour avancé')).length).toBeGreaterThanOrEqual(2)
    const { rows } = await app.database.pool.query(
      `select b.starts_at, b.cancelled_at from equipment.loan_line l
      join equipment.slot_booking b on b.id = l.return_booking_id where l.id = $1`,
      [line.id],
    )
    expect([rows[0].starts_at, rows[0].cancelled_at]).toEqual([await due(line), null])
    const after = await requestLoan(app.context(), wish('2027-03-15', '2027-04-05', 1, whose))
    expect(after).toMatchObject({
      refused: 'no_loan_right',
      details: { because: 'return_after_the_last_day' },
    })
  })

  it('L27 : la dénonciation retirée lève le rappel, et l’heure d’avant compte de nouveau', async () => {
    const { whose, agreementId } = await denounced()
    const line = await out('2027-03-08', '2027-04-05', 0, whose)
    await letter(agreementId, '2026-12-31')
    await told()
    expect(dayOf(await due(line)) < '2027-04-05').toBe(true)
    const context = app.context()
    const agreement = done(await findAgreement(context.db, context.reach, agreementId))
    const sent = done(agreement.acts.find(({ type }) => type === 'registered_letter_sent') ?? null)
    const withdrawal = { letter: String(sent.id), agreedBy: agreement.terms.parties, on: context.today }
    done(await withdrawDenunciation(context, await targetOf(context, agreementId), withdrawal))
    const subjects = await told()
    expect(dayOf(await due(line))).toBe('2027-04-05')
    expect(subjects.some((subject) => subject.startsWith('retour avancé annulé'))).toBe(true)
  })

  it('L27 : un prêt à venir qui dépasse est montré, raccourci par une personne, et l’emprunteur le lit', async () => {
    const { whose, theirs, agreementId } = await denounced()
    const line = await granted('2027-03-22', '2027-04-05', 0, whose)
    app.moveTo('2027-03-10')
    await letter(agreementId, '2026-12-31')
    await told()
    expect((await standing(line)).state).toBe('approved')
    expect((await read(await head.get(home()))).text).toContain('dépasse la fin de la convention')
    const address = `${home()}/prets/${line.id}/raccourcir`
    const page = await read(await head.get(address))
    const slot = done(page.document.querySelector('input[name="creneau"]')?.getAttribute('value') ?? null)
    const answer = await head.post(address, { vu: page.value('vu') ?? '', creneau: slot })
    expect(answer.status).toBe(303)
    const after = await standing(line)
    expect(dayOf(done(after.returnAt)) <= done(await lastDay(agreementId))).toBe(true)
    expect(await due(line)).toBe(after.returnAt)
    expect(await told()).toContain('prêt raccourci (Casque VR (VR-1))')
    expect((await read(await theirs.get(`/materiel/prets/${line.id}`))).text).toContain('Prêt raccourci')
    expect((await read(await head.get(address))).text).toContain('Ce prêt tient dans sa convention')
  })

  it('un prêt accordé qui dépasse est aussi annulé par une personne, avec ses mots', async () => {
    const { whose, agreementId } = await denounced()
    const line = await granted('2027-03-22', '2027-04-05', 0, whose)
    app.moveTo('2027-03-10')
    await letter(agreementId, '2026-12-31')
    const address = `${home()}/prets/${line.id}`
    const silent = await head.post(`${address}/annulation`, { vu: String(line.seq), explication: '' })
    expect(silent.status).toBe(422)
    const ended = await head.post(`${address}/annulation`, {
      vu: String(line.seq),
      explication: 'Fin du réseau',
    })
    expect(ended.status).toBe(303)
    expect((await standing(line)).state).toBe('withdrawn')
    expect((await told()).some((subject) => subject.startsWith('prêt annulé'))).toBe(true)
  })

  it('ce qui est encore en prêt après la fin est dit au chef de file (AGR-39, AGR-121)', async () => {
    const { whose, agreementId } = await denounced()
    await out('2027-03-08', '2027-04-05', 0, whose)
    await letter(agreementId, '2026-12-31')
    app.moveTo('2027-04-12')
    const officer = await app.signIn('officer')
    const shown = (await read(await officer.get(`/conventions/${agreementId}`))).text
    expect(shown).toContain('une activité se poursuit')
    expect(shown).toContain('VR-1 est toujours en prêt')
  })
})

describe('Un guichet qui ferme (EQP-306)', () => {
  const closing = { jour: '15/03/2027', jusquau: '19/03/2027', quoi: 'closed', motif: 'Travaux' }
  const desk = () => `${home()}/guichets/${lent.deskId}`

  async function closed(typed: Record<string, string> = closing, form = 'jour') {
    const shown = await read(await head.post(`${desk()}/${form}`, typed))
    const answer = await head.post(`${desk()}/${form}`, { ...typed, confirme: shown.value('confirme') ?? '' })
    expect(answer.status).toBe(303)
    return shown
  }

  it('montre d’abord les rendez-vous, prévient les deux parties, et propose trois créneaux ; l’emprunteur choisit', async () => {
    const line = await out('2027-03-01', '2027-03-15', 0)
    await told()
    const shown = await closed()
    expect(shown.text).toContain('1 rendez-vous à replanifier')
    const subjects = await told()
    expect(subjects.filter((subject) => subject.startsWith('rendez-vous à replanifier'))).toHaveLength(2)
    expect((await read(await head.get(home()))).text).toContain('rendez-vous à replanifier')
    const address = `/materiel/prets/${line.id}`
    expect((await read(await own.get(address))).text).toContain('choisissez un autre créneau')
    const page = await read(await own.get(`${address}/rendez-vous`))
    const slots = [...page.document.querySelectorAll('input[name="creneau"]')].map((one) =>
      done(one.getAttribute('value')),
    )
    expect(slots).toHaveLength(3)
    expect(slots.every((slot) => slot < '2027-03-15' || slot > '2027-03-20')).toBe(true)
    const later = await read(await own.get(`${address}/rendez-vous?jour=22/03/2027`))
    const chosen = done(later.document.querySelector('input[name="creneau"]')?.getAttribute('value') ?? null)
    const typed = { vu: later.value('vu') ?? '', pour: 'return', creneau: chosen }
    expect((await own.post(`${address}/rendez-vous`, typed)).status).toBe(303)
    const after = await standing(line)
    expect([dayOf(await due(line)), after.state]).toEqual(['2027-03-22', 'out'])
    expect((await told()).filter((subject) => subject.startsWith('nouveau rendez-vous'))).toHaveLength(2)
    const replayed = await own.post(`${address}/rendez-vous`, typed)
    expect(replayed.status).toBe(409)
  })

  it('personne n’est en retard à cause de la fermeture (EQP-1101)', async () => {
    const line = await out('2027-03-01', '2027-03-15', 0)
    await closed()
    app.moveTo('2027-03-20')
    const page = await read(await head.get(`${home()}/prets/${line.id}`))
    expect(page.text).not.toContain('en retard')
    // Three opening days to choose, once the desk opens again: 22, 23 and 24 March.
    expect([dayOf(await due(line)), timeOf(await due(line))]).toEqual(['2027-03-24', '17:00'])
  })

  it('un retrait fermé n’est pas un retrait manqué ; le gestionnaire choisit un autre jour pour l’emprunteur', async () => {
    const line = await granted('2027-03-15', '2027-03-25', 0)
    await closed()
    app.moveTo('2027-03-18')
    await freeLapsed.work(app.services, {} as never)
    expect((await standing(line)).state).toBe('approved')
    const atDesk = await read(await head.get(`/materiel/guichet?guichet=${lent.deskId}&jour=2027-03-15`))
    expect(atDesk.text).toContain('rendez-vous à replanifier')
    const address = `${home()}/prets/${line.id}/rendez-vous`
    const page = await read(await head.get(`${address}?jour=22/03/2027`))
    const slot = done(page.document.querySelector('input[name="creneau"]')?.getAttribute('value') ?? null)
    const moved = await head.post(address, { vu: page.value('vu') ?? '', pour: 'pickup', creneau: slot })
    expect(moved.status).toBe(303)
    const after = await standing(line)
    expect([dayOf(done(after.pickupAt)), after.days]).toEqual(['2027-03-22', 4])
  })

  it('rouvert, le rendez-vous qui tenait tient de nouveau', async () => {
    const line = await out('2027-03-01', '2027-03-15', 0)
    await closed()
    await closed({ ...closing, quoi: 'week' })
    expect(dayOf(await due(line))).toBe('2027-03-15')
    expect((await told()).filter((subject) => subject.startsWith('rendez-vous maintenu'))).toHaveLength(2)
  })

  it('une semaine sans lundi montre aussi ce qu’elle ferme', async () => {
    const line = await out('2027-03-01', '2027-03-15', 0)
    const hours = '9:00-12:00, 14:00-17:00'
    const week = { jour2: hours, jour3: hours, jour4: hours, jour5: hours, depuis: '08/03/2027' }
    const shown = await closed(week, 'semaine')
    expect(shown.text).toContain('1 rendez-vous à replanifier')
    const page = await read(await own.get(`/materiel/prets/${line.id}/rendez-vous`))
    expect(page.text).toContain('Le retour')
  })

  it('un autre prêt suit : les créneaux proposés s’arrêtent avant lui, et un créneau pris est refusé', async () => {
    const line = await out('2027-03-01', '2027-03-15', 0)
    await granted('2027-03-23', '2027-03-25', 0)
    await closed()
    const address = `/materiel/prets/${line.id}/rendez-vous`
    const page = await read(await own.get(`${address}?jour=24/03/2027`))
    const slots = [...page.document.querySelectorAll('input[name="creneau"]')].map((one) =>
      done(one.getAttribute('value')),
    )
    expect(slots.every((slot) => slot < '2027-03-23')).toBe(true)
    const vu = page.value('vu') ?? ''
    const tooFar = await own.post(address, { vu, pour: 'return', creneau: at('2027-03-24', '10:00') })
    expect(tooFar.status).toBe(409)
    expect((await standing(line)).returnAt).toBe(line.returnAt)
  })
})

describe('Les nouvelles demandes suspendues (EQP-203, EQP-1103)', () => {
  it('au-delà des jours de retard que dit le règlement, et plus dès le retour', async () => {
    lent = await anInventory(app.context(), {
      owner,
      name: `Strict ${number}`,
      policy: { suspendAfterDaysLate: 3 },
    })
    const line = await out('2027-03-01', '2027-03-10', 0)
    app.moveTo('2027-03-13')
    done(await requestLoan(app.context(), wish('2027-04-19', '2027-04-20', 1)))
    app.moveTo('2027-03-15')
    const refused = await requestLoan(app.context(), wish('2027-04-26', '2027-04-27', 1))
    expect(refused).toMatchObject({ refused: 'no_loan_right', details: { because: 'too_late_elsewhere' } })
    done(await takeBack(app.context(), target(line), { units: [done(lent.units[0])] }))
    done(await requestLoan(app.context(), wish('2027-04-26', '2027-04-27', 1)))
  })

  it('jamais quand le règlement se tait', async () => {
    await out('2027-03-01', '2027-03-10', 0)
    app.moveTo('2027-03-31')
    done(await requestLoan(app.context(), wish('2027-05-10', '2027-05-12', 1)))
  })
})

describe('À qui cela n’appartient pas', () => {
  it('un autre emprunteur ne déplace pas le rendez-vous ; un gestionnaire d’ailleurs non plus', async () => {
    const line = await granted('2027-03-15', '2027-03-25', 0)
    const stranger = await app.signIn('partner')
    expect((await stranger.get(`/materiel/prets/${line.id}/rendez-vous`)).status).toBe(404)
    const elsewhere = await app.signIn('officer')
    expect((await elsewhere.get(`${home()}/prets/${line.id}/rendez-vous`)).status).toBe(404)
    expect((await elsewhere.get(`${home()}/prets/${line.id}/raccourcir`)).status).toBe(404)
  })

  it('rien n’est à replanifier : la page le dit, et l’acte est refusé', async () => {
    const line = await granted('2027-03-15', '2027-03-25', 0)
    const address = `/materiel/prets/${line.id}/rendez-vous`
    expect((await read(await own.get(address))).text).toContain('Aucun rendez-vous à replanifier')
    const typed = { vu: String(line.seq), pour: 'return', creneau: at('2027-03-24', '10:00') }
    expect((await own.post(address, typed)).status).toBe(409)
  })
})
