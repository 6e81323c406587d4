import { beforeEach, describe, expect, it } from 'vitest'
import { type Browser, read, useApp, words } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import { findDecision } from '../../data/decisions.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { anAgreementInForce } from '../../testing.ts'

const app = useApp({ today: day('2025-01-07') })
let officer: Browser
let agreement: AgreementId
let typed: Record<string, string>

const db = () => app.services.db

async function prepared(change: Record<string, string> = {}): Promise<Id<'decision'>> {
  const answer = await officer.post('/decisions/nouvelle', { ...typed, ...change })
  expect(answer.status).toBe(303)
  return (answer.headers.get('location') ?? '').split('/').at(-1) as Id<'decision'>
}
async function published(change: Record<string, string> = {}): Promise<Id<'decision'>> {
  const id = await prepared(change)
  expect((await officer.post(`/decisions/${id}/publication`, { publication: '07/01/2025' })).status).toBe(303)
  return id
}

beforeEach(async () => {
  app.moveTo('2025-01-07')
  officer = await app.signIn('officer')
  agreement = await anAgreementInForce(app.context(), day('2024-06-12'), {
    partner: `Baie ${newId().slice(-6)}`,
  })
  typed = {
    nature: 'decision',
    reference: `P002_${newId().slice(-6)}`,
    instance: 'Présidente de la Communauté de la Baie',
    objet: 'Adhésion au réseau des territoires apprenants',
    date: '02/01/2025',
    fondement: 'Code général des collectivités territoriales, article L. 5211-10',
    texte: 'La Communauté adhère au réseau.\nLa présidente signe la convention.',
    recours: 'Recours devant le tribunal administratif dans les deux mois de sa publication.',
    transmission: '07/01/2025',
    convention: agreement,
  }
})

describe('a decision', () => {
  it('is published with its remedies, and its appeal limit is shown « à vérifier » (AGR-70, AGR-71, AGR-131)', async () => {
    const id = await published()
    const page = await read(await app.visitor().get(`/decisions/${id}`))
    expect(page.status).toBe(200)
    expect(page.text).toContain('Recours devant le tribunal administratif')
    expect(page.text).toContain('À vérifier : un tiers pourrait la contester jusqu’au 10 mars 2025 inclus')
    expect(page.text).toContain('Fondée sur')
    expect(page.links.some(({ href }) => href.includes(agreement))).toBe(false)
    const list = await read(await app.visitor().get(`/decisions?q=${typed.reference}`))
    expect(list.text).toContain('Adhésion au réseau')
    const member = await read(await officer.get(`/conventions/${agreement}`))
    expect(member.links.some(({ href }) => href === `/decisions/${id}`)).toBe(true)
  })

  it('puts the end of the appeal on the board (AGR-80)', async () => {
    const id = await published()
    const line = await db()
      .selectFrom('agreements.agenda_line')
      .select(['key', 'day'])
      .where('agreement_id', '=', agreement)
      .where('kind', '=', 'appeal')
      .execute()
    expect(line).toEqual([{ key: `appeal:${id}`, day: '2025-03-10' }])
    const board = await read(await officer.get('/conventions/echeances?theme=decisions'))
    expect(board.text).toContain('Dernier jour, à vérifier, pour qu’un tiers conteste')
  })

  it('has no computed limit while the transmission is unknown, then has one (AGR-71)', async () => {
    const id = await published({ transmission: '' })
    const page = await read(await app.visitor().get(`/decisions/${id}`))
    expect(page.text).toContain('aucun dernier jour n’est calculé')
    app.moveTo('2025-01-20')
    const noted = await officer.post(`/decisions/${id}/transmission`, { transmission: '15/01/2025' })
    expect(noted.status).toBe(303)
    expect((await read(await app.visitor().get(`/decisions/${id}`))).text).toContain('17 mars 2025')
    const twice = await read(
      await officer.post(`/decisions/${id}/transmission`, { transmission: '16/01/2025' }),
    )
    expect(twice.problems).toEqual(['La transmission est déjà enregistrée au 15 janvier 2025.'])
  })

  it('is a PDF that says the same', async () => {
    const id = await published()
    const answer = await app.visitor().get(`/decisions/${id}/decision.pdf`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  }, 30_000)

  it('is replaced by another, linked both ways; or withdrawn with its reason', async () => {
    const former = await published()
    const next = await prepared({ reference: `${typed.reference}-bis`, remplace: former })
    expect((await read(await app.visitor().get(`/decisions/${former}`))).text).toContain('Publiée')
    await officer.post(`/decisions/${next}/publication`, { publication: '07/01/2025' })
    const replaced = await read(await app.visitor().get(`/decisions/${former}`))
    expect(replaced.text).toContain('Remplacée')
    expect(replaced.links.map(({ href }) => href)).toContain(`/decisions/${next}`)
    await officer.post(`/decisions/${next}/retrait`, { motif: 'Erreur sur la date.' })
    const withdrawn = await read(await app.visitor().get(`/decisions/${next}`))
    expect(words(withdrawn.text)).toContain('Erreur sur la date.')
  })
})

describe('explains why not', () => {
  it('a publication without remedies, and names the field (AGR-131)', async () => {
    const id = await prepared({ recours: '', fondement: '' })
    const refused = await read(
      await officer.post(`/decisions/${id}/publication`, { publication: '07/01/2025' }),
    )
    expect(refused.status).toBe(422)
    expect(refused.problems).toEqual([
      'Indiquez les textes sur lesquels la décision s’appuie : elle ne peut pas être publiée sans.',
      'Écrivez les délais et voies de recours : la décision ne peut pas être publiée sans.',
    ])
    expect((await app.visitor().get(`/decisions/${id}`)).status).toBe(404)
  })

  it('the database refuses a published decision without remedies, and any change to one', async () => {
    const id = await prepared({ recours: '' })
    const publish = db()
      .updateTable('agreements.decision')
      .set({ published_on: day('2025-01-07') })
    await expect(publish.where('id', '=', id).execute()).rejects.toThrow('publication_tells_remedies')
    const done = await published({ reference: 'P009' })
    const change = db().updateTable('agreements.decision').set({ text: 'Autre chose' }).where('id', '=', done)
    await expect(change.execute()).rejects.toThrow('published_decision_is_not_edited')
    await expect(db().deleteFrom('agreements.decision').where('id', '=', done).execute()).rejects.toThrow(
      'append_only',
    )
  })

  it('an edition after the publication', async () => {
    const id = await published()
    expect((await officer.get(`/decisions/${id}/projet`)).status).toBe(404)
    const posted = await officer.post(`/decisions/${id}/projet`, { ...typed, texte: 'Autre' })
    expect([404, 422]).toContain(posted.status)
    expect((await findDecision(db(), app.networks.estuaire, id))?.text).toContain('La Communauté adhère')
  })

  it.each([
    [
      { date: '08/01/2025' },
      'La décision est datée du 8 janvier 2025 : elle pourra être enregistrée à partir de ce jour.',
    ],
    [
      { transmission: '01/01/2025' },
      'La transmission ne peut pas précéder la décision : vérifiez les deux dates.',
    ],
    [{ convention: newId() }, 'Choisissez une convention de la liste, ou aucune.'],
    [{ remplace: newId() }, 'Seule une décision publiée se remplace : corrigez plutôt ce projet.'],
    [{ nature: '' }, 'Choisissez la nature de la décision.'],
  ])('%o', async (change, sentence) => {
    const refused = await read(await officer.post('/decisions/nouvelle', { ...typed, ...change }))
    expect(refused.problems).toEqual([sentence])
    expect(refused.value('objet')).toContain('Adhésion')
  })

  it('the same reference twice, and two replacements of one decision', async () => {
    const former = await published()
    const twice = await read(await officer.post('/decisions/nouvelle', typed))
    expect(twice.problems[0]).toContain('a déjà une décision sous cette référence')
    const answers = await Promise.all(
      ['a', 'b'].map((end) =>
        officer.post('/decisions/nouvelle', {
          ...typed,
          reference: `${typed.reference}${end}`,
          remplace: former,
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  })
})

describe('keeps others out', () => {
  it('a draft, from everybody but the officers; and a decision of another network', async () => {
    const id = await prepared()
    const visitor = app.visitor()
    expect((await visitor.get(`/decisions/${id}`)).status).toBe(404)
    expect((await visitor.get(`/decisions/${id}/decision.pdf`)).status).toBe(404)
    expect((await read(await visitor.get(`/decisions?q=${typed.reference}`))).text).toContain(
      'Aucune décision',
    )
    const done = await published({ reference: 'P010' })
    expect((await visitor.get(`/n/baie/decisions/${done}`)).status).toBe(404)
  })
})
