import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { instant } from '../../src/kernel/instant.ts'
import { aPlace } from '../../src/modules/agreements/testing.ts'
import { anInitiative, aPublicInitiative } from '../../src/modules/initiatives/testing.ts'
import { changeInitiative } from '../../src/modules/initiatives/use-cases/keep-initiative.ts'
import { aCriterion, aScheme } from '../../src/modules/labels/domain/schemes/testing.ts'
import { labelsRetention } from '../../src/modules/labels/index.ts'
import { aLabel, anApplicant, anEdition, aVersion } from '../../src/modules/labels/testing-applications.ts'
import type { Browser } from '../support.ts'
import { read, useApp, words } from '../support.ts'

type Fields = Record<string, string | readonly string[] | File>

const pdf = (name: string, text = 'statuts') =>
  new File([`%PDF-1.7 ${text} ${name}`], name, { type: 'application/pdf' })

/** Sends a page of a file with what its form carries. */
async function fill(browser: Browser, address: string, fields: Fields) {
  const { document } = await read(await browser.get(address))
  const hidden = [...document.querySelectorAll('main form[method="post"] input[type="hidden"]')]
  const carried = hidden.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''])
  return browser.post(address, { ...Object.fromEntries(carried), ...fields })
}

/** Opens a file and gives its address. */
async function start(browser: Browser, label: string, fields: Fields) {
  const answer = await browser.post(`/candidatures/nouvelle/${label}`, { objet: 'candidature', ...fields })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

async function rows(app: ReturnType<typeof useApp>, query: string) {
  return (await app.database.pool.query(query)).rows
}

describe('LAB-58 : la candidature d’un EPN', () => {
  const app = useApp({ today: day('2026-06-17') })
  const criteria = [
    aCriterion('H1', { title: 'Horaires publics', autoSource: 'opening_hours', kind: 'text' }),
    aCriterion('M1', { title: 'Fiche à jour', autoSource: 'last_update', kind: 'yes_no' }),
    aCriterion('P1', {
      title: 'Statuts',
      group: 'Pièces',
      evidence: [{ kind: 'file', isRequired: true, maxAgeMonths: 12 }],
    }),
  ]
  const content = aScheme({ criteria })
  let browser: Browser
  let label: Awaited<ReturnType<typeof aLabel>>
  let address = ''

  beforeAll(async () => {
    const context = app.context()
    label = await aLabel(context, content)
    const { organisation, place } = await anApplicant(context, 'Valmer')
    await app.database.pool.query(
      `update places.place set opening_hours = 'Mo-Fr 09:00-17:00', updated_on = '2026-03-03' where id = $1`,
      [place],
    )
    browser = await app.signIn('facilitator', { organisation })
    address = await start(browser, label.id, { lieu: place })
  })

  it('dit rubrique par rubrique ce qui manque (LAB-6)', async () => {
    const page = await read(await browser.get(address))
    expect(page.text).toContain('Il reste 3 points à compléter')
    expect(page.texts('.task').join(' ')).toMatch(/Accueil.*Il manque : Horaires publics ; Fiche à jour\./)
    expect(page.texts('.task').join(' ')).toMatch(/Pièces.*Il manque : Statuts\./)
  })

  it('montre ce que la fiche du lieu dit déjà, avec sa date et son lien (LAB-2, LAB-58)', async () => {
    const page = await read(await browser.get(`${address}/rubriques/1`))
    expect(page.text).toContain('Horaires déclarés sur la fiche du lieu : Mo-Fr 09:00-17:00, au 3 mars 2026')
    expect(page.links.some(({ text, href }) => text === 'voir la fiche' && href.startsWith('/lieux/'))).toBe(
      true,
    )
  })

  it('ne prend pas une contestation sans motif, et garde le reste (LAB-2, LAB-58)', async () => {
    const page = await read(
      await fill(browser, `${address}/rubriques/1`, { exact_H1: 'non', rep_H1: 'Sam. 9 h', exact_M1: 'oui' }),
    )
    expect(page.status).toBe(422)
    expect(page.problems).toEqual(['Dites en quoi cette information n’est pas exacte.'])
    expect(page.text).toContain('Le reste de la rubrique est enregistré')
    expect(page.value('rep_H1')).toBe('Sam. 9 h')
    expect(await rows(app, `select code, value from labels.application_answer`)).toEqual([
      { code: 'M1', value: true },
    ])
  })

  it('prend une confirmation et une contestation motivée (LAB-2, LAB-58)', async () => {
    const answer = await fill(browser, `${address}/rubriques/1`, {
      exact_H1: 'non',
      rep_H1: 'Le samedi de 9 h à 12 h',
      pourquoi_H1: 'Horaires d’été',
      exact_M1: 'oui',
      suite: 'suivante',
    })
    expect(answer.headers.get('location')).toBe(`${address}/rubriques/2`)
    const answers = await rows(
      app,
      `select code, contested, known->>'on' as on from labels.application_answer order by code`,
    )
    expect(answers).toEqual([
      { code: 'H1', contested: 'Horaires d’été', on: '2026-03-03' },
      { code: 'M1', contested: '', on: '2026-03-03' },
    ])
  })

  it('refuse un fichier par son nom et garde les autres champs (LAB-9, LAB-52)', async () => {
    const wrong = await read(
      await fill(browser, `${address}/rubriques/2`, {
        rep_P1: 'oui',
        piece_P1_0: new File(['MZ programme'], 'statuts.pdf', { type: 'application/pdf' }),
      }),
    )
    expect(wrong.status).toBe(422)
    expect(wrong.problems.join()).toContain('« statuts.pdf » n’est pas, malgré son nom, un PDF')
    expect(wrong.text).toContain('Le reste de la rubrique est enregistré')
    const locked = await read(
      await fill(browser, `${address}/rubriques/2`, {
        piece_P1_0: new File(['%PDF-1.7 trailer << /Encrypt 5 0 R >>'], 'clos.pdf'),
      }),
    )
    expect(locked.problems.join()).toContain('« clos.pdf » est protégé par un mot de passe')
    const heavy = new File([new Uint8Array(25 * 1024 * 1024 + 1)], 'lourd.pdf')
    const tooLarge = await read(await fill(browser, `${address}/rubriques/2`, { piece_P1_0: heavy }))
    expect(tooLarge.problems.join()).toContain('« lourd.pdf » dépasse 25 Mo')
    expect(await rows(app, `select value from labels.application_answer where code = 'P1'`)).toEqual([
      { value: true },
    ])
  })

  it('garde une pièce sans date et demande sa date (LAB-9)', async () => {
    const kept = await fill(browser, `${address}/rubriques/2`, {
      piece_P1_0: pdf('statuts.pdf'),
      suite: 'liste',
    })
    expect(kept.headers.get('location')).toBe(`${address}/rubriques/2`)
    const page = await read(await browser.get(`${address}/rubriques/2`))
    expect(page.notice).toContain('Indiquez sa date')
    expect(page.text).toContain('Pièce déjà là : statuts.pdf')
    const [{ id }] = await rows(app, 'select id from labels.proof')
    const dated = await fill(browser, `${address}/rubriques/2`, {
      [`jour_${id}`]: '02/01/2026',
      suite: 'liste',
    })
    expect(dated.headers.get('location')).toBe(address)
    expect((await read(await browser.get(address))).text).toContain('Rien ne manque')
  })

  it('s’envoie relue, avec un numéro, un récépissé et un mot à ceux qui instruisent (LAB-6, LAB-14)', async () => {
    await app.signIn('officer')
    const manager = await rows(
      app,
      "select organisation_id from identity.membership where role = 'facilitator'",
    )
    await app.signIn('partner', { organisation: manager[0].organisation_id })
    const sending = await read(await browser.get(`${address}/envoi`))
    expect(sending.text).toContain('Contesté : Horaires d’été')
    expect(sending.text).toContain('statuts.pdf (2 janvier 2026)')
    const sent = await fill(browser, `${address}/envoi`, {})
    expect(sent.status).toBe(303)
    const receipt = await read(await browser.get(address))
    expect(receipt.text).toContain('Récépissé EPN-2026-D0001')
    expect(receipt.notice).toContain('La candidature EPN-2026-D0001 est envoyée')
    await app.runJobs()
    await app.runJobs()
    const subjects = (
      await rows(
        app,
        `select subject from platform.mail where once_key like 'application-%' order by subject`,
      )
    ).map(({ subject }) => words(subject))
    expect(subjects).toEqual([
      'Estuaire connecté : candidature EPN-2026-D0001 reçue',
      'Estuaire connecté : nouvelle candidature EPN-2026-D0001',
    ])
  })

  it('n’est pas changée par la révision suivante du formulaire (LAB-6, LAB-58)', async () => {
    const reworded = criteria.map((one) => ({ ...one, title: `${one.title} (nouveau texte)` }))
    const context = app.context()
    await aVersion(context, label, aScheme({ criteria: reworded }), { revision: 2 })
    const page = await read(await browser.get(`${address}/lecture`))
    expect(page.text).toContain('version 1 du cahier des charges (texte n° 1)')
    expect(page.text).not.toContain('nouveau texte')
    expect(page.text).toContain('Le samedi de 9 h à 12 h')
    const late = await read(
      await fill(browser, `${address}/rubriques/1`, { exact_M1: 'non', pourquoi_M1: 'x' }),
    )
    expect([late.status, late.problems.join()]).toEqual([
      409,
      expect.stringContaining('n’est plus un brouillon'),
    ])
    await expect(
      app.database.pool.query(`update labels.application_answer set value = '"x"' where code = 'H1'`),
    ).rejects.toMatchObject({ constraint: 'sent_answer_stands' })
  })

  it('se retire à tout moment avant la décision, et le dit (LAB-14)', async () => {
    expect((await read(await browser.get(`${address}/retrait`))).text).toContain('L’instruction s’arrête')
    const withdrawn = await browser.post(`${address}/retrait`, { motif: 'Travaux' })
    expect(withdrawn.status).toBe(303)
    expect((await read(await browser.get(address))).text).toContain('Votre structure a retiré ce dossier')
    expect((await read(await browser.post(`${address}/retrait`, {}))).status).toBe(422)
  })
})

describe('LAB-6, LAB-53 : un dossier rempli à plusieurs', () => {
  const app = useApp({ today: day('2026-06-17') })
  const criteria = [
    aCriterion('A1', {
      title: 'Postes',
      kind: 'number',
      evidence: [{ kind: 'file', isRequired: false, maxAgeMonths: null }],
    }),
    aCriterion('A2', { title: 'Accueil', kind: 'text' }),
    aCriterion('A3', { title: 'Combien', kind: 'number', condition: { code: 'A2', is: 'oui' } }),
  ]
  let first: Browser
  let second: Browser
  let neighbour: Browser
  let address = ''
  let place = ''
  let label = ''

  beforeAll(async () => {
    const context = app.context()
    label = (await aLabel(context, aScheme({ criteria }))).id
    const valmer = await anApplicant(context, 'Valmer')
    place = valmer.place
    first = await app.signIn('facilitator', { organisation: valmer.organisation })
    second = await app.signIn('partner', { organisation: valmer.organisation })
    const other = await anApplicant(context, 'Autreville')
    neighbour = await app.signIn('partner', { organisation: other.organisation })
    address = await start(first, label, { lieu: place })
  })

  it('montre au second les deux valeurs, et ne perd ni l’une ni l’autre (LAB-53)', async () => {
    const page = `${address}/rubriques/1`
    const seen = { vu: '0' }
    expect((await first.post(page, { ...seen, rep_A1: '12', rep_A2: '' })).status).toBe(303)
    const late = await read(await second.post(page, { ...seen, rep_A1: '14', rep_A2: 'Le lundi' }))
    expect(late.status).toBe(409)
    expect(late.text).toMatch(/Camille Essai \d+ a enregistré cette rubrique entre-temps/)
    expect(late.text).toContain('Postes : 12')
    expect([late.value('rep_A1'), late.value('rep_A2')]).toEqual(['14', 'Le lundi'])
    expect(await rows(app, `select code, value from labels.application_answer`)).toEqual([
      { code: 'A1', value: 12 },
    ])
    const again = { vu: late.value('vu') ?? '', rep_A1: '14', rep_A2: 'Le lundi' }
    expect((await second.post(page, again)).status).toBe(303)
    const answers = await rows(app, `select code, value from labels.application_answer order by code`)
    expect(answers).toEqual([
      { code: 'A1', value: 14 },
      { code: 'A2', value: 'Le lundi' },
    ])
  })

  it('garde la pièce jointe de celui qui arrive second (LAB-53)', async () => {
    const late = await second.post(`${address}/rubriques/1`, {
      vu: '0',
      rep_A1: '15',
      piece_A1_0: pdf('devis.pdf'),
    })
    expect(late.status).toBe(409)
    expect((await read(late)).text).toContain('Pièce déjà là : devis.pdf')
    expect(await rows(app, `select value from labels.application_answer where code = 'A1'`)).toEqual([
      { value: 14 },
    ])
  })

  it('n’envoie pas autre chose que ce qui fut lu (LAB-6)', async () => {
    const read1 = await read(await first.get(`${address}/envoi`))
    await fill(second, `${address}/rubriques/1`, { rep_A1: '16' })
    const sent = await read(await first.post(`${address}/envoi`, { lu: read1.value('lu') ?? '' }))
    expect([sent.status, sent.problems.join()]).toEqual([
      422,
      expect.stringContaining('Un collègue vient de modifier'),
    ])
  })

  it('garde ce qui est juste quand un champ ne l’est pas (LAB-52)', async () => {
    const page = await read(
      await fill(first, `${address}/rubriques/1`, { rep_A1: 'douze', rep_A2: 'Tous les jours' }),
    )
    expect(page.status).toBe(422)
    expect(page.problems).toEqual(['Écrivez un nombre, par exemple 12 ou 12,5.'])
    expect(page.value('rep_A1')).toBe('douze')
    expect(await rows(app, `select value from labels.application_answer where code = 'A2'`)).toEqual([
      { value: 'Tous les jours' },
    ])
  })

  it('dit qu’une réponse ouvre une question, sur la même page (LAB-6)', async () => {
    const answer = await fill(first, `${address}/rubriques/1`, {
      rep_A1: '12',
      rep_A2: 'oui',
      suite: 'suivante',
    })
    expect(answer.headers.get('location')).toBe(`${address}/rubriques/1`)
    const page = await read(await first.get(`${address}/rubriques/1`))
    expect(page.notice).toContain('ouvre une question de plus')
    expect(page.text).toContain('Combien')
  })

  it('ne s’ouvre pas deux fois pour le même lieu, et mène au premier (LAB-52)', async () => {
    const page = await read(
      await second.post(`/candidatures/nouvelle/${label}`, { objet: 'candidature', lieu: place }),
    )
    expect(page.status).toBe(422)
    expect(page.problems.join()).toContain('déjà un dossier ouvert')
    expect(page.links.find(({ text }) => text === 'Ouvrir le dossier déjà commencé')?.href).toBe(address)
  })

  it('n’existe pas pour une autre structure, ni pour ceux qui instruisent tant qu’il n’est pas envoyé (LAB-55)', async () => {
    for (const end of ['', '/lecture', '/envoi', '/rubriques/1', '/retrait'])
      expect((await neighbour.get(`${address}${end}`)).status, end).toBe(404)
    expect((await (await app.signIn('officer')).get(address)).status).toBe(403)
    expect((await app.visitor().get(address)).status).toBe(303)
    const taken = await read(
      await neighbour.post(`/candidatures/nouvelle/${label}`, {
        objet: 'candidature',
        lieu: place,
      }),
    )
    expect(taken.problems.join()).toContain('listé par la convention d’une autre structure')
  })
})

describe('LAB-7, LAB-8 : s’évaluer, savoir si l’on est éligible', () => {
  const app = useApp({ today: day('2026-06-17') })
  const criteria = [
    aCriterion('E1', { title: 'Accès libre', isEliminatory: true }),
    aCriterion('E2', { title: 'Cinq postes', kind: 'number', atLeast: 5 }),
  ]
  let browser: Browser
  let label: Awaited<ReturnType<typeof aLabel>>
  let place = ''
  let assessment = ''
  let address = ''

  beforeAll(async () => {
    const context = app.context()
    label = await aLabel(context, aScheme({ criteria }))
    const valmer = await anApplicant(context, 'Valmer')
    place = valmer.place
    browser = await app.signIn('partner', { organisation: valmer.organisation })
    assessment = await start(browser, label.id, { lieu: place, objet: 'auto_evaluation' })
  })

  it('dit pour chaque critère ce qui est rempli, ne l’est pas, ou ne se sait pas (LAB-7)', async () => {
    await fill(browser, `${assessment}/rubriques/1`, { rep_E2: '3' })
    const page = await read(await browser.get(assessment))
    const table = page.texts('table tbody tr').join(' / ')
    expect(table).toMatch(/Accès libre\s?On ne sait pas encore.*Cinq postes\s?Non rempli/)
    expect(page.text).toContain('Votre structure seule voit cette auto-évaluation')
    expect((await read(await browser.get(`${assessment}/envoi`))).text).not.toContain(
      'Envoyer la candidature',
    )
    const sent = await read(await browser.post(`${assessment}/envoi`, { lu: '' }))
    expect([sent.status, sent.problems.join()]).toEqual([422, expect.stringContaining('ne s’envoie pas')])
  })

  it('ne se montre jamais à ceux qui instruisent (LAB-7, LAB-55)', async () => {
    const officer = await app.signIn('officer')
    const queue = await officer.get('/instruction')
    if (queue.status === 200) expect(await queue.text()).not.toContain(assessment.split('/').at(-1))
    expect((await officer.get(assessment)).status).toBe(403)
    expect(await rows(app, `select state from labels.application`)).toEqual([{ state: 'draft' }])
  })

  it('devient une candidature avec ses réponses, et reste à part (LAB-7)', async () => {
    const made = await browser.post(`${assessment}/candidature`)
    address = made.headers.get('location') ?? ''
    expect(address).not.toBe(assessment)
    expect((await read(await browser.get(`${address}/rubriques/1`))).value('rep_E2')).toBe('3')
    expect((await browser.get(assessment)).status).toBe(200)
  })

  it('explique chaque critère non rempli avant l’envoi ; l’éliminatoire ferme, l’autre veut un motif (LAB-8)', async () => {
    await fill(browser, `${address}/rubriques/1`, { rep_E1: 'non', rep_E2: '3' })
    const closed = await read(await browser.get(`${address}/envoi`))
    expect(closed.text).toContain('« Accès libre » ne remplit pas le critère, qui est éliminatoire')
    expect(closed.text).not.toContain('Envoyer la candidature')
    const refused = await read(await browser.post(`${address}/envoi`, { lu: '' }))
    expect(refused.problems.join()).toContain('Un critère éliminatoire n’est pas rempli')
    await fill(browser, `${address}/rubriques/1`, { rep_E1: 'oui', rep_E2: '3' })
    const without = await read(await fill(browser, `${address}/envoi`, {}))
    expect(without.problems).toEqual(['Dites pourquoi vous envoyez ce dossier malgré tout.'])
    const sent = await fill(browser, `${address}/envoi`, { motif: 'Deux postes arrivent en juillet' })
    expect(sent.status).toBe(303)
    expect((await read(await browser.get(`${address}/lecture`))).text).toContain(
      'Deux postes arrivent en juillet',
    )
  })

  it('explique qu’un lieu n’est rattaché à aucune convention en vigueur, et garde le brouillon (LAB-8, LAB-52)', async () => {
    const other = await aPlace(app.context(), 'Lieu libre')
    const lone = await start(browser, label.id, { lieu: other })
    await fill(browser, `${lone}/rubriques/1`, { rep_E1: 'oui', rep_E2: '8' })
    const page = await read(await browser.get(lone))
    expect(page.text).toContain('Non éligible : ce lieu n’est rattaché à aucune convention en vigueur')
    const sent = await read(await browser.post(`${lone}/envoi`, { lu: '' }))
    expect([sent.status, sent.problems.join()]).toEqual([
      422,
      expect.stringContaining('Aucune convention en vigueur'),
    ])
    expect((await read(await browser.get(`${lone}/rubriques/1`))).value('rep_E2')).toBe('8')
  })

  it('montre ce que change une nouvelle version, et la suit quand on le demande (LAB-4, LAB-6)', async () => {
    const third = await aPlace(app.context(), 'Troisième lieu')
    const draft = await start(browser, label.id, { lieu: third })
    await fill(browser, `${draft}/rubriques/1`, { rep_E2: '8' })
    const next = [...criteria, aCriterion('E3', { title: 'Wifi public' })]
    await aVersion(app.context(), label, aScheme({ criteria: next }), { version: 2 })
    const page = await read(await browser.get(draft))
    expect(page.text).toContain('la version 2 est en vigueur')
    expect(page.text).toContain('Wifi public : critère ajouté')
    expect((await browser.post(`${draft}/version`)).status).toBe(303)
    const section = await read(await browser.get(`${draft}/rubriques/1`))
    expect([section.value('rep_E2'), section.text.includes('Wifi public')]).toEqual(['8', true])
  })
})

describe('LAB-9 : les pièces d’une structure', () => {
  const app = useApp({ today: day('2026-06-17') })
  const evidence = [{ kind: 'file', isRequired: true, maxAgeMonths: null }] as const
  const criteria = ['P1', 'P2'].map((code) =>
    aCriterion(code, { title: `Critère ${code}`, kind: 'file', evidence }),
  )
  let browser: Browser
  let neighbour: Browser
  let sent = ''
  let draft = ''
  let proof = ''

  beforeAll(async () => {
    const context = app.context()
    const label = await aLabel(context, aScheme({ criteria, agreement: null }))
    const { organisation, place } = await anApplicant(context, 'Valmer')
    browser = await app.signIn('partner', { organisation })
    neighbour = await app.signIn('partner')
    sent = await start(browser, label.id, { lieu: place })
    draft = await start(browser, label.id, { lieu: await aPlace(context, 'Autre lieu') })
  })

  it('se déposent une fois et servent à plusieurs critères et dossiers (LAB-9)', async () => {
    expect((await browser.post('/candidatures/preuves', { fichier: pdf('projet.pdf') })).status).toBe(303)
    const library = await read(await browser.get('/candidatures/preuves'))
    expect(library.text).toContain('projet.pdf')
    proof = (await rows(app, 'select id from labels.proof'))[0].id
    const again = { deja_P1_0: proof, deja_P2_0: proof, suite: 'liste' }
    for (const address of [sent, draft]) await fill(browser, `${address}/rubriques/1`, again)
    expect((await read(await browser.get(sent))).text).toContain('Rien ne manque')
    expect((await read(await browser.get('/candidatures/preuves'))).text).toContain('Dans 2 dossiers')
  })

  it('se remplacent sans rien changer à ce qui est envoyé (LAB-9)', async () => {
    expect((await fill(browser, `${sent}/envoi`, {})).status).toBe(303)
    const replaced = await browser.post(`/candidatures/preuves/${proof}/remplacement`, {
      fichier: pdf('projet-2026.pdf'),
    })
    expect(replaced.status).toBe(303)
    const [kept, moved] = [await browser.get(`${sent}/lecture`), await browser.get(`${draft}/lecture`)]
    expect((await read(kept)).text).toMatch(/projet\.pdf/)
    expect((await read(moved)).text).toMatch(/projet-2026\.pdf/)
    expect((await browser.get(`/candidatures/preuves/${proof}/fichier`)).status).toBe(200)
    const twice = await read(
      await browser.post(`/candidatures/preuves/${proof}/remplacement`, { fichier: pdf('x.pdf') }),
    )
    expect([twice.status, twice.problems.join()]).toEqual([
      422,
      expect.stringContaining('déjà été remplacée'),
    ])
  })

  it('se retirent d’un dossier et restent à la structure (LAB-9)', async () => {
    const [{ id }] = await rows(app, 'select id from labels.proof where replaces is not null')
    await fill(browser, `${draft}/rubriques/1`, { retirer_P2: id })
    const page = await read(await browser.get(draft))
    expect(page.text).toContain('Il manque : Critère P2.')
    expect((await read(await browser.get('/candidatures/preuves'))).text).toContain('projet-2026.pdf')
  })

  it('n’existent pas pour une autre structure (LAB-55)', async () => {
    for (const end of ['fichier', 'remplacement'])
      expect((await neighbour.get(`/candidatures/preuves/${proof}/${end}`)).status, end).toBe(404)
    expect((await read(await neighbour.get('/candidatures/preuves'))).text).not.toContain('projet')
  })

  it('ne sont ni un fichier vide ni un fichier d’un autre genre (LAB-52)', async () => {
    const none = await read(
      await browser.post('/candidatures/preuves', { fichier: new File([], ''), date: '32/13/2026' }),
    )
    expect(none.problems).toEqual([
      'Choisissez le fichier.',
      expect.stringContaining('Cette date n’existe pas'),
    ])
    expect(none.value('date')).toBe('32/13/2026')
  })
})

describe('LAB-71 : la clôture d’une campagne', () => {
  const app = useApp({ today: day('2026-06-17') })
  const grading = { kind: 'levels', unit: 'arobase', levels: [{ level: 1, from: 1 }] } as const
  const content = aScheme({
    ...{ holderKind: 'collectivite', cadence: 'campaign', route: 'jury', agreement: null, grading },
    criteria: [aCriterion('A1', { title: 'Accueil', kind: 'text' })],
    validity: { kind: 'next_edition' },
  })
  let label: Awaited<ReturnType<typeof aLabel>>
  let browsers: Browser[] = []
  const files: string[] = []

  beforeAll(async () => {
    const context = app.context()
    label = await aLabel(context, content, { code: 'villes', name: 'Villes Essai' })
    await anEdition(context, label, { year: 2026, opensOn: '2026-06-01', closesOn: '2026-06-30' })
    await anEdition(context, label, { year: 2027, opensOn: '2027-06-01', closesOn: '2027-06-30' })
    const made = [await anApplicant(context, 'Valmer'), await anApplicant(context, 'Autreville')]
    browsers = await Promise.all(made.map(({ organisation }) => app.signIn('partner', { organisation })))
    for (const browser of browsers) files.push(await start(browser, label.id, {}))
    for (const [rank, browser] of browsers.entries())
      await fill(browser, `${files[rank]}/rubriques/1`, { rep_A1: `Réponse ${rank}` })
  })

  it('prend à 23 h 59 min 59 s de Paris, refuse une seconde après et garde le brouillon (LAB-22, LAB-71)', async () => {
    const [first, second] = browsers as [Browser, Browser]
    app.clock.moveTo(instant('2026-06-30T21:59:58Z'))
    const [inTime, late] = [
      await read(await first.get(`${files[0]}/envoi`)),
      await read(await second.get(`${files[1]}/envoi`)),
    ]
    app.clock.moveTo(instant('2026-06-30T21:59:59Z'))
    expect((await first.post(`${files[0]}/envoi`, { lu: inTime.value('lu') ?? '' })).status).toBe(303)
    app.clock.moveTo(instant('2026-06-30T22:00:00Z'))
    const refused = await read(await second.post(`${files[1]}/envoi`, { lu: late.value('lu') ?? '' }))
    expect(refused.status).toBe(422)
    expect(refused.problems.join()).toContain('terminée le 30 juin 2026 à 23 h 59')
    expect((await read(await second.get(`${files[1]}/rubriques/1`))).value('rep_A1')).toBe('Réponse 1')
    expect(await rows(app, 'select state from labels.application order by state')).toEqual([
      { state: 'draft' },
      { state: 'submitted' },
    ])
  })

  it('n’ouvre pas de dossier sans campagne ouverte, mais une auto-évaluation (LAB-22)', async () => {
    const [first] = browsers as [Browser]
    const page = await read(await first.post(`/candidatures/nouvelle/${label.id}`, { objet: 'candidature' }))
    expect(page.problems.join()).toContain('Aucune campagne n’est ouverte aujourd’hui')
    expect(await start(first, label.id, { objet: 'auto_evaluation' })).toMatch(/candidatures/)
  })

  it('laisse reprendre les réponses de l’an dernier, chacune à confirmer (LAB-22)', async () => {
    app.clock.moveTo(instant('2027-06-10T10:00:00Z'))
    const [first] = browsers as [Browser]
    const copied = await start(first, label.id, { reprendre: 'oui' })
    const section = await read(await first.get(`${copied}/rubriques/1`))
    expect(section.value('rep_A1')).toBe('Réponse 0')
    expect(section.text).toContain('à confirmer ou à changer')
    expect((await read(await first.get(copied))).text).toContain('Il reste 1 point à compléter')
    await fill(first, `${copied}/rubriques/1`, { rep_A1: 'Réponse 0' })
    expect((await read(await first.get(copied))).text).toContain('Il reste 1 point à compléter')
    await fill(first, `${copied}/rubriques/1`, { rep_A1: 'Réponse 0', relu: 'oui' })
    expect((await read(await first.get(copied))).text).toContain('Rien ne manque')
  })
})

describe('LAB-23, LAB-72 : un dossier bâti sur des initiatives déclarées', () => {
  const app = useApp({ today: day('2026-06-17') })
  const content = aScheme({
    ...{ holderKind: 'collectivite', agreement: null, validity: { kind: 'next_edition' } },
    criteria: [aCriterion('I1', { title: 'Vos initiatives', kind: 'initiatives' })],
  })
  let browser: Browser
  let initiative: Awaited<ReturnType<typeof aPublicInitiative>>
  let address = ''
  const purpose = 'Des permanences dans chaque bourg'

  beforeAll(async () => {
    const context = app.context()
    const label = await aLabel(context, content)
    const { organisation } = await anApplicant(context, 'Valmer')
    const { organisation: other } = await anApplicant(context, 'Autreville')
    initiative = await aPublicInitiative(context, organisation, { title: purpose })
    await aPublicInitiative(context, other, { title: 'Celle d’une autre' })
    browser = await app.signIn('partner', { organisation })
    address = await start(browser, label.id, {})
  })

  it('propose les initiatives de la structure, et elles seules (LAB-23)', async () => {
    const page = await read(await browser.get(`${address}/rubriques/1`))
    expect(page.text).toContain(purpose)
    expect(page.text).not.toContain('Celle d’une autre')
  })

  it('les fige à l’envoi : le dossier garde la version lue, l’atlas montre la nouvelle (LAB-23, LAB-72)', async () => {
    await fill(browser, `${address}/rubriques/1`, { rep_I1: initiative })
    expect((await fill(browser, `${address}/envoi`, {})).status).toBe(303)
    await changeInitiative(app.context(), initiative, 1, anInitiative({ title: 'Un bus numérique' }))
    expect((await read(await browser.get(`/initiatives/${initiative}`))).heading).toBe('Un bus numérique')
    const page = await read(await browser.get(`${address}/lecture`))
    expect(page.text).toContain(purpose)
    expect(page.text).not.toContain('Un bus numérique')
    const frozen = await rows(
      app,
      `select f.content->>'title' as title from labels.application_initiative i
        join initiatives.frozen_initiative f on f.id = i.frozen_initiative_id`,
    )
    expect(frozen).toEqual([{ title: purpose }])
  })
})

describe('LAB-55 : la durée de conservation d’un dossier clos', () => {
  const app = useApp({ today: day('2026-06-17') })

  it('efface ce qui fut écrit dans un dossier retiré, deux ans après le délai de recours, et garde sa fin (LAB-55)', async () => {
    const context = app.context()
    const label = await aLabel(context, aScheme({ criteria: [aCriterion('A1', { kind: 'text' })] }))
    const { organisation, place } = await anApplicant(context, 'Valmer')
    const browser = await app.signIn('partner', { organisation })
    const address = await start(browser, label.id, { lieu: place })
    await fill(browser, `${address}/rubriques/1`, { rep_A1: 'Madame Exemple nous aide' })
    await browser.post(`${address}/retrait`, {})
    const [rule] = labelsRetention
    app.moveTo('2028-08-17')
    expect(await rule?.apply(app.services)).toBe(0)
    app.moveTo('2028-08-18')
    expect(await rule?.apply(app.services)).toBe(1)
    expect(await rows(app, 'select * from labels.application_answer')).toEqual([])
    const page = await read(await browser.get(`${address}/lecture`))
    expect(page.text).toContain('ont été effacées')
    expect((await read(await browser.get(address))).text).toContain('Retirée')
    expect(await rule?.apply(app.services)).toBe(0)
  })
})
