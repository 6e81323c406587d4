import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../tests/support.ts'
import { newId } from '../../../kernel/id.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { OrganisationId } from '../../../platform/session/actor.ts'
import { addOrganisation } from '../../identity/index.ts'
import { frozenById } from '../data/frozen.store.ts'
import { initiativesOf } from '../data/initiatives.queries.ts'
import { anInitiative, aPublicInitiative } from '../testing.ts'
import { freezeInitiatives } from '../use-cases/freeze-initiatives.ts'
import { changeInitiative, declareInitiative } from '../use-cases/keep-initiative.ts'

const app = useApp()
let town: OrganisationId
let partner: Browser
let facilitator: Browser

const typed = {
  titre: 'Un atelier par quartier',
  resume: 'Chaque quartier a son atelier du mercredi.',
  operateur: 'own',
  enjeu: 'mediation',
  autres_enjeux: ['education', 'culture'],
  etat: 'running',
  debut: '01/09/2025',
  chiffre_1_quoi: 'Personnes reçues',
  chiffre_1_valeur: '412',
  chiffre_1_annee: '2025',
  chiffre_1_source: 'Feuilles d’émargement',
}

beforeAll(async () => {
  const context = app.context()
  const fields = { name: 'Commune de l’Essai', kind: 'commune', siret: null, commune: 'Honfleur' }
  town = await addOrganisation(context.db, context.network.id, fields, context.now)
  partner = await app.signIn('partner', { organisation: town })
  facilitator = await app.signIn('facilitator', { organisation: town })
})

async function declared(browser: Browser, change: Record<string, string> = {}): Promise<string> {
  const answer = await browser.post('/mes-initiatives/nouvelle', { ...typed, ...change })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

describe('an organisation declares what it does', () => {
  it('its facilitator writes, its partner publishes, then everybody reads and searches it', async () => {
    const here = await declared(facilitator)
    expect((await app.visitor().get(here.replace('mes-', ''))).status).toBe(404)
    expect((await facilitator.post(`${here}/publication`)).status).toBe(403)
    expect((await partner.post(`${here}/publication`)).status).toBe(303)
    const shown = await read(await app.visitor().get(here.replace('mes-', '')))
    expect(shown.heading).toBe('Un atelier par quartier')
    expect(shown.text).toContain('Commune de l’Essai')
    expect(shown.text).toContain('412')
    for (const asked of ['q=ateliers', 'enjeu=mediation', 'enjeu=culture']) {
      const list = await read(await app.visitor().get(`/initiatives?${asked}`))
      expect(list.text, asked).toContain('Un atelier par quartier')
    }
    const none = await read(await app.visitor().get('/initiatives?enjeu=employment'))
    expect(none.text).toContain('Aucune initiative ne répond')
    await partner.post(`${here}/retrait`)
    expect((await app.visitor().get(here.replace('mes-', ''))).status).toBe(404)
  })

  it('each save is a revision, and the page says what it changed (PPL-73)', async () => {
    const here = await declared(partner, { titre: 'Avant' })
    const form = await read(await partner.get(`${here}/modification`))
    expect(form.value('vu')).toBe('1')
    await partner.post(`${here}/modification`, { ...typed, titre: 'Après', enjeu: 'innovation', vu: '1' })
    const page = await read(await partner.get(here))
    expect(page.texts('ol li li')).toEqual([
      'le titre : Avant Après',
      'l’enjeu principal : Médiation numérique Innovation',
    ])
    expect(page.text).toContain('première déclaration')
    await partner.post(`${here}/modification`, { ...typed, titre: 'Après', enjeu: 'innovation', vu: '2' })
    expect((await read(await partner.get(here))).texts('ol[reversed] > li')).toHaveLength(2)
  })
})

describe('a frozen copy', () => {
  it('never changes: whoever froze it reads it, the atlas shows what came after (PPL-73, LAB-23)', async () => {
    const context = app.context()
    const [one, other] = [
      await aPublicInitiative(context, town, { title: 'Celle du jury' }),
      await aPublicInitiative(context, town, { title: 'Une autre' }),
    ]
    const purpose = `labels.application:${newId()}`
    const freeze = (ids: (typeof one)[]) =>
      inTransaction(context.db, (tx) => freezeInitiatives(tx, context, ids, purpose))
    const [copy, second] = await freeze([one, other])
    expect([copy?.initiativeId, second?.initiativeId]).toEqual([one, other])
    await changeInitiative(context, one, 1, anInitiative({ title: 'Récrite depuis' }))
    const [read1] = await frozenById(context.db, context.network.id, copy ? [copy.id] : [])
    expect(read1).toMatchObject({ revision: 1, content: { title: 'Celle du jury' }, sha256: copy?.sha256 })
    const now = await initiativesOf(context.db, context.network.id, [town])
    expect(now.find(({ id }) => id === one)).toMatchObject({
      revision: 2,
      content: { title: 'Récrite depuis' },
    })
    const again = await freeze([one, other])
    expect(again[0]).toMatchObject({ revision: 2, content: { title: 'Récrite depuis' } })
    expect(again[1]?.id).toBe(second?.id)
    expect(again[0]?.sha256).not.toBe(copy?.sha256)
  })

  it('is refused by the database to whoever would rewrite it', async () => {
    const context = app.context()
    const id = await aPublicInitiative(context, town)
    await inTransaction(context.db, (tx) => freezeInitiatives(tx, context, [id], 'essai'))
    for (const table of ['frozen_initiative', 'revision'])
      await expect(
        app.database.pool.query(`update initiatives.${table} set content = '{}' where initiative_id = $1`, [
          id,
        ]),
      ).rejects.toThrow()
  })
})

describe('what is refused', () => {
  it.each([
    [{ autres_enjeux: ['mediation'] }, 'L’enjeu principal est aussi coché ici'],
    [{ autres_enjeux: ['culture', 'education', 'identity', 'solidarity'] }, 'trois autres enjeux au plus'],
    [{ etat: 'ended' }, 'dites en une phrase ce qu’elle a donné'],
    [{ operateur: 'association' }, 'Indiquez le nom de l’organisme'],
    [{ fin: '01/08/2025' }, 'La fin vient avant le début'],
    [{ chiffre_1_source: '' }, 'Complétez le chiffre 1'],
    [{ liens: 'javascript:alert(1)' }, 'Une adresse n’est pas lisible'],
    [{ resume: 'x'.repeat(281) }, '280 signes au plus'],
    [{ titre: '', debut: '31/02/2026' }, 'Donnez un titre'],
  ])('%j: what was typed stays', async (change, sentence) => {
    const page = await read(await partner.post('/mes-initiatives/nouvelle', { ...typed, ...change }))
    expect(page.status).toBe(422)
    expect(page.problems.join(' ')).toContain(sentence)
    expect(page.value('chiffre_1_valeur')).toBe('412')
  })

  it('a revision over one that was not read', async () => {
    const here = await declared(partner)
    await partner.post(`${here}/modification`, { ...typed, titre: 'Première', vu: '1' })
    const late = await read(
      await partner.post(`${here}/modification`, { ...typed, titre: 'Seconde', vu: '1' }),
    )
    expect(late.status).toBe(422)
    expect(late.problems.join()).toContain('Quelqu’un a enregistré une autre révision')
    expect(late.value('titre')).toBe('Seconde')
  })

  it('a copy of what lies out of reach', async () => {
    const context = app.context()
    const id = await declareInitiative(context, town, anInitiative())
    const reach = { kind: 'these', network: context.network.id, organisations: [] } as const
    const copies = await inTransaction(context.db, (tx) =>
      freezeInitiatives(tx, { ...context, reach }, [id as never], 'essai'),
    )
    expect(copies).toEqual([])
  })
})
