import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { create } from 'qrcode'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instant } from '../../../../kernel/instant.ts'
import { Documents } from '../../../../platform/documents/documents.ts'
import { root } from '../../../../platform/root.ts'
import { missingPrograms } from '../../../../platform/seal/testing.ts'
import { BLEED, SIGNS, type SignName } from '../../domain/badges/sign.ts'
import { badgeDrawing } from './badge-drawing.ts'
import { codeSvg, type Sign, signPdf } from './sign-document.ts'

const run = promisify(execFile)
const documents = new Documents()
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-signs-'))
})
afterAll(async () => {
  await documents.stop()
  await rm(folder, { recursive: true, force: true })
})

const sign: Sign = {
  ...{ name: 'plaque', scheme: 'EPN Essai', holder: 'Maison du numérique', number: 'EPN-2026-0007' },
  ...{ level: 3, unit: 'arobases', edition: '2026', since: '1er janvier 2026', until: null },
  ...{
    head: 'Région Estuaire',
    network: 'Estuaire connecté',
    address: 'https://estuaire.example/l/abcdefgh2345',
  },
  ...{ colours: { brand: '#0a5273', brandInk: '#ffffff' }, logo: null },
}

/** What poppler reads of it. */
async function readSign(change: Partial<Sign>): Promise<{ info: string; text: string }> {
  const file = join(folder, 'signe.pdf')
  await writeFile(file, await signPdf(documents, { ...sign, ...change }, instant('2026-06-17T10:00:00Z')))
  const [info, text] = await Promise.all([run('pdfinfo', [file]), run('pdftotext', ['-layout', file, '-'])])
  return { info: info.stdout, text: text.stdout }
}

describe.skipIf(missingPrograms('pdfinfo', 'pdftotext').length > 0)('a sign ready for the printer', () => {
  it.each(Object.keys(SIGNS) as SignName[])(
    '%s: its size with the bleed, one page, tagged, its number (LAB-39)',
    async (name) => {
      const pdf = await readSign({ name })
      const [width, height] = [SIGNS[name].width, SIGNS[name].height].map(
        (side) => ((side + 2 * BLEED) / 25.4) * 72,
      )
      const size = /Page size: +([\d.]+) x ([\d.]+)/.exec(pdf.info)
      expect(Number(size?.[1])).toBeCloseTo(width ?? 0, 1)
      expect(Number(size?.[2])).toBeCloseTo(height ?? 0, 1)
      expect(pdf.info).toMatch(/Pages: +1\b/)
      expect(pdf.info).toMatch(/Tagged: +yes/)
      expect(pdf.text).toContain('EPN-2026-0007')
      expect(pdf.text).toContain('estuaire.example/l/abcdefgh2345')
      expect(pdf.text).toContain('Maison du numérique')
    },
  )

  it('the panel bears the name, the level it has and no other, and recalls the rules of the road (LAB-40)', async () => {
    const pdf = await readSign({ name: 'panneau', level: 4, holder: 'Valmer' })
    expect(pdf.text.match(/@/g)).toHaveLength(4)
    expect(pdf.text).toContain('Valmer')
    expect(pdf.text).toContain('2026')
    expect(pdf.text.replace(/\s+/g, ' ')).toContain('gestionnaire de la voie')
    expect((await readSign({ name: 'panneau', edition: null })).text).not.toMatch(/EPN Essai 2026/)
  })

  it('a long name, a text that looks like markup and a logo do not break it (LAB-39)', async () => {
    const logo = await sharp({ create: { width: 40, height: 20, channels: 4, background: '#0a5273' } })
      .png()
      .toBuffer()
    const pdf = await readSign({
      holder: `Maison #evil[*x*] ${'des services et de la médiation numérique '.repeat(2)}du Pays d’Auge`,
      logo: { content: logo, mediaType: 'image/png' },
    })
    expect(pdf.text).toContain('#evil[*x*]')
    expect(pdf.info).toMatch(/Pages: +1\b/)
  })

  it('the code is at least 30 mm wide, marks alone, with error correction M (LAB-39)', async () => {
    const { modules } = create(sign.address, { errorCorrectionLevel: 'M' })
    const printed = /calc\.max\((\d+)mm/.exec(
      await readFile(join(root, 'src/modules/labels/documents/signs/sign.typ'), 'utf8'),
    )
    expect((Number(printed?.[1]) * modules.size) / (modules.size + 8)).toBeGreaterThanOrEqual(30)
    expect(codeSvg(sign.address)).toContain(`viewBox="0 0 ${modules.size + 8} ${modules.size + 8}"`)
  })
})

describe('the image of a badge', () => {
  it('has as many marks as the level, and no word that a browser would run', () => {
    const drawn = badgeDrawing({ title: '<script>x</script>', brand: '#000000', ink: '#ffffff', level: 4 })
    expect(drawn.match(/<circle/g)).toHaveLength(5)
    expect(drawn).not.toContain('<script')
  })
})
