import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { type Instant, instant } from '../../src/kernel/instant.ts'
import { addSubstitute } from '../../src/modules/equipment/data/catalogue/catalogue.store.ts'
import { saveOverrides } from '../../src/modules/equipment/data/desks.store.ts'
import type { LineId } from '../../src/modules/equipment/domain/equipment.ts'
import {
  aBorrower,
  aModel,
  anInventory,
  at,
  aUnit,
  type Borrower,
  done,
  type Lent,
} from '../../src/modules/equipment/testing.ts'
import { decideExtension } from '../../src/modules/equipment/use-cases/borrowing/extend-loan.ts'
import { offerUnit } from '../../src/modules/equipment/use-cases/borrowing/waiting-list.ts'
import { approveLine, rejectLine } from '../../src/modules/equipment/use-cases/deciding/decide-line.ts'
import { handOver, prepareLine } from '../../src/modules/equipment/use-cases/desk/hand-over.ts'
import { lendingFrame } from '../../src/modules/equipment/use-cases/lending-frame.ts'
import { displaceLine } from '../../src/modules/equipment/use-cases/moving/displace-line.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp({ today: day('2027-01-04') })
let counted = 0

/** A stock of its own with its borrowers, so that scenarios never meet. */
async function aSetting({ units = 2, seats = 40, partners = ['Val de Mer'] } = {}) {
  counted += 1
  const name = `Matériel ${counted}`
  const context = app.context()
  const lent = await anInventory(context, { units, name, policy: { seatsPerSlot: seats } })
  const borrowers: (Borrower & { browser: Browser })[] = []
  for (const partner of partners) {
    const borrower = await aBorrower(context, { partner: `${partner} ${counted}` })
    const browser = await app.signIn('partner', { organisation: borrower.organisationId })
    borrowers.push({ ...borrower, browser })
  }
  const [first] = borrowers
  if (!first) throw new Error('nobody borrows')
  return { lent, borrowers, first }
}

const french = (on: string) => on.split('-').reverse().join('/')

/** What the form sends, with nothing missing. */
function typed(lent: Lent, from: Instant, until: Instant, change: Record<string, string> = {}) {
  return {
    acte: 'envoyer',
    modele: lent.model,
    nombre: '1',
    du: french(from.slice(0, 10)),
    au: french(until.slice(0, 10)),
    retrait: from,
    retour: until,
    nature: 'workshop',
    actions: 'Trois ateliers de découverte à la médiathèque',
    public: 'familles',
    personnes: '30',
    lieu: 'Médiathèque',
    rangement: 'oui',
    retire_nom: 'Camille Essai',
    retire_qualite: 'médiatrice',
    retire_telephone: '',
    ...change,
  }
}

/** One grey point: the smallest photo that can be read. */
const PHOTO = new File(
  [
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
      'base64',
    ),
  ],
  'photo.png',
  { type: 'image/png' },
)

const FORM = '/materiel/emprunter'

/** Sends a request that must pass, and gives the address of its line. */
async function requested(browser: Browser, fields: Record<string, string>): Promise<string> {
  const sent = await browser.post(FORM, fields)
  expect(sent.status, sent.status === 303 ? '' : (await read(sent)).problems.join(' ')).toBe(303)
  return sent.headers.get('location') ?? ''
}

/** The rank that the page of a loan carries. */
async function seen(browser: Browser, address: string): Promise<string> {
  return (await read(await browser.get(address))).value('vu') ?? ''
}

const lineIn = (address: string) => address.split('/').at(-1) as LineId

/** The head of the network at that moment. */
function head(moment = app.clock.now()) {
  return app.context({ now: moment, today: day(moment.slice(0, 10)) })
}

async function targetOf(address: string) {
  const { rows } = await app.database.pool.query('select id, seq from equipment.loan_line where id = $1', [
    lineIn(address),
  ])
  return { lineId: rows[0].id as LineId, seen: rows[0].seq as number }
}

const approve = async (address: string) =>
  done(await approveLine(head(), await targetOf(address), { reason: 'Accordé pour ce projet' }))

const buttons = (page: Awaited<ReturnType<typeof read>>, name: string) =>
  [...page.document.querySelectorAll(`button[name="${name}"]`)].map(
    (button) => button.getAttribute('value') ?? '',
  )

const options = (page: Awaited<ReturnType<typeof read>>, name: string) =>
  [...page.document.querySelectorAll(`select[name="${name}"] option`)]
    .map((option) => option.getAttribute('value') ?? '')
    .filter((value) => value !== '')

describe('Demander un prêt (002 art. 4, EQP-501 à EQP-503, EQP-701)', () => {
  let lent: Lent
  let browser: Browser

  beforeAll(async () => {
    const made = await aSetting()
    lent = made.lent
    browser = made.first.browser
  })

  it('L1 : trente jours passent, le trente et unième devient une demande de dépassement (art. 4.3 a)', async () => {
    await requested(browser, typed(lent, at('2027-03-01', '09:00'), at('2027-03-30', '09:00')))
    const fields = typed(lent, at('2027-03-01', '10:00'), at('2027-03-31', '10:00'))
    const refused = await read(await browser.post(FORM, fields))
    expect(refused.status).toBe(422)
    expect(refused.problems.join(' ')).toContain(
      'dure 31 jours, premier et dernier compris ; la convention en prévoit 30',
    )
    expect(refused.value('actions')).toBe(fields.actions)
    expect(buttons(refused, 'acte')).toContain('depasser')
    const address = await requested(browser, { ...fields, acte: 'depasser' })
    const page = await read(await browser.get(address))
    expect(page.text).toContain('31 jours, premier et dernier compris (dépassement demandé)')
  })

  it('L3 : après un retour à 10 h et deux heures de remise en état, le premier créneau proposé est 14 h', async () => {
    const { lent: other, first } = await aSetting({ units: 1 })
    await requested(first.browser, typed(other, at('2027-03-15', '10:00'), at('2027-03-30', '10:00')))
    const page = await read(
      await first.browser.get(`${FORM}?modele=${other.model}&du=30/03/2027&au=02/04/2027`),
    )
    expect(instant(options(page, 'retrait')[0] ?? '')).toBe(at('2027-03-30', '14:00'))
    const early = typed(other, at('2027-03-30', '11:00'), at('2027-04-02', '10:00'))
    const refused = await read(await first.browser.post(FORM, early))
    expect(refused.status).toBe(409)
    expect(refused.value('lieu')).toBe('Médiathèque')
    await requested(first.browser, typed(other, at('2027-03-30', '14:00'), at('2027-04-02', '10:00')))
  })

  it('L4 : l’Ascension n’est pas proposée, le lendemain l’est, un samedi ouvert par exception aussi', async () => {
    const shown = async (au: string) =>
      options(
        await read(await browser.get(`${FORM}?modele=${lent.model}&du=03/05/2027&au=${french(au)}`)),
        'retour',
      )
    expect((await shown('2027-05-06')).every((slot) => slot.startsWith('2027-05-07'))).toBe(true)
    expect(instant((await shown('2027-05-07'))[0] ?? '')).toBe(at('2027-05-07', '09:00'))
    const ascension = typed(lent, at('2027-05-03', '10:00'), at('2027-05-06', '10:00'))
    const refused = await read(await browser.post(FORM, ascension))
    expect(refused.status).toBe(409)
    expect(refused.problems.join(' ')).toContain('jour férié')
    const nearest = buttons(refused, 'choix').filter((choice) => choice.startsWith('retour '))
    expect(nearest).toHaveLength(3)
    await saveOverrides(app.services.db, lent.deskId, {
      days: [day('2027-05-08')],
      hours: [['09:00', '12:00']],
      reason: 'Journée portes ouvertes',
    })
    expect(instant((await shown('2027-05-08'))[0] ?? '')).toBe(at('2027-05-08', '09:00'))
    await requested(browser, { ...ascension, choix: nearest[0] ?? '' })
  })

  it('L5 : un prêt par-dessus le lundi de Pâques compte cinq jours', async () => {
    const { lent: other, first } = await aSetting()
    const address = await requested(
      first.browser,
      typed(other, at('2027-03-26', '10:00'), at('2027-03-30', '10:00')),
    )
    expect((await read(await first.browser.get(address))).text).toContain(
      '5 jours, premier et dernier compris',
    )
  })

  it('EQP-501 : un brouillon incomplet est gardé, repris avec ses mots, complété puis envoyé', async () => {
    const { lent: other, first } = await aSetting()
    const fields = typed(other, at('2027-04-05', '10:00'), at('2027-04-09', '10:00'))
    const kept = await first.browser.post(FORM, { ...fields, acte: 'brouillon', actions: 'Ateliers' })
    expect(kept.status).toBe(303)
    const list = await read(await first.browser.get('/materiel/demandes'))
    expect(list.text).toContain('brouillon')
    const line = list.links.find(({ href }) => href.includes('/prets/'))?.href ?? ''
    const resume = (await read(await first.browser.get(line))).links.find(({ href }) =>
      href.endsWith('/reprendre'),
    )
    const draft = await read(await first.browser.get(resume?.href ?? ''))
    expect(draft.value('actions')).toBe('Ateliers')
    const refused = await read(
      await first.browser.post(resume?.href ?? '', { ...fields, actions: 'Ateliers' }),
    )
    expect(refused.status).toBe(422)
    expect(refused.problems.join(' ')).toContain('20 signes')
    expect((await first.browser.post(resume?.href ?? '', fields)).status).toBe(303)
    expect((await read(await first.browser.get('/materiel/demandes'))).text).toContain('demande envoyée')
  })

  it('dit ce qui manque, champ par champ, sans rien perdre de ce qui est écrit', async () => {
    const fields = typed(lent, at('2027-06-09', '10:00'), at('2027-06-07', '10:00'), {
      rangement: '',
      retire_nom: '',
    })
    const refused = await read(await browser.post(FORM, fields))
    expect(refused.status).toBe(422)
    expect(refused.problems).toEqual([
      'La date de retour doit suivre celle du retrait.',
      expect.stringContaining('rangement sûr'),
      expect.stringContaining('nom de la personne'),
    ])
    expect(refused.value('public')).toBe('familles')
  })
})

describe('Plusieurs à la fois (EQP-1601, EQP-1701)', () => {
  it('L2 : trente demandes du même exemplaire en même temps : une passe, vingt-neuf reçoivent des solutions', async () => {
    const { lent, first } = await aSetting({ units: 2 })
    const fields = typed(lent, at('2027-09-06', '10:00'), at('2027-09-13', '10:00'), {
      exemplaire: lent.units[0],
    })
    const answers = await Promise.all(Array.from({ length: 30 }, () => first.browser.post(FORM, fields)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
    const refused = await Promise.all(answers.filter(({ status }) => status === 409).map(read))
    expect(refused).toHaveLength(29)
    for (const page of refused) {
      expect(buttons(page, 'choix')).toContain('attente')
      expect(buttons(page, 'choix')).toContain(`exemplaire ${lent.units[1]}`)
      expect(page.value('actions')).toBe(fields.actions)
    }
    const other = { ...fields, choix: `exemplaire ${lent.units[1]}` }
    expect((await first.browser.post(FORM, other)).status).toBe(303)
  })

  it('L2 : pour le modèle de deux exemplaires, deux passent', async () => {
    const { lent, first } = await aSetting({ units: 2 })
    const fields = typed(lent, at('2027-09-06', '10:00'), at('2027-09-13', '10:00'))
    const answers = await Promise.all(Array.from({ length: 10 }, () => first.browser.post(FORM, fields)))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(2)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(8)
  })

  it('L30 : un créneau de deux places : la troisième demande reçoit les trois créneaux voisins', async () => {
    const { lent, first } = await aSetting({ units: 3, seats: 2 })
    const fields = (back: string) => typed(lent, at('2027-09-07', '09:00'), at('2027-09-10', back))
    const answers = await Promise.all(
      ['09:00', '10:00', '11:00'].map((back) => first.browser.post(FORM, fields(back))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 409])
    const refused = await read(answers.find(({ status }) => status === 409) ?? new Response())
    expect(refused.problems.join(' ')).toContain('complet')
    const choices = buttons(refused, 'choix').filter((one) => one.startsWith('retrait '))
    expect(choices).toHaveLength(3)
    expect(choices).not.toContain(`retrait ${at('2027-09-07', '09:00')}`)
  })
})

describe('La vie d’un prêt, vue de l’emprunteur (EQP-602, EQP-703, EQP-901, EQP-1201)', () => {
  const later = (moment: string) => app.clock.moveTo(at(moment.slice(0, 10), moment.slice(11)))
  const back = () => app.moveTo('2027-01-04')

  /** Out since its pickup, as the desk recorded it. */
  async function outSince(address: string, moment: string) {
    later(moment)
    done(await prepareLine(head(), await targetOf(address)))
    return done(await handOver(head(), await targetOf(address), { withoutReport: 'Signé sur papier' }))
  }

  const ask = (browser: Browser, address: string, vu: string, until: Instant) =>
    browser.post(`${address}/prolongation`, {
      vu,
      acte: 'demander',
      jusquau: french(until.slice(0, 10)),
      retour: until,
      motif: 'Deux classes de plus',
    })

  it('L10, L11 : une prolongation se demande ; la date ne change qu’à l’accord, et un suivant l’empêche', async () => {
    const { lent, borrowers, first } = await aSetting({ units: 1, partners: ['Val de Mer', 'Bocage'] })
    const address = await requested(
      first.browser,
      typed(lent, at('2027-03-01', '10:00'), at('2027-03-15', '10:00')),
    )
    await approve(address)
    const until = at('2027-03-24', '10:00')
    expect((await ask(first.browser, address, await seen(first.browser, address), until)).status).toBe(303)
    expect((await read(await first.browser.get(address))).text).toContain('sans réponse pour l’instant')
    const next = borrowers[1]
    if (next) await requested(next.browser, typed(lent, at('2027-03-22', '09:00'), at('2027-03-26', '10:00')))
    const granted = await decideExtension(head(), await targetOf(address), { isGranted: true, reason: 'Oui' })
    expect(granted).toMatchObject({ refused: 'already_taken' })
    done(await decideExtension(head(), await targetOf(address), { isGranted: false, reason: 'Un prêt suit' }))
    const page = await read(await first.browser.get(address))
    expect(page.text).toContain('15 mars 2027 à 10 h')
    expect(page.text).toContain('Prolongation refusée : Un prêt suit.')
  })

  it('L10 : accordée, elle compte 24 jours et garde la première date', async () => {
    const { lent, first } = await aSetting({ units: 1 })
    const address = await requested(
      first.browser,
      typed(lent, at('2027-03-01', '10:00'), at('2027-03-15', '10:00')),
    )
    await approve(address)
    await ask(first.browser, address, await seen(first.browser, address), at('2027-03-24', '10:00'))
    done(await decideExtension(head(), await targetOf(address), { isGranted: true, reason: '' }))
    const page = await read(await first.browser.get(address))
    expect(page.text).toContain('24 jours, premier et dernier compris')
    expect(page.text).toContain('Retour prévu au départ')
  })

  it('L12, L13 : au-delà de trente jours la page le dit ; en retard, le prêt le reste jusqu’à l’accord', async () => {
    const { lent, first } = await aSetting({ units: 1 })
    const address = await requested(
      first.browser,
      typed(lent, at('2027-03-01', '10:00'), at('2027-03-15', '10:00')),
    )
    await approve(address)
    await outSince(address, '2027-03-01 10:00')
    later('2027-03-17 11:00')
    const vu = await seen(first.browser, `${address}/prolongation`)
    expect((await read(await first.browser.get(address))).text).toContain('en retard depuis le 15 mars 2027')
    const slots = await read(
      await first.browser.post(`${address}/prolongation`, { vu, acte: 'creneaux', jusquau: '09/04/2027' }),
    )
    expect(slots.text).toContain('40 jours')
    expect(slots.text).toContain('devra motiver son accord')
    expect((await ask(first.browser, address, vu, at('2027-03-24', '10:00'))).status).toBe(303)
    expect((await read(await first.browser.get(address))).text).toContain('en retard depuis')
    done(await decideExtension(head(), await targetOf(address), { isGranted: true, reason: '' }))
    expect((await read(await first.browser.get(address))).text).not.toContain('en retard')
    back()
  })

  it('L15 : repris par son propriétaire, le prêt se partage autour de ses jours', async () => {
    const { lent, first } = await aSetting({ units: 1 })
    const address = await requested(
      first.browser,
      typed(lent, at('2027-04-12', '09:00'), at('2027-04-20', '10:00')),
    )
    await approve(address)
    later('2027-04-05 10:00')
    const span = { from: at('2027-04-14', '09:00'), until: at('2027-04-16', '17:00') }
    const need = { span, title: 'Salon', responsible: '', reason: 'Salon départemental.' }
    done(await displaceLine(head(), await targetOf(address), need))
    const shown = await read(await first.browser.get(address))
    expect(shown.text).toContain('Le silence ne vaut pas accord.')
    expect(shown.texts('button')).toEqual(
      expect.arrayContaining(['Garder les autres jours', 'Renoncer à ce prêt']),
    )
    const vu = shown.value('vu') ?? ''
    expect((await first.browser.post(`${address}/reprise`, { vu, reponse: 'partager' })).status).toBe(303)
    const list = await read(await first.browser.get('/materiel/demandes'))
    expect(list.links.filter(({ href }) => href.includes('/prets/'))).toHaveLength(2)
    expect(await first.browser.post(`${address}/reprise`, { vu, reponse: 'renoncer' })).toMatchObject({
      status: 409,
    })
    back()
  })

  it('L20 : une panne se signale, ne se répare pas ; une urgence se justifie, photo comprise', async () => {
    const { lent, first } = await aSetting({ units: 1 })
    const address = await requested(
      first.browser,
      typed(lent, at('2027-03-01', '10:00'), at('2027-03-15', '10:00')),
    )
    await approve(address)
    const out = await outSince(address, '2027-03-01 10:00')
    later('2027-03-09 15:00')
    const page = await read(await first.browser.get(address))
    expect(page.links.map(({ text }) => text).join(' ')).not.toMatch(/répar/i)
    const vu = String(out.seq)
    const broken = { vu, recit: 'L’écran gauche reste noir.', constat: '09/03/2027', heure: '14:30' }
    expect((await first.browser.post(`${address}/panne`, broken)).status).toBe(303)
    const emergency = {
      ...broken,
      enjeu: 'La batterie fumait.',
      recit: 'Batterie retirée.',
      qui: 'Camille Essai',
    }
    const refused = await read(await first.browser.post(`${address}/intervention`, emergency))
    expect(refused.status).toBe(422)
    expect(refused.problems.join(' ')).toContain('au moins une photo')
    expect(refused.value('enjeu')).toBe('La batterie fumait.')
    const sent = await first.browser.post(`${address}/intervention`, { ...emergency, photos: PHOTO })
    expect(sent.status).toBe(303)
    const { rows } = await app.database.pool.query(
      `select i.kind, i.emergency, (select count(*)::int from equipment.incident_photo p where p.incident_id = i.id) as photos
        from equipment.incident i where i.line_id = $1 order by i.reported_at, i.kind`,
      [lineIn(address)],
    )
    expect(rows).toMatchObject([
      { kind: 'breakdown', photos: 0 },
      { kind: 'emergency_intervention', photos: 1, emergency: { by: 'Camille Essai' } },
    ])
    back()
  })

  it('L26 : la liste d’attente propose à un seul, qui accepte ou laisse passer', async () => {
    const { lent, borrowers, first } = await aSetting({ units: 1, partners: ['A', 'D', 'E'] })
    const [, second, third] = borrowers
    if (!second || !third) throw new Error('three are needed')
    const fields = typed(lent, at('2027-09-13', '10:00'), at('2027-09-16', '10:00'))
    const taken = await requested(first.browser, fields)
    const wait = async (browser: Browser) => {
      const refused = await read(await browser.post(FORM, fields))
      expect(buttons(refused, 'choix')).toContain('attente')
      return requested(browser, { ...fields, choix: 'attente' })
    }
    const d = await wait(second.browser)
    app.clock.moveTo(at('2027-01-04', '15:00'))
    const e = await wait(third.browser)
    expect((await read(await third.browser.get(e))).text).toContain('2e place')
    const vu = await seen(first.browser, taken)
    expect((await first.browser.post(`${taken}/abandon`, { vu })).status).toBe(303)
    const { rows } = await app.database.pool.query(
      'select agreement_id from equipment.loan_request r join equipment.loan_line l on l.request_id = r.id where l.id = $1',
      [lineIn(d)],
    )
    const frame = await lendingFrame(app.services.db, head(), {
      inventoryId: lent.inventoryId,
      deskId: lent.deskId,
      agreementId: rows[0].agreement_id,
    })
    if (!frame) throw new Error('no frame')
    const offer = () => offerUnit(head(), frame, { unitId: lent.units[0], modelId: lent.model })
    expect(await offer()).toMatchObject({ lineId: lineIn(d) })
    expect((await read(await third.browser.get(e))).texts('button').join(' ')).not.toContain('Accepter')
    const answer = { vu: await seen(second.browser, d) }
    expect((await second.browser.post(`${d}/attente/refus`, answer)).status).toBe(303)
    expect(await offer()).toMatchObject({ lineId: lineIn(e) })
    const shown = await read(await third.browser.get(e))
    expect(shown.text).toContain('à vous seul, jusqu’au mardi 5 janvier 2027 à 17 h')
    expect(
      (await third.browser.post(`${e}/attente/acceptation`, { vu: shown.value('vu') ?? '' })).status,
    ).toBe(303)
    expect((await read(await third.browser.get(e))).text).toContain('demande envoyée')
    expect((await second.browser.post(`${d}/attente/sortie`, answer)).status).toBe(303)
    back()
  })

  it('L27 : sans convention en vigueur, la demande est refusée, et dit à qui écrire', async () => {
    const { lent, first } = await aSetting({ units: 1 })
    later('2033-01-10 10:00')
    const fields = typed(lent, at('2033-02-07', '10:00'), at('2033-02-11', '10:00'))
    const refused = await read(await first.browser.post(FORM, fields))
    expect(refused.status).toBe(409)
    expect(refused.problems.join(' ')).toMatch(
      /convention .* n’est pas en vigueur.*Écrivez à Maison du Département/,
    )
    expect(refused.value('lieu')).toBe('Médiathèque')
    back()
  })

  it('EQP-506 : un refus se fait réexaminer une fois ; EQP-1401 : le bilan se corrige', async () => {
    const { lent, first } = await aSetting({ units: 1 })
    const refused = await requested(
      first.browser,
      typed(lent, at('2027-03-01', '10:00'), at('2027-03-05', '10:00')),
    )
    const reason = { reasonCode: 'owner_need' as const, reason: 'Salon départemental' }
    done(await rejectLine(head(), await targetOf(refused), reason))
    const vu = await seen(first.browser, `${refused}/reexamen`)
    const question = { vu, question: 'Un seul des deux casques nous suffirait.' }
    expect((await first.browser.post(`${refused}/reexamen`, question)).status).toBe(303)
    const page = await read(await first.browser.get(refused))
    expect(page.text).toContain('besoin propre de la tête de réseau')
    expect(page.text).toContain('Un seul des deux casques nous suffirait.')
    expect((await first.browser.post(`${refused}/reexamen`, question)).status).toBe(409)

    const kept = await requested(
      first.browser,
      typed(lent, at('2027-03-08', '10:00'), at('2027-03-12', '10:00')),
    )
    await approve(kept)
    const out = await outSince(kept, '2027-03-08 10:00')
    const told = { vu: String(out.seq), seances_ateliers: '3', public_enfants: '24', note: '5' }
    expect((await first.browser.post(`${kept}/bilan`, told)).status).toBe(303)
    expect((await read(await first.browser.get(`${kept}/bilan`))).value('public_enfants')).toBe('24')
    back()
  })

  it('EQP-807 : une attestation s’envoie, et attend sa vérification', async () => {
    const { first } = await aSetting()
    const proof = {
      genre: 'insurer',
      assureur: 'Mutuelle des communes',
      risques: ['theft', 'damage'],
      debut: '01/01/2027',
      fin: '31/12/2027',
      document: new File(['%PDF-1.7 attestation'], 'attestation.pdf', { type: 'application/pdf' }),
    }
    expect((await first.browser.post('/materiel/assurances', { ...proof, fin: '31/12/2026' })).status).toBe(
      422,
    )
    expect((await first.browser.post('/materiel/assurances', proof)).status).toBe(303)
    expect((await read(await first.browser.get('/materiel/assurances'))).text).toContain('à vérifier')
  })
})

describe('Le catalogue et le calendrier (EQP-108, EQP-109, EQP-1502)', () => {
  it('répond d’abord à « Quand puis-je l’avoir ? », puis jour par jour, en mots', async () => {
    const { lent, first } = await aSetting({ units: 2 })
    const other = await aModel(app.context(), lent.inventoryId, 'Visiocasque de secours')
    await aUnit(app.context(), { ...lent, model: other }, 'VS-1')
    await addSubstitute(app.services.db, lent.model, other)
    const address = await requested(
      first.browser,
      typed(lent, at('2027-05-03', '10:00'), at('2027-05-07', '10:00')),
    )
    await approve(address)
    const model = `/materiel/modeles/${lent.model}`
    const free = await read(await first.browser.get(`${model}?du=03/05/2027&au=07/05/2027`))
    expect(free.text).toContain('Oui, du 3 au 7 mai 2027 : 1 exemplaire est libre')
    await requested(first.browser, typed(lent, at('2027-05-03', '11:00'), at('2027-05-07', '11:00')))
    const page = await read(await first.browser.get(`${model}?du=03/05/2027&au=07/05/2027`))
    expect(page.text).toContain('Pas du 3 au 7 mai 2027')
    expect(page.links.map(({ text }) => text).join(' ')).toContain('Visiocasque de secours')
    const cells = [...page.document.querySelectorAll('.day-grid tbody tr')].map((row) => ({
      head: row.querySelector('th[scope="row"]')?.textContent,
      first: row.querySelector('td')?.textContent,
      fourth: row.querySelectorAll('td')[3]?.textContent,
    }))
    expect(cells.map(({ head: name }) => name)).toEqual(['VR-1', 'VR-2'])
    expect(cells[0]).toMatchObject({ first: 'pris en partie', fourth: 'pris' })
    const closed = await read(await first.browser.get(`${model}?debut=2027-05-08`))
    expect(closed.texts('.day-grid-closed')).toContain('férié')
    expect(page.text).not.toContain('Val de Mer')
    const officer = await app.signIn('officer')
    const named = await read(await officer.get(`${model}?debut=2027-05-03`))
    expect(named.text).toContain('Val de Mer')
  })

  it('filtre par mots, par catégorie et par dates', async () => {
    const { lent, first } = await aSetting({ units: 1 })
    await requested(first.browser, typed(lent, at('2027-06-07', '10:00'), at('2027-06-11', '10:00')))
    const found = await read(await first.browser.get('/materiel?q=casque&du=07/06/2027&au=11/06/2027'))
    expect(found.text).toContain('à ces dates')
    const all = found.links.find(({ href }) => href.includes('pris=oui'))
    const both = await read(await first.browser.get(all?.href ?? ''))
    expect(both.texts('h2').length).toBeGreaterThan(found.texts('h2').length)
    expect(both.text).toContain('pris à ces dates')
    expect((await read(await first.browser.get('/materiel?q=introuvable'))).text).toContain('Aucun matériel')
    expect((await read(await first.browser.get('/materiel?du=11/06/2027'))).problems).toHaveLength(1)
  })

  it('garde les prêts des autres hors de vue', async () => {
    const { lent, borrowers, first } = await aSetting({ units: 1, partners: ['A', 'B'] })
    const address = await requested(
      first.browser,
      typed(lent, at('2027-06-07', '10:00'), at('2027-06-11', '10:00')),
    )
    expect((await borrowers[1]?.browser.get(address))?.status).toBe(404)
    expect((await borrowers[1]?.browser.post(`${address}/abandon`, { vu: '2' }))?.status).toBe(404)
  })
})
