import { describe, expect, it } from 'vitest'
import { importsOf } from '../../../../../tests/imports.ts'
import { read, useApp } from '../../../../../tests/support.ts'
import { standardColumns } from '../../domain/standard/standard-columns.ts'

const estuary = useApp()
const { runJobs } = importsOf(estuary)

/** A file of the standard: each row gives the cells that matter. */
function csv(...rows: Record<string, string>[]): File {
  const lines = rows.map((row) => standardColumns.map((column) => `"${row[column] ?? ''}"`).join(','))
  return new File([[standardColumns.join(','), ...lines].join('\n')], 'lieux.csv', { type: 'text/csv' })
}

const library = {
  id: '1',
  nom: 'Médiathèque de Gap',
  commune: 'Gap',
  code_postal: '05000',
  code_insee: '05061',
  adresse: '1 rue du Centre',
  telephone: '04 92 00 00 00',
}
const nowhere = { id: '2', nom: 'Bus perdu' }

async function received(source: string, file = csv(library, nowhere)) {
  const officer = await estuary.signIn('officer')
  const answer = await officer.post('/lieux/imports/nouveau', { fichier: file, source })
  expect(answer.status).toBe(303)
  return { officer, address: answer.headers.get('location') ?? '' }
}

describe('does it', () => {
  it('receives a file, reports on each row, publishes what one confirms', async () => {
    const { officer, address } = await received('mairie')
    const waiting = await read(await officer.get(address))
    expect(waiting.notice).toBe('Fichier reçu : son contrôle commence.')
    expect(waiting.links.some((link) => link.text === 'Actualiser cette page' && link.href === address)).toBe(
      true,
    )

    await runJobs()
    const report = await read(await officer.get(address))
    expect(report.text).toContain('Publier 1 lieu')
    expect(report.text).toContain('Rien ne dit où est ce lieu')
    expect((await estuary.visitor().get('/lieux/mediatheque-de-gap-05061')).status).toBe(404)

    expect((await officer.post(`${address}/publication`)).status).toBe(303)
    await runJobs()
    const after = await read(await officer.get(address))
    expect(after.text).toMatch(/1 lieu est publié\s; 1 ligne est refusée\./)
    expect((await estuary.visitor().get('/lieux/mediatheque-de-gap-05061')).status).toBe(200)
  })

  it('a file that only lost a place is confirmed too: the place waits among the lost ones, still published (DIR-38)', async () => {
    await estuary.database.db.deleteFrom('places.place').execute()
    const cyber = { ...library, id: '3', nom: 'Cyberbase', adresse: '9 quai Sud' }
    const both = await received('perd un lieu', csv(library, cyber))
    await runJobs()
    await both.officer.post(`${both.address}/publication`)
    await runJobs()
    expect((await read(await both.officer.get(both.address))).links.map(({ text }) => text)).toContain(
      'Voir les lieux publiés',
    )

    const { officer, address } = await received('perd un lieu', csv(library))
    await runJobs()
    const report = await read(await officer.get(address))
    expect(report.text).toContain('Noter les lieux que ce fichier ne donne plus')
    expect(report.text).toContain('Ces lieux restent publiés.')
    expect((await officer.post(`${address}/publication`)).status).toBe(303)
    await runJobs()
    const after = await read(await officer.get(address))
    expect(after.text).toMatch(/1 était déjà à jour, 1 lieu n’est plus dans ce fichier\./)
    expect(after.links.map(({ text }) => text)).not.toContain('Voir les lieux publiés')
    const lost = after.links.find(({ text }) => text === 'Lieux que ce fichier ne donne plus')
    expect((await read(await officer.get(lost?.href ?? ''))).text).toContain('Cyberbase')
    expect((await estuary.visitor().get('/lieux/cyberbase-05061')).status).toBe(200)
  })

  it('reads the file again when the server lost the prepared rows, and says that it was interrupted (DIR-40)', async () => {
    const { officer, address } = await received('crash', csv({ ...library, nom: 'Lieu rescapé' }))
    await runJobs()
    await estuary.services.db.deleteFrom('places.import_row').execute()
    await officer.post(`${address}/publication`)
    // What the process that fell had noted.
    const id = address.split('/').at(-1) ?? ''
    await estuary.services.db
      .updateTable('platform.progress')
      .set({ done: 1 })
      .where('id', '=', id as never)
      .execute()
    await runJobs()
    expect((await read(await officer.get(address))).text).toContain('1 lieu est publié.')
    const acts = await estuary.services.db
      .selectFrom('platform.journal')
      .select('action')
      .where('subject_id', '=', id)
      .execute()
    expect(acts.map(({ action }) => action)).toContain('import.resumed')
  })

  it('shows the findings of one severity, and hands the whole report over as CSV (DIR-32)', async () => {
    const { officer, address } = await received('filtres')
    await runJobs()
    const refused = await read(await officer.get(`${address}?gravite=rejet`))
    expect(refused.texts('tbody tr')).toHaveLength(1)
    const answer = await officer.get(`${address}/rapport.csv`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const lines = (await answer.text()).trim().split('\n')
    expect(lines[0]).toBe('ligne,id_source,colonne,valeur,code,gravite,message,proposition')
    expect(lines.find((line) => line.includes('phone-rewritten'))).toMatch(
      /^2,1,telephone,04 92 00 00 00,phone-rewritten,correction,.*,'\+33492000000$/,
    )
    expect(lines.find((line) => line.includes('nowhere'))).toMatch(/^3,2,commune,,nowhere,rejet,/)
  })

  it('abandons an import: nothing is published, and the source can be imported again', async () => {
    const { officer, address } = await received('essai', csv({ ...library, nom: 'Bricothèque', id: '7' }))
    await runJobs()
    expect((await officer.post(`${address}/abandon`)).headers.get('location')).toBe('/lieux/imports')
    expect((await read(await officer.get('/lieux/imports'))).text).toContain('Abandonné')
    expect((await estuary.visitor().get('/lieux/bricotheque-05061')).status).toBe(404)
    await received('essai')
  })
})

describe('explains why not', () => {
  it('says what the file is when it is not a table of places, and keeps the source typed', async () => {
    const officer = await estuary.signIn('officer')
    const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])], 'photo.csv')
    const answer = await officer.post('/lieux/imports/nouveau', { fichier: picture, source: 'mairie de Gap' })
    const page = await read(answer)
    expect(page.status).toBe(422)
    expect(page.problems[0]).toContain('une image (PNG)')
    expect(page.value('source')).toBe('mairie de Gap')
  })

  it('asks for the file when there is none', async () => {
    const officer = await estuary.signIn('officer')
    const page = await read(
      await officer.post('/lieux/imports/nouveau', { fichier: new File([], ''), source: '' }),
    )
    expect(page.status).toBe(422)
    expect(page.problems).toEqual(['Choisissez le fichier à importer, ou donnez son adresse.'])
  })

  it('keeps one import of a source open at a time (DIR-40)', async () => {
    await received('deux fois')
    const officer = await estuary.signIn('officer')
    const page = await read(
      await officer.post('/lieux/imports/nouveau', { fichier: csv(library), source: 'deux fois' }),
    )
    expect(page.status).toBe(422)
    expect(page.problems[0]).toContain('attend encore')
  })

  it('decides once', async () => {
    const { officer, address } = await received('une fois')
    await runJobs()
    await officer.post(`${address}/abandon`)
    const page = await read(await officer.post(`${address}/publication`))
    expect(page.status).toBe(422)
    expect(page.problems[0]).toContain('a été abandonné')
  })

  it('tells, on its page, why a file broke off in the middle', async () => {
    const broken = new File(
      [`${standardColumns.join(',')}\n1,,"Jamais fermé,Gap,05000\n2,,x,y,05000`],
      'coupe.csv',
    )
    const { officer, address } = await received('coupe', broken)
    await runJobs()
    expect((await read(await officer.get(address))).text).toContain('Un guillemet ouvert à la ligne 2')
  })
})

describe('keeps others out', () => {
  it('lets the head’s reader and the auditor look, and propose them nothing to do', async () => {
    const { address } = await received('lecture')
    for (const role of ['reader', 'auditor'] as const) {
      const person = await estuary.signIn(role)
      for (const path of ['/lieux/imports', address]) {
        const shown = await read(await person.get(path))
        expect(shown.status).toBe(200)
        expect(shown.texts('main form, main .button')).toEqual([])
      }
      for (const path of ['/lieux/imports/nouveau', `${address}/publication`, `${address}/abandon`])
        expect((await person.post(path)).status).toBe(403)
    }
  })

  it('opens to nobody else', async () => {
    for (const role of ['facilitator', 'juror', 'donor'] as const) {
      const person = await estuary.signIn(role)
      expect((await person.get('/lieux/imports')).status).toBe(403)
      expect(
        (await person.post('/lieux/imports/nouveau', { fichier: csv(library), source: 'x' })).status,
      ).toBe(403)
    }
    expect((await estuary.visitor().get('/lieux/imports')).status).toBe(303)
  })

  it('hides the imports of another network', async () => {
    const { address } = await received('voisins')
    const neighbour = await estuary.signIn('officer', { network: estuary.networks.baie })
    expect((await neighbour.get(`/n/baie${address}`)).status).toBe(404)
    expect((await neighbour.post(`/n/baie${address}/publication`)).status).toBe(404)
    expect((await neighbour.get(`/n/baie${address}/rapport.csv`)).status).toBe(404)
  })
})
