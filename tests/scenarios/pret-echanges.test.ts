import { beforeAll, describe, expect, it } from 'vitest'
import { anInventory, type Lent } from '../../src/modules/equipment/testing.ts'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { readWorkbook } from '../../src/platform/tables/workbook.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp()
let lent: Lent
let owner: OrganisationId
let manager: Browser

const home = () => `/materiel/gestion/${lent.inventoryId}`
const csvFile = (text: string, name = 'parc.csv') => new File([text], name, { type: 'text/csv' })

beforeAll(async () => {
  const head = { name: 'Région Estuaire', kind: 'region', siret: null, commune: 'Honfleur' } as const
  owner = await addOrganisation(app.database.db, app.networks.estuaire, head, app.clock.now())
  lent = await anInventory(app.context(), { name: 'Parc partagé', owner })
  manager = await app.signIn('officer', { organisation: owner })
})

/** The file sent, checked by its job; where its report is. */
async function sent(file: File): Promise<string> {
  const answer = await manager.post(`${home()}/imports/nouveau`, { fichier: file })
  expect(answer.status).toBe(303)
  await app.runJobs()
  return answer.headers.get('location') ?? ''
}

const MIXED = `numero;modele;notes;achete_le
VR-3;Casque VR;neuf;17/06/2026
VR-1;Casque VR;révisé;
VR-4;Inconnu;;31/02/2026
`

describe('Reprendre un parc depuis un tableur (EQP-1404)', () => {
  it('explique chaque colonne et donne un gabarit qui se relit', async () => {
    const shown = await read(await manager.get(`${home()}/imports/nouveau`))
    expect(shown.text).toContain('Le numéro d’inventaire, 60 signes au plus')
    const template = await manager.get(`${home()}/imports/gabarits/exemplaires.csv`)
    expect(await template.text()).toMatch(/^\ufeff?numero;modele;numero_serie;/)
    const book = await manager.get(`${home()}/imports/gabarits/classeur.xlsx`)
    const sheets = await readWorkbook(new Uint8Array(await book.arrayBuffer()))
    expect(sheets).toMatchObject([{ name: 'Modèles' }, { name: 'Exemplaires' }, { name: 'Prêts' }])
  })

  it('montre le rapport ligne par ligne avant d’écrire, puis n’écrit que les lignes justes', async () => {
    const address = await sent(csvFile(MIXED))
    const report = await read(await manager.get(address))
    expect(report.text).toContain('À décider')
    expect(report.texts('tbody tr').join(' ')).toMatch(/4achete_le31\/02\/2026Le jour de l’achat/)
    expect(report.texts('tbody tr').join(' ')).toMatch(/4modeleInconnu/)
    const refused = await manager.post(`${address}/decision`, { ecriture: 'all' })
    expect(refused.status).toBe(422)
    expect((await read(refused)).problems.join()).toContain('1 ligne est fausse')
    const lines = await (await manager.get(`${address}/refus/exemplaires`)).text()
    expect(lines).toContain('VR-4;Inconnu;;31/02/2026;4;')
    expect(lines).not.toContain('VR-3')
    expect((await manager.post(`${address}/decision`, { ecriture: 'valid' })).status).toBe(303)
    await app.runJobs()
    const written = await read(await manager.get(address))
    expect(written.text).toContain('1 ligne ajoutée, 1 ligne mise à jour, 1 ligne fausse laissée de côté.')
    expect((await read(await manager.get(`${home()}/catalogue`))).text).toContain('Casque VR')
    expect((await manager.post(`${address}/decision`, { ecriture: 'valid' })).status).toBe(422)
  })

  it('renvoyé, le même fichier ne change rien', async () => {
    const report = await read(
      await manager.get(await sent(csvFile('numero;modele;notes\nVR-3;Casque VR;neuf\n'))),
    )
    expect(report.text).toContain('Ce fichier ne change rien à l’inventaire')
  })

  it('compte un prêt passé, dont l’histoire dit qu’il vient d’un fichier', async () => {
    const file = 'exemplaire;emprunteur_nom;sorti_le;rendu_le\nVR-2;Région Estuaire;10/03/2025;21/03/2025\n'
    const address = await sent(csvFile(file, 'anciens-prets.csv'))
    await manager.post(`${address}/decision`, { ecriture: 'all' })
    await app.runJobs()
    expect((await read(await manager.get(address))).text).toContain('1 ligne ajoutée.')
    const { rows } = await app.database.pool.query('select id from equipment.loan_line where state = $1', [
      'closed',
    ])
    const story = await read(await manager.get(`${home()}/prets/${rows[0].id}`))
    expect(story.text).toContain('Prêt passé, repris d’un fichier')
    expect(story.text).toContain('anciens-prets.csv')
  })
})

describe('Refuse ce qui n’est pas un tableau', () => {
  it.each([
    ['rien', undefined, 'Choisissez le fichier à importer.'],
    ['une image', new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10])], 'a.csv'), 'une image'],
    ['d’autres colonnes', csvFile('a;b\n1;2\n'), 'colonnes attendues'],
  ])('%s', async (_case, file, sentence) => {
    const answer = await manager.post(`${home()}/imports/nouveau`, file ? { fichier: file } : {})
    expect(answer.status).toBe(422)
    expect((await read(answer)).problems.join()).toMatch(new RegExp(sentence))
  })
})

describe('Emporter l’inventaire (EQP-1404, EQP-1504)', () => {
  const exported = async (browser: Browser, fichier: string) => {
    const answer = await browser.post(`${home()}/echanges/export`, { fichier })
    expect(answer.status).toBe(200)
    return answer
  }

  it('en CSV, XLSX et JSON ; chaque téléchargement est noté au journal', async () => {
    const units = await (await exported(manager, 'exemplaires')).text()
    expect(units).toContain('VR-3;Casque VR;;Guichet;non')
    const book = await readWorkbook(new Uint8Array(await (await exported(manager, 'xlsx')).arrayBuffer()))
    expect(JSON.stringify(book)).toContain('Région Estuaire')
    const json = await (await exported(manager, 'json')).json()
    expect(json.prets[0]).toMatchObject({
      exemplaire: 'VR-2',
      emprunteur_nom: 'Région Estuaire',
      etat: 'terminé',
    })
    const { rows } = await app.database.pool.query(
      `select details from platform.journal where action = 'inventory.exported' order by id`,
    )
    expect(rows.map(({ details }) => [details.format, details.borrowers])).toEqual([
      ['csv', false],
      ['xlsx', true],
      ['json', true],
    ])
  })

  it('sans le nom des emprunteurs pour qui ne fait que lire', async () => {
    const reader = await app.signIn('reader', { organisation: owner })
    const loans = await (await exported(reader, 'prets')).text()
    expect(loans).toContain('VR-2')
    expect(loans).not.toContain('Région Estuaire')
    expect(loans).not.toContain('emprunteur')
    expect((await reader.get(`${home()}/imports/nouveau`)).status).toBe(403)
  })

  it('n’existe pas pour une autre structure', async () => {
    const stranger = await app.signIn('officer')
    expect((await stranger.get(`${home()}/echanges`)).status).toBe(404)
    expect((await stranger.post(`${home()}/echanges/export`, { fichier: 'prets' })).status).toBe(404)
  })
})
