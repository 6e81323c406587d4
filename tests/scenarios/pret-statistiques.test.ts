import ical from 'node-ical'
import { Client } from 'pg'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import { type Instant, laterBy } from '../../src/kernel/instant.ts'
import { outcomesIn } from '../../src/modules/equipment/data/borrowing/outcomes.queries.ts'
import type { Line } from '../../src/modules/equipment/data/lines.store.ts'
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
import { loansAtOnce } from '../../src/modules/equipment/testing-many.ts'
import { requestLoan, saveLoanDraft } from '../../src/modules/equipment/use-cases/borrowing/request-loan.ts'
import { joinWaitingList } from '../../src/modules/equipment/use-cases/borrowing/waiting-list.ts'
import { changeUnit } from '../../src/modules/equipment/use-cases/deciding/change-unit.ts'
import {
  approveLine,
  rejectLine,
  withdrawLine,
} from '../../src/modules/equipment/use-cases/deciding/decide-line.ts'
import { handOver, prepareLine } from '../../src/modules/equipment/use-cases/desk/hand-over.ts'
import { takeBack } from '../../src/modules/equipment/use-cases/desk/take-back.ts'
import { displaceLine } from '../../src/modules/equipment/use-cases/moving/displace-line.ts'
import { releaseLapsed } from '../../src/modules/equipment/use-cases/moving/release-lapsed.ts'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp({ today: day('2027-01-04') })

/** The head of the network at that moment. */
const on = (moment: Instant) => app.context({ now: moment, today: day(moment.slice(0, 10)) })

const target = ({ id, seq }: Line) => ({ lineId: id, seen: seq })

interface Setting {
  lent: Lent
  owner: OrganisationId
  borrowers: readonly Borrower[]
  manager: Browser
}

let counted = 0

/** A stock, its owner, and borrowers: scenarios never meet. */
async function aSetting({ units = 2, partners = ['Val de Mer'] } = {}): Promise<Setting> {
  counted += 1
  const context = app.context()
  const head = { name: `Prêteur ${counted}`, kind: 'departement', siret: null, commune: 'Saint-Lô' } as const
  const owner = await addOrganisation(context.db, context.network.id, head, context.now)
  const policy = { seatsPerSlot: 40 }
  const lent = await anInventory(context, { units, name: `Matériel ${counted}`, owner, policy })
  const borrowers: Borrower[] = []
  for (const partner of partners)
    borrowers.push(await aBorrower(context, { partner: `${partner} ${counted}` }))
  const manager = await app.signIn('officer', { organisation: owner })
  return { lent, owner, borrowers, manager }
}

async function asked(
  { lent, borrowers }: Setting,
  from: string,
  until: string,
  { unit = 0, who = 0, when = '2027-01-05' } = {},
) {
  const borrower = done(borrowers[who] ?? null)
  const wish = aWish(lent, borrower, at(from, '10:00'), at(until, '10:00'), {
    wanted: [{ modelId: lent.model, unitId: lent.units[unit] ?? null, count: 1 }],
  })
  const { lines } = done(await requestLoan(on(at(when, '10:00')), wish))
  return done(lines[0] ?? null)
}

async function granted(
  setting: Setting,
  from: string,
  until: string,
  more: Parameters<typeof asked>[3] = {},
) {
  const line = await asked(setting, from, until, more)
  return done(await approveLine(on(at(more.when ?? '2027-01-05', '16:00')), target(line)))
}

async function out(setting: Setting, from: string, until: string, more: Parameters<typeof asked>[3] = {}) {
  const line = await granted(setting, from, until, more)
  const then = on(at(from, '10:00'))
  const ready = done(await prepareLine(then, target(line)))
  return done(await handOver(then, target(ready), { withoutReport: 'Sur papier' }))
}

async function returned(
  setting: Setting,
  from: string,
  until: string,
  more: Parameters<typeof asked>[3] & { back?: string } = {},
) {
  const line = await out(setting, from, until, more)
  return done(
    await takeBack(on(at(more.back ?? until, '10:00')), target(line), { units: [done(line.unitId)] }),
  )
}

/** A table sent as CSV: rows by the names of its columns. */
async function table(browser: Browser, address: string): Promise<Record<string, string>[]> {
  const answer = await browser.get(address)
  expect(answer.status).toBe(200)
  const [header = '', ...rows] = (await answer.text()).replace('\ufeff', '').trim().split('\r\n')
  const names = header.split(';')
  return rows.map((row) => {
    const cells = row.split(';')
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))
  })
}

const home = ({ lent }: Setting) => `/materiel/gestion/${lent.inventoryId}`
const FIRST_HALF = 'du=01/01/2027&au=30/06/2027'

const numberIn = (text: string) => Number(text.replace(/\s/g, '').match(/\d+/)?.[0] ?? 'NaN')

describe('Les statistiques de ceux qui prêtent (EQP-1402)', () => {
  let setting: Setting

  beforeAll(async () => {
    setting = await aSetting({ units: 3, partners: ['Val de Mer', 'Cap des Dunes'] })
    const { lent } = setting
    const context = app.context()
    const drone = await aModel(context, lent.inventoryId, 'Drone')
    await aUnit(context, { ...lent, model: drone }, 'DRONE-1')
    await app.database.pool.query(
      "update identity.organisation set kind = 'association', postal_code = '14000' where id = $1",
      [done(setting.borrowers[1] ?? null).organisationId],
    )
    await app.database.pool.query(
      "update identity.organisation set kind = 'commune', postal_code = '50100' where id = $1",
      [done(setting.borrowers[0] ?? null).organisationId],
    )
    // Three days, then five across the clock change; six planned, kept nine.
    await returned(setting, '2027-03-01', '2027-03-03')
    await returned(setting, '2027-03-26', '2027-03-30', { who: 1 })
    await returned(setting, '2027-04-05', '2027-04-09', { unit: 1, back: '2027-04-13' })
    await out(setting, '2027-06-28', '2027-07-02', { unit: 2 })
    const refused = await asked(setting, '2027-05-03', '2027-05-07')
    await rejectLine(on(at('2027-01-06', '10:00')), target(refused), {
      reasonCode: 'unavailable',
      reason: 'Les casques sont au salon',
    })
    const other = await asked(setting, '2027-05-10', '2027-05-12')
    await rejectLine(on(at('2027-01-07', '10:00')), target(other), {
      reasonCode: 'out_of_purpose',
      reason: 'Ce n’est pas un atelier',
    })
    await granted(setting, '2027-05-18', '2027-05-20')
    await releaseLapsed(context.db, on(at('2027-05-20', '18:00')), [lent.units[0]])
    const draft = done(
      await saveLoanDraft(
        context,
        aWish(lent, done(setting.borrowers[0] ?? null), at('2027-02-01', '10:00'), at('2027-02-03', '10:00')),
      ),
    )
    const span = { pickupAt: at('2027-02-01', '10:00'), returnAt: at('2027-02-03', '10:00') }
    const [waiting] = draft.lines
    done(
      await joinWaitingList(context, target(done(waiting ?? null)), {
        ...span,
        flexibleDays: 0,
        priority: 1,
      }),
    )
    await app.database.pool.query(
      `insert into equipment.repair_cost (id, unit_id, label, amount_cents, bearer, day, recorded_at)
       values ($1, $2, 'Écran changé', 12050, 'owner', '2027-04-20', now()), ($3, $2, 'Sangle', 950, 'borrower', '2027-04-21', now())`,
      [newId(), lent.units[0], newId()],
    )
    app.moveTo('2027-07-01')
  })

  const pageOf = async (query = FIRST_HALF) =>
    read(await setting.manager.get(`${home(setting)}/statistiques?${query}`))

  it('compte les jours de prêt par jours de calendrier, et ouvre les prêts derrière chaque chiffre', async () => {
    const page = await pageOf()
    expect(page.status).toBe(200)
    // 3 + 5 + 9 + the three days of June of the one still out.
    expect(page.text).toContain('20 jours de prêt')
    const figures = [...page.document.querySelectorAll('table')][0]
    const rows = [...(figures?.querySelectorAll('tbody tr') ?? [])]
    expect(rows).toHaveLength(11)
    for (const row of rows) {
      const link = row.querySelector('a')?.getAttribute('href') ?? ''
      const value = row.querySelector('td')?.textContent ?? ''
      const list = await table(setting.manager, link.replace('/prets?', '/prets.csv?'))
      const sums: Record<string, number> = {
        jours: list.reduce((sum, line) => sum + Number(line.jours_de_pret), 0),
        couts: list.reduce((sum, line) => sum + Number(line.montant_en_centimes), 0) / 100,
      }
      const figure = new URL(link, 'http://x').searchParams.get('chiffre') ?? ''
      expect(sums[figure] ?? list.length, figure).toBe(numberIn(value))
      expect((await setting.manager.get(link)).status).toBe(200)
    }
  })

  it('la somme des jours de prêt est la même, de quelque façon qu’on la divise', async () => {
    for (const par of ['modele', 'exemplaire', 'categorie', 'guichet', 'type', 'territoire']) {
      const shares = await table(
        setting.manager,
        `${home(setting)}/statistiques.csv?${FIRST_HALF}&par=${par}`,
      )
      expect(
        shares.reduce((sum, share) => sum + Number(share['Jours de prêt']), 0),
        par,
      ).toBe(20)
    }
  })

  it('garde un modèle, un exemplaire, un type d’emprunteur, un territoire', async () => {
    const lent = async (query: string) => {
      const list = await table(
        setting.manager,
        `${home(setting)}/statistiques/prets.csv?${FIRST_HALF}&chiffre=jours&${query}`,
      )
      return list.reduce((sum, line) => sum + Number(line.jours_de_pret ?? 0), 0)
    }
    expect(await lent('type=association')).toBe(5)
    expect(await lent('territoire=14')).toBe(5)
    expect(await lent('territoire=50')).toBe(15)
    expect(await lent(`exemplaire=${setting.lent.units[1]}`)).toBe(9)
    expect(await lent('categorie=Image')).toBe(0)
    expect((await pageOf(`${FIRST_HALF}&territoire=14&par=territoire`)).text).toContain('Calvados (14)')
    expect(await lent('du=27/03/2027&au=28/03/2027')).toBe(20)
    const days = await table(
      setting.manager,
      `${home(setting)}/statistiques/prets.csv?du=27/03/2027&au=28/03/2027&chiffre=jours`,
    )
    expect(days.map((line) => line.jours_de_pret)).toEqual(['2'])
  })

  it('dit les refus par motif, l’attente, les retards, ce qui n’a pas été retiré ni satisfait', async () => {
    const page = await pageOf()
    const cell = (label: string) => {
      const row = [...page.document.querySelectorAll('tr')].find(
        (one) => one.querySelector('th')?.textContent === label,
      )
      return row?.querySelector('td')?.textContent ?? ''
    }
    expect(numberIn(cell('Refus'))).toBe(2)
    expect(numberIn(cell('Matériel indisponible'))).toBe(1)
    expect(cell('Demandes décidées')).toContain('attente médiane')
    expect(cell('Retours en retard')).toContain('1 (33')
    expect(numberIn(cell('Prêts jamais retirés'))).toBe(1)
    expect(numberIn(cell('Demandes non satisfaites'))).toBe(2)
    const refusals = page.links.find(({ text }) => text === 'Matériel indisponible')
    const list = await read(await setting.manager.get(refusals?.href ?? ''))
    expect(list.text).toContain('1 ligne')
    expect(list.text).toContain('Val de Mer')
  })

  it('EQP-906 : montre le coût des réparations par exemplaire et par modèle, et ce qui n’est jamais prêté', async () => {
    const units = await table(
      setting.manager,
      `${home(setting)}/statistiques.csv?${FIRST_HALF}&par=exemplaire`,
    )
    expect(units.find((one) => one.Exemplaire === 'VR-1')?.['Réparations (centimes)']).toBe('13000')
    const models = await table(setting.manager, `${home(setting)}/statistiques.csv?${FIRST_HALF}&par=modele`)
    expect(models.find((one) => one.Modèle === 'Casque VR')?.['Réparations (centimes)']).toBe('13000')
    const costs = await read(
      await setting.manager.get(`${home(setting)}/statistiques/prets?${FIRST_HALF}&chiffre=couts`),
    )
    expect(costs.text).toContain('Écran changé')
    expect(costs.text).toContain('130,00 €')
    const never = await table(
      setting.manager,
      `${home(setting)}/statistiques/prets.csv?${FIRST_HALF}&chiffre=jamais-pretes`,
    )
    expect(never.map((one) => one.exemplaire)).toEqual(['DRONE-1'])
  })

  it('EQP-605 : compte les reprises avec leur raison et leur préavis en jours ouverts', async () => {
    const other = await aSetting({ units: 1 })
    const line = await granted(other, '2027-09-06', '2027-09-10', { when: '2027-08-02' })
    const need = {
      span: { from: at('2027-09-06', '09:00'), until: at('2027-09-10', '17:00') },
      title: 'Salon',
      responsible: 'Service',
      reason: 'Salon des maires',
    }
    done(await displaceLine(on(at('2027-08-30', '10:00')), target(line), need))
    app.moveTo('2027-12-31')
    const page = await read(await other.manager.get(`${home(other)}/statistiques`))
    expect(page.text).toContain('Prêts repris par le propriétaire')
    expect(page.text).toContain('Salon des maires')
    expect(page.text).toContain('5 jours ouverts')
    app.moveTo('2027-07-01')
  })

  it('EQP-1402 : coûte autant de requêtes pour deux prêts que pour quarante', async () => {
    const costs: number[] = []
    for (const units of [2, 40]) {
      const here = await aSetting({ units })
      const [borrower] = here.borrowers
      const stay = { pickup: at('2027-06-07', '10:00'), back: at('2027-06-11', '10:00') }
      await loansAtOnce(app.context(), here.lent, done(borrower ?? null), stay)
      const address = `${home(here)}/statistiques?${FIRST_HALF}`
      const query = vi.spyOn(Client.prototype, 'query')
      const shown = await read(await here.manager.get(address))
      costs.push(query.mock.calls.length)
      query.mockRestore()
      expect([shown.status, shown.text.includes('Demandes')]).toEqual([200, true])
    }
    expect(costs[0]).toBeGreaterThan(0)
    expect(costs[1]).toBe(costs[0])
  })

  it('explique une période qu’on ne peut pas lire, sans perdre ce qui est écrit', async () => {
    const page = await pageOf('du=31/02/2027&au=30/06/2027')
    expect(page.problems[0]).toContain('n’existe pas dans le calendrier')
    expect(page.value('du')).toBe('31/02/2027')
    expect((await pageOf('du=30/06/2027&au=01/01/2027')).problems[0]).toContain('suivre le premier')
  })

  it('reste fermé à qui ne s’occupe pas de cet inventaire', async () => {
    const stranger = await app.signIn('officer')
    const partner = await app.signIn('partner', {
      organisation: done(setting.borrowers[0] ?? null).organisationId,
    })
    for (const path of [
      'statistiques',
      'statistiques.csv',
      'statistiques/prets',
      'statistiques/prets.csv',
      'bilans',
      'agendas',
    ]) {
      expect((await stranger.get(`${home(setting)}/${path}`)).status, path).toBe(404)
      expect((await partner.get(`${home(setting)}/${path}`)).status, path).toBe(404)
    }
    const reader = await app.signIn('reader', { organisation: setting.owner })
    expect((await reader.get(`${home(setting)}/statistiques`)).status).toBe(200)
  })
})

describe('Ce qu’un prêt a permis (EQP-1401, EQP-809)', () => {
  it('s’ouvre au retour sans jamais le bloquer, se corrige, et se lit chez ceux qui prêtent', async () => {
    const setting = await aSetting()
    const [borrower] = setting.borrowers
    const { organisationId, agreementId } = done(borrower ?? null)
    const line = await returned(setting, '2027-09-06', '2027-09-08', { when: '2027-08-30' })
    expect(line.state).toBe('returned')
    app.moveTo('2027-09-09')
    const partner = await app.signIn('partner', { organisation: organisationId })
    const own = await read(await partner.get(`/materiel/prets/${line.id}`))
    expect(own.text).toContain('Racontez ce qu’il a permis de faire')
    expect(own.links.map(({ text }) => text)).toContain('Raconter ce que ce prêt a permis')
    const tell = (enfants: string, note: string) =>
      partner.post(`/materiel/prets/${line.id}/bilan`, {
        ...{ vu: String(line.seq), seances_ateliers: '3', public_enfants: enfants, public_adultes: '4' },
        ...{ lieux: 'Médiathèque', note, remarque: 'Casques très demandés' },
      })
    expect((await tell('120', '3')).status).toBe(303)
    app.moveTo('2027-09-10')
    expect((await tell('12', '5')).status).toBe(303)
    const page = await read(await setting.manager.get(`${home(setting)}/bilans`))
    expect(page.text).toContain('1 bilan pour 1 prêt rendu')
    expect(page.text).toContain('Publics touchés : 16 personnes')
    expect(page.text).toContain('Casques très demandés')
    expect(page.text).toContain('Tout à fait')
    const september = { first: day('2027-09-01'), last: day('2027-09-30') }
    const told = await outcomesIn(app.services.db, setting.lent.inventoryId, september)
    expect(told).toEqual([
      expect.objectContaining({
        ...{ lineId: line.id, agreementId, organisationId, day: '2027-09-08', appreciation: 5 },
        sessions: expect.objectContaining({ ateliers: 3 }),
        people: expect.objectContaining({ enfants: 12, adultes: 4 }),
      }),
    ])
    const october = { first: day('2027-10-01'), last: day('2027-10-31') }
    expect(await outcomesIn(app.services.db, setting.lent.inventoryId, october)).toEqual([])
  })

  it('dit qu’il n’y a encore aucun bilan', async () => {
    const setting = await aSetting()
    expect((await read(await setting.manager.get(`${home(setting)}/bilans`))).text).toContain('Aucun bilan')
  })
})

/** The events of a calendar as a calendar reads them. */
function events(text: string) {
  return Object.values(ical.sync.parseICS(text)).flatMap((one) => (one?.type === 'VEVENT' ? [one] : []))
}

describe('Suivre les prêts dans un agenda (EQP-1403)', () => {
  let setting: Setting
  let line: Line

  beforeAll(async () => {
    app.moveTo('2027-10-04')
    setting = await aSetting()
    const wish = aWish(
      setting.lent,
      done(setting.borrowers[0] ?? null),
      at('2027-10-29', '14:00'),
      at('2027-11-05', '10:00'),
    )
    const { lines } = done(await requestLoan(app.context(), wish))
    line = done(await approveLine(app.context(), target(done(lines[0] ?? null))))
  })

  async function opened(
    browser: Browser,
    path: string,
    fields: Record<string, string> = {},
  ): Promise<string> {
    expect((await browser.post(path, fields)).status).toBe(303)
    const page = await read(await browser.get(path))
    const address = page.notice?.match(/https?:\S+/)?.[0] ?? ''
    return address.replace(/^https?:\/\/[^/]+/, '')
  }

  const followed = async (address: string) => events(await (await app.visitor().get(address)).text())
  const feeds = () => `${home(setting)}/agendas`

  it('L7 : par-dessus le changement d’heure, l’agenda lit 14 h et 10 h, soit 12:00Z et 09:00Z', async () => {
    const address = await opened(setting.manager, feeds(), { quoi: setting.lent.deskId })
    const answer = await app.visitor().get(address)
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    const text = await answer.text()
    expect(text).toContain('DTSTART;TZID=Europe/Paris:20271029T140000')
    expect(text).toContain('DTSTART;TZID=Europe/Paris:20271105T100000')
    expect(text).toContain('BEGIN:VTIMEZONE')
    const [pickup, back] = events(text)
    expect(pickup?.start.toISOString()).toBe('2027-10-29T12:00:00.000Z')
    expect(back?.start.toISOString()).toBe('2027-11-05T09:00:00.000Z')
    expect(back?.end?.toISOString()).toBe('2027-11-05T09:30:00.000Z')
  })

  it('montre l’adresse une seule fois et n’en garde que l’empreinte ; elle ne nomme personne', async () => {
    const address = await opened(setting.manager, feeds(), { quoi: 'inventaire' })
    const secret = new URL(address, 'http://x').searchParams.get('jeton') ?? ''
    expect(secret.length).toBeGreaterThanOrEqual(32)
    expect((await read(await setting.manager.get(feeds()))).text).not.toContain(secret)
    const rows = await app.services.db.selectFrom('equipment.feed').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(secret)
    const text = await (await app.visitor().get(address)).text()
    expect(text).toContain('Val de Mer')
    expect(text).not.toContain('Camille')
  })

  it('ne renvoie rien tant que rien ne change', async () => {
    const address = await opened(setting.manager, feeds(), { numero: 'vr-1' })
    const first = await app.visitor().get(address)
    const again = await app.app.request(`http://localhost:3000${address}`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
    expect(first.headers.get('cache-control')).toContain('private')
  })

  it('suit chaque changement : même nom, numéro suivant, annulé pendant quatre-vingt-dix jours', async () => {
    const moved = await aSetting()
    const before = await granted(moved, '2027-11-08', '2027-11-12', { when: '2027-10-05' })
    const unit = await opened(moved.manager, `${home(moved)}/agendas`, { numero: 'VR-1' })
    const all = await opened(moved.manager, `${home(moved)}/agendas`, { quoi: 'inventaire' })
    const [first] = await followed(all)
    expect(first).toMatchObject({ status: 'CONFIRMED', uid: `pret-${before.id}-retrait@maillage` })
    const after = done(
      await changeUnit(on(at('2027-10-06', '10:00')), target(before), done(moved.lent.units[1] ?? null)),
    )
    const [second] = await followed(all)
    expect(second).toMatchObject({ status: 'CONFIRMED', uid: first?.uid })
    expect(Number(second?.sequence)).toBeGreaterThan(Number(first?.sequence))
    expect((await followed(unit)).map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED'])
    done(await withdrawLine(on(at('2027-10-07', '10:00')), target(after)))
    const [third] = await followed(all)
    expect(third).toMatchObject({ status: 'CANCELLED', uid: first?.uid })
    expect(Number(third?.sequence)).toBeGreaterThan(Number(second?.sequence))
    app.clock.moveTo(laterBy(at('2027-10-07', '10:00'), 89 * 86_400))
    expect(await followed(all)).toHaveLength(2)
    app.clock.moveTo(laterBy(at('2027-10-07', '10:00'), 91 * 86_400))
    expect(await followed(all)).toHaveLength(0)
    app.moveTo('2027-10-04')
  })

  it('la structure qui emprunte a la sienne, que ses membres retirent', async () => {
    const { organisationId } = done(setting.borrowers[0] ?? null)
    const partner = await app.signIn('partner', { organisation: organisationId })
    const address = await opened(partner, '/materiel/agendas')
    const [pickup] = await followed(address)
    expect(pickup?.url).toContain(`/materiel/prets/${line.id}`)
    const colleague = await app.signIn('facilitator', { organisation: organisationId })
    const page = await read(await colleague.get('/materiel/agendas'))
    expect(page.text).toContain('par une autre personne')
    const action = page.document.querySelector('form[action$="/retrait"]')?.getAttribute('action') ?? ''
    const stranger = await app.signIn('partner')
    expect((await stranger.post(action)).status).toBe(404)
    expect((await colleague.post(action)).status).toBe(303)
    expect((await app.visitor().get(address)).status).toBe(404)
  })

  it('explique ce qu’elle ne trouve pas, et n’ouvre rien sans secret', async () => {
    const unknown = await read(await setting.manager.post(feeds(), { numero: 'VR-99' }))
    expect(unknown.status).toBe(422)
    expect(unknown.problems[0]).toContain('Aucun exemplaire de cet inventaire')
    expect((await read(await setting.manager.post(feeds(), {}))).problems[0]).toContain('Choisissez')
    expect((await app.visitor().get('/materiel/agenda.ics?jeton=faux')).status).toBe(404)
    expect(await followed('/materiel/agenda.ics')).toEqual([])
  })

  it('s’arrête avec les droits de qui l’a créée ; une collègue ne retire pas celle d’une autre', async () => {
    const agent = await app.signIn('desk_agent', { organisation: setting.owner })
    const address = await opened(agent, feeds(), { quoi: 'inventaire' })
    expect(await followed(address)).toHaveLength(2)
    const { rows } = await app.database.pool.query(
      'select id, created_by from equipment.feed order by created_at desc, id desc limit 1',
    )
    const other = await app.signIn('desk_agent', { organisation: setting.owner })
    expect((await other.post(`${feeds()}/${rows[0].id}/retrait`)).status).toBe(404)
    await app.services.db
      .updateTable('identity.membership')
      .set({ ended_at: app.clock.now(), until_day: app.clock.today(), ended_by: 'left' })
      .where('person_id', '=', rows[0].created_by)
      .execute()
    expect(await followed(address)).toEqual([])
  })
})
