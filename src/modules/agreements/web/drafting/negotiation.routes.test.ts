import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { aReadyDraft } from '../../testing.ts'
import { asShared } from '../../testing-negotiation.ts'

const app = useApp()
let officer: Browser
let partner: Browser
let id: AgreementId
let alone: AgreementId

beforeAll(async () => {
  const context = app.context()
  officer = await app.signIn('officer')
  id = await asShared(context, await aReadyDraft(context))
  alone = await aReadyDraft(context, { partner: 'Pays voisin' })
  const { partner_id: organisation } = await app.services.db
    .selectFrom('agreements.agreement')
    .select('partner_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  partner = await app.signIn('partner', { organisation })
})

const page = (of = id) => `/conventions/${of}/negociation`
const typed = async (of: AgreementId, more: string) => {
  const shown = await read(await officer.get(`${page(of)}/articles/objet`))
  return {
    vu: '0',
    version: shown.value('version') ?? '',
    texte: `${(shown.value('texte') ?? '').trim()}\n\n${more}`,
  }
}

describe('the pages of a negotiation', () => {
  it('let the head write an article of a draft it has not shared', async () => {
    const saved = await officer.post(
      `${page(alone)}/articles/objet/redaction`,
      await typed(alone, 'Première main.'),
    )
    expect(saved.status).toBe(303)
    const shown = await read(await officer.get(page(alone)))
    expect(shown.text).toContain('Première main.')
    expect(shown.text).toContain('Texte propre à cette convention')
  })

  it('warn before a signature on paper that nobody approved, when the draft was shared', async () => {
    const warning = 'Ce texte n’est pas approuvé pour signature par chaque partie'
    expect((await read(await officer.get(`/conventions/${id}/signature`))).text).toContain(warning)
    expect((await read(await officer.get(`/conventions/${alone}/signature`))).text).not.toContain(warning)
  })

  it('give the draft as a Word file to both parties', async () => {
    for (const browser of [officer, partner]) {
      const file = await browser.get(`${page()}/projet.docx`)
      expect(file.headers.get('content-type')).toContain('wordprocessingml')
    }
  })
})

describe('two people on one article', () => {
  it('the second is shown both texts side by side, and loses nothing (AGR-21)', async () => {
    const [first, second] = [await typed(alone, 'La première.'), await typed(alone, 'La seconde.')]
    const address = `${page(alone)}/articles/objet/redaction`
    expect((await officer.post(address, first)).status).toBe(303)
    const conflict = await read(await officer.post(address, second))
    expect(conflict.status).toBe(409)
    expect(conflict.problems.join()).toContain('Les deux textes sont ci-dessous')
    const both = conflict.texts('.side-by-side section')
    expect(both[0]).toContain('La première.')
    expect(both[1]).toContain('La seconde.')
    expect(conflict.value('texte')).toContain('La seconde.')
    const again = { vu: '0', version: conflict.value('version') ?? '', texte: conflict.value('texte') ?? '' }
    expect((await officer.post(address, again)).status).toBe(303)
  })

  it('who fills the draft from an older page reads what was saved, and keeps what they typed', async () => {
    const shown = await read(await partner.get(`${page()}/renseignements`))
    const form = {
      vu: '0',
      rempli: shown.value('rempli') ?? '',
      representant: 'Ana Le Goff',
      qualite: 'maire',
    }
    const saved = { ...form, 'texte.ville_signature': 'Honfleur' }
    expect((await partner.post(`${page()}/renseignements`, saved)).status).toBe(303)
    const late = await read(
      await partner.post(`${page()}/renseignements`, { ...form, 'texte.ville_signature': 'Le Havre' }),
    )
    expect(late.status).toBe(422)
    expect(late.value('texte.ville_signature')).toBe('Le Havre')
    expect(late.text).toContain('Enregistré à ce jour : Honfleur')
  })
})

describe('a negotiation explains why not', () => {
  it('to a text without its term: the term must be changed', async () => {
    const proposal = { vu: '0', version: '0', texte: 'La convention dure deux ans.' }
    const refused = await read(await partner.post(`${page()}/articles/duree/texte`, proposal))
    expect(refused.status).toBe(422)
    expect(refused.problems.join()).toContain('proposez de changer le terme')
    expect(refused.value('texte')).toContain('deux ans')
  })

  it('to a term without its figure, and a comment without words', async () => {
    const term = await read(await partner.post(`${page()}/articles/duree/terme`, { vu: '0', valeur: 'deux' }))
    expect(term.problems).toHaveLength(2)
    const comment = await read(await partner.post(`${page()}/articles/duree/commentaire`, { vu: '0' }))
    expect(comment.problems).toEqual(['Écrivez votre commentaire.'])
  })
})

describe('a negotiation keeps others out', () => {
  it('a draft that is not shared is the head’s alone; an unknown article or proposal is not found', async () => {
    expect((await partner.get(page(alone))).status).toBe(404)
    expect((await partner.get(`${page()}/articles/rien`)).status).toBe(404)
    expect((await partner.post(`${page()}/propositions/${id}/accord`, { vu: '0' })).status).toBe(404)
  })

  it('those who only read agreements do not negotiate them', async () => {
    for (const role of ['reader', 'facilitator'] as const) {
      expect((await (await app.signIn(role)).get(page())).status, role).toBe(403)
    }
  })
})
