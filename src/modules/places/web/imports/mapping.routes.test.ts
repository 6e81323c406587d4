import { describe, expect, it } from 'vitest'
import { choicesOf, importsOf } from '../../../../../tests/imports.ts'
import { read, useApp } from '../../../../../tests/support.ts'
import { workbookOf } from '../../../../platform/tables/workbook.ts'

const estuary = useApp()
const { runJobs, sent } = importsOf(estuary)

/** A row much like a known place is held: the same rows are new only in an empty directory. */
async function emptyDirectory() {
  await estuary.database.db.deleteFrom('places.place').execute()
}

const rows = [
  ['Nom du lieu', 'Adresse postale', 'Tél', 'Activités', 'Remarque interne'],
  [
    'Espace des Grèves',
    '8 rue Haute - 05000 Gap',
    '04 92 00 00 00',
    'Etre initié aux outils numériques / Tricot',
    'x',
  ],
  ['Atelier du Bocage', '3 quai Nord - 05000 Gap', '', 'Tricot', ''],
]
const csv = (lines: readonly (readonly string[])[]) =>
  new File([lines.map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\n')], 'annuaire.csv')

const proposed = async (officer: Awaited<ReturnType<typeof sent>>['officer'], address: string) =>
  choicesOf(await read(await officer.get(`${address}/colonnes`)))

describe('a file of other columns', () => {
  it('asks what they are, shows what was recognised, and publishes after the report (DIR-29, DIR-31, scenario 9)', async () => {
    const { officer, address } = await sent('annuaire du bocage', csv(rows))
    const waiting = await read(await officer.get(address))
    expect(waiting.text).toContain('Colonnes à reconnaître')
    expect(waiting.text).not.toContain('Publier')

    const page = await read(await officer.get(`${address}/colonnes`))
    expect(page.text).toContain('Lu : Espace des Grèves')
    expect(page.text).toContain('Lu : 8 rue Haute')
    expect(page.text).toContain('« Tricot »')
    const fields = await proposed(officer, address)
    expect(fields).toMatchObject({
      nom: 'c:Nom du lieu',
      adresse: 'p:Adresse postale',
      code_postal: 'p:Adresse postale',
      commune: 'p:Adresse postale',
      telephone: 'c:Tél',
    })

    const answer = await officer.post(`${address}/colonnes`, {
      ...fields,
      'mot:services:tricot': 'Loisirs et créations numériques',
    })
    expect(answer.status).toBe(303)
    await runJobs()
    const report = await read(await officer.get(address))
    expect(report.text).toContain('Publier 2 lieux')
    expect(report.texts('main td strong')).toContain('Remarque interne')
    await officer.post(`${address}/publication`)
    await runJobs()
    const place = await read(await estuary.visitor().get('/lieux/espace-des-greves-05061'))
    expect(place.text).toContain('8 rue Haute')
    expect(place.text).toContain('Créer, jouer, fabriquer avec le numérique')
  })

  it('is read the same way the next time: nothing is asked, nothing changes (DIR-29, DIR-34)', async () => {
    const { officer, address } = await sent(
      'annuaire du bocage',
      csv(
        [...rows]
          .reverse()
          .slice(0, 2)
          .toSpliced(0, 0, rows[0] ?? []),
      ),
    )
    expect((await read(await officer.get(address))).text).toContain('rien de nouveau')
  })

  it('may be a workbook or a list of JSON objects (DIR-27, scenario 9)', async () => {
    await emptyDirectory()
    const workbook = new File([await workbookOf([{ name: 'Lieux', rows }])], 'annuaire.xlsx')
    const json = new File([JSON.stringify([{ titre: 'Fablab', ville: 'Gap', cp: '05000' }])], 'annuaire.json')
    for (const [source, file] of [
      ['classeur', workbook],
      ['json', json],
    ] as const) {
      const { officer, address } = await sent(source, file)
      await officer.post(`${address}/colonnes`, await proposed(officer, address))
      await runJobs()
      expect((await read(await officer.get(address))).text).toMatch(/Publier [12]\s/)
    }
  })

  it('with a row per service becomes one place with them all, and the report says how many rows were put together (DIR-29, scenario 10)', async () => {
    const perService = [
      ['nom', 'rue', 'cp', 'ville', 'service'],
      ['Maison du Port', '1 quai Sud', '05000', 'Gap', 'Accéder à du matériel'],
      ['Maison du Port', '1 Quai Sud', '05000', 'Gap', 'Créer avec le numérique'],
    ]
    const { officer, address } = await sent('par service', csv(perService))
    await officer.post(`${address}/colonnes`, { ...(await proposed(officer, address)), grouper: 'oui' })
    await runJobs()
    const report = await read(await officer.get(address))
    expect(report.text).toContain('Publier 1 lieu')
    expect(report.text).toContain('Lignes réunies à une autre')
  })
})

describe('explains why not', () => {
  it('columns of which none is known are still asked, with nothing guessed (DIR-29)', async () => {
    const { officer, address } = await sent(
      'inconnu',
      csv([
        ['a', 'b'],
        ['Fablab', 'Gap'],
      ]),
    )
    const fields = await proposed(officer, address)
    expect(fields.nom).toBe('')
    await officer.post(`${address}/colonnes`, { ...fields, nom: 'c:a', commune: 'c:b' })
    await runJobs()
    expect((await read(await officer.get(address))).text).toContain('Publier 1 lieu')
  })

  it('a file without a name for its places: the column is asked for, what was chosen stays', async () => {
    const { officer, address } = await sent('sans nom', csv(rows))
    const answer = await officer.post(`${address}/colonnes`, {
      ...(await proposed(officer, address)),
      nom: '',
      telephone: 'c:Activités',
    })
    expect(answer.status).toBe(422)
    const page = await read(answer)
    expect(page.text).toContain('Dites quelle colonne donne le nom des lieux.')
    expect(
      page.document.querySelector('select[name=telephone] option[selected]')?.getAttribute('value'),
    ).toBe('c:Activités')
  })

  it('one value for all the rows is asked for when it was only chosen, then kept', async () => {
    await emptyDirectory()
    const { officer, address } = await sent('valeur', csv(rows))
    const fields = { ...(await proposed(officer, address)), source: 'fixe' }
    const answer = await officer.post(`${address}/colonnes`, fields)
    expect(answer.status).toBe(422)
    const page = await read(answer)
    expect(page.text).toContain('Écrivez la valeur de « Origine de la fiche » pour toutes les lignes.')
    expect(page.document.querySelector('input[name="source.valeur"]')).not.toBeNull()
    const said = await officer.post(`${address}/colonnes`, { ...fields, 'source.valeur': 'Le Bocage' })
    expect(said.status).toBe(303)
    await runJobs()
    await officer.post(`${address}/publication`)
    await runJobs()
    const kept = await estuary.services.db
      .selectFrom('places.place')
      .select('name')
      .where('source', '=', 'Le Bocage')
      .execute()
    expect(kept).toHaveLength(2)
  })

  it('of two people who say it at once, one is told that it is said', async () => {
    const { officer, address } = await sent('ensemble', csv(rows))
    const fields = await proposed(officer, address)
    const other = await estuary.signIn('officer')
    const answers = await Promise.all([officer, other].map((one) => one.post(`${address}/colonnes`, fields)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    const late = answers.find(({ status }) => status === 422)
    expect(late && (await read(late)).text).toContain('La lecture de ce fichier n’est pas terminée')
  })

  it('a source whose column of names is gone is asked again, not refused row by row (DIR-30)', async () => {
    const first = await sent('sans titre', csv(rows))
    await first.officer.post(`${first.address}/colonnes`, await proposed(first.officer, first.address))
    await runJobs()
    await first.officer.post(`${first.address}/abandon`)
    const renamed = rows.map((cells, rank) => (rank === 0 ? ['Intitulé', ...cells.slice(1)] : cells))
    const { officer, address } = await sent('sans titre', csv(renamed))
    expect((await read(await officer.get(address))).text).toContain('Colonnes à reconnaître')
    expect((await proposed(officer, address)).nom).toBe('c:Intitulé')
  })

  it('a column that the file no longer has is told in the report (DIR-30)', async () => {
    const first = await sent('colonnes', csv(rows))
    await first.officer.post(`${first.address}/colonnes`, await proposed(first.officer, first.address))
    await runJobs()
    await first.officer.post(`${first.address}/abandon`)
    const { officer, address } = await sent(
      'colonnes',
      csv(
        rows.map(([name, address, , ...rest]) => [
          name ?? '',
          address ?? '',
          'Téléphone',
          ...rest.slice(0, 0),
        ]),
      ),
    )
    expect((await read(await officer.get(address))).text).toContain('n’est plus dans celui-ci')
  })
})

describe('keeps others out', () => {
  it('a reader of the network sees the import, not the page that changes it', async () => {
    const { address } = await sent('lecteur', csv(rows))
    const reader = await estuary.signIn('reader')
    expect((await reader.get(address)).status).toBe(200)
    expect((await reader.get(`${address}/colonnes`)).status).toBe(403)
  })
})
