import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import type { Instant } from '../../src/kernel/instant.ts'
import { aBorrower, anInventory, at, type Borrower, type Lent } from '../../src/modules/equipment/testing.ts'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp({ today: day('2027-02-22') })
let lent: Lent
let borrower: Borrower
let owner: OrganisationId
let head: Browser
let own: Browser
let form: string

const french = (on: string) => on.split('-').reverse().join('/')

function typed(from: Instant, until: Instant, change: Record<string, string> = {}) {
  return {
    structure: borrower.organisationId,
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
    lieu: 'Médiathèque',
    rangement: 'oui',
    retire_nom: 'Camille Essai',
    ...change,
  }
}

const lineIn = (address: string) => address.split('/').at(-1) ?? ''

async function mailsWith(subject: string): Promise<string[]> {
  await app.runJobs()
  const { rows } = await app.database.pool.query<{ recipient: string }>(
    'select recipient from platform.mail where subject like $1',
    [`%${subject}%`],
  )
  return rows.map(({ recipient }) => recipient)
}

beforeAll(async () => {
  const context = app.context()
  owner = await addOrganisation(
    context.db,
    context.network.id,
    { name: 'Tête qui répond au téléphone', kind: 'departement', siret: null, commune: 'Saint-Lô' },
    context.now,
  )
  lent = await anInventory(context, { units: 1, name: 'Matériel demandé par téléphone', owner })
  borrower = await aBorrower(context, { partner: 'Val du téléphone' })
  head = await app.signIn('officer', { organisation: owner })
  own = await app.signIn('partner', { organisation: borrower.organisationId })
  form = `/materiel/gestion/${lent.inventoryId}/nouvelle-demande`
})

describe('une demande saisie par la personne qui gère', () => {
  it('EQP-505 : la structure se choisit, la demande part, le membre la confirme, les deux noms se lisent', async () => {
    const listed = await read(await head.get(form))
    expect(listed.texts('option')).toContain('Val du téléphone')
    const [from, until] = [at('2027-03-01', '10:00'), at('2027-03-05', '10:00')]
    const opened = await read(await head.get(`${form}?structure=${borrower.organisationId}`))
    expect(opened.text).toContain('Saisir une demande pour Val du téléphone')
    const sent = await head.post(form, typed(from, until))
    expect(sent.status, sent.status === 303 ? '' : (await read(sent)).problems.join(' ')).toBe(303)
    const managed = sent.headers.get('location') ?? ''
    const lived = `/materiel/prets/${lineIn(managed)}`
    const page = await read(await own.get(lived))
    expect(page.text).toContain('Une demande saisie pour vous')
    expect((await own.post(`${lived}/confirmation`, { vu: page.value('vu') ?? '' })).status).toBe(303)
    const story = (await read(await head.get(managed))).text
    expect(story).toContain('Demande confirmée par l’emprunteur')
    const { rows } = await app.database.pool.query<{ entered: string; requested: string }>(
      `select (select given_name || ' ' || family_name from identity.person where id = r.entered_by) as entered,
        (select given_name || ' ' || family_name from identity.person where id = r.requested_by) as requested
      from equipment.loan_request r join equipment.loan_line l on l.request_id = r.id where l.id = $1`,
      [lineIn(managed)],
    )
    for (const name of [rows[0]?.entered, rows[0]?.requested]) expect(story).toContain(name)
    expect((await read(await own.get(lived))).text).toContain(rows[0]?.entered)
  })

  it('EQP-505 : un courriel part au membre, aucun à qui vient de la saisir', async () => {
    const colleague = await app.signIn('officer', { organisation: owner })
    await mailsWith('')
    await app.database.pool.query('delete from platform.mail')
    const sent = await head.post(form, typed(at('2027-03-15', '10:00'), at('2027-03-19', '10:00')))
    expect(sent.status).toBe(303)
    expect(await mailsWith('demande saisie pour vous')).toHaveLength(1)
    // Its colleague hears that something waits for an answer; whoever typed it knows.
    expect(await mailsWith('Val du téléphone demande')).toHaveLength(1)
    expect((await colleague.get(sent.headers.get('location') ?? '')).status).toBe(200)
  })
})

describe('ce qui est refusé, et pourquoi', () => {
  it('EQP-505 : on ne saisit pas pour sa propre structure', async () => {
    const context = app.context()
    const both = await aBorrower(context, { partner: 'Tête et membre' })
    const theirs = await anInventory(context, {
      units: 1,
      name: 'Matériel de la tête et membre',
      owner: both.organisationId,
    })
    const officer = await app.signIn('officer', { organisation: both.organisationId })
    const address = `/materiel/gestion/${theirs.inventoryId}/nouvelle-demande`
    const listed = await read(await officer.get(address))
    expect(listed.texts('option')).toContain('Val du téléphone')
    expect(listed.texts('option')).not.toContain('Tête et membre')
    const wish = typed(at('2027-03-01', '10:00'), at('2027-03-05', '10:00'), { modele: theirs.model })
    expect((await officer.post(address, { ...wish, structure: both.organisationId })).status).toBe(404)
  })

  it('EQP-504, EQP-505 : ce qui est pris est refusé, sans liste d’attente au nom d’un autre', async () => {
    const [from, until] = [at('2027-04-06', '10:00'), at('2027-04-09', '10:00')]
    expect((await head.post(form, typed(from, until))).status).toBe(303)
    const refused = await read(
      await head.post(form, typed(at('2027-04-06', '10:30'), at('2027-04-09', '10:30'))),
    )
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Prendre VR-1')
    expect(refused.text).not.toContain('liste d’attente')
    const kept = refused.document.querySelector('input[name="structure"]')
    expect(kept?.getAttribute('value')).toBe(borrower.organisationId)
  })
})

describe('qui n’entre pas', () => {
  it('un emprunteur ne saisit pas pour un autre, un guichet non plus', async () => {
    expect((await own.get(form)).status).toBe(404)
    const desk = await app.signIn('desk_agent', { organisation: owner })
    expect((await desk.get(form)).status).toBe(403)
  })
})
