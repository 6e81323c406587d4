import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { anAgreementInForce, aPlace } from '../../../agreements/testing.ts'
import type { SchemeId } from '../../data/awards/awards.store.ts'
import { findSchemeDraft } from '../../data/schemes/scheme-drafts.store.ts'
import { versionsOf } from '../../data/schemes/schemes.store.ts'
import { aCriterion, aScheme } from '../../domain/schemes/testing.ts'
import { STARTER_SETS } from '../../templates/starter-sets.ts'
import { aNextVersion, aSchemeDraft, aSchemeInForce, aWrittenScheme } from '../../testing-schemes.ts'
import { grantLabel } from '../../use-cases/awards/grant-label.ts'
import { schemePaths as paths } from './scheme.paths.ts'

const app = useApp()
let officer: Browser

beforeAll(async () => {
  officer = await app.signIn('officer')
})

const page = async (address: string, browser = officer) => read(await browser.get(address))

/** What a form of the page would send, as a browser fills it. */
async function filled(address: string): Promise<Record<string, string | string[]>> {
  const { document } = await page(address)
  const form = [...document.querySelectorAll('form')].find(
    (one) => one.getAttribute('action') === address && one.querySelector('input, textarea, select'),
  )
  const fields: Record<string, string | string[]> = {}
  for (const field of form?.querySelectorAll('input, textarea, select') ?? []) {
    const name = field.getAttribute('name') ?? ''
    const type = field.getAttribute('type')
    if ((type === 'radio' || type === 'checkbox') && !field.hasAttribute('checked')) continue
    const options = [...field.querySelectorAll('option')]
    const value =
      field.tagName === 'SELECT'
        ? ((options.find((one) => one.hasAttribute('selected')) ?? options[0])?.getAttribute('value') ?? '')
        : field.tagName === 'TEXTAREA'
          ? field.textContent
          : (field.getAttribute('value') ?? '')
    fields[name] = name in fields ? [fields[name] ?? [], value].flat() : value
  }
  return fields
}

async function send(address: string, change: Record<string, string | string[]> = {}) {
  const sent = await officer.post(address, { ...(await filled(address)), ...change })
  expect(sent.status, `${address} ${sent.status === 422 ? (await read(sent)).problems : ''}`).toBe(303)
  return sent.headers.get('location') ?? ''
}

/** The digest that a button carries on the page `at`. */
async function seenOf(at: string, action: string) {
  const form = (await page(at)).document.querySelector(`form[action="${action}"]`)
  return { lu: form?.querySelector('input[name="lu"]')?.getAttribute('value') ?? '' }
}

const idIn = (address: string) => (/labels\/([0-9a-f-]{36})/.exec(address)?.[1] ?? '') as SchemeId

async function contentOf(id: SchemeId) {
  const draft = await findSchemeDraft(app.services.db, app.networks.estuaire, id)
  if (!draft) throw new Error('no draft')
  return draft.content
}

describe('an officer builds a label from the screens', () => {
  it('creates one from each reference set, marked as a starter set and never shown as official (LAB-3, LAB-5)', async () => {
    const offered = await page(paths.creation(''))
    for (const { id, name, code } of STARTER_SETS) {
      expect(offered.text).toContain(name)
      const scheme = idIn(await send(paths.creation(''), { nom: name, depart: id }))
      expect((await page(paths.draft('', scheme))).text).toContain('Jeu de départ, à remplacer')
      await send(paths.remedies('', scheme), {
        ...{ organisme: 'Tribunal administratif', lieu: '1 rue du Port', mois: '2' },
      })
      const published = await send(paths.publication('', scheme))
      expect(published, name).toBe(paths.scheme('', scheme))
      const shown = await page(paths.criteriaOf('', code), app.visitor())
      expect(shown.heading).toBe(name)
      expect(shown.text).toContain('n’est pas encore publié ici')
      const [first] = STARTER_SETS.find((one) => one.id === id)?.content.criteria ?? []
      expect(shown.text).not.toContain(first?.title)
    }
    const listed = await page(paths.schemes(''))
    for (const { name } of STARTER_SETS) expect(listed.text).toContain(name)
  })

  it('ships sets that lack nothing but the words of their owner (LAB-5, LAB-52)', async () => {
    for (const { content } of STARTER_SETS) {
      const { scheme } = await aSchemeDraft(app.context(), content)
      const left = (await page(paths.publication('', scheme))).texts(
        'section[aria-labelledby="a-reprendre"] li',
      )
      expect(left).toHaveLength(1)
      expect(left[0]).toContain('voies de recours')
    }
  })

  it('takes over a starter set: once it is said to be theirs, everybody reads its criteria (LAB-3)', async () => {
    const [epn] = STARTER_SETS
    const content = { ...(epn?.content ?? aScheme()), remedies: aScheme().remedies }
    const { scheme, code } = await aSchemeDraft(app.context(), content)
    await send(paths.names('', scheme), { propres: 'oui' })
    await send(paths.publication('', scheme))
    expect((await page(paths.criteriaOf('', code), app.visitor())).text).toContain('campagnes d’animation')
  })

  it('writes a criterion facet by facet, moves it, removes it (LAB-2)', async () => {
    const { scheme } = await aSchemeDraft(app.context())
    const added = await send(paths.criteria('', scheme), { titre: 'Ouvert le samedi', groupe: 'Accueil' })
    expect(added).toBe(paths.criterion('', scheme, 3))
    const again = await send(paths.question('', scheme, 3), { nature: 'choice' })
    expect(again).toBe(paths.question('', scheme, 3))
    await send(again, {
      ...{ code: 'OUV', nature: 'choice', choix: ['Jamais', 'Parfois', 'Toujours', ''] },
      satisfait: ['2'],
    })
    await send(paths.demand('', scheme, 3), { eliminatoire: 'oui', poids: '1,5', condition: 'A1=true' })
    await send(paths.evidence('', scheme, 3), {
      ...{
        preuve_photo: 'obligatoire',
        age_photo: '12',
        preuve_visit: 'facultative',
        source: 'opening_hours',
      },
    })
    expect((await contentOf(scheme)).criteria[2]).toEqual({
      ...{ code: 'OUV', title: 'Ouvert le samedi', help: '', group: 'Accueil', kind: 'choice' },
      choices: [
        { value: 'Jamais', meets: false },
        { value: 'Parfois', meets: false },
        { value: 'Toujours', meets: true },
      ],
      ...{ atLeast: null, weight: 1.5, isEliminatory: true, minLevel: null },
      condition: { code: 'A1', is: 'true' },
      evidence: [
        { kind: 'photo', isRequired: true, maxAgeMonths: 12 },
        { kind: 'visit', isRequired: false, maxAgeMonths: null },
      ],
      ...{ autoSource: 'opening_hours', anchors: [] },
    })
    const read = await page(paths.criterion('', scheme, 3))
    expect(read.text).toContain('Indispensable')
    expect(read.text).toContain('Une photo, de moins de 1 an')
    expect(read.text).toContain('Les horaires d’ouverture'.toLowerCase())
    const order = async () => (await contentOf(scheme)).criteria.map(({ code }) => code)
    const move = paths.criterionPlace('', scheme, 3)
    const shown = await seenOf(paths.criteria('', scheme), move)
    expect((await officer.post(move, { sens: 'monter', ...shown })).status).toBe(303)
    expect(await order()).toEqual(['A1', 'OUV', 'A2'])
    const removal = await seenOf(paths.criterion('', scheme, 2), paths.criterionRemoval('', scheme, 2))
    expect((await officer.post(paths.criterionRemoval('', scheme, 2), removal)).status).toBe(303)
    expect(await order()).toEqual(['A1', 'A2'])
  })

  it('reads its name and presentation anew everywhere, its code staying', async () => {
    const { scheme, code } = await aSchemeInForce(app.context())
    await send(paths.name('', scheme), { nom: 'Lieu accueillant', presentation: 'Chacun y est reçu.' })
    const shown = await page(paths.criteriaOf('', code), app.visitor())
    expect(shown.heading).toBe('Lieu accueillant')
    expect(shown.text).toContain('Chacun y est reçu.')
  })

  it('publishes words alone as a revision, at once; what is asked as a version, later (LAB-4, LAB-6)', async () => {
    const { scheme } = await aSchemeInForce(app.context())
    await officer.post(paths.version('', scheme))
    await send(paths.question('', scheme, 1), { titre: 'Accueil du public, mieux dit' })
    const revision = await page(paths.publication('', scheme))
    expect(revision.heading).toBe('Publier une rédaction de la version 1')
    expect(revision.text).toContain('Mots changés')
    await send(paths.publication('', scheme))
    await officer.post(paths.version('', scheme))
    await send(paths.demand('', scheme, 2), { poids: '3' })
    const version = await page(paths.publication('', scheme))
    expect(version.heading).toBe('Publier la version 2')
    expect(version.texts('tbody td')).toEqual(['Poids changé', '1', '3'])
    await send(paths.publication('', scheme), { date: '01/09/2026' })
    const versions = await versionsOf(app.services.db, app.networks.estuaire, scheme)
    expect(versions.map(({ version, revision, inForceFrom }) => [version, revision, inForceFrom])).toEqual([
      [2, 1, '2026-09-01'],
      [1, 2, '2026-06-17'],
      [1, 1, '2026-06-17'],
    ])
    const whole = await page(paths.text('', scheme, 2, 1))
    expect(whole.text).toContain('Ce qu’elle a changé')
  })

  it('tells everybody what changes before it opens, then which versions there were (LAB-4)', async () => {
    const { scheme, code } = await aSchemeInForce(app.context())
    const criteria = [aCriterion('A1'), aCriterion('B1', { title: 'Une rampe d’accès' })]
    await aNextVersion(app.context(), scheme, aScheme({ criteria }))
    const before = await page(paths.criteriaOf('', code), app.visitor())
    expect(before.text).toContain('Ce qui change à partir du 18 juin 2026')
    expect(before.texts('main section tbody tr').slice(0, 2)).toEqual([
      'B1, Une rampe d’accèsAjoutéOui ou non. Compte avec les autres. Aucune preuve demandée.',
      'A2, Critère A2RetiréOui ou non. Compte avec les autres. Aucune preuve demandée.',
    ])
    app.moveTo('2026-06-18')
    const after = await page(paths.criteriaOf('', code), app.visitor())
    app.moveTo('2026-06-17')
    expect(after.text).not.toContain('Ce qui change à partir')
    expect(after.text).toContain('Version 2, depuis le 18 juin 2026')
    expect((await page(paths.criteriaOf('', code, 1), app.visitor())).text).toContain('Critère A2')
  })

  it('puts right a version before it opens: what is told is what will apply (LAB-4)', async () => {
    const { scheme, code } = await aSchemeInForce(app.context())
    await aNextVersion(app.context(), scheme, aScheme({ criteria: [aCriterion('A1'), aCriterion('B1')] }))
    await aNextVersion(app.context(), scheme, aScheme({ criteria: [aCriterion('A1'), aCriterion('C1')] }))
    const told = await page(paths.criteriaOf('', code), app.visitor())
    expect(told.texts('section tbody th')).toEqual(['C1, Critère C1', 'A2, Critère A2'])
    app.moveTo('2026-06-18')
    const after = await page(paths.criteriaOf('', code), app.visitor())
    app.moveTo('2026-06-17')
    expect(after.text).toContain('Version 3, depuis le 18 juin 2026')
  })

  it('pins the version in force to a label granted (LAB-4)', async () => {
    const { scheme } = await aSchemeInForce(app.context())
    const place = await aPlace(app.context(), 'Maison épinglée')
    const agreementId = await anAgreementInForce(app.context(), day('2026-01-05'), { places: [place] })
    await grantLabel(app.context(), {
      ...{ agreementId, schemeId: scheme, placeIds: [place], grantedOn: day('2026-06-17') },
    })
    const { rows } = await app.database.pool.query(
      'select v.version from labels.award a join labels.scheme_version v on v.id = a.version_id where a.place_id = $1',
      [place],
    )
    expect(rows).toEqual([{ version: 1 }])
  })

  it('is not granted while it is written for the first time (LAB-1)', async () => {
    const { scheme } = await aSchemeDraft(app.context())
    const place = await aPlace(app.context(), 'Maison pressée')
    const agreementId = await anAgreementInForce(app.context(), day('2026-01-05'), { places: [place] })
    const granted = { agreementId, schemeId: scheme, placeIds: [place], grantedOn: day('2026-06-17') }
    expect(await grantLabel(app.context(), granted)).toMatchObject({ refused: 'no-such-scheme' })
    expect((await page(`/conventions/${agreementId}/labels/attribution`)).document.toString()).not.toContain(
      scheme,
    )
  })

  it('gives up what it was writing; what is published stays', async () => {
    const { scheme } = await aWrittenScheme(app.context())
    expect((await officer.post(paths.dropping('', scheme))).status).toBe(303)
    expect((await officer.get(paths.draft('', scheme))).status).toBe(404)
    expect((await page(paths.scheme('', scheme))).text).toContain('Version 1')
  })
})

describe('a campaign (LAB-22)', () => {
  it('opens and closes by itself, is extended for all with its reason, and the page says so', async () => {
    const { scheme, code } = await aSchemeInForce(app.context(), aScheme({ cadence: 'campaign' }))
    await send(paths.newEdition('', scheme), {
      ...{ nom: 'Label 2026', annee: '2026', ouverture: '20/06/2026', cloture: '15/09/2026' },
    })
    const shown = async () => (await page(paths.criteriaOf('', code), app.visitor())).text
    expect(await shown()).toContain('Label 2026 : candidatures du 20 juin 2026')
    app.moveTo('2026-09-15')
    expect(await shown()).toContain('les candidatures sont ouvertes jusqu’au 15 septembre 2026 à 23 h 59')
    app.moveTo('2026-09-16')
    expect(await shown()).toContain('les candidatures sont closes depuis le 15 septembre 2026')
    const [address] = (await page(paths.scheme('', scheme))).document.querySelectorAll(
      'a[href$="/prolongation"]',
    )
    await send(address?.getAttribute('href') ?? '', { cloture: '30/09/2026', motif: 'Une panne de réseau.' })
    const extended = await shown()
    app.moveTo('2026-06-17')
    expect(extended).toContain('ouvertes jusqu’au 30 septembre 2026')
    expect(extended).toContain('elle se terminait le 15 septembre 2026. Motif : Une panne de réseau.')
  })

  it('suggests the next one from the last, with its form again if wished', async () => {
    const context = app.context()
    const { scheme } = await aSchemeInForce(context, aScheme({ cadence: 'campaign' }))
    await send(paths.newEdition('', scheme), {
      ...{ nom: 'Label 2026', annee: '2026', ouverture: '20/06/2026', cloture: '15/09/2026' },
    })
    await aNextVersion(context, scheme, aScheme({ cadence: 'campaign', criteria: [aCriterion('Z')] }))
    const proposed = await page(paths.newEdition('', scheme))
    expect(proposed.value('nom')).toBe('Label 2027')
    expect(proposed.value('annee')).toBe('2027')
    expect(proposed.value('ouverture')).toBe('20/06/2027')
    await send(paths.newEdition('', scheme), { formulaire: 'same' })
    await send(paths.newEdition('', scheme), { formulaire: 'latest' })
    const { rows } = await app.database.pool.query(
      `select e.year, v.version from labels.edition e join labels.scheme_version v on v.id = e.version_id
       where e.scheme_id = $1 order by e.year`,
      [scheme],
    )
    expect(rows).toEqual([
      { year: 2026, version: 1 },
      { year: 2027, version: 1 },
      { year: 2028, version: 2 },
    ])
  })
})

describe('it explains why not', () => {
  const problems = async (address: string, change: Record<string, string | string[]>) => {
    const sent = await officer.post(address, { ...(await filled(address)), ...change })
    expect(sent.status).toBe(422)
    return (await read(sent)).problems
  }

  it('names each fault with its page, and publishes nothing (LAB-52)', async () => {
    const levels = [1, 3].map((level) => ({ level, from: level }))
    const { scheme } = await aSchemeDraft(
      app.context(),
      aScheme({
        grading: { kind: 'levels', unit: 'étoile', levels },
        criteria: [aCriterion('A1', { weight: 0 }), aCriterion('A1', { weight: 0, kind: 'choice' })],
        remedies: null,
      }),
    )
    const shown = await page(paths.publication('', scheme))
    const left = shown.texts('section[aria-labelledby="a-reprendre"] li')
    expect(left.map((text) => text.split(' : ')[0])).toEqual([
      'Tous les critères pèsent zéro',
      'Deux critères portent le code « A1 »',
      'Le critère « A1 » est un choix',
      'Les niveaux ne se suivent pas',
      'Les voies de recours manquent',
    ])
    for (const link of shown.document.querySelectorAll('section[aria-labelledby="a-reprendre"] a'))
      expect((await officer.get(link.getAttribute('href') ?? '')).status).toBe(200)
    expect(shown.document.querySelector('form[action$="/publication"]')).toBeNull()
    const forced = { redaction: '2', transition: 'all', date: '18/06/2026' }
    const refused = await read(await officer.post(paths.publication('', scheme), forced))
    expect(refused.problems.join(' ')).toContain('Des points restent à reprendre')
    expect(await versionsOf(app.services.db, app.networks.estuaire, scheme)).toEqual([])
  })

  it('a name already taken, an address of ours, an empty one', async () => {
    const { code } = await aSchemeInForce(app.context())
    expect(await problems(paths.creation(''), { nom: 'Autre', adresse: code })).toEqual([
      expect.stringContaining('a déjà l’adresse'),
    ])
    expect(await problems(paths.creation(''), { nom: 'Accueil' })).toEqual([
      expect.stringContaining('lettres sans accent'),
    ])
    expect(await problems(paths.creation(''), {})).toEqual(['Donnez un nom au label.'])
  })

  it('a version that nobody could read before it opens, a draft that says nothing new (LAB-4)', async () => {
    const { scheme } = await aSchemeInForce(app.context())
    await officer.post(paths.version('', scheme))
    expect((await page(paths.publication('', scheme))).heading).toBe('Rien n’a changé')
    await send(paths.criteria('', scheme), { titre: 'Plus', groupe: 'Accueil' })
    expect(await problems(paths.publication('', scheme), { date: '17/06/2026' })).toEqual([
      expect.stringContaining('à partir du 18 juin 2026'),
    ])
  })

  it('a page that somebody saved meanwhile: both are shown, nothing is lost (LAB-53)', async () => {
    const { scheme } = await aSchemeDraft(app.context())
    const mine = await filled(paths.remedies('', scheme))
    await send(paths.remedies('', scheme), { organisme: 'Le président', lieu: 'Caen' })
    const sent = await officer.post(paths.remedies('', scheme), {
      ...mine,
      ...{ organisme: 'Le tribunal', lieu: 'Rouen' },
    })
    expect(sent.status).toBe(409)
    const shown = await read(sent)
    expect(shown.text).toContain('Le président, dans les 2 mois')
    expect(shown.value('organisme')).toBe('Le tribunal')
    const publication = await filled(paths.publication('', scheme))
    await send(paths.criteria('', scheme), { titre: 'Plus', groupe: 'Accueil' })
    const stale = await read(await officer.post(paths.publication('', scheme), publication))
    expect(stale.problems.join(' ')).toContain('Quelqu’un a enregistré cette page')
  })

  it('levels and figures that are none', async () => {
    const grading = { kind: 'levels', unit: 'étoile', levels: [] } as const
    const { scheme } = await aSchemeDraft(app.context(), aScheme({ grading }))
    expect(await problems(paths.levels('', scheme), { niveau: ['un', '2'] })).toEqual([
      expect.stringContaining('en chiffres'),
    ])
    expect(await problems(paths.remedies('', scheme), { mois: 'deux', lieu: 'Caen' })).toEqual([
      expect.stringContaining('un délai en mois'),
    ])
    expect(await problems(paths.validity('', scheme), { duree: 'months', mois: '' })).toEqual([
      expect.stringContaining('une durée en mois'),
      expect.stringContaining('plus court que la durée'),
    ])
    expect(await problems(paths.agreement('', scheme), { modele: ['canope'], article: '' })).toEqual([
      expect.stringContaining('l’article de la convention'),
    ])
  })

  it('a campaign of a label that has none, of a year that has one, or shorter than it was', async () => {
    const always = await aSchemeInForce(app.context())
    const days = { nom: 'Année', annee: '2026', ouverture: '20/06/2026', cloture: '15/09/2026' }
    expect(await problems(paths.newEdition('', always.scheme), days)).toEqual([
      expect.stringContaining('se demande à tout moment'),
    ])
    const { scheme, campaign } = await aWrittenScheme(app.context())
    expect(await problems(paths.newEdition('', scheme), days)).toEqual([
      expect.stringContaining('déjà une campagne en 2026'),
    ])
    const over = { ...days, annee: '2027', cloture: '01/06/2026' }
    expect(await problems(paths.newEdition('', scheme), over)).toEqual([
      expect.stringContaining('avant l’ouverture'),
    ])
    const extension = paths.extension('', scheme, campaign)
    expect(await problems(extension, { cloture: '20/06/2026', motif: 'Plus court' })).toEqual([
      expect.stringContaining('se termine déjà le'),
    ])
    expect(await problems(extension, { cloture: '20/08/2026' })).toEqual([
      expect.stringContaining('Dites pourquoi'),
    ])
  })
})

describe('it keeps others out', () => {
  it('a draft is for officers alone; a reader reads what is published', async () => {
    const { scheme } = await aWrittenScheme(app.context())
    const reader = await app.signIn('reader')
    expect((await reader.get(paths.scheme('', scheme))).status).toBe(200)
    expect((await reader.get(paths.draft('', scheme))).status).toBe(403)
    expect((await reader.post(paths.version('', scheme))).status).toBe(403)
  })

  it('a label that is not published has no public page, nor has another network’s', async () => {
    const { code } = await aSchemeDraft(app.context())
    expect((await app.visitor().get(paths.criteriaOf('', code))).status).toBe(404)
    expect((await page('/labels', app.visitor())).links.map(({ href }) => href).join()).not.toContain(code)
    const published = await aSchemeInForce(app.context())
    expect((await app.visitor().get(paths.criteriaOf('/n/baie', published.code))).status).toBe(404)
  })
})
