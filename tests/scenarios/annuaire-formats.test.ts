import { beforeEach, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { choicesOf, importsOf } from '../imports.ts'
import { type Browser, read, useApp } from '../support.ts'

// Des fichiers de toutes sortes passent par les mêmes écrans : on envoie, on dit les colonnes, on lit le rapport, on publie.

const app = useApp()
const { runJobs, sent } = importsOf(app)
let officer: Browser
let minute = 0

beforeEach(async () => {
  await app.services.db.deleteFrom('places.place').execute()
  officer ??= await app.signIn('officer')
})

const rowNamed = (name: string) =>
  app.services.db.selectFrom('places.place').selectAll().where('name', '=', name).executeTakeFirstOrThrow()

/** Sends a file and goes through the pages as a browser without a script does; the report as it is read. */
async function brought(
  content: string | Uint8Array<ArrayBuffer>,
  name: string,
  more: Record<string, string> = {},
) {
  minute += 1
  const { address } = await sent(`Fichier ${minute}`, new File([content], name), officer)
  let page = await read(await officer.get(address))
  if (page.text.includes('Colonnes à reconnaître')) {
    const fields = choicesOf(await read(await officer.get(`${address}/colonnes`)))
    expect((await officer.post(`${address}/colonnes`, { ...fields, ...more })).status).toBe(303)
    await runJobs()
    page = await read(await officer.get(address))
  }
  const report = await (await officer.get(`${address}/rapport.csv`)).text()
  expect((await officer.post(`${address}/publication`)).status).toBe(303)
  await runJobs()
  return { report, told: page.text }
}

describe('des fichiers de toutes sortes (DIR-28, scénario 9)', () => {
  it('un CSV de Windows, à points-virgules', async () => {
    const text =
      'Nom du lieu;Adresse;Code postal;Commune\r\nMédiathèque de l’été – « Œuvre »;1 rue Haute;05000;Gap\r\n'
    const bytes = new Uint8Array([...text].map((letter) => CP1252[letter] ?? letter.charCodeAt(0)))
    await brought(bytes, 'lieux.csv')
    expect(await rowNamed('Médiathèque de l’été – « Œuvre »')).toMatchObject({
      postal_code: '05000',
      insee_code: '05061',
    })
  })

  it('un classeur dont les SIRET sont des nombres : entier, il est lu ; arrondi, il est annoncé', async () => {
    const row = (name: string, siret: number) => [
      { type: String, value: name },
      { type: Number, value: siret },
      { type: String, value: `${name.length} rue Haute` },
      { type: Number, value: 5000 },
      { type: String, value: 'Gap' },
    ]
    const header = ['Nom', 'SIRET', 'Adresse', 'Code postal', 'Commune'].map((value) => ({
      type: String,
      value,
    }))
    const { toBuffer } = writeXlsxFile([
      {
        sheet: 'Lieux',
        data: [header, row('Entier', 43493312300029), row('Arrondi à vue', 36750100000000)] as never,
      },
    ])
    const { report } = await brought(new Uint8Array(await toBuffer()), 'lieux.xlsx')
    expect(await rowNamed('Entier')).toMatchObject({ pivot: '43493312300029', postal_code: '05000' })
    expect(await rowNamed('Arrondi à vue')).toMatchObject({ pivot: null })
    expect(report).toMatch(/siret-rounded.*redemandez/)
  })

  it('du JSON dont les coordonnées sont dans un objet, une liste sous « data »', async () => {
    const place = {
      ...{ nom: 'Fablab imbriqué', adresse: { rue: '1 rue Haute', code_postal: '05000', commune: 'Gap' } },
      coordinates: { latitude: 44.56, longitude: 6.08 },
    }
    await brought(JSON.stringify({ data: [place] }), 'lieux.json')
    expect(await rowNamed('Fablab imbriqué')).toMatchObject({
      ...{ latitude: 44.56, longitude: 6.08, address: '1 rue Haute', insee_code: '05061' },
    })
  })

  it('du GeoJSON : le point est celui de la géométrie', async () => {
    const feature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [6.08, 44.56] },
      properties: { nom: 'Lieu dessiné', adresse: '1 rue Haute', code_postal: '05000', commune: 'Gap' },
    }
    await brought(JSON.stringify({ type: 'FeatureCollection', features: [feature] }), 'lieux.geojson')
    expect(await rowNamed('Lieu dessiné')).toMatchObject({ latitude: 44.56, longitude: 6.08 })
  })
})

describe('un fichier d’une ligne par service (DIR-29, scénario 10)', () => {
  it('donne un lieu par adresse, avec tous ses services, et dit combien de lignes ont été réunies', async () => {
    const lines = [
      'nom;rue;cp;ville;service',
      'Maison du Port;1 quai Sud;05000;Gap;Aide aux démarches administratives',
      'Maison du Port;1 Quai Sud;05000;GAP;Loisirs et créations numériques',
      'Maison du Port;1 quai Sud;05000;Gap;Aide aux démarches administratives',
      'Atelier du Lac;9 rue du Lac;05000;Gap;Parentalité et éducation avec le numérique',
    ]
    const { told } = await brought(lines.join('\n'), 'services.csv', { grouper: 'oui' })
    expect(told).toContain('Publier 2 lieux')
    expect(told).toMatch(/Lignes réunies à une autre ?2|2 ?lignes réunies/i)
    const { services } = await rowNamed('Maison du Port')
    expect([...services].sort()).toEqual(['administrative-procedures', 'leisure-and-creation'])
    expect((await rowNamed('Atelier du Lac')).services).toEqual(['parenting-and-education'])
  })
})

describe('un fichier d’avant la version 1.0 (DIR-15, scénario 8)', () => {
  it('suit la table des mots, garde ce qui n’a plus de mot avec une remarque, n’invente rien', async () => {
    const place = {
      ...{ id: 'v0', nom: 'Espace d’hier', commune: 'Gap', code_postal: '05000', adresse: '1 rue Haute' },
      services:
        'Prendre en main un ordinateur;Utiliser le numérique au quotidien;Approfondir ma culture numérique',
      conditions_access: 'Adhésion : L’accès au lieu nécessite d’y adhérer',
      labels_nationaux: 'CNFS;Fabriques de Territoire;EPN du Bocage',
      publics_accueillis: 'Adultes;Seniors (+ 65 ans);Surdité',
      modalites_accompagnement:
        'Seul : j’ai accès à du matériel;A ma place : une personne fait les démarches',
      courriel: 'contact@hier.example',
      accessibilite: 'https://acceslibre.example/hier',
    }
    const { report } = await brought(JSON.stringify([place]), 'hier.json')
    expect(await rowNamed('Espace d’hier')).toMatchObject({
      services: ['everyday-tools', 'understanding-digital'],
      fees: ['paying'],
      programmes: ['conseillers-numeriques'],
      trainings: ['fabriques-de-territoire'],
      other_labels: ['EPN du Bocage'],
      publics: ['seniors'],
      special_care: ['deafness'],
      support_modes: ['on-ones-own'],
      emails: ['contact@hier.example'],
      acces_libre_url: 'https://acceslibre.example/hier',
      ...{ itinerance: [], access_modes: [] },
    })
    expect(report).toMatch(/A ma place[^\n]*(remarque|avertissement)/)
    const raw = await app.database.pool.query("select raw from places.external_ref where external_id = 'v0'")
    expect(JSON.stringify(raw.rows)).toContain('A ma place : une personne fait les démarches')
  })
})

/** What windows-1252 writes elsewhere than Unicode. */
const CP1252: Readonly<Record<string, number>> = { '’': 0x92, '–': 0x96, Œ: 0x8c, '«': 0xab, '»': 0xbb }
