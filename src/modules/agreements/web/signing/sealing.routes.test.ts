import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import type { Sealer } from '../../../../platform/seal/sealer.ts'
import { missingPrograms, readSignatures, structureProblems } from '../../../../platform/seal/testing.ts'
import { evidenceOf } from '../../data/evidence.store.ts'
import { sealedDocumentsOfAgreement, signingDocumentOf } from '../../data/sealed-documents.store.ts'
import { openSigningOf } from '../../data/signings.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { sealDocuments } from '../../jobs/seal-documents.ts'
import { prepareSigningDocument } from '../../jobs/signing-document.ts'
import { evidenceDigest } from '../../use-cases/signing/evidence-digest.ts'
import { anOpenSigning, aSealer, readyToSign, signs } from './two-signers.fixture.ts'

const app = useApp({ today: day('2026-06-17') })
let sealer: Sealer | null = null

beforeAll(async () => {
  sealer = await aSealer()
  // The first document starts the thread that sets it: no test has to wait for that.
  await anOpenSigning(app)
}, 60_000)
beforeEach(() => {
  app.services.sealer = sealer
})
afterAll(() => sealer?.stop())

const documentsOf = (id: AgreementId) => sealedDocumentsOfAgreement(app.services.db, id)
const bytesOf = (sha256: string) => app.services.files.get(sha256)
const isPrefix = (start: Uint8Array, whole: Uint8Array) =>
  Buffer.from(whole.subarray(0, start.length)).equals(Buffer.from(start))

async function signedByBoth() {
  const opened = await anOpenSigning(app)
  const signing = await openSigningOf(app.services.db, opened.id)
  if (!signing) throw new Error('no signing')
  const base = await signingDocumentOf(app.services.db, signing.textId)
  await signs(app, opened.id, opened.partner.browser)
  await app.runJobs()
  await signs(app, opened.id, opened.region.browser)
  await app.runJobs()
  return { ...opened, base: await bytesOf(base?.sha256 ?? '') }
}

describe('a signed document', () => {
  it('gets a revision per signature and a last one, each beginning with the one before (AGR-30)', async () => {
    const { id, base } = await signedByBoth()
    const documents = await documentsOf(id)
    expect(documents.map(({ kind, rank, seal }) => [kind, rank, seal])).toEqual([
      ['signature', 1, 'demonstration'],
      ['signature', 2, 'demonstration'],
      ['final', 3, 'demonstration'],
    ])
    const revisions = await Promise.all(documents.map(({ sha256 }) => bytesOf(sha256)))
    for (const [index, revision] of revisions.entries()) {
      const before = revisions[index - 1] ?? base
      expect(revision.length).toBeGreaterThan(before.length)
      expect(isPrefix(before, revision)).toBe(true)
    }
  })

  it.skipIf(missingPrograms('pdfsig', 'qpdf', 'pdftotext').length > 0)(
    'is valid for pdfsig at each revision, names the proofs and shows one altered byte (AGR-30, AGR-135)',
    async () => {
      const { id } = await signedByBoth()
      const documents = await documentsOf(id)
      for (const [index, { sha256 }] of documents.entries()) {
        const revision = await bytesOf(sha256)
        expect(readSignatures(revision).valid).toBe(index + 1)
        expect(structureProblems(revision)).toBe('')
      }
      const last = await bytesOf(documents.at(-1)?.sha256 ?? '')
      const reasons = Buffer.from(last).toString('latin1').replaceAll('\0', '')
      for (const proof of (await evidenceOf(app.services.db, id)).values())
        expect(reasons).toContain(evidenceDigest(proof))
      const altered = Uint8Array.from(last)
      altered[200] = (altered[200] ?? 0) ^ 1
      expect(readSignatures(altered).valid).toBe(0)
    },
  )

  it('is retrieved by both parties, who hold the same file, and the journal says who did (AGR-31)', async () => {
    const { id, address, region, partner } = await signedByBoth()
    const final = (await documentsOf(id)).at(-1)
    const signed = `${address}/documents-signes/${final?.id}`
    const page = await read(await partner.browser.get(`${address}/preuves`))
    expect(page.text).toContain('Document final, toutes signatures données')
    expect(page.text).toContain('Scellé pour la démonstration')
    expect(page.links.map(({ href }) => href)).toContain(signed)
    const [one, other] = await Promise.all(
      [region, partner].map(async ({ browser }) => (await browser.get(signed)).arrayBuffer()),
    )
    expect(Buffer.from(one ?? new ArrayBuffer())).toEqual(Buffer.from(other ?? new ArrayBuffer()))
    const lines = await app.services.db
      .selectFrom('platform.journal')
      .select('person_id')
      .where('action', '=', 'signature.downloaded')
      .where('subject_id', '=', id)
      .execute()
    expect(lines.map(({ person_id }) => person_id).sort()).toEqual([region.personId, partner.personId].sort())
  })

  it('is announced to the signer: the PDF to sign, its hash, and what its seal is worth', async () => {
    const { address, partner } = await anOpenSigning(app)
    const page = await read(await partner.browser.get(`${address}/signature-en-ligne`))
    expect(page.text).toContain('Télécharger le PDF à signer')
    expect(page.text).toContain('certificat de démonstration')
    const pdf = await partner.browser.get(`${address}/document-a-signer`)
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('is kept with its hash and said « non scellé » when no certificate is set', async () => {
    app.services.sealer = null
    const { id, address, partner } = await signedByBoth()
    const documents = await documentsOf(id)
    expect(documents.map(({ kind, seal, certificate }) => [kind, seal, certificate])).toEqual([
      ['signature', null, null],
      ['signature', null, null],
      ['final', null, null],
    ])
    const page = await read(await partner.browser.get(`${address}/preuves`))
    expect(page.text).toContain('Non scellé')
    expect(page.text).toContain('Le PDF n’est pas scellé par la plateforme')
    const said = await read(await app.visitor().get(`/verification/${documents.at(-1)?.sha256}`))
    expect(said.text).toContain('Enregistré, sans sceau')
  })
})

describe('sealing', () => {
  it('is done by the worker, never by the request', async () => {
    const { id, partner } = await anOpenSigning(app)
    await signs(app, id, partner.browser)
    expect(await documentsOf(id)).toEqual([])
    await app.runJobs()
    expect(await documentsOf(id)).toHaveLength(1)
  })

  it('ends with one final document when both press at the same second (AGR-33)', async () => {
    const { id, partner, region } = await anOpenSigning(app)
    const ready = [await readyToSign(app, id, partner.browser), await readyToSign(app, id, region.browser)]
    const answers = await Promise.all(ready.map((press) => press()))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    await app.runJobs()
    expect((await documentsOf(id)).map(({ kind }) => kind)).toEqual(['signature', 'signature', 'final'])
  })

  it('leaves one document when two processes seal at once, or the same job runs again', async () => {
    const { id, partner, region } = await anOpenSigning(app)
    await signs(app, id, partner.browser)
    await signs(app, id, region.browser)
    await Promise.all([1, 2, 3].map(() => sealDocuments.work(app.services, { agreement: id })))
    const documents = await documentsOf(id)
    await app.runJobs()
    expect(documents.map(({ kind }) => kind)).toEqual(['signature', 'signature', 'final'])
    expect(await documentsOf(id)).toEqual(documents)
    const { kept } = await app.services.db
      .selectFrom('platform.file')
      .select((of) => of.fn.countAll<number>().as('kept'))
      .where(
        'sha256',
        'in',
        documents.map(({ sha256 }) => sha256),
      )
      .executeTakeFirstOrThrow()
    expect(kept).toBe(3)
  })

  it('goes on from what is kept when it is killed between the seal and the line', async () => {
    const { id, partner, region } = await anOpenSigning(app)
    await signs(app, id, partner.browser)
    await signs(app, id, region.browser)
    let seals = 0
    const dies: Sealer = {
      ...(sealer as Sealer),
      kind: 'demonstration',
      holder: 'essai',
      stampsTime: false,
      async seal(pdf, order) {
        seals += 1
        const sealed = await (sealer as Sealer).seal(pdf, order)
        if (seals === 1) throw new Error('killed')
        return sealed
      },
    }
    app.services.sealer = dies
    await expect(sealDocuments.work(app.services, { agreement: id })).rejects.toThrow('killed')
    expect((await documentsOf(id)).map(({ kind }) => kind)).toEqual(['signature'])
    app.services.sealer = sealer
    await sealDocuments.work(app.services, { agreement: id })
    const documents = await documentsOf(id)
    expect(documents.map(({ kind }) => kind)).toEqual(['signature', 'signature', 'final'])
    const [first, second] = documents
    expect(isPrefix(await bytesOf(first?.sha256 ?? ''), await bytesOf(second?.sha256 ?? ''))).toBe(true)
  })

  it('waits in the queue from the commit on: a process killed before leaves it to another', async () => {
    const { id, partner } = await anOpenSigning(app)
    await signs(app, id, partner.browser)
    const waiting = await app.database.pool.query(
      `select count(*)::int as jobs from jobs.job where name = 'agreements/seal-documents' and state = 'created' and data ->> 'agreement' = $1`,
      [id],
    )
    expect(waiting.rows[0]).toEqual({ jobs: 1 })
  })

  it('makes the PDF to sign once, whatever the number of processes', async () => {
    const { id } = await anOpenSigning(app)
    const signing = await openSigningOf(app.services.db, id)
    if (!signing) throw new Error('no signing')
    const first = await signingDocumentOf(app.services.db, signing.textId)
    await Promise.all([1, 2].map(() => prepareSigningDocument.work(app.services, { agreement: id })))
    expect(await signingDocumentOf(app.services.db, signing.textId)).toEqual(first)
  })
})

describe('the signed document is kept from', () => {
  it('another partner, and whoever is not a party', async () => {
    const { id, address } = await signedByBoth()
    const final = (await documentsOf(id)).at(-1)
    const stranger = await app.signIn('partner')
    const facilitator = await app.signIn('facilitator')
    for (const asked of [`documents-signes/${final?.id}`, 'document-a-signer']) {
      expect((await stranger.get(`${address}/${asked}`)).status).toBe(404)
      expect((await facilitator.get(`${address}/${asked}`)).status).toBe(403)
    }
  })
})
