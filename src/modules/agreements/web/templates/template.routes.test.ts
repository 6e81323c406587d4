import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import type { TemplateId } from '../../data/templates.store.ts'
import { anAgreementInForce, aReadyDraft } from '../../testing.ts'
import { aPublishedTemplate, aTemplateDraft, aWrittenTemplate } from '../../testing-templates.ts'
import { copyTemplate } from '../../use-cases/templates/copy-template.ts'
import { templatePaths as paths } from './template.paths.ts'

const app = useApp()
let officer: Browser
let reader: Browser

beforeAll(async () => {
  officer = await app.signIn('officer')
  reader = await app.signIn('reader')
})

const page = async (address: string, browser = officer) => read(await browser.get(address))

/** What a form of the page would send, as a browser fills it: fields, chosen radios, ticked boxes, selects. */
function fieldsOf(
  shown: Awaited<ReturnType<typeof page>>,
  action: string,
): Record<string, string | string[]> {
  const form = [...shown.document.querySelectorAll('form')].find(
    (one) => one.getAttribute('action') === action && one.querySelector('input, textarea, select'),
  )
  const fields: Record<string, string | string[]> = {}
  for (const field of form?.querySelectorAll('input, textarea, select') ?? []) {
    const name = field.getAttribute('name') ?? ''
    const type = field.getAttribute('type')
    if ((type === 'radio' || type === 'checkbox') && !field.hasAttribute('checked')) continue
    const value =
      field.tagName === 'SELECT'
        ? ((
            [...field.querySelectorAll('option')].find((option) => option.hasAttribute('selected')) ??
            field.querySelector('option')
          )?.getAttribute('value') ?? '')
        : field.tagName === 'TEXTAREA'
          ? field.textContent
          : (field.getAttribute('value') ?? '')
    fields[name] = name in fields ? [fields[name] ?? [], value].flat() : value
  }
  return fields
}

describe('an officer adapts a template (AGR-6, AGR-7)', () => {
  it('copies one, changes a clause and the terms, reads it, publishes it, drafts from it', async () => {
    const copied = await officer.post(paths.copy('', 'territoires-apprenants'), {
      version: '1',
      titre: 'Convention des îles',
    })
    expect(copied.status).toBe(303)
    const draft = copied.headers.get('location') ?? ''
    const id = /modeles\/([0-9a-f-]+)\/projet/.exec(draft)?.[1] ?? ''
    expect((await page(draft)).heading).toBe('Projet de la version 1')

    const terms = fieldsOf(await page(paths.terms('', id)), paths.terms('', id))
    expect(terms).toMatchObject({ duree: '3', denonciation: 'non', comite_formes: ['network', 'bilateral'] })
    expect((await officer.post(paths.terms('', id), { ...terms, duree: '5' })).status).toBe(303)

    const clause = paths.clause('', id, 'preambule')
    const typed = fieldsOf(await page(clause), clause)
    const saved = await officer.post(clause, {
      ...typed,
      numero: '0 bis',
      texte: 'Ouvert le {{date_deliberation}}.',
    })
    expect(saved.status).toBe(303)
    const shown = await page(clause)
    expect(shown.text).toContain('Ouvert le [à compléter : date de la délibération')

    const preview = await page(paths.preview('', id))
    expect(preview.text).toContain('Elle est conclue pour cinq ans.')
    expect(preview.text).toContain('0 bis. Préambule')

    const publication = paths.publication('', id)
    const ready = await page(publication)
    const published = await officer.post(publication, fieldsOf(ready, publication))
    expect(published.status).toBe(303)
    const template = await page(paths.template('', id))
    expect(template.notice).toContain('La version 1 est publiée')
    const offered = await page('/conventions/nouvelle')
    expect(offered.text).toContain('Convention des îles')
    const made = await officer.post('/conventions/nouvelle', {
      modele: id,
      partenaire: 'Mairie des Îles',
      nature: 'commune',
      representant: 'Anne Lys',
      qualite: 'maire',
    })
    const blanks = await page(made.headers.get('location') ?? '')
    expect(blanks.text).toContain('Date de la délibération de la Commission permanente')
    expect(blanks.value('duree')).toBe('5')
  })

  it('adds, moves and removes an article; its number stays its own (AGR-8)', async () => {
    const id = await aTemplateDraft(app.context())
    const added = await officer.post(paths.clauses('', id), { titre_article: 'Assurance', apres: 'duree' })
    expect(added.headers.get('location')).toBe(paths.clause('', id, 'assurance'))
    const order = async () =>
      (await page(paths.draft('', id)))
        .texts('tbody th')
        .filter((text) => /Assurance|Durée$|Communication/.test(text))
    expect(await order()).toEqual(['Article 5 : Durée', 'Assurance', 'Article 6 : Communication'])
    await officer.post(paths.clausePlace('', id, 'assurance'), { sens: 'descendre' })
    expect(await order()).toEqual(['Article 5 : Durée', 'Article 6 : Communication', 'Assurance'])
    const clause = paths.clause('', id, 'assurance')
    const removal = paths.clauseRemoval('', id, 'assurance')
    await officer.post(removal, fieldsOf(await page(clause), removal))
    expect(await order()).toEqual(['Article 5 : Durée', 'Article 6 : Communication'])
  })

  it('writes the readings, the annexes, the variables, the title and the names of the parties', async () => {
    const id = await aTemplateDraft(app.context())
    const send = async (address: string, change: Record<string, string | string[]>) => {
      const sent = await officer.post(address, { ...fieldsOf(await page(address), address), ...change })
      expect(sent.status, address).toBe(303)
    }
    await send(paths.readings('', id), {
      abstention: 'neutral',
      article: ['modification', 'duree'],
      ecrit: ['date de validité', 'validitée'],
      compris: ['date de fin de validité', 'validité'],
    })
    await send(paths.annexes('', id), { annexe: ['Charte', ''], copie: ['absente', 'fournie'] })
    await send(paths.variables('', id), {
      nom: '{{Date_Ouverture}}',
      libelle: 'jour d’ouverture',
      nature: 'day',
    })
    await send(paths.draft('', id), {
      titre: 'Convention du large',
      partie: ['le Large', 'la structure'],
      autorite: 'departement',
    })
    const row = await app.services.db
      .selectFrom('agreements.template')
      .select('content')
      .where('template_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.content).toMatchObject({
      title: 'Convention du large',
      parties: [{ name: 'le Large', authorityRequired: true }, { name: 'la structure' }],
      annexes: [{ title: 'Charte', textIncomplete: true }],
      profile: { committeeYear: 'civil', abstention: 'neutral' },
      correctedReadings: [
        { clause: 'modification' },
        { clause: 'duree', written: 'validitée', read: 'validité' },
      ],
    })
    expect((await page(paths.variables('', id))).text).toContain('{{date_ouverture}}')
    expect((await page(paths.publication('', id))).text).toContain(
      'L’annexe « Charte » est signalée comme absente',
    )
  })

  it('shows what a new version changes, before it is published and after (AGR-6)', async () => {
    const id = await aPublishedTemplate(app.context())
    await anAgreementInForce(app.context(), undefined, { templateId: id })
    const opened = await officer.post(paths.version('', id))
    expect(opened.headers.get('location')).toBe(paths.draft('', id))
    const terms = fieldsOf(await page(paths.terms('', id)), paths.terms('', id))
    await officer.post(paths.terms('', id), { ...terms, duree: '4' })
    const before = await page(paths.publication('', id))
    expect(before.text).toContain('La convention déjà tirée de ce modèle garde sa version.')
    expect(before.text).toMatch(/Durée initiale\s?quatre ans\s?trois ans/)
    expect(before.texts('ins').join(' ')).toContain('quatre')
    expect(before.texts('del').join(' ')).toContain('trois')
    await officer.post(paths.publication('', id), fieldsOf(before, paths.publication('', id)))
    const after = await page(paths.differences('', id, `${id}~1`, 2))
    expect(after.text).toMatch(/Version 2.*Version 1/)
    expect(after.text).toContain('début d’ajout quatre fin d’ajout')
    const old = await page(paths.template('', id, 1))
    expect(old.text).toContain('La version 2 l’a remplacée')
  })

  it('retires one, after saying what it means', async () => {
    const id = await aPublishedTemplate(app.context(), 'Convention retirée')
    expect((await page(paths.retirement('', id))).text).toContain('Plus aucune convention n’en sera tirée.')
    expect((await officer.post(paths.retirement('', id))).status).toBe(303)
    expect((await page('/conventions/nouvelle')).text).not.toContain('Convention retirée')
  })

  it('finds own templates among those the network may offer', async () => {
    await aPublishedTemplate(app.context(), 'Convention à proposer')
    expect((await page('/reglages/reseau')).text).toContain('Convention à proposer')
  })
})

describe('what distinguishes an agreement (AGR-10)', () => {
  it('is read from its page: terms, checklist and text, against the reference the network chose', async () => {
    const id = await aReadyDraft(app.context(), { templateId: 'canope' })
    const agreement = await page(`/conventions/${id}`)
    const href = agreement.links.find(({ text }) => text.startsWith('Comparer'))?.href ?? ''
    const alone = await page(href)
    expect(alone.text).toContain('Aucun terme ne diffère')
    expect(alone.text).toMatch(/Clause de résiliation\s?Absente du texte/)
    expect(alone.text).toMatch(/Clause de protection des données\s?Absente du texte/)
    expect(alone.text).toMatch(/Clause de litiges\s?Écrite/)
    const list = await page('/conventions/modeles')
    expect(fieldsOf(list, paths.reference(''))).toEqual({ modele: '' })
    await officer.post(paths.reference(''), { modele: 'cinov-it' })
    const compared = await page(href)
    expect(compared.text).toContain('expresse, durée fixée par l’acte')
    expect(compared.text).toContain('tacite, par périodes d’un an')
    expect(compared.texts('ins').length).toBeGreaterThan(0)
    await officer.post(paths.reference(''), { modele: '' })
  })

  it('is stated for any two templates', async () => {
    const compared = await page(paths.differences('', 'canope', 'cinov-it'), reader)
    expect(compared.text).toContain('expresse, durée fixée par l’acte')
    expect(compared.text).toContain('Seulement dans')
  })
})

describe('it explains why not', () => {
  it('an article unbound from its term refuses the publication, in words (AGR-7)', async () => {
    const id = await aTemplateDraft(app.context())
    const clause = paths.clause('', id, 'duree')
    const typed = fieldsOf(await page(clause), clause)
    await officer.post(clause, { ...typed, texte: 'Trois ans.', termes: ['entry'] })
    const shown = await page(paths.publication('', id))
    expect(shown.text).toContain('Le terme “durée” n’est rattaché à aucun article.')
    expect(shown.document.querySelector(`form[action="${paths.publication('', id)}"]`)).toBeNull()
    const refused = await read(await officer.post(paths.publication('', id), { redaction: '2' }))
    expect([refused.status, refused.problems]).toEqual([
      422,
      ['Ce projet ne peut pas encore être publié : reprenez les points énumérés plus bas.'],
    ])
  })

  it.each([
    ['Écrit {{date_inconnue}}.', [], 'contient un repère inconnu, {{date_inconnue}}'],
    ['Pendant trois ans {{termes.duree}}.', ['initialYears'], 'écrit « trois ans » en toutes lettres'],
    ['Pour {{termes.duree}}.', [], 'sans être rattaché au terme “durée”'],
  ])('an article that says « %s »', async (texte, termes, sentence) => {
    const id = await aTemplateDraft(app.context())
    const clause = paths.clause('', id, 'preambule')
    await officer.post(clause, { ...fieldsOf(await page(clause), clause), texte, termes })
    expect((await page(clause)).text).toContain(sentence)
    expect((await page(paths.draft('', id))).text).toContain(sentence)
  })

  it('an incomplete text blocks the publication as a new template (AGR-8)', async () => {
    const copied = await copyTemplate(app.context(), { id: 'villes-internet', version: 1 }, 'Villes')
    const shown = await page(paths.publication('', copied as TemplateId))
    expect(shown.text).toContain('L’article I est signalé comme incomplet')
  })

  it('two people write the same article: the second has both texts, nothing lost, and may then save (AGR-21)', async () => {
    const id = await aTemplateDraft(app.context())
    const clause = paths.clause('', id, 'preambule')
    const typed = fieldsOf(await page(clause), clause)
    expect((await officer.post(clause, { ...typed, texte: 'Le texte de Claire.' })).status).toBe(303)
    const refused = await read(await officer.post(clause, { ...typed, texte: 'Le texte de Paul.' }))
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Le texte de Claire.')
    expect(refused.value('texte')).toBe('Le texte de Paul.')
    expect(refused.texts('ins').join(' ')).toContain('Paul')
    expect((await officer.post(clause, fieldsOf(refused, clause))).status).toBe(303)
    expect((await page(clause)).value('texte')).toBe('Le texte de Paul.')
  })

  it('the same for the terms: both are told apart', async () => {
    const id = await aTemplateDraft(app.context())
    const address = paths.terms('', id)
    const typed = fieldsOf(await page(address), address)
    await officer.post(address, { ...typed, duree: '4' })
    const refused = await read(await officer.post(address, { ...typed, duree: '6' }))
    expect(refused.status).toBe(409)
    expect(refused.text).toMatch(/Durée initiale\s?six ans\s?quatre ans/)
    expect(refused.value('duree')).toBe('6')
  })

  it.each([
    ['duree', '', 'Indiquez la durée de la première période, en années.'],
    ['duree', '120', 'Écrivez un nombre entre 1 et 99.'],
    ['duree', 'trois', 'Écrivez un nombre entier, sans unité : 3, par exemple.'],
    ['denonciation', 'oui', 'Indiquez le préavis, en mois.'],
    ['litiges_tribunal', '', 'Indiquez le tribunal compétent.'],
    ['entree', 'fixed_date', 'Indiquez le jour de l’entrée en vigueur.'],
  ])('a term that lacks something: %s « %s »', async (field, value, sentence) => {
    const id = await aTemplateDraft(app.context())
    const address = paths.terms('', id)
    const typed = fieldsOf(await page(address), address)
    const refused = await read(await officer.post(address, { ...typed, [field]: value }))
    expect([refused.status, refused.problems]).toEqual([422, [sentence]])
  })

  it('an article without title, and a party without name: what was typed elsewhere stays', async () => {
    const id = await aTemplateDraft(app.context(), 'Convention du quai')
    const untitled = await read(
      await officer.post(paths.clauses('', id), { titre_article: '', apres: 'duree' }),
    )
    expect([untitled.status, untitled.problems]).toEqual([422, ['Donnez un titre à l’article.']])
    expect(untitled.value('titre')).toBe('Convention du quai')
    const address = paths.draft('', id)
    const typed = fieldsOf(await page(address), address)
    const unnamed = await read(await officer.post(address, { ...typed, titre: 'Autre', partie: ['', 'x'] }))
    expect(unnamed.problems[0]).toContain('Dites comment le texte nomme chaque partie')
    expect(unnamed.value('titre')).toBe('Autre')
  })

  it('a variable whose name cannot stand between braces, or is taken', async () => {
    const id = await aTemplateDraft(app.context())
    const send = async (nom: string) =>
      (await read(await officer.post(paths.variables('', id), { nom, libelle: 'Jour', nature: 'day' })))
        .problems[0]
    expect(await send('Journée d’été')).toContain('Écrivez le nom en minuscules')
    expect(await send('termes.duree')).toContain('« termes. » est réservé')
    expect(await send('date_deliberation')).toContain('existe déjà')
  })
})

describe('it keeps others out', () => {
  it('those who only read see neither drafts nor how to write', async () => {
    const draft = await aTemplateDraft(app.context(), 'Convention secrète')
    expect((await page('/conventions/modeles', reader)).text).not.toContain('Convention secrète')
    expect((await reader.get(paths.template('', draft))).status).toBe(404)
    expect((await reader.get(paths.draft('', draft))).status).toBe(403)
    const written = await aWrittenTemplate(app.context())
    const shown = await page(paths.template('', written), reader)
    expect(shown.text).not.toContain('Copier ce modèle')
    expect((await reader.get(paths.differences('', written, 'canope', 'projet'))).status).toBe(404)
  })

  it('another network has none of them', async () => {
    const id = await aPublishedTemplate(app.context())
    const other = await app.signIn('officer', { network: app.networks.baie })
    expect((await other.get(paths.template('/n/baie', id))).status).toBe(404)
    expect((await other.post(paths.copy('/n/baie', id), { version: '1', titre: 'Copie' })).status).toBe(404)
  })

  it('a template of the product is copied, never written', async () => {
    expect((await officer.get(paths.draft('', 'canope'))).status).toBe(404)
    expect((await officer.post(paths.version('', 'canope'))).status).toBe(404)
    expect((await officer.get(paths.retirement('', 'canope'))).status).toBe(404)
  })
})
