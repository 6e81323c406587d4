import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import type { Id } from '../../src/kernel/id.ts'
import { anAgreementInForce, aPlace } from '../../src/modules/agreements/testing.ts'
import { aMandate } from '../../src/modules/identity/testing-organisations.ts'
import { aLabelByList } from '../../src/modules/labels/testing-bulk.ts'
import { aHeadWhoSigns } from '../../src/modules/labels/testing-decisions.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { workbookOf } from '../../src/platform/tables/workbook.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp()
const GOOD = 113

let partnerId: OrganisationId
let partner: Browser
let officer: Browser
let scheme: string
let agreement: Id<'agreement'>
let signer: string
let headSigner: string
let listed: Id<'place'>[]

async function sql<Row extends Record<string, unknown>>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const { rows } = await app.database.pool.query<Row>(text, values)
  return rows
}

beforeAll(async () => {
  const context = app.context()
  const named = (name: string) => aPlace(context, name)
  listed = []
  for (let rank = 1; rank <= GOOD + 12; rank += 1) listed.push(await named(`Atelier ${rank}`))
  const twins = [await named('Atelier jumeau'), await named('Atelier jumeau')]
  const closed = await named('Atelier fermé')
  await named('Atelier du voisin')
  agreement = await anAgreementInForce(context, day('2026-06-12'), {
    partner: 'Réseau des ateliers',
    places: [...listed, ...twins, closed],
  })
  await sql(`update places.place set status = 'closed' where id = $1`, [closed])
  await sql(`update places.place set emails = '{atelier@exemple.fr}' where id = $1`, [listed[0]])
  const [organisation] = await sql<{ id: OrganisationId }>(
    `select id from identity.organisation where name = 'Réseau des ateliers'`,
  )
  partnerId = organisation?.id as OrganisationId
  signer = await aMandate(context, partnerId, { quality: 'directrice générale' })
  const head = await aHeadWhoSigns(context)
  headSigner = `${head.mandate}.${head.delegation}`
  const templates = ['normandie-connectee']
  const version = await aLabelByList(context, { agreement: { templates, clause: 'art. 4' } })
  scheme = version.scheme.id
  partner = await app.signIn('partner', { organisation: partnerId })
  officer = await app.signIn('officer')
}, 120_000)

const meeting = {
  comite: 'La direction des ateliers et deux référents',
  reuni_le: '15/06/2026',
  compte_rendu: 'Le comité propose les ateliers de la liste.',
}

async function opened(): Promise<string> {
  const answer = await partner.post('/listes-labels/nouvelle', {
    label: scheme,
    convention: agreement,
    ...meeting,
  })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

/** A form that shows its consequence first, filled and read again: what is sent to confirm it. */
async function asked(browser: Browser, address: string, fields: Record<string, string>) {
  const vu = (await read(await browser.get(address))).value('vu') ?? ''
  const page = await read(await browser.post(address, { ...fields, vu }))
  expect(page.problems).toEqual([])
  return { ...fields, vu, confirme: page.value('confirme') ?? '' }
}

async function confirmed(browser: Browser, address: string, fields: Record<string, string>) {
  return browser.post(address, await asked(browser, address, fields))
}

const signing = () => ({ signataire: signer, signee_le: '17/06/2026' })
const sign = (list: string) => confirmed(partner, `${list}/charte`, signing())
const deciding = () => ({ signataire: headSigner, date: '17/06/2026', effet: '17/06/2026' })
const decide = (list: string, more: Record<string, string> = {}) =>
  confirmed(officer, `${list}/decision`, { ...deciding(), ...more })

async function withPlaces(places: readonly Id<'place'>[]): Promise<string> {
  const list = await opened()
  expect((await partner.post(`${list}/lieux`, { lieux: places })).status).toBe(303)
  return list
}

const awards = async () =>
  Number(
    (await sql<{ count: string }>('select count(*) from labels.award where list_id is not null'))[0]?.count,
  )

describe('une liste de lieux proposée par le comité d’un partenaire', () => {
  it('120 lignes dont 7 mauvaises : 113 trouvées, un fichier de 7 motifs, une charte, une décision ; rejouer ne crée rien (LAB-19, LAB-20, LAB-21, LAB-52, LAB-68)', async () => {
    const lines = [
      'Nom du lieu;Commune;Code postal;Fiche',
      ...Array.from({ length: GOOD }, (_, rank) => `ATELIER ${rank + 1};honfleur;14600;`),
      'Atelier introuvable;Caen;14000;',
      'Atelier fermé;Honfleur;14600;',
      'Atelier du voisin;Honfleur;14600;',
      'Atelier 1;Honfleur;14600;',
      'Atelier jumeau;Honfleur;;',
      ';Honfleur;14600;',
      ';;;/lieux/nulle-part',
    ]
    const list = await opened()
    const sent = await partner.post(`${list}/fichier`, {
      tableau: new File([lines.join('\n')], 'ateliers.csv', { type: 'text/csv' }),
    })
    const preview = sent.headers.get('location') ?? ''
    const shown = await read(await partner.get(preview))
    expect(shown.texts('main ul li').slice(0, 4)).toEqual([
      '113 lieux trouvés',
      '1 ligne hésitante : plusieurs lieux répondent',
      '1 lieu absent de l’annuaire',
      '5 lignes écartées',
    ])
    const wrong = (await (await partner.get(`${preview}/lignes-a-revoir.csv`)).text()).trim().split('\r\n')
    expect(wrong).toHaveLength(8)
    expect(wrong.slice(1).map((line) => line.split(';').at(-1)?.replaceAll('"', ''))).toEqual([
      'Ce lieu n’est pas dans l’annuaire : vérifiez son nom et sa commune, ou faites-le créer.',
      'Ce lieu est fermé.',
      'Ce lieu ne relève pas de votre convention.',
      'Ce lieu est déjà à la ligne 2.',
      'Plusieurs lieux de l’annuaire répondent (2) : précisez la commune ou l’adresse de la fiche.',
      'La ligne ne donne ni nom ni adresse de fiche.',
      'Aucune fiche de l’annuaire n’a cette adresse.',
    ])
    expect((await read(await partner.get(list))).text).toContain('La liste est vide')
    expect((await partner.post(preview)).status).toBe(303)
    const again = await read(await partner.post(preview))
    expect(again.problems.join()).toContain('déjà été reprises')

    expect((await officer.get(list)).status).toBe(404)
    expect((await sign(list)).status).toBe(303)
    const [signature] = await sql(
      `select places, list_sha256, mandate_id, signer_title, text from labels.charter_signature`,
    )
    expect(signature).toMatchObject({ places: GOOD, mandate_id: signer, signer_title: 'directrice générale' })
    expect(signature?.list_sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(signature?.text).toContain('Charte du label NetPublic Essai, version 1.1')

    const decision = await asked(officer, `${list}/decision`, deciding())
    expect((await officer.post(`${list}/decision`, decision)).status).toBe(303)
    expect(await awards()).toBe(GOOD)
    const numbers = await sql<{ number: string }>(
      'select number from labels.award where list_id is not null order by number',
    )
    expect(numbers.map(({ number }) => number)).toEqual(
      Array.from({ length: GOOD }, (_, rank) => `NETPUBLIC-2026-${String(rank + 1).padStart(4, '0')}`),
    )
    expect(await sql('select 1 from labels.decision')).toHaveLength(1)
    const place = await read(await app.visitor().get(`/lieux/${listed[0]}`))
    expect(place.text).toContain('NetPublic Essai')

    const replay = await read(await officer.post(`${list}/decision`, decision))
    expect(replay.problems.join()).toContain('déjà décidée')
    expect(await awards()).toBe(GOOD)
    expect(await sql('select 1 from labels.decision')).toHaveLength(1)
  }, 60_000)

  it('chaque lieu apprend la charte avec son texte, puis la décision, une fois (LAB-20)', async () => {
    await app.runJobs()
    await app.runJobs()
    const mails = await sql<{ subject: string; body: string }>(
      `select subject, body from platform.mail where recipient = 'atelier@exemple.fr' order by written_at, subject`,
    )
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'Estuaire connecté : la charte du label NetPublic Essai est signée pour Atelier 1',
      'Estuaire connecté : label attribué, NetPublic Essai, Atelier 1',
    ])
    const charter = mails.find(({ subject }) => subject.includes('charte'))
    expect(charter?.body.replace(/\u00a0/g, ' ')).toContain('Les lieux de la liste s’engagent')
    expect(await sql('select 1 from labels.listed_place where charter_told_at is null')).toEqual([])
    const { rows } = await app.database.pool.query(
      `select subject from platform.mail where once_key like 'list:%' and recipient <> 'atelier@exemple.fr' order by 1`,
    )
    // The partner's manager hears of both, the officer of what waits for a decision.
    expect(rows.map(({ subject }) => subject)).toEqual([
      'Estuaire connecté : charte du label NetPublic Essai signée pour 113 lieux',
      'Estuaire connecté : charte du label NetPublic Essai signée pour 113 lieux',
      'Estuaire connecté : décision sur votre liste pour le label NetPublic Essai',
    ])
  })

  it('un classeur se lit comme un tableau, et un lieu absent s’y crée en brouillon (LAB-19)', async () => {
    const rows = [
      ['Lieu', 'Ville'],
      ['Atelier 114', 'Honfleur'],
      ['Atelier tout neuf', 'Caen'],
      ['Atelier jumeau', 'Honfleur'],
    ]
    const list = await opened()
    const content = await workbookOf([{ name: 'Ateliers', rows }])
    const sent = await partner.post(`${list}/fichier`, { tableau: new File([content], 'ateliers.xlsx') })
    const preview = sent.headers.get('location') ?? ''
    const page = await read(await partner.get(preview))
    const twin =
      page.document.querySelector('select[name="lieu_4"] option:nth-child(2)')?.getAttribute('value') ?? ''
    expect((await partner.post(preview, { creer: '3', lieu_4: twin })).status).toBe(303)
    const shown = await read(await partner.get(list))
    expect(shown.text).toContain('Atelier 114')
    expect(shown.text).toContain('Atelier jumeau')
    expect(shown.text).toContain('Atelier tout neuf')
    expect(await sql(`select status from places.place where name = 'Atelier tout neuf'`)).toEqual([
      { status: 'draft' },
    ])
    for (const { place_id } of await sql<{ place_id: Id<'place'> }>(
      'select place_id from labels.listed_place where list_id = $1',
      [list.split('/').at(-1)],
    ))
      await partner.post(`${list}/lieux/${place_id}/retrait`)
  })
})

describe('une liste signée ne change plus', () => {
  it('un lieu ajouté ensuite demande un avenant signé : sans lui, aucune attribution (LAB-20, LAB-69)', async () => {
    const list = await withPlaces([listed[GOOD] as Id<'place'>])
    await sign(list)
    const late = listed[GOOD + 1] as Id<'place'>
    const refused = await read(await partner.post(`${list}/lieux`, { lieux: [late] }))
    expect(refused.status).toBe(422)
    expect(refused.problems.join()).toContain('préparez un avenant')
    await decide(list)
    const before = await awards()
    await expect(
      sql(
        `insert into labels.listed_place (list_id, place_id, origin, added_at) values ($1, $2, 'chosen', now())`,
        [list.split('/').at(-1), late],
      ),
    ).rejects.toThrow('signed_list_is_closed')

    const addendum = (await partner.post(`${list}/avenant`, meeting)).headers.get('location') ?? ''
    await partner.post(`${addendum}/lieux`, { lieux: [late] })
    expect((await officer.get(`${addendum}/decision`)).status).toBe(404)
    await expect(
      sql(
        `insert into labels.award (id, scheme_id, place_id, agreement_id, granted_on, number, slug, list_id, recorded_at)
         values (gen_random_uuid(), $1, $2, $3, '2026-06-17', 'X', 'x', $4, now())`,
        [scheme, late, agreement, addendum.split('/').at(-1)],
      ),
    ).rejects.toThrow('award_of_a_list_comes_after_its_decision')
    expect(await awards()).toBe(before)
    await sign(addendum)
    expect((await decide(addendum)).status).toBe(303)
    expect(await awards()).toBe(before + 1)
    expect((await read(await partner.get(addendum))).heading).toContain('Avenant à la liste')
  })

  it('signée deux fois à la fois, elle l’est une ; une liste relue sans le lieu ajouté est à relire (LAB-20)', async () => {
    const list = await withPlaces([listed[GOOD + 2] as Id<'place'>])
    const stale = (await read(await partner.get(`${list}/charte`))).value('vu') ?? ''
    await partner.post(`${list}/lieux`, { lieux: [listed[GOOD + 3] as Id<'place'>] })
    const typed = { ...signing(), vu: stale }
    const page = await read(await partner.post(`${list}/charte`, typed))
    const old = await read(
      await partner.post(`${list}/charte`, { ...typed, confirme: page.value('confirme') ?? '' }),
    )
    expect(old.problems.join()).toContain('La liste a changé')
    const fields = await asked(partner, `${list}/charte`, signing())
    const answers = await Promise.all([1, 2].map(() => partner.post(`${list}/charte`, fields)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  })
})

describe('ce qui est décidé contre un lieu est motivé', () => {
  it('exclure un lieu proposé sans motif est refusé ; avec son motif, la décision dit ses voies de recours (LAB-15, LAB-21, LAB-70)', async () => {
    const [plain, reserved, excluded] = [GOOD + 4, GOOD + 5, GOOD + 6].map((at) => listed[at] as Id<'place'>)
    const list = await withPlaces([plain, reserved, excluded] as Id<'place'>[])
    await sign(list)
    const without = await read(await officer.post(`${list}/lieux/${excluded}/avis`, { avis: 'excluded' }))
    expect(without.status).toBe(422)
    expect(without.problems.join()).toContain('Écrivez le motif')
    await expect(
      sql(`update labels.listed_place set verdict = 'excluded' where place_id = $1`, [excluded]),
    ).rejects.toThrow('verdict_against_a_place_is_explained')
    const motif = 'Aucun ordinateur n’est accessible.'
    expect((await officer.post(`${list}/lieux/${excluded}/avis`, { avis: 'excluded', motif })).status).toBe(
      303,
    )
    await officer.post(`${list}/lieux/${reserved}/avis`, {
      avis: 'granted_with_reserve',
      motif: 'Former l’accueil.',
      avant_le: '31/12/2026',
    })
    const before = await awards()
    const blocked = await read(await decide(list, { voies: '' }))
    expect(blocked.problems.join()).toContain('indiquez les voies et délais de recours')
    expect(await awards()).toBe(before)
    expect((await decide(list, { voies: 'Recours gracieux dans les deux mois.' })).status).toBe(303)
    expect(await awards()).toBe(before + 2)
    const page = await read(await partner.get(list))
    expect(page.text).toContain(`exclu : ${motif}`)
    expect(page.text).toContain('À lever au plus tard le 31 décembre 2026')
    const late = await read(await officer.post(`${list}/lieux/${plain}/avis`, { avis: 'excluded', motif }))
    expect(late.problems.join()).toContain('déjà décidée')
  })

  it('sans pouvoir ce jour-là, ni la charte ni la décision ne se signe (LAB-20, LAB-52)', async () => {
    const past = await aMandate(app.context(), partnerId, {
      holderName: 'Jeanne Ancienne',
      from: day('2020-01-01'),
      until: day('2024-01-01'),
    })
    const list = await withPlaces([listed[GOOD + 7] as Id<'place'>])
    const page = await read(
      await confirmed(partner, `${list}/charte`, { signataire: past, signee_le: '17/06/2026' }),
    )
    expect(page.problems.join()).toContain('Jeanne Ancienne n’a pas de mandat')
    const nobody = await read(await confirmed(partner, `${list}/charte`, { signee_le: '17/06/2026' }))
    expect(nobody.problems.join()).toContain('Choisissez qui signe')
    await sign(list)
    const unsigned = await read(
      await confirmed(officer, `${list}/decision`, { date: '17/06/2026', effet: '17/06/2026' }),
    )
    expect(unsigned.problems.join()).toContain('Choisissez qui signe')
  })

  it('deux décisions à la fois en font une seule (LAB-21, LAB-53)', async () => {
    const list = await withPlaces([listed[GOOD + 8] as Id<'place'>])
    await sign(list)
    const before = await awards()
    const fields = await asked(officer, `${list}/decision`, deciding())
    const answers = await Promise.all([1, 2].map(() => officer.post(`${list}/decision`, fields)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await awards()).toBe(before + 1)
  })
})

describe('ce qui est refusé laisse les bonnes lignes', () => {
  it.each([
    ['vide', new File([''], 'vide.csv'), 'Choisissez un tableau'],
    ['une image', new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1])], 'a.csv'), 'ni un tableau CSV'],
    [
      'sans nom',
      new File(['a;b\n1;2\n'], 'a.csv'),
      'Aucune colonne ne nomme les lieux (colonnes lues : a, b)',
    ],
    ['un classeur abîmé', new File([new Uint8Array([0x50, 0x4b, 3, 4, 9])], 'a.xlsx'), 'ni un tableau CSV'],
  ])('un fichier %s (LAB-52)', async (_kind, tableau, sentence) => {
    const list = await opened()
    const page = await read(await partner.post(`${list}/fichier`, { tableau }))
    expect(page.status).toBe(422)
    expect(page.problems.join()).toContain(sentence)
  })

  it('un lieu hors de la convention, déjà proposé, ou labellisé (LAB-19, LAB-52)', async () => {
    const list = await opened()
    const [outside] = await sql<{ id: Id<'place'> }>(
      `select id from places.place where name = 'Atelier du voisin'`,
    )
    for (const [place, sentence] of [
      [outside?.id, 'Atelier du voisin ne relève pas de votre convention'],
      [listed[GOOD + 7], 'est déjà dans une liste proposée'],
      [listed[0], 'porte déjà ce label'],
    ] as const) {
      const page = await read(await partner.post(`${list}/lieux`, { lieux: [place as Id<'place'>] }))
      expect(page.problems.join()).toContain(sentence)
    }
  })

  it('une autre structure ne voit pas la liste', async () => {
    const list = await withPlaces([listed[GOOD + 9] as Id<'place'>])
    const other = await app.signIn('partner')
    for (const part of ['', '/charte', '/lieux', '/fichier', '/avenant'])
      expect((await other.get(`${list}${part}`)).status, part).toBe(404)
  })
})
