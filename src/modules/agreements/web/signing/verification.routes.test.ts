import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import type { Sealer } from '../../../../platform/seal/sealer.ts'
import { sealedDocumentsOfAgreement } from '../../data/sealed-documents.store.ts'
import { anOpenSigning, aSealer, signs } from './two-signers.fixture.ts'

const app = useApp({ today: day('2026-06-17') })
let sealer: Sealer | null = null
let pdf = new Uint8Array()
let sha256 = ''

beforeAll(async () => {
  sealer = await aSealer()
  app.services.sealer = sealer
  const { id, partner, region } = await anOpenSigning(app)
  await signs(app, id, partner.browser)
  await signs(app, id, region.browser)
  await app.runJobs()
  sha256 = (await sealedDocumentsOfAgreement(app.services.db, id)).at(-1)?.sha256 ?? ''
  pdf = Uint8Array.from(await app.services.files.get(sha256))
})
afterAll(() => sealer?.stop())

const asked = async (content: Uint8Array<ArrayBuffer>, name = 'convention.pdf') =>
  read(await app.visitor().post('/verification', { document: new File([content], name) }))

describe('the public page of verification', () => {
  it('says yes and since when, and nothing of who signed what (AGR-31)', async () => {
    const page = await read(await app.visitor().get(`/verification/${sha256}`))
    expect(page.text).toContain('Oui : c’est un document signé de ce réseau')
    expect(page.text).toContain('Scellé le')
    expect(page.text).toContain('17 juin 2026')
    expect(page.text).not.toMatch(/Val de Mer|Tanguy|2026-000/)
  })

  it('reads a file and keeps nothing of it', async () => {
    const before = await counts()
    expect((await asked(pdf)).text).toContain('Oui : c’est un document signé de ce réseau')
    expect(await counts()).toEqual(before)
  })

  it('says no to a file altered by one byte (AGR-135)', async () => {
    for (const at of [10, Math.floor(pdf.length / 2), pdf.length - 1]) {
      const altered = Uint8Array.from(pdf)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect((await asked(altered)).text, `byte ${at}`).toContain('Non : ce réseau ne connaît pas ce fichier')
    }
    const unknown = await read(await app.visitor().get(`/verification/${'0'.repeat(64)}`))
    expect(unknown.text).toContain('Non : ce réseau ne connaît pas ce fichier')
  })
})

describe('it explains why it does not answer', () => {
  it('to a file of another kind, too large, or none', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])
    const large = new Uint8Array(25 * 1024 * 1024 + 1)
    large.set(pdf.subarray(0, 100))
    const said = async (content: Uint8Array<ArrayBuffer>) => {
      const page = await asked(content)
      expect(page.status).toBe(422)
      return page.problems.join(' ')
    }
    expect(await said(png)).toContain('Ce fichier n’est pas un PDF')
    expect(await said(Uint8Array.from([1, 2, 3]))).toContain('ni un PDF')
    expect(await said(large)).toContain('dépasse 25 Mo')
    const none = await read(await app.visitor().post('/verification', {}))
    expect(none.problems).toContain('Choisissez le fichier PDF à vérifier.')
  })
})

describe('it keeps others out', () => {
  it('another network does not know the document, and a hash that is none names no page', async () => {
    const elsewhere = await read(await app.visitor().get(`/n/baie/verification/${sha256}`))
    expect(elsewhere.text).toContain('Non : ce réseau ne connaît pas ce fichier')
    expect((await app.visitor().get('/verification/abc')).status).toBe(404)
  })
})

async function counts() {
  const { rows } = await app.database.pool.query(
    'select (select count(*) from platform.file) as files, (select count(*) from platform.journal) as lines',
  )
  return rows[0]
}
