import { deflateRawSync, gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { standardColumns } from '../../src/modules/places/domain/standard/standard-columns.ts'
import { aGoodRow } from '../../src/modules/places/domain/testing.ts'
import { addPlace } from '../../src/modules/places/testing.ts'
import { storedZip } from '../../src/platform/files/zip.ts'
import { importsOf } from '../imports.ts'
import { type Browser, read, useApp } from '../support.ts'

// Ce qu’un fichier ou une page peut contenir de pire : refusé ou désarmé, en français, et le reste suit son cours.

const app = useApp()
const MEGABYTE = 1024 * 1024
const SCRIPT = '<script>alert(1)</script>'
/** As somebody would write it who wants out of the data of a page. */
const BREAKOUT = `</script>${SCRIPT}"><img src=x onerror=alert(1)>`
let officer: Browser

beforeAll(async () => {
  officer = await app.signIn('officer')
})

const { runJobs } = importsOf(app)
const get = (path: string) => app.app.request(`http://localhost:3000${path}`)

async function sent(source: string, content: string | Uint8Array<ArrayBuffer>, name = 'lieux.csv') {
  const fichier = new File([content], name)
  const answer = await officer.post('/lieux/imports/nouveau', { fichier, source })
  await runJobs()
  return { answer, address: answer.headers.get('location') ?? '' }
}

function csv(rows: readonly Readonly<Record<string, string>>[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  return [
    standardColumns.join(','),
    ...rows.map((row) => standardColumns.map((column) => quoted(row[column] ?? '')).join(',')),
  ].join('\n')
}

const street = (number: number) => ({ adresse: `${number} rue des Essais`, id: `h${number}` })

describe('un fichier hostile (scénario 43)', () => {
  it('une cellule d’un mégaoctet, une balise, une formule, une adresse piégée : chacune est dite, tout le reste est publié', async () => {
    const rows = [
      aGoodRow({ ...street(1), nom: 'Cellule géante', presentation_detail: 'x'.repeat(MEGABYTE) }),
      aGoodRow({ ...street(2), nom: `Balise ${SCRIPT}`, presentation_resume: `Bonjour ${SCRIPT}` }),
      aGoodRow({ ...street(3), nom: '=cmd()', presentation_resume: '@SUM(A1)' }),
      aGoodRow({
        ...{ ...street(4), nom: 'Adresse piégée', site_web: 'javascript:alert(1)' },
        ...{ prise_rdv: 'javascript:alert(1)', fiche_acces_libre: 'data:text/html,<script>1</script>' },
      }),
      aGoodRow({ ...street(5), nom: 'Lieu ordinaire' }),
      { id: 'h6', commune: 'Gap', presentation_resume: '=HYPERLINK("http://x")' },
    ]
    const { address } = await sent('hostile', csv(rows))
    const report = parse(await (await officer.get(`${address}/rapport.csv`)).text(), { columns: true }) as {
      ligne: string
      colonne: string
      code: string
      message: string
      valeur: string
    }[]
    const told = (line: number, column: string) =>
      report.filter(({ ligne, colonne }) => ligne === String(line) && colonne === column)
    expect(told(2, 'presentation_detail')).toMatchObject([
      { code: 'cell-too-long' },
      { code: 'text-too-long' },
    ])
    for (const column of ['site_web', 'prise_rdv', 'fiche_acces_libre']) {
      const [finding] = told(5, column)
      expect(finding?.message, column).toContain('Ceci n’est pas une adresse de site')
    }
    // A report opened in a spreadsheet computes nothing, and carries no megabyte.
    expect(report.filter(({ valeur }) => /^[=+\-@]/.test(valeur))).toEqual([])
    expect(report.filter(({ valeur }) => valeur.length > 2000)).toEqual([])
    const refused = await (await officer.get(`${address}/lignes-refusees.csv?pour=tableur`)).text()
    expect(refused).toContain(`'=HYPERLINK`)

    expect((await officer.post(`${address}/publication`)).status).toBe(303)
    await runJobs()
    const places = (await (await get('/api/v1/places')).json()).items as {
      standard: Record<string, string>
      slug: string
      url: string
    }[]
    expect(places.map(({ standard }) => standard.nom).sort()).toEqual(
      ['=cmd()', 'Adresse piégée', 'Balise', 'Cellule géante', 'Lieu ordinaire'].sort(),
    )
    for (const { url } of places) {
      const page = await (await get(new URL(url).pathname)).text()
      expect(page).not.toContain(SCRIPT)
      expect(page).not.toContain('javascript:alert')
      expect(page).not.toContain('data:text/html')
      expect(page.length).toBeLessThan(200_000)
    }
    // The standard says what is; what is meant for a spreadsheet is put to sleep.
    expect(await (await get('/lieux/standard.csv')).text()).toContain(',=cmd(),')
  })

  it('un classeur qui gonfle est refusé avant d’être lu, et le suivant passe', async () => {
    const { answer, address } = await sent('bombe', bomb(), 'lieux.xlsx')
    const page = await read(answer.status === 303 ? await officer.get(address) : answer)
    expect(page.text).toMatch(/classeur|fichier/)
    expect(page.text).toMatch(/trop (lourd|grand|gros|volumineux)/i)
    expect((await get('/readyz')).status).toBe(200)
    const next = await sent('après la bombe', csv([aGoodRow({ ...street(7), nom: 'Après la bombe' })]))
    expect((await read(await officer.get(next.address))).text).toContain('Publier 1 lieu')
  })

  it.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['des listes dans des listes', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['des objets dans des objets', `[${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}]`],
    [
      'un objet au nom de prototype',
      '[{"__proto__":{"nom":"x"},"constructor":"y","nom":"z","commune":"Gap"}]',
    ],
    ['un guillemet jamais fermé', `nom,commune\n"${'a'.repeat(MEGABYTE)}`],
    ['un fichier compressé coupé à la fin', cutShort()],
    [
      'mille colonnes',
      `${Array.from({ length: 1000 }, (_, rank) => `c${rank}`).join(',')}\n${','.repeat(999)}`,
    ],
  ])('%s : une phrase, jamais une panne', async (name, content) => {
    const { answer, address } = await sent(
      name,
      content,
      typeof content === 'string' && content.startsWith('[') ? 'lieux.json' : 'lieux.csv',
    )
    expect([303, 422]).toContain(answer.status)
    const page = await read(answer.status === 303 ? await officer.get(address) : answer)
    expect([200, 422]).toContain(page.status)
    expect(page.links.map(({ text }) => text)).not.toContain('Actualiser cette page')
    expect(({} as { nom?: string }).nom).toBeUndefined()
  })

  it.each([
    'http://127.0.0.1/lieux.csv',
    'http://localhost:5432/',
    'http://169.254.169.254/latest',
    'file:///etc/passwd',
  ])('l’adresse %s n’est pas lue, et la page dit pourquoi', async (adresse) => {
    const answer = await officer.post('/lieux/imports/nouveau', { adresse, source: `Adresse ${adresse}` })
    await runJobs()
    const page = await read(
      answer.status === 303 ? await officer.get(answer.headers.get('location') ?? '') : answer,
    )
    expect(page.text).toMatch(/adresse.*(publique|http|Internet)/i)
  })
})

describe('une fiche hostile (scénario 43)', () => {
  it('ce qui est écrit pour sortir de la page y reste un texte, partout où il paraît', async () => {
    await addPlace(app.services.db, app.networks.estuaire, {
      ...{ slug: 'piege', name: BREAKOUT, commune: 'Gap', inseeCode: '05061', postalCode: '05000' },
      ...{
        address: `1 rue ${SCRIPT}`,
        latitude: 44.56,
        longitude: 6.08,
        summary: BREAKOUT,
        detail: BREAKOUT,
      },
      ...{
        websites: ['javascript:alert(1)'],
        bookingUrl: 'javascript:alert(2)',
        accesLibreUrl: 'javascript:alert(3)',
      },
      ...{ openingHours: BREAKOUT, source: SCRIPT, parentOrganisation: SCRIPT, otherLabels: [SCRIPT] },
    })
    await app.forgetLimits()
    for (const path of [
      '/lieux/piege',
      '/lieux?q=gap',
      '/lieux?q=gap&vue=les-deux',
      '/lieux/impression?q=gap',
    ]) {
      const page = await get(path)
      expect(page.status, path).toBe(200)
      const text = await page.text()
      expect(text, path).not.toContain(SCRIPT)
      expect(text, path).not.toContain('<img src=x')
      expect(text, path).not.toMatch(/(href|src|action)="javascript:/)
    }
    for (const path of ['/lieux/flux.xml?q=gap', '/sitemap/lieux-1.xml'])
      expect(await (await get(path)).text(), path).not.toContain(SCRIPT)
    const asked = await read(
      await get(`/lieux?q=${encodeURIComponent(BREAKOUT)}&services=${encodeURIComponent(SCRIPT)}`),
    )
    expect(asked.document.querySelectorAll('main script, img[onerror]')).toHaveLength(0)
  })

  it('le tableur de la tête de réseau ne calcule rien de ce qu’il reçoit', async () => {
    await addPlace(app.services.db, app.networks.estuaire, {
      ...{ slug: 'formule', name: '=cmd()', commune: '+Gap', inseeCode: '05061', postalCode: '05000' },
    })
    for (const path of ['/lieux/fraicheur.csv', '/statistiques.csv']) {
      const answer = await officer.get(path)
      expect(answer.status, path).toBe(200)
      const rows = parse((await answer.text()).replace(/^\ufeff/, ''), {
        delimiter: [',', ';'],
        relax_column_count: true,
      }) as string[][]
      expect(
        rows.flat().filter((cell) => /^[=@]/.test(cell)),
        path,
      ).toEqual([])
    }
  })
})

/** Two hundred megabytes behind a few kilobytes, under the name of a workbook. */
function bomb(): Uint8Array<ArrayBuffer> {
  const packed = deflateRawSync(Buffer.alloc(200 * MEGABYTE, 0x20))
  const zip = Buffer.from(
    storedZip(
      new Map(
        [
          ['[Content_Types].xml', packed],
          ['xl/workbook.xml', packed],
        ].map(([n, c]) => [n as string, new Uint8Array(c as Buffer)]),
      ),
    ),
  )
  for (const [signature, at] of [
    [0x04034b50, 8],
    [0x02014b50, 10],
  ] as const) {
    const mark = Buffer.alloc(4)
    mark.writeUInt32LE(signature)
    for (let found = zip.indexOf(mark); found !== -1; found = zip.indexOf(mark, found + 4))
      zip.writeUInt16LE(8, found + at)
  }
  return new Uint8Array(zip)
}

/** Its first rows are there, its end is not. */
function cutShort(): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: 30_000 }, (_, rank) => `Lieu ${rank * 7919},Gap,${rank * 104_729}`)
  const packed = gzipSync(`nom,commune,adresse\n${rows.join('\n')}`)
  return new Uint8Array(packed.subarray(0, Math.floor(packed.length * 0.9)))
}
