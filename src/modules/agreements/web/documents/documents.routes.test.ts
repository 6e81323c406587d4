import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { anAgreementInForce, targetOf } from '../../testing.ts'
import { recordDenunciation } from '../../use-cases/letters/record-denunciation.ts'

const app = useApp({ today: day('2026-06-17') })
let officer: Browser
let id: AgreementId

beforeAll(async () => {
  officer = await app.signIn('officer')
  id = await anAgreementInForce(app.context(), day('2026-06-12'))
})

async function bytes(browser: Browser, path: string): Promise<Buffer> {
  const answer = await browser.get(path)
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

function issued() {
  return app.services.db.selectFrom('agreements.issued_document').selectAll().where('agreement_id', '=', id)
}

async function aPartner(): Promise<Browser> {
  const agreement = await findAgreement(app.services.db, app.context().reach, id)
  return app.signIn('partner', { organisation: agreement?.partner.id ?? null })
}

describe('an issued document', () => {
  it('is stored with its hash, its template’s version and its data, and served again to the byte (AGR-97)', async () => {
    const first = await bytes(officer, `/conventions/${id}/convention.pdf`)
    app.moveTo('2026-07-20')
    const again = await bytes(officer, `/conventions/${id}/documents/convention/pdf`)
    expect(again.equals(first)).toBe(true)
    const rows = await issued().where('kind', '=', 'agreement').execute()
    expect(rows).toHaveLength(1)
    expect(rows[0]?.pdf_fingerprint).toBe(createHash('sha256').update(first).digest('hex'))
    expect(rows[0]?.template_version).toBe(2)
    expect(JSON.parse(rows[0]?.data ?? '').title).toContain('Convention')
    app.moveTo('2026-06-17')
  })

  it('asked for twice at once is issued once', async () => {
    const path = `/conventions/${id}/documents/fiche-des-termes/pdf`
    const all = await Promise.all([1, 2, 3].map(() => bytes(officer, path)))
    expect(all.every((one) => one.equals(all[0] as Buffer))).toBe(true)
    expect(await issued().where('kind', '=', 'term_sheet').execute()).toHaveLength(1)
  })

  it('is another one when what it says has changed; the former is still there', async () => {
    const path = `/conventions/${id}/documents/texte-consolide/pdf`
    const before = await bytes(officer, path)
    const after = await bytes(officer, `${path}?jour=2026-06-20`)
    expect(after.equals(before)).toBe(false)
    const rows = await issued().where('kind', '=', 'consolidated_text').orderBy('subject').execute()
    expect(rows.map(({ subject }) => subject)).toEqual(['2026-06-17', '2026-06-20'])
    expect((await bytes(officer, `/conventions/${id}/documents-emis/${rows[0]?.id}`)).equals(before)).toBe(
      true,
    )
  })

  it('is taken by both parties, and the journal says by whom (AGR-31, AGR-97)', async () => {
    const partner = await aPartner()
    await bytes(partner, `/conventions/${id}/documents/convention/pdf`)
    const line = await app.services.db
      .selectFrom('platform.journal')
      .selectAll()
      .where('action', '=', 'document.downloaded')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(line.subject_id).toBe(id)
    expect(line.details).toMatchObject({ kind: 'agreement' })
    expect(line.person_id).not.toBeNull()
  })

  it('is never rewritten', async () => {
    await expect(
      app.services.db.updateTable('agreements.issued_document').set({ data: '' }).execute(),
    ).rejects.toThrow()
  })
})

describe('from a date to its article, from an article to its dates (AGR-2, AGR-93)', () => {
  it('each article has its anchor, on the page, in the consolidated text and in the document', async () => {
    for (const path of ['', '/texte', '/documents/convention', '/documents/texte-consolide']) {
      const { document } = await read(await officer.get(`/conventions/${id}${path}`))
      expect(document.querySelector('[id="art-8"]'), path).not.toBeNull()
    }
  })

  it('each reason that cites an article leads to it', async () => {
    const { document } = await read(await officer.get(`/conventions/${id}`))
    const cited = [...document.querySelectorAll('a[href^="#art-"]')].map(
      (link) => link.getAttribute('href') ?? '',
    )
    expect(cited.length).toBeGreaterThan(3)
    for (const href of cited) expect(document.querySelector(`[id="${href.slice(1)}"]`), href).not.toBeNull()
  })

  it('beside the article stand the live dates it commands', async () => {
    const other = await anAgreementInForce(app.context(), day('2026-06-12'))
    const letter = { from: 'region', depositedOn: day('2026-06-17'), tracking: '' }
    await recordDenunciation(app.context(), await targetOf(app.context(), other), letter)
    const { document } = await read(await officer.get(`/conventions/${other}`))
    const note = document.querySelector('[id="art-8"] aside')?.textContent ?? ''
    expect(note).toContain('Entrée en vigueur')
    expect(note).toContain('17 septembre 2026')
  })

  it('tables have their headers', async () => {
    const { document } = await read(await officer.get(`/conventions/${id}/documents/fiche-des-termes`))
    for (const table of document.querySelectorAll('.written table')) {
      expect(table.querySelector('caption')).not.toBeNull()
      expect(table.querySelectorAll('thead th[scope="col"]').length).toBe(3)
    }
  })
})

describe('a document that is not there', () => {
  it.each([
    'inconnu',
    'avenant-99',
    'reconduction',
    'preuve-00000000-0000-7000-8000-000000000000',
    'lettre-x',
  ])('%s is not found', async (slug) => {
    expect((await officer.get(`/conventions/${id}/documents/${slug}`)).status).toBe(404)
    expect((await officer.get(`/conventions/${id}/documents/${slug}/pdf`)).status).toBe(404)
  })

  it('nor for a partner of another agreement', async () => {
    const stranger = await app.signIn('partner')
    expect((await stranger.get(`/conventions/${id}/documents`)).status).toBe(404)
  })
})
