import { beforeAll, describe, expect, it } from 'vitest'
import { useApp, words } from '../../../../tests/support.ts'
import { day } from '../../../kernel/day.ts'
import type { Context } from '../../../platform/context.ts'
import { runWaitingJobs } from '../../../platform/jobs/jobs.ts'
import type { OrganisationId, PersonId, Role } from '../../../platform/session/actor.ts'
import type { ProofId } from '../data/borrowing/proofs.queries.ts'
import { findLine, type Line } from '../data/lines.store.ts'
import { giveRole } from '../data/roles.store.ts'
import type { UnitId } from '../domain/equipment.ts'
import { aBorrower, anInventory, at, aWish, type Borrower, done, type Lent } from '../testing.ts'
import { answerDisplacement } from '../use-cases/borrowing/answer-displacement.ts'
import { askReexamination } from '../use-cases/borrowing/borrower-tells.ts'
import { askExtension, decideExtension } from '../use-cases/borrowing/extend-loan.ts'
import { requestLoan, saveLoanDraft } from '../use-cases/borrowing/request-loan.ts'
import { joinWaitingList } from '../use-cases/borrowing/waiting-list.ts'
import { changeUnit } from '../use-cases/deciding/change-unit.ts'
import { approveLine, rejectLine, withdrawLine } from '../use-cases/deciding/decide-line.ts'
import { handOver, prepareLine, unprepareLine } from '../use-cases/desk/hand-over.ts'
import { takeBack } from '../use-cases/desk/take-back.ts'
import { displaceLine } from '../use-cases/moving/displace-line.ts'
import { announceLoan } from './announce.ts'
import type { Announcement } from './announcement-queue.ts'
import { freeLapsed } from './free-lapsed.ts'
import { tellProof } from './tell-proof.ts'

const app = useApp({ today: '2027-01-04' as never })
let borrower: Borrower
let lent: Lent
/** Whom a mail goes to, by what they are. */
const names = new Map<string, string>()

const local = (moment: string) => at(moment.slice(0, 10), moment.slice(11))
const on = (moment: string, change: Partial<Context> = {}) =>
  app.context({ today: day(moment.slice(0, 10)), now: local(moment), ...change })
const target = (line: Line) => ({ lineId: line.id, seen: line.seq })
const fresh = async ({ id }: Line) => done(await findLine(app.services.db, app.context().reach, id))

async function someone(name: string, role: Role, organisation: OrganisationId): Promise<PersonId> {
  await app.signIn(role, { organisation })
  const { rows } = await app.database.pool.query(
    `select p.id, p.email from identity.person p join identity.membership m on m.person_id = p.id
      where m.organisation_id = $1 order by p.id desc limit 1`,
    [organisation],
  )
  names.set(rows[0].email, name)
  return rows[0].id
}

beforeAll(async () => {
  borrower = await aBorrower(on('2027-01-04 10:00'))
  lent = await anInventory(on('2027-01-04 10:00'), { units: 2 })
  const { rows } = await app.database.pool.query('select owner_id from equipment.inventory where id = $1', [
    lent.inventoryId,
  ])
  const owner: OrganisationId = rows[0].owner_id
  await someone('contact', 'partner', borrower.organisationId)
  await someone('responsable', 'officer', owner)
  await someone('guichet', 'desk_agent', owner)
  await someone('lecture', 'reader', owner)
  const named = await someone(
    'gestionnaire',
    'facilitator',
    (await aBorrower(on('2027-01-04 10:00'), { partner: 'Autre structure' })).organisationId,
  )
  await giveRole(app.services.db, lent.inventoryId, { personId: named, role: 'manager' }, app.clock.now())
  await mails()
})

const seen = new Set<string>()

/** The mails since the last time: to whom, then what they say, in ordinary spaces. */
async function mails() {
  await app.runJobs()
  const { rows } = await app.database.pool.query<Record<'id' | 'recipient' | 'subject' | 'body', string>>(
    'select id, recipient, subject, body from platform.mail',
  )
  const fresh = rows.filter(({ id }) => !seen.has(id))
  for (const { id } of fresh) seen.add(id)
  return fresh
    .map(({ recipient, subject, body }) => ({
      to: names.get(recipient) ?? recipient,
      subject: words(subject).replace('Estuaire connecté : ', ''),
      body: words(body),
    }))
    .sort((one, other) => (`${one.to} ${one.subject}` < `${other.to} ${other.subject}` ? -1 : 1))
}

const heard = async () => (await mails()).map(({ to, subject }) => `${to} : ${subject}`)

const asked = async (dates: readonly [string, string], unit?: UnitId, context = on('2027-01-04 10:00')) => {
  const wanted = [{ modelId: lent.model, unitId: unit ?? null, count: 1 }]
  const wish = aWish(lent, borrower, local(dates[0]), local(dates[1]), { wanted })
  return done(done(await requestLoan(context, wish)).lines[0] ?? null)
}
const granted = async (dates: readonly [string, string], unit?: UnitId) =>
  done(await approveLine(on('2027-01-04 10:00'), target(await asked(dates, unit)), { reason: '' }))

describe('une annonce', () => {
  it('EQP-1104: suit chaque acte d’un prêt, de la demande au retour, chez qui l’acte concerne', async () => {
    const line = await asked(['2027-02-01 09:00', '2027-02-15 10:00'])
    expect(await heard()).toEqual([
      'gestionnaire : Val de Mer demande Casque VR (VR-1)',
      'responsable : Val de Mer demande Casque VR (VR-1)',
    ])
    const approved = done(await approveLine(on('2027-01-05 10:00'), target(line), { reason: 'Bon projet' }))
    expect(await heard()).toEqual(['contact : votre prêt est accordé (Casque VR (VR-1))'])
    const prepared = done(await prepareLine(on('2027-02-01 08:30'), target(approved)))
    expect(await heard()).toEqual(['contact : votre matériel est prêt (Casque VR (VR-1))'])
    const gone = done(await handOver(on('2027-02-01 09:00'), target(prepared), { withoutReport: 'Essai' }))
    expect(await heard()).toEqual(['contact : votre matériel est remis'])
    const until = { untilAt: local('2027-02-19 10:00'), reason: 'Un atelier de plus' }
    const longer = done(await askExtension(on('2027-02-10 10:00'), target(gone), until))
    expect(await heard()).toEqual([
      'gestionnaire : Val de Mer demande à garder Casque VR (VR-1)',
      'responsable : Val de Mer demande à garder Casque VR (VR-1)',
    ])
    const no = { isGranted: false, reason: 'Attendu ailleurs' }
    const refused = done(await decideExtension(on('2027-02-11 10:00'), target(longer), no))
    expect((await mails()).map(({ to, body }) => [to, body.includes('Motif : Attendu ailleurs')])).toEqual([
      ['contact', true],
    ])
    done(await takeBack(on('2027-02-15 10:00'), target(refused), { units: [done(gone.unitId)] }))
    expect(await heard()).toEqual(['contact : votre matériel est rendu (Casque VR (VR-1))'])
  })

  it('EQP-504, EQP-506: dit le motif d’un refus et où trouver autre chose, puis la demande de réexamen', async () => {
    const line = await asked(['2027-03-01 09:00', '2027-03-05 10:00'])
    await mails()
    const why = { reasonCode: 'owner_need' as const, reason: 'Nos ateliers de mars' }
    const rejected = done(await rejectLine(on('2027-01-05 10:00'), target(line), why))
    const [mail, ...others] = await mails()
    expect([mail?.to, others]).toEqual(['contact', []])
    expect(mail?.body).toMatch(/Motif : Besoin propre de la tête de réseau\. Nos ateliers de mars/)
    expect(mail?.body).toContain(`La page du prêt : http://localhost:3000/materiel/prets/${line.id}`)
    done(await askReexamination(on('2027-01-06 10:00'), target(rejected), 'Une semaine suffirait'))
    expect(await heard()).toEqual([
      'gestionnaire : Val de Mer demande un réexamen',
      'responsable : Val de Mer demande un réexamen',
    ])
  })

  it('EQP-503: dit aux gestionnaires qu’une demande est abandonnée, et rien d’un brouillon', async () => {
    const line = await asked(['2027-03-08 09:00', '2027-03-12 10:00'])
    await mails()
    done(await withdrawLine(on('2027-01-05 10:00'), target(line)))
    const [one] = await mails()
    expect(one?.subject).toBe('Val de Mer renonce à Casque VR (VR-1)')
    expect(one?.body).toContain(`http://localhost:3000/materiel/gestion/${lent.inventoryId}/prets/${line.id}`)
    const wish = aWish(lent, borrower, local('2027-03-08 09:00'), local('2027-03-12 10:00'))
    const draft = done(await saveLoanDraft(on('2027-01-05 10:00'), wish)).lines[0]
    done(await withdrawLine(on('2027-01-05 10:00'), target(done(draft ?? null))))
    expect(await heard()).toEqual([])
  })

  it('EQP-602, EQP-603: dit une reprise aux deux, puis ce que l’emprunteur répond ou ne répond pas', async () => {
    const dates = ['2027-04-12 09:00', '2027-04-16 10:00'] as const
    const takenBack = async (again: readonly [string, string]) => {
      const line = await granted(again, lent.units[0])
      const need = {
        span: { from: local(again[0]), until: local(again[1]) },
        ...{ title: 'Salon', responsible: 'Camille', reason: 'Salon des maires' },
      }
      await mails()
      return done(await displaceLine(on('2027-01-05 10:00'), target(line), need))
    }
    const displaced = await takenBack(dates)
    const all = await mails()
    expect(all.map(({ to, subject }) => `${to} : ${subject}`)).toEqual([
      'contact : votre prêt ne peut pas se faire comme prévu (Casque VR (VR-1))',
      'gestionnaire : prêt repris (Casque VR (VR-1))',
      'responsable : prêt repris (Casque VR (VR-1))',
    ])
    expect(all[0]?.body).toMatch(/Motif : Salon des maires.*avant le [a-z]+ \d+ janvier 2027 à 17 h/)
    done(await answerDisplacement(on('2027-01-06 10:00'), target(displaced), { kind: 'accept' }))
    expect(await heard()).toEqual([
      'gestionnaire : Val de Mer accepte la proposition',
      'responsable : Val de Mer accepte la proposition',
    ])
    const silent = await takenBack(['2027-04-19 09:00', '2027-04-21 10:00'])
    await mails()
    app.moveTo('2027-01-15')
    await freeLapsed.work(app.services, {} as never)
    await freeLapsed.work(app.services, {} as never)
    expect((await fresh(silent)).state).toBe('displaced')
    expect((await heard()).filter((one) => one.includes('proposition'))).toEqual([
      'contact : proposition restée sans réponse (Casque VR (VR-1))',
      'gestionnaire : proposition restée sans réponse (Casque VR (VR-1))',
      'responsable : proposition restée sans réponse (Casque VR (VR-1))',
    ])
    app.moveTo('2027-01-04')
  })

  it('EQP-502, EQP-1202, EQP-1204: dit aux deux ce que le temps a fini, et à qui attend ce qui est libre', async () => {
    const line = await asked(['2027-05-10 09:00', '2027-05-12 10:00'], lent.units[0])
    const other = await asked(['2027-05-10 09:30', '2027-05-12 10:30'], lent.units[1])
    const missed = done(await approveLine(on('2027-01-04 10:00'), target(other)))
    const wish = aWish(lent, borrower, local('2027-05-10 10:00'), local('2027-05-12 11:00'))
    const draft = done(done(await saveLoanDraft(on('2027-01-04 10:00'), wish)).lines[0] ?? null)
    const wait = { pickupAt: wish.pickupAt, returnAt: wish.returnAt, flexibleDays: 0, priority: 1 }
    done(await joinWaitingList(on('2027-01-04 10:00'), target(draft), wait))
    await mails()
    app.moveTo('2027-01-13')
    await freeLapsed.work(app.services, {} as never)
    await freeLapsed.work(app.services, {} as never)
    expect((await fresh(line)).state).toBe('expired')
    expect(await heard()).toEqual([
      'contact : Casque VR est libre pour vous',
      'contact : demande restée sans réponse (Casque VR (VR-1))',
      'gestionnaire : demande restée sans réponse (Casque VR (VR-1))',
      'responsable : demande restée sans réponse (Casque VR (VR-1))',
    ])
    app.moveTo('2027-01-16')
    await freeLapsed.work(app.services, {} as never)
    expect(await heard()).toEqual(['contact : l’offre est passée (Casque VR)'])
    app.moveTo('2027-05-12')
    await freeLapsed.work(app.services, {} as never)
    expect((await fresh(missed)).state).toBe('no_show')
    // The loan whose substitute was accepted is not fetched either.
    expect([...new Set(await heard())]).toEqual([
      'contact : matériel jamais retiré (Casque VR (VR-2))',
      'gestionnaire : matériel jamais retiré (Casque VR (VR-2))',
      'responsable : matériel jamais retiré (Casque VR (VR-2))',
    ])
    app.moveTo('2027-01-04')
  })

  it('EQP-406: dit qu’un autre exemplaire attend, une fois le prêt accordé', async () => {
    const line = await granted(['2027-06-01 09:00', '2027-06-04 10:00'], lent.units[0])
    await mails()
    done(await changeUnit(on('2027-01-05 10:00'), target(line), lent.units[1] ?? lent.units[0]))
    expect(await heard()).toEqual(['contact : un autre exemplaire vous attend (Casque VR (VR-2))'])
  })

  it('EQP-1102: « prêt à retirer » part une fois par exemplaire, jamais de ce que quelqu’un a encore', async () => {
    const late = await granted(['2027-06-14 09:00', '2027-06-16 10:00'], lent.units[0])
    const next = await granted(['2027-06-21 09:00', '2027-06-23 10:00'], lent.units[0])
    const gone = done(
      await handOver(
        on('2027-06-14 09:00'),
        target(done(await prepareLine(on('2027-06-14 09:00'), target(late)))),
        { withoutReport: 'Essai' },
      ),
    )
    await mails()
    const early = await prepareLine(on('2027-06-21 08:30'), target(next))
    expect(early).toMatchObject({ refused: 'still_out', details: { unit: 'VR-1' } })
    expect(await heard()).toEqual([])
    done(await takeBack(on('2027-06-21 08:40'), target(gone), { units: [lent.units[0]] }))
    await mails()
    const ready = done(await prepareLine(on('2027-06-21 08:50'), target(next)))
    expect(await heard()).toEqual(['contact : votre matériel est prêt (Casque VR (VR-1))'])
    const again = done(await unprepareLine(on('2027-06-21 08:55'), target(ready)))
    done(await prepareLine(on('2027-06-21 08:56'), target(again)))
    expect(await heard()).toEqual([])
  })

  it('L28: écrite deux fois, ne fait qu’un courriel par adresse', async () => {
    const line = await granted(['2027-07-05 09:00', '2027-07-07 10:00'])
    await mails()
    const told: Announcement = { kind: 'approved', line: line.id, seq: line.seq, once: 'essai', facts: {} }
    await announceLoan.work(app.services, told)
    await Promise.all([1, 2].map(() => announceLoan.work(app.services, told)))
    expect(await heard()).toEqual(['contact : votre prêt est accordé (Casque VR (VR-1))'])
  })
})

describe('une attestation d’assurance', () => {
  it('EQP-807: est annoncée à qui prête à la structure, puis sa réponse à la structure', async () => {
    const { db } = app.services
    const { rows } = await app.database.pool.query(
      `select id from equipment.insurance_proof where organisation_id = $1 limit 1`,
      [borrower.organisationId],
    )
    const proof: ProofId = rows[0].id
    const set = (answer: string | null, reason = '') =>
      db
        .updateTable('equipment.insurance_proof')
        .set({ answer, answer_reason: reason, answered_at: answer ? app.clock.now() : null })
        .where('id', '=', proof)
        .execute()
    await set(null)
    await tellProof.work(app.services, { proof })
    expect(await heard()).toEqual([
      'gestionnaire : attestation d’assurance à lire (Val de Mer)',
      'responsable : attestation d’assurance à lire (Val de Mer)',
    ])
    await set('refused', 'Elle ne couvre pas le vol')
    await tellProof.work(app.services, { proof })
    const [refused] = await mails()
    expect([refused?.to, refused?.subject]).toEqual(['contact', 'votre attestation d’assurance est refusée'])
    expect(refused?.body).toContain('Motif : Elle ne couvre pas le vol')
    await set('verified')
    await tellProof.work(app.services, { proof })
    expect(await heard()).toEqual(['contact : votre attestation d’assurance est vérifiée'])
  })
})

describe('qui la reçoit', () => {
  it('la personne qui a demandé plutôt que sa structure, tant qu’elle en fait partie', async () => {
    const personId = await someone('demandeuse', 'partner', borrower.organisationId)
    const actor = { kind: 'member', personId, organisations: [borrower.organisationId] }
    const line = await asked(['2027-08-02 09:00', '2027-08-04 10:00'], undefined, {
      ...on('2027-01-04 10:00', { actor: actor as unknown as Context['actor'] }),
      reach: { kind: 'these', network: app.networks.estuaire, organisations: [borrower.organisationId] },
    })
    await mails()
    const approved = done(await approveLine(on('2027-01-05 10:00'), target(line)))
    expect(await heard()).toEqual(['demandeuse : votre prêt est accordé (Casque VR (VR-1))'])
    await app.database.pool.query('update identity.membership set ended_at = now() where person_id = $1', [
      personId,
    ])
    done(await prepareLine(on('2027-08-02 08:30'), target(approved)))
    // The pass that prepares also ends what nobody fetched.
    const ready = (await heard()).filter((one) => one.includes('est prêt'))
    expect(ready).toEqual(['contact : votre matériel est prêt (Casque VR (VR-1))'])
  })

  it('personne quand l’acte est refusé : rien n’est écrit avec ce qui ne se fait pas', async () => {
    const line = await asked(['2027-08-09 09:00', '2027-08-11 10:00'])
    await mails()
    const refused = await rejectLine(on('2027-01-05 10:00'), target(line), {
      reasonCode: 'other',
      reason: '',
    })
    expect(refused).toMatchObject({ refused: 'reason_missing' })
    expect(await runWaitingJobs(app.database.pool, [announceLoan], app.services)).toBe(0)
  })
})
