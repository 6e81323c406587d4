import { describe, expect, it } from 'vitest'
import type { ImportId } from '../../src/modules/places/domain/imports/import.ts'
import {
  type StandardRow,
  standardColumns,
} from '../../src/modules/places/domain/standard/standard-columns.ts'
import { aGoodRow } from '../../src/modules/places/domain/testing.ts'
import { importsOf } from '../imports.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp()
const { runJobs, sent: sentBy } = importsOf(app)
const library = aGoodRow({ id: 'a', nom: 'Médiathèque des Dunes', telephone: '+33199000001' })
const cafe = aGoodRow({ id: 'b', nom: 'Café des Ormes', adresse: '12 rue Basse' })

function file(rows: readonly StandardRow[], name = 'lieux.csv'): File {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const lines = [
    standardColumns.join(','),
    ...rows.map((row) => standardColumns.map((column) => quoted(row[column])).join(',')),
  ]
  return new File([lines.join('\n')], name)
}

/** Sends a file, waits for its report; the address of its page. */
async function sent(officer: Browser, source: string, some: File): Promise<string> {
  return (await sentBy(source, some, officer)).address
}

async function published(officer: Browser, source: string, rows: readonly StandardRow[]): Promise<string> {
  minute += 1
  app.moveTo(`2026-07-${String(minute).padStart(2, '0')}`)
  const address = await sent(officer, source, file(rows))
  expect((await officer.post(`${address}/publication`, {})).status).toBe(303)
  await runJobs()
  return address
}
let minute = 0

const named = (name: string) =>
  app.database.db.selectFrom('places.place').selectAll().where('name', '=', name).execute()

async function edited(name: string, patch: Record<string, string>) {
  await app.database.db.updateTable('places.place').set(patch).where('name', '=', name).execute()
}

describe('un fichier est lu, contrôlé, publié, annulé (DIR-31, DIR-33, DIR-39)', () => {
  it('une ligne à cinq fautes donne cinq constats, et la correction acceptée vaut pour la suite (scénario 3)', async () => {
    const officer = await app.signIn('officer')
    const faulty = aGoodRow({
      ...{ id: 'f', nom: 'Atelier des Cinq', adresse: '3 impasse du Puits', pivot: '36750100000000' },
      ...{ code_postal: '5000', telephone: '04 92 00 00 00', services: 'Tricot' },
      ...{ latitude: '6.08', longitude: '44.56' },
    })
    const address = await sent(officer, 'cinq fautes', file([faulty]))
    const report = await (await officer.get(`${address}/rapport.csv`)).text()
    const codes = report
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[4])
    for (const code of ['siret-rounded', 'postal-code-zero-lost', 'phone-rewritten', 'coordinates-swapped'])
      expect(codes).toContain(code)
    expect(report).toContain('Tricot')
    expect(report.split('\n')[1]).toMatch(/^2,/)
    const filtered = await read(await officer.get(`${address}?constat=siret-rounded`))
    expect(filtered.text).toContain('SIRET arrondi')
    await officer.post(`${address}/abandon`, {})
  })

  it('les lignes refusées se téléchargent avec leurs erreurs, se corrigent, et se renvoient telles quelles (DIR-33)', async () => {
    const officer = await app.signIn('officer')
    const nameless = { ...cafe, id: 'sans', nom: '', presentation_resume: '=1+1' }
    const address = await sent(officer, 'refus', file([library, nameless]))
    const refused = await (await officer.get(`${address}/lignes-refusees.csv`)).text()
    const [header = '', row = '', ...rest] = refused.trim().split('\n')
    expect(header).toBe(`${standardColumns.join(',')},erreurs,propositions`)
    expect(row).toContain('Ce lieu n’a pas de nom')
    expect(rest).toEqual([])
    const forSpreadsheet = await (await officer.get(`${address}/lignes-refusees.csv?pour=tableur`)).text()
    expect(forSpreadsheet.startsWith('id;pivot;')).toBe(true)
    expect(forSpreadsheet).toContain("'=1+1")
    await officer.post(`${address}/abandon`, {})
    const corrected = refused
      .replace(',,Gap', ',Café corrigé,Gap')
      .replace(/sans,([^,]*),,/, 'sans,$1,Café corrigé,')
    const again = await sent(officer, 'refus corrigés', new File([corrected], 'corrige.csv'))
    const page = await read(await officer.get(again))
    expect(page.text).toContain('Publier 1 lieu')
    expect(page.text).not.toContain('Colonne non lue')
    await officer.post(`${again}/abandon`, {})
  })

  it('un import publié s’annule d’un bouton, se rétablit, et garde ce que quelqu’un a écrit depuis (scénario 14)', async () => {
    const officer = await app.signIn('officer')
    await published(officer, 'Dunes', [library])
    const second = await published(officer, 'Dunes', [
      { ...library, nom: 'Grande médiathèque des Dunes' },
      cafe,
    ])
    await edited('Grande médiathèque des Dunes', { detail: 'Écrit à la main.' })
    const undone = await officer.post(`${second}/annulation`, {})
    expect(undone.status).toBe(303)
    const page = await read(await officer.get(second))
    expect(page.text).toContain('Annulé')
    expect(await named('Café des Ormes')).toEqual([])
    expect(await named('Médiathèque des Dunes')).toMatchObject([{ detail: 'Écrit à la main.' }])
    expect((await officer.post(`${second}/annulation`, {})).status).toBe(422)
    expect((await officer.post(`${second}/retablissement`, {})).status).toBe(303)
    expect(await named('Café des Ormes')).toHaveLength(1)
    expect(await named('Grande médiathèque des Dunes')).toHaveLength(1)
  })

  it('un import plus ancien ne s’annule plus, et la page dit pourquoi', async () => {
    const officer = await app.signIn('officer')
    const first = await published(officer, 'Landes', [
      { ...library, nom: 'Fablab', adresse: '1 rue du Four' },
    ])
    await published(officer, 'Landes', [{ ...library, nom: 'Grand fablab', adresse: '1 rue du Four' }])
    expect((await read(await officer.get(first))).text).toContain('cet import ne s’annule plus')
    const refused = await read(await officer.post(`${first}/annulation`, {}))
    expect(refused.status).toBe(422)
    expect(refused.problems[0]).toContain('Un fichier plus récent')
  })
})

describe('ce qui attend quelqu’un (DIR-35 à DIR-38)', () => {
  it('une ligne qui ressemble à un lieu connu attend, à côté de lui, et s’y rattache', async () => {
    const officer = await app.signIn('officer')
    const one = { ...library, nom: 'Cyberbase du Val', adresse: '7 rue Longue', prise_rdv: '' }
    await published(officer, 'Val', [one])
    await published(officer, 'Autre annuaire', [{ ...one, id: 'x1', telephone: '+33199000055' }])
    const queue = await read(await officer.get('/lieux/imports/attente'))
    expect(queue.text).toContain('Ressemble à un lieu de l’annuaire')
    const form = queue.document.querySelector('form[action$="/decision"]')
    const action = form?.getAttribute('action') ?? ''
    expect((await read(await officer.post(action, { decision: 'replace' }))).status).toBe(422)
    expect((await officer.post(action, { decision: 'same' })).status).toBe(303)
    expect(await named('Cyberbase du Val')).toHaveLength(1)
    expect((await read(await officer.get('/lieux/imports/attente'))).text).toContain('Aucune ligne n’attend')
  })

  it('celles qui ressemblent sûrement à un lieu se rattachent ensemble, ce qu’elles changent étant montré d’abord (DIR-33, DIR-35)', async () => {
    const officer = await app.signIn('officer')
    const known = ['Phare', 'Bocage', 'Marais'].map((nom, rank) => ({
      ...library,
      ...{ id: `s${rank}`, nom: `Espace du ${nom}`, adresse: `${rank + 1} rue du ${nom}`, prise_rdv: '' },
    }))
    await published(officer, 'Sûre', known)
    const coming = known.map((row) => ({ ...row, id: `t${row.id}`, prise_rdv: 'https://rdv.example.org/' }))
    const again = { ...coming[2], id: 'encore', telephone: '+33199000056' } as (typeof coming)[number]
    await published(officer, 'Voisine', [...coming, again])
    const queue = await read(await officer.get('/lieux/imports/attente'))
    const way = queue.links.find(({ href }) => href?.includes('/attente/sures'))
    expect(way?.text).toContain('les 2 lignes sûres')
    expect(queue.text).toContain('Ce que les deux disent pareil')
    const first = await read(await officer.get(way?.href ?? ''))
    expect(first.text).toContain('2 lignes sûres')
    expect(first.text).toContain('Prise de rendez-vous en ligne')
    const ligne = [...first.document.querySelectorAll('input[name=ligne]')].map(
      (box) => box.getAttribute('value') ?? '',
    )
    expect((await read(await officer.post(way?.href ?? '', {}))).problems).toEqual([
      'Cochez au moins une ligne.',
    ])
    expect((await officer.post(way?.href ?? '', { ligne })).status).toBe(303)
    for (const name of ['Espace du Phare', 'Espace du Bocage'])
      expect(await named(name)).toMatchObject([{ booking_url: 'https://rdv.example.org/' }])
    expect(await named('Espace du Marais')).toMatchObject([{ booking_url: null }])
    const late = await read(await officer.post(way?.href ?? '', { ligne }))
    expect([late.status, late.problems[0]]).toEqual([422, expect.stringContaining('rien n’a été rattaché')])
    const left = await read(await officer.get('/lieux/imports/attente?source=Voisine'))
    expect(left.texts('form[action$="/decision"]')).toHaveLength(2)
    const journal = await app.database.db
      .selectFrom('platform.journal')
      .select('details')
      .where('action', '=', 'import.row-decided')
      .execute()
    expect(
      journal.filter(({ details }) => (details as { source?: string })?.source === 'Voisine'),
    ).toHaveLength(2)
    expect((await (await app.signIn('auditor')).get(way?.href ?? '')).status).toBe(403)
  })

  it('un téléphone écrit à la main survit, et la valeur de la source se refuse une fois pour toutes (scénario 15)', async () => {
    const officer = await app.signIn('officer')
    const one = { ...library, nom: 'Atelier du Gué', adresse: '9 rue du Gué' }
    await published(officer, 'Gué', [one])
    await edited('Atelier du Gué', { phone: '+33199000042' })
    await published(officer, 'Gué', [{ ...one, telephone: '+33199000077' }])
    const page = await read(await officer.get('/lieux/imports/propositions?source=Gu%C3%A9'))
    expect(page.text).toContain('01 99 00 00 77')
    const action = page.document.querySelector('form[action$="/decision"]')?.getAttribute('action') ?? ''
    expect((await officer.post(action, { decision: 'refused' })).status).toBe(303)
    await published(officer, 'Gué', [{ ...one, telephone: '+33199000078' }])
    await published(officer, 'Gué', [{ ...one, telephone: '+33199000077' }])
    expect(await named('Atelier du Gué')).toMatchObject([{ phone: '+33199000042' }])
    const after = await read(await officer.get('/lieux/imports/propositions?source=Gu%C3%A9'))
    expect(after.text).toContain('Aucune proposition')
  })

  it('un lieu disparu de sa source reste publié, et attend qu’on le vérifie (DIR-38)', async () => {
    const officer = await app.signIn('officer')
    const one = { ...library, nom: 'Relais du Pic', adresse: '2 route du Pic' }
    const other = { ...library, id: 'p2', nom: 'Foyer du Pic', adresse: '8 chemin du Bois' }
    await published(officer, 'Pic', [one, other])
    await published(officer, 'Pic', [one])
    const page = await read(await officer.get('/lieux/imports/disparus'))
    expect(page.text).toContain('Foyer du Pic')
    expect((await officer.post('/lieux/imports/disparus', { source: 'Pic', identifiant: 'p2' })).status).toBe(
      303,
    )
    expect((await read(await officer.get('/lieux/imports/disparus'))).text).not.toContain('Foyer du Pic')
    expect(await named('Foyer du Pic')).toMatchObject([{ status: 'published' }])
  })

  it('rien de cela ne s’ouvre à qui ne tient pas l’annuaire', async () => {
    const facilitator = await app.signIn('facilitator')
    for (const address of ['attente', 'propositions', 'disparus', 'sources'])
      expect((await facilitator.get(`/lieux/imports/${address}`)).status).toBe(403)
    const auditor = await app.signIn('auditor')
    expect((await auditor.get('/lieux/imports/attente')).status).toBe(200)
    const none: ImportId = '01980000-0000-7000-8000-000000000000' as ImportId
    expect((await auditor.post(`/lieux/imports/${none}/annulation`, {})).status).toBe(403)
  })
})
