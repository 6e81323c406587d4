import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { anAgreementInForce, aReadyDraft } from '../../testing.ts'

const app = useApp({ today: day('2026-06-17') })
let officer: Browser
let agreement: AgreementId

const counts = async () => {
  const { rows } = await sql<{ n: string }>`select
    (select count(*) from agreements.act) || '/' || (select count(*) from platform.journal) || '/' ||
    (select count(*) from platform.mail) || '/' || (select count(*) from agreements.agenda_line) || '/' ||
    (select count(*) from agreements.standing) n`.execute(app.services.db)
  return rows[0]?.n
}
const simulate = (query: string) => officer.get(`/conventions/${agreement}/simulation?${query}`)

beforeAll(async () => {
  officer = await app.signIn('officer')
  agreement = await anAgreementInForce(app.context(), day('2025-06-17'), { partner: 'Val de Mer' })
}, 60_000)

describe('a simulation (AGR-79)', () => {
  it('compares two days of sending side by side, and writes nothing (AGR-132)', async () => {
    const before = await counts()
    const shown = await read(
      await simulate('acte=denonciation&partie=region&date=01/07/2026&autre=30/11/2026'),
    )
    expect(shown.text).toContain('Simulation : rien n’est enregistré')
    expect(shown.texts('thead th')).toEqual([
      'Ce que l’on regarde',
      'Sans cet acte',
      'S’il a lieu le 1er juillet 2026',
      'S’il a lieu le 30 novembre 2026',
    ])
    expect(shown.texts('tbody td')).toContain('1er octobre 2026 Change')
    expect(shown.texts('tbody td')).toContain('28 février 2027 Change')
    expect(await counts()).toBe(before)
  })

  it('tells the consequences in order, the reason, and leads to the act', async () => {
    const shown = await read(await simulate('acte=resiliation&partie=region&date=2026-07-01'))
    const [first, second] = shown.texts('[data-simulation] ol li')
    expect(first).toContain('1er août 2026')
    expect(second).toContain('Maison numérique : label retiré')
    expect(shown.text).toContain('Pourquoi')
    expect(shown.links.find(({ text }) => text === 'Préparer cet acte')?.href).toContain('/mise-en-demeure')
  })

  it.each([
    ['acte=denonciation&partie=cocontractant&date=01/06/2026', '/denonciation', { date: '01/06/2026' }],
    ['acte=resiliation&partie=region&date=02/06/2026', '/mise-en-demeure', { date: '02/06/2026' }],
    [
      'acte=duree&date=04/06/2026&fin=31/12/2027',
      '/avenants/nouveau',
      { objet: 'Dernier jour fixé au 31 décembre 2027' },
    ],
  ])('« Préparer cet acte » opens the real form, already filled: %s', async (query, form, typed) => {
    const shown = await read(await simulate(query))
    const { href = '' } = shown.links.find(({ text }) => text === 'Préparer cet acte') ?? {}
    expect(href).toContain(form)
    const prepared = await read(await officer.get(href))
    expect(prepared.status).toBe(200)
    for (const [name, value] of Object.entries(typed)) expect(prepared.value(name)).toBe(value)
  })

  it('and the renewal of an agreement that does not go on by itself', async () => {
    const options = { templateId: 'territoires-apprenants', partner: 'Cap à l’Ouest' }
    const express = await anAgreementInForce(app.context(), day('2025-06-17'), options)
    const query = 'acte=reconduction&date=03/06/2026&ans=2'
    const shown = await read(await officer.get(`/conventions/${express}/simulation?${query}`))
    const { href = '' } = shown.links.find(({ text }) => text === 'Préparer cet acte') ?? {}
    const prepared = await read(await officer.get(href))
    expect([prepared.value('date'), prepared.value('duree')]).toEqual(['03/06/2026', '2'])
  })

  it('a slider may move the date, and nothing asks for it: the form is a GET of its own', async () => {
    const shown = await read(await simulate('acte=denonciation&partie=region&date=01/07/2026'))
    const island = shown.document.querySelector('[data-island="agreements/what-if"]')
    expect(island?.getAttribute('data-today')).toBe('2026-06-17')
    expect(island?.querySelector('form')?.getAttribute('method')).toBe('get')
  })

  it('says when an act would change nothing, and why', async () => {
    const shown = await read(await simulate('acte=reconduction&date=01/07/2026&ans=2'))
    expect(shown.text).toContain('Cet acte resterait sans effet. La reconduction est tacite')
  })

  it.each([
    ['date=31/02/2026&acte=denonciation&partie=region', 'Cette date n’existe pas dans le calendrier'],
    ['date=01/07/2026', 'Choisissez l’acte à essayer.'],
    ['date=01/07/2026&acte=denonciation&partie=x', 'Choisissez la partie qui envoie la lettre.'],
    ['date=01/07/2026&acte=reconduction', 'La durée de la reconduction est obligatoire'],
    ['date=01/07/2026&acte=duree', 'Indiquez le nouveau dernier jour'],
  ])('refuses %s and keeps what was typed', async (query, message) => {
    const shown = await read(await simulate(query))
    expect(shown.status).toBe(422)
    expect(shown.problems.join()).toContain(message)
    expect(shown.value('date')).toBe(new URLSearchParams(query).get('date'))
  })

  it('is for those who read the agreement; only the head is led to the act', async () => {
    expect((await (await app.signIn('partner')).get(`/conventions/${agreement}/simulation`)).status).toBe(404)
    const reader = await app.signIn('reader')
    const shown = await read(
      await reader.get(
        `/conventions/${agreement}/simulation?acte=denonciation&partie=region&date=01/07/2026`,
      ),
    )
    expect(shown.links.map(({ text }) => text)).not.toContain('Préparer cet acte')
  })
})

describe('the readings (AGR-3, AGR-77)', () => {
  it('are one link away from the sentence that says they are working ones', async () => {
    const page = await read(await officer.get(`/conventions/${agreement}`))
    const link = page.links.find(({ text }) => text === 'Voir les lectures retenues')
    const shown = await read(await officer.get(link?.href ?? ''))
    expect(shown.heading).toBe('Lectures retenues')
    expect(shown.text).toContain('Quel est le dernier jour d’une durée en années ?')
    expect(shown.text).toContain('16 juin 2028 devient 17 juin 2028')
    expect(shown.document.querySelectorAll('tbody tr').length).toBe(28)
  })
})

describe('the public register (AGR-68)', () => {
  const register = async (query = '') => read(await app.visitor().get(`/conventions-du-reseau${query}`))

  beforeAll(async () => {
    await aReadyDraft(app.context(), { partner: 'Pas encore' })
    await anAgreementInForce(app.context(), day('2020-01-10'), {
      partner: 'Terminée ensuite',
      templateId: 'territoires-apprenants',
    })
    // A clause that asks for an approval which nobody gave.
    const discreet = await anAgreementInForce(app.context(), day('2025-01-10'), { partner: 'Discrète' })
    await sql`update agreements.agreement set terms = jsonb_set(terms, '{communication}', '{"existence":"approval"}')
      where id = ${discreet}`.execute(app.services.db)
    await sql`update agreements.standing set agenda_until = null`.execute(app.services.db)
    await officer.get('/conventions/echeances')
  }, 60_000)

  it('tells the agreements in force and ended that the network may tell of, in plain words (AGR-69)', async () => {
    const page = await register()
    expect(page.texts('h2')).toEqual(expect.arrayContaining(['Terminée ensuite', 'Val de Mer']))
    expect(page.text).toContain('En vigueur, sans terme fixé (reconduction annuelle)')
    expect(page.text).toContain('Arrivée à son terme le 9 janvier 2023')
    expect((await register('?etat=terminees')).text).not.toContain('Val de Mer')
    expect((await register('?q=val+de')).text).not.toContain('Terminée ensuite')
  })

  it('keeps silent on drafts, on what nobody agreed to publish, and on people', async () => {
    const { text } = await register()
    expect(text).not.toContain('Pas encore')
    expect(text).not.toContain('Discrète')
    expect(text).not.toContain('Sophie Tanguy')
    const csv = await (await app.visitor().get('/conventions-du-reseau.csv')).text()
    expect(csv).toContain('Val de Mer')
    expect(csv).not.toMatch(/Pas encore|Discrète|Sophie Tanguy/)
  })

  it('is each network’s own', async () => {
    expect((await read(await app.visitor().get('/n/baie/conventions-du-reseau'))).text).toContain(
      'Aucune convention à montrer',
    )
  })
})
