import { describe, expect, it } from 'vitest'
import { choicesOf, importsOf } from '../../../../../tests/imports.ts'
import { read, useApp } from '../../../../../tests/support.ts'
import { workbookOf } from '../../../../platform/tables/workbook.ts'

const estuary = useApp()
const { runJobs, sent } = importsOf(estuary)
const RELIRE = { acte: 'relire' }

type Officer = Awaited<ReturnType<typeof estuary.signIn>>
type Page = Awaited<ReturnType<typeof read>>

/** The fields of the page, as a browser would send them back. */
function fieldsOf(page: Page): Record<string, string> {
  const fields = choicesOf(page)
  for (const input of page.document.querySelectorAll('main input[name^="lecture."]'))
    fields[input.getAttribute('name') ?? ''] = input.getAttribute('value') ?? ''
  return fields
}

const pageOf = async (officer: Officer, address: string) => read(await officer.get(`${address}/colonnes`))
const chosen = (page: Page, name: string) => fieldsOf(page)[name]

const semicolons = new File(
  ['Intitulé du lieu;Adresse;Ville;Tél\nEspace des Grèves;8, rue Haute;Gap;0492000000\n'],
  'annuaire.csv',
)
const titles = [
  ['Nos lieux', 'au 17 juin'],
  ['Qui', 'Où', 'Quelle ville'],
  ['Atelier du Bocage', '3 quai Nord', 'Gap'],
]
const workbook = async (places = titles) =>
  new File(
    [
      await workbookOf([
        {
          name: 'Notice',
          rows: [
            ['Nom', 'Commune', 'Adresse', 'Téléphone'],
            ['à remplir', 'oui', '', ''],
          ],
        },
        { name: 'Lieux', rows: places },
      ]),
    ],
    'annuaire.xlsx',
  )

describe('how a file was read', () => {
  it('is shown with its first lines, changed by hand and back, what was chosen staying (DIR-28)', async () => {
    const { officer, address } = await sent('au point-virgule', semicolons)
    const page = await pageOf(officer, address)
    expect(page.text).toContain('Comment le fichier a été lu')
    expect(page.text).toContain('Point-virgule')
    expect(page.text).toContain('Espace des Grèves | 8, rue Haute | Gap | 0492000000')
    const fields = fieldsOf(page)
    expect(fields.nom).toBe('c:Intitulé du lieu')

    const typed = { ...fields, source: 'fixe', 'source.valeur': 'Le Bocage', ...RELIRE }
    const byComma = await officer.post(`${address}/colonnes`, { ...typed, 'lecture.separateur': ',' })
    expect(byComma.status).toBe(200)
    const cut = await read(byComma)
    expect(cut.text).toContain('Espace des Grèves;8 | rue Haute;Gap;0492000000')
    expect(chosen(cut, 'nom')).not.toBe('c:Intitulé du lieu')
    expect(cut.document.querySelector('input[name="source.valeur"]')?.getAttribute('value')).toBe('Le Bocage')

    const back = await officer.post(`${address}/colonnes`, {
      ...fieldsOf(cut),
      ...{ source: 'fixe', 'source.valeur': 'Le Bocage', 'lecture.separateur': ';', ...RELIRE },
    })
    const again = await read(back)
    expect(chosen(again, 'nom')).toBe('c:Intitulé du lieu')
    expect(again.document.querySelector('input[name="source.valeur"]')?.getAttribute('value')).toBe(
      'Le Bocage',
    )
  })

  it('is kept for the next file of the source: a sheet, and the line of its titles (DIR-28, DIR-29)', async () => {
    const { officer, address } = await sent('classeur du bocage', await workbook())
    const page = await pageOf(officer, address)
    expect(page.text).toContain('Notice')
    const reread = await read(
      await officer.post(`${address}/colonnes`, {
        ...fieldsOf(page),
        ...{ 'lecture.feuille': 'Lieux', 'lecture.titres': '2', ...RELIRE },
      }),
    )
    expect(reread.text).toContain('2 (titres)')
    expect(reread.text).toContain('Atelier du Bocage | 3 quai Nord | Gap')
    const said = await officer.post(`${address}/colonnes`, {
      ...fieldsOf(reread),
      ...{ nom: 'c:Qui', adresse: 'c:Où', commune: 'c:Quelle ville' },
    })
    expect(said.status).toBe(303)
    await runJobs()
    expect((await read(await officer.get(address))).text).toContain('Publier 1 lieu')
    await officer.post(`${address}/abandon`)

    const next = await sent(
      'classeur du bocage',
      await workbook([...titles, ['Fablab', '1 cours Sud', 'Gap']]),
    )
    expect((await read(await officer.get(next.address))).text).toContain('Publier 2 lieux')
    expect(chosen(await pageOf(officer, next.address), 'lecture.feuille')).toBe('Lieux')
    await officer.post(`${next.address}/abandon`)

    const renamed = await workbookOf([{ name: 'Feuille1', rows: titles }])
    const last = await sent('classeur du bocage', new File([renamed], 'annuaire.xlsx'))
    const unread = await read(await officer.get(last.address))
    expect(unread.text).toContain('n’a pas de feuille')
    expect(unread.text).toContain('Dire comment lire ce fichier')
    expect((await pageOf(officer, last.address)).text).toContain('n’a pas de feuille')
  })
})

describe('explains why not', () => {
  it('a sheet, a line, letters that are not those of the file: it stays read as before, with what was chosen (DIR-28)', async () => {
    const { officer, address } = await sent('impossible', semicolons)
    const fields = { ...fieldsOf(await pageOf(officer, address)), telephone: 'c:Adresse' }
    for (const [name, value, sentence] of [
      ['lecture.titres', '900', 'La ligne 900 est vide'],
      ['lecture.titres', 'deux', 'Écrivez le numéro d’une ligne'],
      ['lecture.encodage', 'utf-16le', 'n’est plus du texte lisible'],
    ] as const) {
      const answer = await officer.post(`${address}/colonnes`, { ...fields, [name]: value, ...RELIRE })
      expect(answer.status).toBe(422)
      const page = await read(answer)
      expect(page.text).toContain(sentence)
      expect(page.text).toContain('Espace des Grèves | 8, rue Haute')
      expect(chosen(page, 'telephone')).toBe('c:Adresse')
      expect(chosen(page, name)).toBe(name === 'lecture.encodage' ? 'utf-16le' : value)
    }
  })

  it('a change of reading that nobody saw is shown before the columns are kept (DIR-28)', async () => {
    const { officer, address } = await sent('sans relire', semicolons)
    const fields = fieldsOf(await pageOf(officer, address))
    const answer = await officer.post(`${address}/colonnes`, { ...fields, 'lecture.separateur': ',' })
    expect(answer.status).toBe(422)
    expect((await read(answer)).text).toContain('Vous avez changé la façon de lire le fichier')
    expect((await read(await officer.get(address))).text).toContain('Colonnes à reconnaître')
  })
})

describe('keeps others out', () => {
  it('a reader of the network reads no file again', async () => {
    const { address } = await sent('lecteur encore', semicolons)
    const reader = await estuary.signIn('reader')
    expect((await reader.post(`${address}/colonnes`, { ...RELIRE })).status).toBe(403)
  })
})
