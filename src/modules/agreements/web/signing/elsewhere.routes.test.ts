import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Sealer } from '../../../../platform/seal/sealer.ts'
import { sealedDocumentsOfAgreement, signingDocumentOf } from '../../data/sealed-documents.store.ts'
import { openSigningOf } from '../../data/signings.store.ts'
import { stateOn } from '../../domain/state.ts'
import { anOpenSigning, aSealer, signs } from './two-signers.fixture.ts'

const app = useApp({ today: day('2026-06-17') })
/** The platform's, and that of a signing service which signs in somebody's name. */
let sealer: Sealer | null = null
let service: Sealer | null = null

beforeAll(async () => {
  sealer = await aSealer()
  service = await aSealer()
  app.services.sealer = sealer
})
afterAll(async () => {
  await sealer?.stop()
  await service?.stop()
})

const AT = '2026-06-17T09:00:00.000Z' as Instant
const NOT_APPROVED = 'Le document signé n’est pas celui qui a été approuvé.'

async function opened(left: readonly string[] = []) {
  const signing = await anOpenSigning(app, { left })
  const open = await openSigningOf(app.services.db, signing.id)
  if (!open) throw new Error('no signing')
  const base = await signingDocumentOf(app.services.db, open.textId)
  return { ...signing, base: await app.services.files.get(base?.sha256 ?? '') }
}

const signedWith = async (pdf: Uint8Array) =>
  Uint8Array.from(
    (await service?.seal(pdf, { fieldName: 'Parapheur', reason: 'Signé', at: AT })) ?? new Uint8Array(),
  )

async function send(
  { id, region, agreement }: Awaited<ReturnType<typeof opened>>,
  content: Uint8Array<ArrayBuffer>,
  change: Record<string, string> = {},
) {
  return region.browser.post(`/conventions/${id}/signature-en-ligne/ailleurs`, {
    vu: String((await agreement()).acts.at(-1)?.seq ?? 0),
    partie: 'cocontractant',
    pouvoir: 'autre',
    signataire: 'Sophie Tanguy',
    qualite: 'présidente',
    date: '16/06/2026',
    document: new File([content], 'parapheur.pdf', { type: 'application/pdf' }),
    ...change,
  })
}

const documentsOf = (id: Awaited<ReturnType<typeof opened>>['id']) =>
  sealedDocumentsOfAgreement(app.services.db, id)

describe('a PDF signed with a provider outside the application (AGR-25)', () => {
  it('counts on its day, is kept as the proof, and the next seals go on from it', async () => {
    const signing = await opened(['cocontractant'])
    expect((await send(signing, await signedWith(signing.base))).status).toBe(303)
    const { terms, acts } = await signing.agreement()
    expect(acts.at(-1)).toMatchObject({ type: 'signature', party: 'cocontractant', occurredOn: '2026-06-16' })
    expect(stateOn(terms, acts, day('2026-06-17')).missingSignatures).toEqual(['region'])
    expect((await signs(app, signing.id, signing.region.browser)).status).toBe(303)
    await app.runJobs()
    expect((await documentsOf(signing.id)).map(({ kind, seal }) => [kind, seal])).toEqual([
      ['elsewhere', null],
      ['signature', 'demonstration'],
      ['final', 'demonstration'],
    ])
    const page = await read(await signing.partner.browser.get(`${signing.address}/preuves`))
    expect(page.text).toContain('Signé hors de l’application')
    expect(page.text).toContain('La plateforme ne juge pas son certificat')
  })

  it('is taken too after a signature given here, from the document as it was opened', async () => {
    const signing = await opened()
    await signs(app, signing.id, signing.region.browser)
    await app.runJobs()
    expect((await send(signing, await signedWith(signing.base))).status).toBe(303)
    await app.runJobs()
    expect((await documentsOf(signing.id)).map(({ kind }) => kind)).toEqual(['signature', 'final'])
  })
})

describe('it explains why not', () => {
  it('to another document, to the same one unsigned, to one altered by a byte', async () => {
    const signing = await opened()
    const other = await opened()
    const problemsOf = async (content: Uint8Array<ArrayBuffer>, change = {}) => {
      const page = await read(await send(signing, content, change))
      expect(page.status).toBe(422)
      return page.problems.join(' ')
    }
    const signed = await signedWith(signing.base)
    const altered = Uint8Array.from(signed)
    altered[300] = (altered[300] ?? 0) ^ 1
    expect(await problemsOf(await signedWith(other.base))).toContain(NOT_APPROVED)
    expect(await problemsOf(altered)).toContain(NOT_APPROVED)
    expect(await problemsOf(Uint8Array.from(signing.base))).toContain('ne porte aucune nouvelle signature')
    expect(await problemsOf(signed, { date: '18/06/2026' })).toContain('pas encore arrivée')
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])
    expect(await problemsOf(png)).toContain('n’est pas un PDF')
    expect((await signing.agreement()).acts).toEqual([])
  })

  it('to a party that has signed, and once the signing is over', async () => {
    const signing = await opened()
    await signs(app, signing.id, signing.partner.browser)
    const signed = await signedWith(signing.base)
    expect((await read(await send(signing, signed))).problems.join(' ')).toContain('a déjà signé')
    await signs(app, signing.id, signing.region.browser)
    expect((await read(await send(signing, signed))).problems.join(' ')).toContain('n’est pas ouverte')
  })
})

describe('it keeps others out', () => {
  it('the head alone records what was signed elsewhere', async () => {
    const signing = await opened()
    const signed = await signedWith(signing.base)
    const { status } = await signing.partner.browser.post(
      `/conventions/${signing.id}/signature-en-ligne/ailleurs`,
      { document: new File([signed], 'x.pdf') },
    )
    expect([403, 404]).toContain(status)
  })
})
