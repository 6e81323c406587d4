import { beforeAll, describe, expect, it } from 'vitest'
import { type Day, day } from '../../src/kernel/day.ts'
import { type Instant, instantAt } from '../../src/kernel/instant.ts'
import { addProof } from '../../src/modules/equipment/data/borrowing/insurance.store.ts'
import { findLine, type Line } from '../../src/modules/equipment/data/lines.store.ts'
import { remindEachMorning } from '../../src/modules/equipment/jobs/remind-borrowers.ts'
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
import { tellOutcome } from '../../src/modules/equipment/use-cases/borrowing/borrower-tells.ts'
import { askExtension, decideExtension } from '../../src/modules/equipment/use-cases/borrowing/extend-loan.ts'
import { requestLoan } from '../../src/modules/equipment/use-cases/borrowing/request-loan.ts'
import { approveLine } from '../../src/modules/equipment/use-cases/deciding/decide-line.ts'
import { handOver, prepareLine } from '../../src/modules/equipment/use-cases/desk/hand-over.ts'
import { takeBack } from '../../src/modules/equipment/use-cases/desk/take-back.ts'
import { remindBorrowers } from '../../src/modules/equipment/use-cases/telling/remind-borrowers.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp, words } from '../support.ts'

const app = useApp({ today: '2027-01-04' as Day })
let borrower: Borrower
let officer: Browser

const local = (moment: string) => at(moment.slice(0, 10), moment.slice(11))
const on = (moment: string) => app.context({ today: day(moment.slice(0, 10)), now: local(moment) })
const moveTo = (moment: string) => app.clock.moveTo(local(moment))
const fresh = async ({ id }: Pick<Line, 'id'>) =>
  done(await findLine(app.services.db, app.context().reach, id))
const target = (line: Line) => ({ lineId: line.id, seen: line.seq })

beforeAll(async () => {
  borrower = await aBorrower(on('2027-01-04 10:00'))
  await app.signIn('partner', { organisation: borrower.organisationId })
})

const ownerOf = async ({ inventoryId }: Lent) => {
  const { rows } = await app.database.pool.query('select owner_id from equipment.inventory where id = $1', [
    inventoryId,
  ])
  return rows[0].owner_id as OrganisationId
}

async function granted(
  lent: Lent,
  [pickup, back]: readonly [string, string],
  now = '2027-01-04 10:00',
  unit = lent.units[0],
): Promise<Line> {
  const wanted = [{ modelId: lent.model, unitId: unit, count: 1 }]
  const wish = aWish(lent, borrower, local(pickup), local(back), { wanted })
  const [line] = done(await requestLoan(on(now), wish)).lines
  return done(await approveLine(on(now), target(done(line ?? null)), { reason: 'Accordé' }))
}

async function out(lent: Lent, dates: readonly [string, string], now?: string): Promise<Line> {
  const line = await granted(lent, dates, now)
  const prepared = done(await prepareLine(on(dates[0]), target(line)))
  return done(await handOver(on(dates[0]), target(prepared), { withoutReport: 'Essai' }))
}

/** The pass of that hour: what it noted. */
const pass = (now: Instant) => remindBorrowers(app.services.db, now)

/** The reminders of one loan that this pass added. */
async function noted({ id }: Pick<Line, 'id'>, now: Instant): Promise<string[]> {
  const kinds = async () => {
    const { rows } = await app.database.pool.query<{ kind: string }>(
      'select kind from equipment.reminder where line_id = $1 order by sent_at, kind',
      [id],
    )
    return rows.map(({ kind }) => kind)
  }
  const before = await kinds()
  await pass(now)
  return (await kinds()).slice(before.length)
}

/** The mails not read yet, oldest first: to whom, the subject and the text, with ordinary spaces. */
async function mails(about = '') {
  await app.runJobs()
  const { rows } = await app.database.pool.query<{ recipient: string; subject: string; body: string }>(
    'delete from platform.mail returning recipient, subject, body, once_key, written_at',
  )
  return rows
    .map(({ subject, body, recipient }) => ({ to: recipient, subject: words(subject), body: words(body) }))
    .filter(({ subject }) => subject.includes(about))
    .sort((one, other) => (one.to < other.to ? -1 : 1))
}

const subjects = async () => [...new Set((await mails()).map(({ subject }) => subject))].sort()

describe('les rappels d’un prêt', () => {
  it('EQP-1103: deux jours ouvrés avant, le jour même, puis en retard, une fois chacun', async () => {
    const lent = await anInventory(on('2027-01-04 10:00'), { name: 'Rappels', units: 1 })
    officer = await app.signIn('officer', { organisation: await ownerOf(lent) })
    const line = await out(lent, ['2027-02-01 09:00', '2027-02-15 10:00'])
    await mails()
    const told: Record<string, string[]> = {}
    for (const moment of [
      '2027-02-10 08:00',
      '2027-02-11 07:00',
      '2027-02-11 08:00',
      '2027-02-12 08:00',
      '2027-02-15 08:00',
      '2027-02-16 08:00',
      '2027-02-18 08:00',
      '2027-02-20 08:00',
      '2027-02-22 08:00',
      '2027-02-23 08:00',
      '2027-02-24 08:00',
    ]) {
      await pass(local(moment))
      await pass(local(moment))
      const found = await subjects()
      if (found.length > 0) told[moment] = found
    }
    expect(told).toEqual({
      '2027-02-11 08:00': ['Estuaire connecté : à rendre bientôt (Casque VR (VR-1))'],
      '2027-02-15 08:00': ['Estuaire connecté : à rendre aujourd’hui (Casque VR (VR-1))'],
      '2027-02-16 08:00': ['Estuaire connecté : en retard (Casque VR (VR-1))'],
      '2027-02-18 08:00': ['Estuaire connecté : toujours en retard (Casque VR (VR-1))'],
      '2027-02-22 08:00': ['Estuaire connecté : 7 jours de retard (Casque VR (VR-1))'],
      '2027-02-23 08:00': ['Estuaire connecté : un projet de mise en demeure est prêt (Val de Mer)'],
    })
    done(await takeBack(on('2027-02-24 10:00'), target(await fresh(line)), { units: lent.units }))
    await mails()
    expect(await noted(line, local('2027-02-25 08:00'))).toEqual([])
  })

  it('EQP-1103: un septième jour férié ou fermé est écrit le jour ouvré suivant, toujours avant le projet', async () => {
    const lent = await anInventory(on('2027-01-04 10:00'), { name: 'Férié', units: 2 })
    const holiday = await out(lent, ['2027-04-12 09:00', '2027-04-29 10:00'])
    expect(await noted(holiday, local('2027-05-06 08:00'))).toEqual([])
    expect(await noted(holiday, local('2027-05-07 08:00'))).toEqual(['late_7'])
    expect(await noted(holiday, local('2027-05-10 08:00'))).toEqual(['formal_notice_draft'])
    // Nobody passed on the seventh day: the representative is still written to first.
    const [, second = lent.units[0]] = lent.units
    const missed = await out({ ...lent, units: [second] }, ['2027-05-18 09:00', '2027-05-20 10:00'])
    expect(await noted(missed, local('2027-05-31 08:00'))).toEqual(['late_7'])
    expect(await noted(missed, local('2027-05-31 17:00'))).toEqual([])
    expect(await noted(missed, local('2027-06-01 08:00'))).toEqual(['formal_notice_draft'])
    await mails()
  })

  it('EQP-1103: deux passages ensemble n’écrivent chaque rappel qu’une fois', async () => {
    const lent = await anInventory(on('2027-01-04 10:00'), { name: 'Ensemble', units: 1 })
    const line = await granted(lent, ['2027-03-08 09:00', '2027-03-12 10:00'])
    await mails()
    await Promise.all([1, 2, 3].map(() => pass(local('2027-03-04 08:00'))))
    const { rows } = await app.database.pool.query('select kind from equipment.reminder where line_id = $1', [
      line.id,
    ])
    expect(rows).toEqual([{ kind: 'pickup_soon' }])
    const [mail, ...others] = await mails('à retirer')
    expect(others).toEqual([])
    expect(mail?.subject).toBe('Estuaire connecté : à retirer bientôt (Casque VR (VR-1))')
    expect(mail?.body).toContain(
      'Casque VR (VR-1) est à retirer le lundi 8 mars 2027 à 9 h, au guichet Guichet. Vient le chercher : Camille Essai.',
    )
  })

  it('EQP-1103: ce qui est accordé après 8 h attend le lendemain', async () => {
    const lent = await anInventory(on('2027-01-04 10:00'), { name: 'Lendemain', units: 1 })
    const line = await granted(lent, ['2027-04-08 09:00', '2027-04-12 10:00'], '2027-04-06 10:00')
    await mails()
    expect(await noted(line, local('2027-04-06 11:00'))).toEqual([])
    expect(await noted(line, local('2027-04-07 08:00'))).toEqual(['pickup_soon'])
    await mails()
  })

  it('L13, EQP-705: une prolongation demandée n’arrête pas les rappels, accordée elle les arrête aussitôt', async () => {
    const lent = await anInventory(on('2027-01-04 10:00'), { name: 'Prolongé', units: 1 })
    const line = await out(lent, ['2027-03-01 09:00', '2027-03-15 10:00'])
    const until = { untilAt: local('2027-03-24 10:00'), reason: 'Un atelier de plus' }
    const asked = done(await askExtension(on('2027-03-17 10:00'), target(line), until))
    await mails()
    await pass(local('2027-03-18 08:00'))
    expect(await subjects()).toEqual(['Estuaire connecté : toujours en retard (Casque VR (VR-1))'])
    const answer = { isGranted: true, reason: 'Personne n’attend' }
    const extended = done(await decideExtension(on('2027-03-18 10:00'), target(asked), answer))
    const [granting] = await mails('prolongation')
    expect(granting?.body).toMatch(
      /garder Casque VR \(VR-1\) jusqu’au mercredi 24 mars 2027 à 10 h.*Motif : Personne/,
    )
    expect(await noted(line, local('2027-03-19 08:00'))).toEqual([])
    // A new due date is reminded of again.
    expect(await noted(line, local('2027-03-22 08:00'))).toEqual(['return_soon'])
    expect(await subjects()).toEqual(['Estuaire connecté : à rendre bientôt (Casque VR (VR-1))'])
    done(await takeBack(on('2027-03-22 10:00'), target(extended), { units: lent.units }))
    await mails()
  })

  it('L17: d’une malle rendue en partie, ne nomme que ce qui manque', async () => {
    const context = on('2027-01-04 10:00')
    const lent = await anInventory(context, { name: 'Radio', units: 1 })
    const model = await aModel(context, lent.inventoryId, 'Malle radio')
    const kit = await aUnit(context, { ...lent, model }, 'KIT-RADIO', { isKit: true })
    const mixing = await aModel(context, lent.inventoryId, 'Table de mixage')
    const mixer = await aUnit(context, { ...lent, model: mixing }, 'MIX-1', { kitId: kit, isCritical: true })
    const line = await out({ ...lent, model, units: [kit] }, ['2027-06-01 09:00', '2027-06-14 10:00'])
    await mails()
    await pass(local('2027-06-10 08:00'))
    expect(await subjects()).toEqual(['Estuaire connecté : à rendre bientôt (Malle radio (KIT-RADIO))'])
    const back = done(await takeBack(on('2027-06-14 10:00'), target(line), { units: [kit] }))
    expect((await mails('en partie'))[0]?.body).toContain('Reste à rendre : Table de mixage (MIX-1).')
    await pass(local('2027-06-15 08:00'))
    const [late] = await mails()
    expect(late?.subject).toBe('Estuaire connecté : en retard (Table de mixage (MIX-1))')
    expect(late?.body).not.toContain('KIT-RADIO')
    done(await takeBack(on('2027-06-15 10:00'), target(back), { units: [mixer] }))
    await mails()
  })

  it('EQP-1101: un guichet fermé le jour du retour ne met personne en retard', async () => {
    const lent = await anInventory(on('2027-01-04 10:00'), { name: 'Fermé', units: 1 })
    const line = await out(lent, ['2027-05-03 09:00', '2027-05-12 10:00'])
    await mails()
    await app.database.pool.query(
      "insert into equipment.opening_override (desk_id, day, reason) values ($1, '2027-05-12', 'Travaux')",
      [lent.deskId],
    )
    expect(await noted(line, local('2027-05-14 08:00'))).toEqual([])
    done(await takeBack(on('2027-05-14 10:00'), target(await fresh(line)), { units: lent.units }))
    await mails()
  })
})

describe('l’heure des rappels', () => {
  it('L7: part à 8 h à l’heure du guichet, avant et après le changement d’heure', async () => {
    const lent = await anInventory(on('2027-01-04 10:00'), { name: 'Heure d’hiver', units: 1 })
    const line = await out(lent, ['2027-10-29 14:00', '2027-11-05 10:00'])
    await mails()
    // 3 November, two opening days before: 8:00 in Paris is 7:00 UTC in winter.
    expect(await noted(line, '2027-11-03T06:59:00Z' as Instant)).toEqual([])
    expect(await noted(line, '2027-11-03T07:00:00Z' as Instant)).toEqual(['return_soon'])
    const [mail] = await mails('à rendre')
    expect(mail?.body).toContain('À rendre le vendredi 5 novembre 2027 à 10 h')
    done(await takeBack(on('2027-11-03 10:00'), target(line), { units: lent.units }))
    const summer = await granted(lent, ['2027-10-27 09:00', '2027-10-28 10:00'])
    await mails()
    expect(await noted(summer, '2027-10-25T05:59:00Z' as Instant)).toEqual([])
    expect(await noted(summer, '2027-10-25T06:00:00Z' as Instant)).toEqual(['pickup_soon'])
    await mails()
  })

  it('EQP-305: un guichet d’outre-mer a son propre matin', async () => {
    const context = on('2027-01-04 10:00')
    const lent = await anInventory(context, { name: 'La Réunion', units: 1 })
    await app.database.pool.query("update equipment.desk set time_zone = 'Indian/Reunion' where id = $1", [
      lent.deskId,
    ])
    const there = (moment: string) =>
      done(instantAt(day(moment.slice(0, 10)), moment.slice(11), 'Indian/Reunion'))
    const wanted = [{ modelId: lent.model, unitId: lent.units[0], count: 1 }]
    const wish = aWish(lent, borrower, there('2027-09-08 09:00'), there('2027-09-10 09:00'), { wanted })
    const [asked] = done(await requestLoan(context, wish)).lines
    const line = done(await approveLine(context, target(done(asked ?? null))))
    await mails()
    expect(await noted(line, '2027-09-06T03:59:00Z' as Instant)).toEqual([])
    expect(await noted(line, '2027-09-06T04:00:00Z' as Instant)).toEqual(['pickup_soon'])
    expect((await mails('à retirer'))[0]?.body).toContain('à retirer le mercredi 8 septembre 2027 à 9 h')
  })

  it('un passage en retard dans la journée fait ce que celui de 8 h n’a pas fait', async () => {
    const lent = await anInventory(on('2027-01-04 10:00'), { name: 'En retard', units: 1 })
    await granted(lent, ['2027-11-24 09:00', '2027-11-26 10:00'])
    await mails()
    moveTo('2027-11-22 15:20')
    await remindEachMorning.work(app.services, {})
    await remindEachMorning.work(app.services, {})
    expect(await mails('à retirer')).toHaveLength(1)
  })
})

describe('ce qui suit un prêt, et ce qui le couvre', () => {
  it('EQP-1401: le bilan est redemandé 7 puis 21 jours après le retour, tant que personne ne l’a dit', async () => {
    const lent = await anInventory(on('2027-01-04 10:00'), { name: 'Bilan', units: 2 })
    const january = '2028-01-10 10:00'
    const line = await out(lent, ['2028-02-01 09:00', '2028-02-07 10:00'], january)
    const second = { ...lent, units: [lent.units[1] ?? lent.units[0]] as const }
    const told = await out(second, ['2028-02-01 09:30', '2028-02-07 10:30'], january)
    for (const one of [line, told])
      done(
        await takeBack(on('2028-02-07 10:00'), target(one), {
          units: [one.unitId ?? lent.units[0]],
        }),
      )
    const outcome = { sessions: {}, people: {}, places: '', appreciation: 4, comment: '' }
    done(await tellOutcome(on('2028-02-08 10:00'), target(await fresh(told)), outcome as never))
    await mails()
    expect(await noted(line, local('2028-02-11 08:00'))).toEqual([])
    expect(await noted(line, local('2028-02-14 08:00'))).toEqual(['outcome_7'])
    expect(await noted(line, local('2028-02-15 08:00'))).toEqual([])
    expect((await mails())[0]?.subject).toBe('Estuaire connecté : le bilan de votre prêt (Casque VR (VR-1))')
    expect(await noted(line, local('2028-02-28 08:00'))).toEqual(['outcome_21'])
    expect(await noted(told, local('2028-02-28 08:00'))).toEqual([])
    expect((await mails())[0]?.body).toContain('C’est le dernier rappel.')
  })

  it('L21, EQP-807: l’assurance qui s’achève pendant le prêt est dite aux deux, 15 jours avant et le jour même', async () => {
    const context = on('2027-01-04 10:00')
    const lent = await anInventory(context, { name: 'Assuré', units: 1 })
    await app.signIn('officer', { organisation: await ownerOf(lent) })
    const insured = await aBorrower(context, { partner: 'Baie des Prés', insuredUntil: null })
    await app.signIn('partner', { organisation: insured.organisationId })
    const proof = {
      networkId: context.network.id,
      organisationId: insured.organisationId,
      kind: 'insurer' as const,
      insurer: 'Mutuelle des communes',
      policyNumber: 'B-2',
      risks: ['theft', 'damage'] as const,
      from: day('2027-01-01'),
      lastDay: day('2027-07-22'),
    }
    await addProof(context.db, proof, context.now, context.now)
    const wish = aWish(lent, insured, local('2027-07-05 09:00'), local('2027-07-28 10:00'))
    const [asked] = done(await requestLoan(context, wish)).lines
    done(await approveLine(context, target(done(asked ?? null))))
    const [approval] = await mails('accordé')
    expect(approval?.body).toContain('Sous condition : une attestation d’assurance')
    const told: Record<string, string[]> = {}
    for (const moment of ['2027-07-05', '2027-07-07', '2027-07-08', '2027-07-22', '2027-07-23']) {
      await pass(local(`${moment} 08:00`))
      const found = (await mails('assurance')).map(({ subject }) => subject)
      if (found.length > 0) told[moment] = found
    }
    const soon = 'Estuaire connecté : l’assurance se termine avant le retour (Casque VR (VR-1))'
    const today = 'Estuaire connecté : l’assurance se termine (Casque VR (VR-1))'
    expect(told).toEqual({ '2027-07-07': [soon, soon], '2027-07-22': [today, today] })
  })
})

describe('la page des retards', () => {
  it('EQP-1103: montre ce qui est parti et prépare la mise en demeure, sans rien envoyer', async () => {
    const lent = await anInventory(on('2027-01-04 10:00'), { name: 'Retards', units: 1 })
    officer = await app.signIn('officer', { organisation: await ownerOf(lent) })
    const line = await out(lent, ['2028-03-01 09:00', '2028-03-06 10:00'], '2028-01-10 10:00')
    for (const moment of ['2028-03-07 08:00', '2028-03-15 08:00']) await pass(local(moment))
    await mails()
    moveTo('2028-03-15 10:00')
    const here = `/materiel/gestion/${lent.inventoryId}/retards`
    const page = await read(await officer.get(here))
    expect(page.heading).toBe('Retards')
    expect(page.text).toMatch(/Val de Mer.*9 jours.*7 mars 2028.*15 mars 2028/)
    const draft = page.links.find(({ text }) => text.startsWith('Préparer la mise en demeure'))
    const letter = await read(await officer.get(draft?.href ?? ''))
    expect(letter.heading).toBe('Projet de mise en demeure')
    expect(letter.text).toContain('Casque VR (VR-1)')
    expect(letter.text).toContain('6 mars 2028')
    expect(await mails()).toEqual([])
    expect((await (await app.signIn('partner')).get(here)).status).toBe(404)
    done(await takeBack(on('2028-03-15 11:00'), target(line), { units: lent.units }))
    expect((await read(await officer.get(here))).text).toContain('Rien n’est en retard')
  })
})
