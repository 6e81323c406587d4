import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import { instant } from '../../src/kernel/instant.ts'
import { dueOfLines } from '../../src/modules/equipment/data/desk/due-dates.queries.ts'
import type { Line } from '../../src/modules/equipment/data/lines.store.ts'
import { aBorrower, anInventory, at, aWish, done } from '../../src/modules/equipment/testing.ts'
import { requestLoan } from '../../src/modules/equipment/use-cases/borrowing/request-loan.ts'
import { approveLine, rejectLine } from '../../src/modules/equipment/use-cases/deciding/decide-line.ts'
import { handOver, prepareLine } from '../../src/modules/equipment/use-cases/desk/hand-over.ts'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import type { Context } from '../../src/platform/context.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp({ today: day('2027-02-22') })
let counted = 0
beforeEach(() => app.moveTo('2027-02-22'))

const context = () => app.context({ now: app.clock.now() })
const target = (line: Line) => ({ lineId: line.id, seen: line.seq })

/** A stock with its head and one borrower, and a loan asked from 1 to 15 March 2027. */
async function aSetting({ insured = true, entered = false } = {}) {
  counted += 1
  const { db, network, now } = context()
  const owner = await addOrganisation(
    db,
    network.id,
    { name: `Tête ${counted}`, kind: 'departement', siret: null, commune: 'Saint-Lô' },
    now,
  )
  const lent = await anInventory(context(), { units: 1, name: `Matériel ${counted}`, owner })
  const borrower = await aBorrower(context(), {
    partner: `Val ${counted}`,
    insuredUntil: insured ? '2036-12-31' : null,
  })
  const wish = aWish(lent, borrower, at('2027-03-01', '10:00'), at('2027-03-15', '10:00'))
  const manager = { kind: 'member', personId: newId(), organisations: [] } as unknown as Context['actor']
  const [line] = done(await requestLoan(entered ? app.context({ actor: manager }) : context(), wish)).lines
  if (!line) throw new Error('a request without a line')
  const head = await app.signIn('officer', { organisation: owner })
  const own = await app.signIn('partner', { organisation: borrower.organisationId })
  const managed = `/materiel/gestion/${lent.inventoryId}/prets/${line.id}`
  return { lent, borrower, line, head, own, managed, lived: `/materiel/prets/${line.id}` }
}

async function out(line: Line): Promise<Line> {
  app.clock.moveTo(at('2027-03-01', '10:00'))
  const approved = done(await approveLine(context(), target(line), { reason: 'Oui' }))
  const prepared = done(await prepareLine(context(), target(approved)))
  const away = done(await handOver(context(), target(prepared), { withoutReport: 'Signé sur papier' }))
  app.clock.moveTo(at('2027-03-03', '10:00'))
  return away
}

const dueOf = async ({ id }: Line) => (await dueOfLines(context().db, [id])).get(id) ?? null

const seen = async (browser: Browser, address: string) =>
  (await read(await browser.get(address))).value('vu') ?? ''

describe('ce qu’on se demande au sujet d’un prêt', () => {
  it('EQP-602 : un retour anticipé se demande, s’accepte avec un créneau, et la date change', async () => {
    const { line, head, own, managed, lived } = await aSetting()
    await out(line)
    const form = `${managed}/retour-anticipe`
    const asked = { vu: await seen(head, form), jour: '10/03/2027', raison: 'Un salon le lendemain' }
    expect((await head.post(form, asked)).status).toBe(303)
    expect((await read(await own.get(lived))).text).toContain('Un retour anticipé vous est demandé')
    const answer = await read(await own.get(`${lived}/retour-anticipe`))
    expect(answer.text).toContain('Un salon le lendemain')
    const creneau = answer.value('creneau') ?? at('2027-03-10', '10:00')
    const slot = answer.document.querySelector('input[name="creneau"]')?.getAttribute('value') ?? creneau
    const accepted = { vu: answer.value('vu') ?? '', reponse: 'accepted', creneau: slot }
    expect((await own.post(`${lived}/retour-anticipe`, accepted)).status).toBe(303)
    expect(await dueOf(line)).toBe(slot)
    expect((await read(await own.get(lived))).text).toContain('Retour anticipé accepté')
  })

  it('EQP-602 : refusé, rien ne change, et la tête de réseau le lit', async () => {
    const { line, head, own, managed, lived } = await aSetting()
    await out(line)
    const form = `${managed}/retour-anticipe`
    await head.post(form, { vu: await seen(head, form), jour: '10/03/2027', raison: 'Un salon' })
    const refused = {
      vu: await seen(own, `${lived}/retour-anticipe`),
      reponse: 'declined',
      motif: 'En plein atelier',
    }
    expect((await own.post(`${lived}/retour-anticipe`, refused)).status).toBe(303)
    expect(instant((await dueOf(line)) ?? '')).toBe(at('2027-03-15', '10:00'))
    const shown = await read(await head.get(managed))
    expect(shown.text).toContain('Retour anticipé refusé')
    expect(shown.text).toContain('En plein atelier')
  })

  it('EQP-506 : le réexamen a une réponse motivée, que l’emprunteur lit, et une seule', async () => {
    const { line, head, own, managed, lived } = await aSetting()
    done(await rejectLine(context(), target(line), { reasonCode: 'other', reason: 'Pas cette fois' }))
    const question = { vu: await seen(own, `${lived}/reexamen`), question: 'Le projet a changé.' }
    expect((await own.post(`${lived}/reexamen`, question)).status).toBe(303)
    const form = `${managed}/reexamen`
    const answer = { vu: await seen(head, form), decision: 'upheld', reponse: 'Le projet reste hors objet.' }
    expect((await head.post(form, answer)).status).toBe(303)
    const text = (await read(await own.get(lived))).text
    expect(text).toContain('décision maintenue')
    expect(text).toContain('Le projet reste hors objet.')
    const again = await head.post(form, { ...answer, decision: 'revised', reponse: 'Finalement oui.' })
    expect(again.status).toBe(409)
    expect((await read(await own.get(lived))).text).not.toContain('Finalement oui.')
  })

  it('EQP-504 : un refus nomme son texte et dit ce qui reste possible', async () => {
    const { line, own, lived } = await aSetting()
    done(
      await rejectLine(context(), target(line), { reasonCode: 'duration', reason: 'Trop long cette fois' }),
    )
    const page = await read(await own.get(lived))
    expect(page.text).toContain('Ce refus s’appuie sur l’art. 4.3 a')
    const ways = page.links.filter(({ href }) => href.includes('/materiel/emprunter'))
    expect(ways.map(({ text }) => text.split(' ')[0])).toEqual(['Prendre', 'Prendre', 'Rejoindre'])
    const [first] = ways
    const form = await read(await own.get(first?.href ?? ''))
    const chosen = form.document.querySelector('select[name="modele"] option[selected]')
    expect(chosen?.getAttribute('value')).toBe(line.modelId)
    expect(form.value('du')).toMatch(/^\d{2}\/0[23]\/2027$/)
  })

  it('EQP-504 : un refus sans texte n’en invente pas, et n’offre pas d’attendre ce qui est passé', async () => {
    const { line, own, lived } = await aSetting()
    done(await rejectLine(context(), target(line), { reasonCode: 'other', reason: 'Pas cette fois' }))
    app.clock.moveTo(at('2027-03-20', '10:00'))
    const page = await read(await own.get(lived))
    expect(page.text).not.toContain('Ce refus s’appuie sur')
    const ways = page.links.filter(({ href }) => href.includes('/materiel/emprunter'))
    expect(ways.every(({ text }) => text.startsWith('Prendre'))).toBe(true)
  })

  it('EQP-506 : un réexamen qui attend se lit sur la page de l’inventaire, jusqu’à sa réponse', async () => {
    const { lent, line, head, own, managed, lived } = await aSetting()
    const inventory = `/materiel/gestion/${lent.inventoryId}`
    done(await rejectLine(context(), target(line), { reasonCode: 'other', reason: 'Pas cette fois' }))
    const question = { vu: await seen(own, `${lived}/reexamen`), question: 'Le projet a changé.' }
    await own.post(`${lived}/reexamen`, question)
    const shown = await read(await head.get(inventory))
    expect(shown.text).toContain('Réexamens à répondre')
    expect(shown.text).toContain('Le projet a changé.')
    expect(shown.links.some(({ href }) => href === `${managed}/reexamen`)).toBe(true)
    const answer = { vu: await seen(head, `${managed}/reexamen`), decision: 'upheld', reponse: 'Non.' }
    await head.post(`${managed}/reexamen`, answer)
    expect((await read(await head.get(inventory))).text).not.toContain('Réexamens à répondre')
  })

  it('EQP-1601 : une attestation manquante s’envoie depuis le prêt, jours non couverts compris', async () => {
    const { own, head, managed, lived, line } = await aSetting({ insured: false })
    const link = (await read(await own.get(lived))).links.find(({ href }) =>
      href.includes('/materiel/assurances'),
    )
    expect(link?.href).toContain(`pret=${line.id}`)
    const page = await read(await own.get(link?.href ?? ''))
    expect(page.text).toContain('Du 1er au 15 mars 2027')
    const shown = await read(await head.get(`${managed}/attestation`))
    expect(shown.text).toContain('Du 1er au 15 mars 2027')
  })
})

describe('une demande saisie pour un membre', () => {
  it('EQP-505 : le membre la confirme, une fois, et l’histoire porte les deux noms', async () => {
    const { own, head, managed, lived } = await aSetting({ entered: true })
    const page = await read(await own.get(lived))
    expect(page.text).toContain('Une demande saisie pour vous')
    const vu = page.value('vu') ?? ''
    expect((await own.post(`${lived}/confirmation`, { vu })).status).toBe(303)
    const confirmed = await read(await own.get(lived))
    expect(confirmed.text).toContain('Confirmée')
    expect(confirmed.text).not.toContain('Une demande saisie pour vous')
    expect((await read(await head.get(managed))).text).toContain('Demande confirmée par l’emprunteur')
    expect((await own.post(`${lived}/confirmation`, { vu })).status).toBe(409)
  })
})

describe('ce qui est refusé, et pourquoi', () => {
  it('EQP-602 : un prêt accordé mais pas sorti ne se demande pas en retour anticipé', async () => {
    const { line, head, managed } = await aSetting()
    done(await approveLine(context(), target(line), { reason: 'Oui' }))
    const form = `${managed}/retour-anticipe`
    const refused = await head.post(form, {
      vu: await seen(head, form),
      jour: '10/03/2027',
      raison: 'Un salon',
    })
    expect(refused.status).toBe(409)
  })

  it('EQP-506 : une réponse sans motif est refusée, sans rien perdre', async () => {
    const { line, head, own, managed, lived } = await aSetting()
    done(await rejectLine(context(), target(line), { reasonCode: 'other', reason: 'Pas cette fois' }))
    await own.post(`${lived}/reexamen`, { vu: await seen(own, `${lived}/reexamen`), question: 'Pourquoi ?' })
    const form = `${managed}/reexamen`
    const refused = await read(
      await head.post(form, { vu: await seen(head, form), decision: 'upheld', reponse: '' }),
    )
    expect(refused.status).toBe(422)
  })
})

describe('qui n’entre pas', () => {
  it('un autre emprunteur ne répond pas à la place de celui du prêt', async () => {
    const { lived } = await aSetting()
    const { own: neighbour } = await aSetting()
    expect((await neighbour.get(`${lived}/retour-anticipe`)).status).toBe(404)
    expect((await neighbour.post(`${lived}/confirmation`, { vu: '2' })).status).toBe(404)
  })
})
