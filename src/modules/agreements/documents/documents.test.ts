import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp, words } from '../../../../tests/support.ts'
import { day } from '../../../kernel/day.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { WrittenDocument } from '../domain/written-document.ts'
import { anAgreementInForce, targetOf } from '../testing.ts'
import { anAmendment } from '../testing-amendments.ts'
import { requestAmendment } from '../use-cases/amendments/request-amendment.ts'
import { recordFormalNotice } from '../use-cases/letters/formal-notice-acts.ts'
import { documentPdf } from './document-pdf.ts'

/** What a template must never run nor lose; the emoji has no glyph in the fonts of the product. */
const HOSTILE = '#evil[*x*] <b> $x$ \\ @a مرحبا 🎉 // fin'
const LONG = 'Communauté-de-communes-et-d’agglomération-des-pays-de-la-mer-et-des-marais'

const app = useApp({ today: day('2026-06-17') })
const TOOLS = ['pdfinfo', 'pdftotext', 'pdffonts', 'qpdf']
const missing = TOOLS.filter((tool) => spawnSync(tool, ['--version']).error)

interface Case {
  name: string
  /** The end of its address, once what it is about exists. */
  piece(officer: Browser, agreement: AgreementId, typed: string): Promise<string>
  templateId?: string
}

const cases: Case[] = [
  { name: 'the agreement', piece: async () => 'convention' },
  { name: 'the consolidated text of a day', piece: async () => 'texte-consolide' },
  { name: 'the term sheet with its calendar', piece: async () => 'fiche-des-termes' },
  {
    name: 'an amendment',
    piece: async (_officer, agreement) => `avenant-${await anAmendment(app.context(), agreement)}`,
  },
  {
    name: 'a renewal act',
    templateId: 'territoires-apprenants',
    piece: async () => 'reconduction',
  },
  {
    name: 'the evidence sheet of a signature',
    piece: async (_officer, agreement) => `preuve-${await actOf(agreement, 'signature')}`,
  },
  { name: 'a denunciation', piece: (officer, id) => aLetter(officer, id, 'denonciation') },
  {
    name: 'a formal notice',
    piece: (officer, id, typed) =>
      aLetter(officer, id, 'mise-en-demeure', { motifs: `Article 4.\n${typed}`, etendue: 'totale' }),
  },
  {
    name: 'a termination',
    piece: async (officer, id) => {
      await aNotice(id)
      const mise = await actOf(id, 'registered_letter_sent')
      return aLetter(officer, id, 'resiliation', { mise, etendue: 'totale' })
    },
  },
  { name: 'a dispute', piece: (officer, id) => aLetter(officer, id, 'differend', { motifs: 'Le prêt.' }) },
  { name: 'a renewal notice', piece: (officer, id) => aLetter(officer, id, 'avis-de-reconduction') },
  {
    name: 'the answer to a request for an amendment',
    piece: async (officer, id, typed) => {
      const request = { from: 'cocontractant', arrivedOn: day('2026-06-16'), sentOn: null, object: typed }
      await requestAmendment(app.context(), await targetOf(app.context(), id), request)
      return aLetter(officer, id, 'reponse-a-une-demande', {
        demande: await actOf(id, 'amendment_requested'),
      })
    },
  },
]

it('finds the programs that read PDF, where nothing may be skipped', () => {
  if (process.env.CI === 'true') expect(missing, 'apt-get install poppler-utils qpdf').toEqual([])
})

describe.skipIf(missing.length > 0).each(cases)('$name (AGR-94, AGR-95, AGR-96)', ({ piece, templateId }) => {
  let folder: string
  let html: { heading: string; text: string }
  let stored: Buffer
  let written: WrittenDocument
  let hostile: { file: string; text: string }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'maillage-documents-'))
    const officer = await app.signIn('officer')
    const plain = await made(officer, 'Val de Mer')
    html = plain.html
    stored = plain.pdf
    written = plain.written
    const other = await made(officer, `${LONG} ${HOSTILE}`)
    await writeFile(join(folder, 'plain.pdf'), plain.pdf)
    await writeFile(join(folder, 'hostile.pdf'), other.pdf)
    hostile = {
      file: join(folder, 'hostile.pdf'),
      text: told('pdftotext', '-raw', join(folder, 'hostile.pdf'), '-'),
    }
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true }))

  async function made(officer: Browser, partner: string) {
    const id = await anAgreementInForce(app.context(), day('2026-01-12'), {
      partner,
      ...(templateId && { templateId }),
    })
    const slug = await piece(officer, id, partner)
    const query = slug === 'reconduction' ? '?duree=2' : ''
    const page = await read(await officer.get(`/conventions/${id}/documents/${slug}${query}`))
    expect(page.status).toBe(200)
    const answer = await officer.get(`/conventions/${id}/documents/${slug}/pdf${query}`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const { data } = await app.services.db
      .selectFrom('agreements.issued_document')
      .select('data')
      .where('agreement_id', '=', id)
      .executeTakeFirstOrThrow()
    return {
      html: { heading: page.heading, text: page.texts('.written')[0] ?? '' },
      pdf: Buffer.from(await answer.arrayBuffer()),
      written: JSON.parse(data) as WrittenDocument,
    }
  }

  const plain = () => join(folder, 'plain.pdf')

  it('is the same to the byte for the same content and instant', async () => {
    const again = await documentPdf(app.services.documents, written, app.context().now)
    expect(stored.equals(again)).toBe(true)
  })

  it('is tagged, in French, made to be kept, its fonts inside, and sound', () => {
    expect(told('pdfinfo', plain())).toMatch(/Tagged:\s+yes/)
    const metadata = told('pdfinfo', '-meta', plain())
    expect(metadata).toMatch(/pdfaid:part>2</)
    expect(metadata).toMatch(/pdfaid:conformance>A</)
    expect(metadata).toMatch(/<dc:language><rdf:Bag><rdf:li>fr(-FR)?</)
    const fonts = told('pdffonts', plain()).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/\syes\s+yes\s+yes\s/)
    expect(spawnSync('qpdf', ['--check', plain()]).status).toBe(0)
  })

  it('reads like its page (AGR-93)', () => {
    const printed = told('pdftotext', '-raw', plain(), '-').replace(/^.*\d+ \/ \d+$/gm, '')
    const head = written.letter ? '' : `${written.issuer}${html.heading}`
    expect(letters(printed)).toBe(letters(head + html.text))
  })

  it('is accepted as a document for everybody (PDF/UA)', async () => {
    const pdf = await documentPdf(app.services.documents, written, app.context().now, 'ua-1')
    await writeFile(join(folder, 'ua.pdf'), pdf)
    expect(told('pdfinfo', '-meta', join(folder, 'ua.pdf'))).toMatch(/pdfuaid:part>1</)
  })

  it('prints what was typed, whatever it looks like', () => {
    expect(words(hostile.text)).toContain('#evil[*x*] <b>')
    expect(hostile.text).toContain('مرحبا')
    expect(hostile.text).toContain('[U+1F389]')
    expect(letters(hostile.text)).toContain(letters(LONG))
    expect(spawnSync('qpdf', ['--check', hostile.file]).status).toBe(0)
  })
})

/** White space and the marks of lists aside. */
function letters(text: string): string {
  return text.replace(/^– /gm, '').replace(/[\s\u00a0\u202f]+/g, '')
}

function told(tool: string, ...args: string[]): string {
  return spawnSync(tool, args, { encoding: 'utf8' }).stdout
}

async function aLetter(
  officer: Browser,
  id: AgreementId,
  objet: string,
  fields: Record<string, string> = {},
) {
  const { seen } = await targetOf(app.context(), id)
  const answer = await officer.post(`/conventions/${id}/lettres/nouvelle?objet=${objet}`, {
    vu: String(seen),
    partie: 'region',
    date: '17/06/2026',
    signataire: 'Hugo Lestrade',
    qualite: 'directeur',
    ville: 'Caen',
    adresse: '1 place de l’Hôtel\n14000 Caen',
    destinataire: '2 quai du Port\n14600 Honfleur',
    ...fields,
  })
  const { problems, text } = await read(answer.clone())
  expect([answer.status, problems], text).toEqual([303, []])
  return `lettre-${answer.headers.get('location')?.split('/').at(-1)}`
}

async function aNotice(id: AgreementId) {
  await recordFormalNotice(app.context(), await targetOf(app.context(), id), {
    ...{ from: 'region', channel: 'registered_letter', sentOn: day('2026-05-01'), tracking: '1A' },
    ...{ grounds: 'Article 4.', scope: { kind: 'full', places: [] } },
  })
}

async function actOf(id: AgreementId, type: string): Promise<string> {
  const { id: act } = await app.services.db
    .selectFrom('agreements.act')
    .select('id')
    .where('agreement_id', '=', id)
    .where('type', '=', type)
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()
  return act
}
