import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { aCriterion, aScheme } from '../../src/modules/labels/domain/schemes/testing.ts'
import { anApplicant } from '../../src/modules/labels/testing-applications.ts'
import { aHeadWhoSigns } from '../../src/modules/labels/testing-decisions.ts'
import { aSchemeInForce } from '../../src/modules/labels/testing-schemes.ts'
import { type Browser, read, useApp } from '../support.ts'

type Fields = Record<string, string | string[]>

/** Ce qu’un navigateur enverrait du formulaire de cette page, avec ce que la personne y change. */
async function filled(browser: Browser, address: string): Promise<Fields> {
  const { document } = await read(await browser.get(address))
  const forms = [...document.querySelectorAll('main form[method="post"]')]
  const form = forms.find((one) => one.getAttribute('action') === address) ?? forms[0]
  const fields: Fields = {}
  for (const field of form?.querySelectorAll('input, textarea, select') ?? []) {
    const name = field.getAttribute('name') ?? ''
    const type = field.getAttribute('type')
    if ((type === 'radio' || type === 'checkbox') && !field.hasAttribute('checked')) continue
    if (type === 'file') continue
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

async function send(browser: Browser, address: string, change: Fields = {}): Promise<string> {
  const answer = await browser.post(address, { ...(await filled(browser, address)), ...change })
  const said = answer.status === 303 ? '' : (await read(answer)).problems.join(' ')
  expect(answer.status, `${address} : ${said}`).toBe(303)
  return answer.headers.get('location') ?? ''
}

/** Un acte qui montre sa conséquence avant d’être fait. */
async function confirm(browser: Browser, address: string, change: Fields): Promise<void> {
  const fields = { ...(await filled(browser, address)), ...change }
  const shown = await read(await browser.post(address, fields))
  expect(shown.problems).toEqual([])
  const answer = await browser.post(address, { ...fields, confirme: shown.value('confirme') ?? '' })
  expect(answer.status, address).toBe(303)
}

const idIn = (address: string) => /[0-9a-f-]{36}/.exec(address)?.[0] ?? ''

describe('LAB-57 : un label à trois niveaux et six critères, des écrans seulement', () => {
  const app = useApp({ today: day('2026-06-17') })
  let officer: Browser
  let project = ''
  let scheme = ''
  let candidature = ''
  let award = ''

  beforeAll(async () => {
    officer = await app.signIn('officer')
  })

  it('se crée d’une page blanche, et s’écrit page par page (LAB-1, LAB-2, LAB-57)', async () => {
    const made = await officer.post('/reglages/labels/nouveau', { nom: 'Numérique accueillant', depart: '' })
    project = made.headers.get('location') ?? ''
    scheme = idIn(project)
    await send(officer, `${project}/forme`, { bareme: 'levels' })
    await send(officer, `${project}/niveaux`, { unite: 'étoile', niveau: ['1', '2', '3'] })
    const add = async (titre: string, groupe: string, question: Fields = {}, exigence: Fields = {}) => {
      const one = await send(officer, `${project}/criteres`, { titre, groupe })
      await send(officer, `${one}/question`, question)
      if (question.nature === 'choice') await send(officer, `${one}/question`, question)
      await send(officer, `${one}/exigence`, exigence)
    }
    await add('Le lieu est ouvert à tous', 'Accueil', { code: 'A1' }, { eliminatoire: 'oui' })
    await add('Heures d’ouverture par semaine', 'Accueil', { code: 'A2', nature: 'number', minimum: '12' })
    const choices = { choix: ['Non', 'En partie', 'Oui'], satisfait: ['1', '2'] }
    await add('Le lieu est accessible en fauteuil', 'Accueil', { code: 'A3', nature: 'choice', ...choices })
    await add('Une personne aide aux démarches', 'Équipe', { code: 'E1' }, { niveau: '2' })
    await add('Combien sont formées', 'Équipe', { code: 'E2', nature: 'number' }, { condition: 'E1=true' })
    await add(
      'Ce qui vous distingue',
      'Équipe',
      { code: 'E3', nature: 'long_text' },
      { niveau: '3', poids: '2' },
    )
    const draft = await read(await officer.get(project))
    expect(draft.text).toContain('6 critères')
    expect(draft.text).toContain('De 1 à 3 étoiles : 1, 2, 3.')
    expect(draft.text).toContain('À reprendre avant de publier')
    await send(officer, `${project}/recours`, {
      ...{ organisme: 'Tribunal administratif de Caen', lieu: 'Caen', mois: '2' },
    })
    expect((await read(await officer.get(project))).text).not.toContain('À reprendre avant de publier')
  })

  it('se relit en entier, puis se publie ; chacun peut alors le lire (LAB-1, LAB-57)', async () => {
    expect((await app.visitor().get('/labels/numerique-accueillant')).status).toBe(404)
    const before = await read(await officer.get(`${project}/publication`))
    expect(before.text).toContain('Heures d’ouverture par semaine')
    await send(officer, `${project}/publication`)
    const shown = await read(await app.visitor().get('/labels/numerique-accueillant'))
    expect(shown.text).toContain('De 1 à 3 étoiles')
    expect(shown.text).toContain('Un nombre, 12 au moins.')
    expect(shown.text).toContain(
      'Demandé seulement si « Une personne aide aux démarches » a pour réponse « oui ».',
    )
    expect((await officer.get(project)).status).toBe(404)
  })

  it('se demande, s’instruit et s’attribue à son niveau sans toucher au code (LAB-57)', async () => {
    const { organisation, place } = await anApplicant(app.context(), 'Valmer')
    const power = await aHeadWhoSigns(app.context())
    const partner = await app.signIn('partner', { organisation })
    const opened = await partner.post(`/candidatures/nouvelle/${scheme}`, {
      objet: 'candidature',
      lieu: place,
    })
    candidature = opened.headers.get('location') ?? ''
    await send(partner, `${candidature}/rubriques/1`, { rep_A1: 'oui', rep_A2: '18', rep_A3: 'Oui' })
    await send(partner, `${candidature}/rubriques/2`, { rep_E1: 'oui', rep_E3: 'Un atelier de réparation.' })
    await send(partner, `${candidature}/rubriques/2`, { rep_E2: '2' })
    await send(partner, `${candidature}/envoi`)
    const file = `/instruction/${idIn(candidature)}`
    expect((await officer.post(`${file}/prise-en-charge`)).status).toBe(303)
    await confirm(officer, `${file}/proposition`, { sens: 'granted', niveau: '2' })
    const decision = `/decisions-labels/candidatures/${idIn(candidature)}`
    const signing = { signataire: power.mandate, date: '17/06/2026', effet: '17/06/2026' }
    await confirm(officer, decision, { ...signing, sens: 'granted', niveau: '2' })
    const { rows } = await app.database.pool.query(
      `select a.slug, a.level, v.version from labels.award a join labels.scheme_version v on v.id = a.version_id
       where a.scheme_id = $1`,
      [scheme],
    )
    expect(rows).toMatchObject([{ level: 2, version: 1 }])
    award = rows[0].slug
    expect((await read(await app.visitor().get(`/l/${award}`))).text).toContain('Numérique accueillant')
  })
})

describe('LAB-86 : une nouvelle version des critères, avec sa date', () => {
  const app = useApp({ today: day('2026-06-17') })
  const before = aScheme({
    agreement: null,
    validity: { kind: 'months', months: 36, renewalMonths: 6 },
    criteria: [
      aCriterion('A1', { title: 'Ouvert à tous' }),
      aCriterion('A2', { title: 'Heures', kind: 'number' }),
    ],
  })
  let officer: Browser
  let scheme = ''
  let pending = ''
  let code = ''

  beforeAll(async () => {
    const context = app.context()
    officer = await app.signIn('officer')
    const power = await aHeadWhoSigns(context)
    const made = await aSchemeInForce(context, before)
    scheme = made.scheme
    code = made.code
    for (const [partner, hours] of [
      ['Granville', '6'],
      ['Honfleur', '20'],
    ] as const) {
      const file = await sent(partner, hours)
      await officer.post(`/instruction/${idIn(file)}/prise-en-charge`)
      await confirm(officer, `/instruction/${idIn(file)}/proposition`, { sens: 'granted' })
      const decision = `/decisions-labels/candidatures/${idIn(file)}`
      const signing = { signataire: power.mandate, date: '17/06/2026', effet: '17/06/2026' }
      await confirm(officer, decision, { ...signing, sens: 'granted' })
    }
    pending = await sent('Lisieux', '30')
  })

  /** Un dossier rempli et envoyé par une structure. */
  async function sent(partner: string, hours: string): Promise<string> {
    const { organisation, place } = await anApplicant(app.context(), partner)
    const browser = await app.signIn('partner', { organisation })
    const opened = await browser.post(`/candidatures/nouvelle/${scheme}`, {
      objet: 'candidature',
      lieu: place,
    })
    const file = opened.headers.get('location') ?? ''
    await send(browser, `${file}/rubriques/1`, { rep_A1: 'oui', rep_A2: hours })
    await send(browser, `${file}/envoi`)
    return file
  }

  it('dit ce qui change, à qui et quand, avant de s’appliquer (LAB-4, LAB-86)', async () => {
    const project = `/reglages/labels/${scheme}/projet`
    await officer.post(`/reglages/labels/${scheme}/version`)
    await send(officer, `${project}/criteres/2/question`, { minimum: '12' })
    const added = await send(officer, `${project}/criteres`, {
      titre: 'Une rampe d’accès',
      groupe: 'Accueil',
    })
    await send(officer, `${added}/question`, { code: 'B1' })
    const shown = await read(await officer.get(`${project}/publication`))
    expect(shown.heading).toBe('Publier la version 2')
    expect(shown.text).toContain('2 titulaires gardent leur label')
    expect(shown.texts('tbody th')).toEqual(['A2, Heures', 'B1, Une rampe d’accès'])
    expect(shown.texts('tbody tr')[0]).toContain('Un nombre.Un nombre, 12 au moins.')
    await send(officer, `${project}/publication`, { transition: 'at_renewal', date: '01/09/2026' })
    const told = await read(await app.visitor().get(`/labels/${code}`))
    expect(told.text).toContain('Ce qui change à partir du 1er septembre 2026')
    expect(told.text).toContain('à chaque titulaire lors de son renouvellement')
    expect(told.text).toContain('Une rampe d’accès')
  })

  it('laisse aux dossiers envoyés leur version, même une fois en vigueur (LAB-4, LAB-86)', async () => {
    app.moveTo('2026-09-02')
    const { rows } = await app.database.pool.query(
      `select v.version from labels.application a join labels.scheme_version v on v.id = a.version_id where a.id = $1`,
      [idIn(pending)],
    )
    expect(rows).toEqual([{ version: 1 }])
    expect((await officer.post(`/instruction/${idIn(pending)}/prise-en-charge`)).status).toBe(303)
    expect((await read(await officer.get(`/instruction/${idIn(pending)}`))).text).not.toContain(
      'Une rampe d’accès',
    )
    const asked = await read(await app.visitor().get(`/labels/${code}`))
    expect(asked.text).toContain('Version 2, depuis le 1er septembre 2026')
  })

  it('liste les titulaires avec ce qui leur manquerait, et aucun label ne tombe (LAB-4, LAB-86)', async () => {
    const page = await read(await officer.get(`/reglages/labels/${scheme}/titulaires`))
    expect(page.text).toContain('Aucun label ne tombe parce que la version change.')
    const lacks = page.texts('tbody tr')
    expect(lacks).toHaveLength(2)
    expect(lacks[0]).toContain('Maison de Granville')
    expect(lacks[0]).toContain('Heures (non rempli)')
    expect(lacks[0]).toContain('Une rampe d’accès (à vérifier)')
    expect(lacks[1]).toContain('Maison de Honfleur')
    expect(lacks[1]).not.toContain('Heures')
    expect(lacks[1]).toContain('Une rampe d’accès (à vérifier)')
    const { rows } = await app.database.pool.query(
      `select count(*)::int as borne from labels.shown_label
       where scheme_id = $1 and from_day <= '2026-09-02' and (until_day is null or until_day > '2026-09-02')`,
      [scheme],
    )
    expect(rows).toEqual([{ borne: 2 }])
  })
})
