import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import type { AgreementId, PlaceId } from '../../src/modules/agreements/domain/agreement.ts'
import { anAgreementInForce, aPlace } from '../../src/modules/agreements/testing.ts'
import type { Browser } from '../support.ts'
import { read, useApp } from '../support.ts'

const words = { pouvoir: 'autre', signataire: 'Sophie Tanguy', qualite: 'présidente' }

/** Sends a form with what its page carries in hidden fields. */
async function send(browser: Browser, address: string, fields: Record<string, string | readonly string[]>) {
  const { document } = await read(await browser.get(address))
  const hidden = [...document.querySelectorAll('main form[method="post"] input[type="hidden"]')]
  const carried = hidden.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''])
  return browser.post(address.split('?')[0] ?? address, { ...Object.fromEntries(carried), ...fields })
}

/** Sees the consequence, then confirms it. */
async function confirm(browser: Browser, address: string, fields: Record<string, string>) {
  const shown = await read(await send(browser, address, fields))
  const done = await send(browser, address, { ...fields, confirme: shown.value('confirme') ?? '' })
  return { shown, done }
}

describe('000 art. 11 : de la demande d’avenant au texte consolidé', () => {
  const app = useApp({ today: day('2026-06-17') })
  let officer: Browser
  let id: AgreementId
  let address = ''
  let kept: PlaceId
  let added: PlaceId

  beforeAll(async () => {
    officer = await app.signIn('officer')
    const context = app.context()
    kept = await aPlace(context, 'Maison numérique')
    added = await aPlace(context, 'Médiathèque du port')
    id = await anAgreementInForce(context, day('2024-04-08'), { places: [kept] })
    address = `/conventions/${id}`
  })

  it('art. 11 : une demande arrivée le dernier jour utile est à temps, et l’accusé le dit (AGR-58, AGR-127)', async () => {
    app.moveTo('2027-01-08')
    const request = { partie: 'cocontractant', objet: 'Ajouter la médiathèque', envoi: '' }
    const form = await read(await officer.get(`${address}/avenants/demande`))
    expect(form.text).toContain('7 janvier 2027')
    const asked = await send(officer, `${address}/avenants/demande`, { ...request, arrivee: '07/01/2027' })
    expect(asked.status).toBe(303)
    const page = await read(await officer.get(address))
    expect(page.text).toContain('dans le délai : le dernier jour utile est le 7 janvier 2027')
    expect(page.text).toContain('« Ajouter la médiathèque »')
  })

  it('art. 11 : le lendemain elle est hors délai, conservée, et l’article est cité (AGR-58, AGR-127)', async () => {
    const request = { partie: 'cocontractant', objet: 'Allonger le préavis', arrivee: '08/01/2027' }
    expect((await send(officer, `${address}/avenants/demande`, request)).status).toBe(303)
    const page = await read(await officer.get(address))
    expect(page.text).toContain('hors délai : le dernier jour utile était le 7 janvier 2027')
    expect(page.text).toMatch(/art\. 11/)
    await app.runJobs()
    const mails = await app.services.db.selectFrom('platform.mail').select(['subject', 'body']).execute()
    for (const { subject, body } of mails) {
      if (subject.includes('demande d’avenant')) expect(body).toMatch(/dans le délai|hors délai/)
    }
  })

  it('art. 11 : une demande refusée dit quel champ et quoi faire (AGR-113)', async () => {
    const wrong = await read(
      await send(officer, `${address}/avenants/demande`, {
        partie: '',
        objet: 'Texte gardé',
        arrivee: '31/02/2026',
        envoi: '',
      }),
    )
    expect(wrong.status).toBe(422)
    expect(wrong.problems.join()).toContain('Choisissez la partie qui demande l’avenant.')
    expect(wrong.problems.join()).toContain('Cette date n’existe pas')
    expect(wrong.value('objet')).toBe('Texte gardé')
    const future = { partie: 'cocontractant', objet: 'X', arrivee: '09/01/2027' }
    const late = await read(await send(officer, `${address}/avenants/demande`, future))
    expect(late.problems.join()).toContain('ne pourra être enregistré qu’à partir de ce jour')
    const crossed = { ...future, arrivee: '05/01/2027', envoi: '06/01/2027' }
    const sent = await read(await send(officer, `${address}/avenants/demande`, crossed))
    expect(sent.problems.join()).toContain('ne peut pas être partie le 6 janvier 2027')
  })

  it('art. 11 : un avenant vide ne se signe pas ; il se numérote et se rédige', async () => {
    const drafted = await send(officer, `${address}/avenants/nouveau`, { objet: 'Médiathèque et préavis' })
    expect(drafted.headers.get('location')).toBe(`${address}/avenants/1`)
    const early = await read(
      await send(officer, `${address}/avenants/1/signature`, {
        ...words,
        partie: 'region',
        date: '08/01/2027',
      }),
    )
    expect(early.problems.join()).toContain('ne change encore rien')
  })

  it('art. 11 : il change un terme, récrit un article, ajoute et retire des lieux (AGR-60)', async () => {
    const terms = await read(await officer.get(`${address}/avenants/1/termes`))
    const figures = Object.fromEntries(
      [...terms.document.querySelectorAll('input[name^="terme."]')].map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    )
    const change = { ...figures, objet: 'Médiathèque et préavis', reconduction: 'tacit' }
    const none = await read(
      await send(officer, `${address}/avenants/1/termes`, { ...change, 'terme.denunciation.months': 'six' }),
    )
    expect(none.problems.join()).toContain('Écrivez un nombre entier')
    const long = { ...change, 'terme.denunciation.months': '9999' }
    expect((await send(officer, `${address}/avenants/1/termes`, long)).status).toBe(422)
    const six = { ...change, 'terme.denunciation.months': '6' }
    expect((await send(officer, `${address}/avenants/1/termes`, six)).status).toBe(303)

    const clause = `${address}/avenants/1/articles/objet`
    const text = (await read(await officer.get(clause))).document.querySelector('textarea')?.textContent ?? ''
    const rewritten = await send(officer, clause, { texte: `${text}\n\nLes Parties ouvrent le samedi.` })
    expect(rewritten.status).toBe(303)
    expect((await officer.get(`${address}/avenants/1/articles/inconnu`)).status).toBe(404)

    const found = `${address}/avenants/1/lieux?q=mediatheque`
    expect((await read(await officer.get(found))).text).toContain('Médiathèque du port')
    const shown = await read(await officer.get(`${address}/avenants/1`))
    const joined = await officer.post(`${address}/avenants/1/lieux/ajout`, {
      vu: String((await seen(officer, `${address}/avenants/1/lieux`)).vu),
      redaction: String((await seen(officer, `${address}/avenants/1/lieux`)).redaction),
      lieu: added,
      liste: 'liste_lieux_epn',
    })
    expect(joined.status).toBe(303)
    expect(shown.text).toContain('Préavis de dénonciation : 6 mois, au lieu de 3')
    expect((await read(await officer.get(`${address}/avenants/1`))).text).toContain(
      'Lieu ajouté : Médiathèque du port',
    )
  })

  it('art. 8 et 11 : une phrase qui suit un terme ne se récrit pas sans lui (AGR-19)', async () => {
    const clause = `${address}/avenants/1/articles/duree`
    const refused = await read(await send(officer, clause, { texte: 'La convention dure longtemps.' }))
    expect(refused.status).toBe(422)
    expect(refused.problems.join()).toContain('{{termes.duree}}')
  })

  it('deux personnes l’écrivent à la fois : la seconde relit, sans rien perdre (AGR-21, AGR-87)', async () => {
    const { vu } = await seen(officer, `${address}/avenants/1/lieux`)
    const stale = await read(
      await officer.post(`${address}/avenants/1/articles/valeurs`, {
        vu,
        redaction: '1',
        texte: 'Écrit trop tard.',
      }),
    )
    expect(stale.status).toBe(422)
    expect(stale.problems.join()).toContain('Quelqu’un a modifié cet avenant')
    expect(stale.document.querySelector('textarea')?.textContent).toBe('Écrit trop tard.')
  })

  it('art. 11 : la conséquence d’abord, puis l’effet au 1er du mois suivant la dernière signature (AGR-59)', async () => {
    const page = `${address}/avenants/1/signature`
    const first = await confirm(officer, page, { ...words, partie: 'cocontractant', date: '05/01/2027' })
    expect(first.shown.text).toContain('Rien n’est encore enregistré')
    expect(first.shown.text).toContain('Il manquera encore la signature')
    expect(first.done.status).toBe(303)
    const frozen = await read(
      await send(officer, `${address}/avenants/1/articles/objet`, { texte: 'Autre.' }),
    )
    expect(frozen.problems.join()).toContain('il ne peut plus changer')
    const twice = await read(
      await send(officer, page, { ...words, partie: 'cocontractant', date: '05/01/2027' }),
    )
    expect(twice.problems.join()).toContain('a déjà signé')
    const last = await confirm(officer, page, { ...words, partie: 'region', date: '08/01/2027' })
    expect(last.shown.text).toContain('prend effet le 1er février 2027')
    expect(last.done.status).toBe(303)
    const shown = await read(await officer.get(`${address}/avenants/1`))
    expect(shown.text).toContain('Signé, pas encore en vigueur')
    expect(shown.text).toContain('Premier jour du mois qui suit la dernière signature (8 janvier 2027)')
  })

  it('art. 11 : le texte consolidé se lit la veille et le jour de l’effet (AGR-61, AGR-128)', async () => {
    const eve = await read(await officer.get(`${address}/texte?jour=2027-01-31`))
    expect(eve.text).toContain('Aucun article n’est modifié')
    expect(eve.text).not.toContain('Les Parties ouvrent le samedi.')
    expect(eve.text).not.toContain('Médiathèque du port')
    const after = await read(await officer.get(`${address}/texte?jour=01/02/2027`))
    expect(after.text).toContain('Les Parties ouvrent le samedi.')
    expect(after.text).toContain('avenant n° 1')
    expect(after.text).toContain('Texte d’origine')
    expect(after.text).toContain('Médiathèque du port')
    expect(after.text).toContain('six mois')
    const none = await read(await officer.get(`${address}/texte?jour=31/02/2027`))
    expect(none.text).toContain('Cette date n’existe pas')
  })

  it('art. 6 et 11 : l’annexe suit, le lieu ajouté est couvert depuis l’effet (AGR-60)', async () => {
    const covers = await app.services.db
      .selectFrom('agreements.place_cover')
      .select(['place_id', 'sub_list', 'from_day'])
      .where('agreement_id', '=', id)
      .execute()
    expect(covers).toContainEqual({ place_id: added, sub_list: 'liste_lieux_epn', from_day: '2027-02-01' })
    expect(covers).toContainEqual({ place_id: kept, sub_list: 'liste_lieux_epn', from_day: '2024-04-08' })
    app.moveTo('2027-02-01')
    const page = await read(await officer.get(address))
    expect(page.text).toContain('Médiathèque du port')
    expect(page.text).toContain('Les Parties ouvrent le samedi.')
  })

  it('art. 11 : ce que deux avenants changent se voit en rédigeant le second (AGR-60)', async () => {
    await send(officer, `${address}/avenants/nouveau`, { objet: 'Préavis encore' })
    const change = { objet: 'Préavis encore', reconduction: 'tacit' }
    const terms = await read(await officer.get(`${address}/avenants/2/termes`))
    const figures = Object.fromEntries(
      [...terms.document.querySelectorAll('input[name^="terme."]')].map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    )
    expect(figures['terme.denunciation.months']).toBe('6')
    const two = { ...figures, ...change, 'terme.denunciation.months': '2' }
    expect((await send(officer, `${address}/avenants/2/termes`, two)).status).toBe(303)
    const shown = await read(await officer.get(`${address}/avenants/2`))
    expect(shown.text).toContain('l’avenant n° 1 y touche aussi')
  })

  it('art. 6 et 11 : un lieu retiré reste couvert jusqu’à la veille de l’effet (AGR-60)', async () => {
    await send(officer, `${address}/avenants/2/lieux`, { restent: [added] })
    const signature = `${address}/avenants/2/signature`
    for (const partie of ['region', 'cocontractant']) {
      expect((await confirm(officer, signature, { ...words, partie, date: '01/02/2027' })).done.status).toBe(
        303,
      )
    }
    const cover = await app.services.db
      .selectFrom('agreements.place_cover')
      .select('until_day')
      .where('agreement_id', '=', id)
      .where('place_id', '=', kept)
      .executeTakeFirstOrThrow()
    expect(cover.until_day).toBe('2027-03-01')
    const after = await read(await officer.get(`${address}/texte?jour=2027-03-01`))
    const places = [...after.document.querySelectorAll('table')].at(-1)?.textContent
    expect(places).toContain('Médiathèque du port')
    expect(places).not.toContain('Maison numérique')
    expect(after.text).toContain('deux mois')
  })

  it('hors de portée, dans un autre réseau ou sans droit, rien ne se lit ni ne s’écrit', async () => {
    const elsewhere = await app.signIn('officer', { network: app.networks.baie })
    const reader = await app.signIn('reader')
    for (const path of ['/texte', '/avenants/1']) {
      expect((await elsewhere.get(`/n/baie${address}${path}`)).status, path).toBe(404)
      expect((await reader.get(`${address}${path}`)).status, path).toBe(200)
    }
    expect((await reader.get(`${address}/avenants/1/termes`)).status).toBe(403)
    expect((await officer.get(`${address}/avenants/9`)).status).toBe(404)
  })
})

describe('001 art. 10 : la reconduction expresse', () => {
  const app = useApp({ today: day('2026-06-25') })
  let officer: Browser
  const renewal = (id: AgreementId) => `/conventions/${id}/renouvellement`
  const agreement = () => anAgreementInForce(app.context(), day('2023-07-01'), { templateId: 'canope' })

  beforeAll(async () => {
    officer = await app.signIn('officer')
  })

  it('signée par tous à temps avec une durée, elle ouvre une période (AGR-37, AGR-122)', async () => {
    app.moveTo('2026-06-25')
    const id = await agreement()
    const missing = await read(
      await send(officer, renewal(id), { ...words, partie: 'etat', date: '20/06/2026', duree: '' }),
    )
    expect(missing.problems.join()).toContain('La durée de la reconduction est obligatoire')
    const signed = { ...words, duree: '2' }
    const first = await confirm(officer, renewal(id), { ...signed, partie: 'etat', date: '20/06/2026' })
    expect(first.shown.text).toContain('sans elle, la convention prend fin le 30 juin 2026')
    expect((await read(await officer.get(`/conventions/${id}`))).text).toContain(
      'Une reconduction de 2 ans attend encore la signature de',
    )
    const other = { ...words, duree: '3', partie: 'canope', date: '25/06/2026' }
    const differing = await read(await send(officer, renewal(id), other))
    expect(differing.problems.join()).toContain('a signé une reconduction de 2 ans')
    const last = await confirm(officer, renewal(id), { ...signed, partie: 'canope', date: '25/06/2026' })
    expect(last.shown.text).toContain('Dernier jour de la convention : 30 juin 2028')
    expect(last.done.status).toBe(303)
    expect((await read(await officer.get(`/conventions/${id}`))).text).toContain(
      'En vigueur jusqu’au 30 juin 2028 inclus',
    )
  })

  it('complétée après le terme, elle est conservée sans effet, et cela se lit avant (AGR-37, AGR-121)', async () => {
    app.moveTo('2026-06-25')
    const id = await agreement()
    const signed = { ...words, duree: '2' }
    await confirm(officer, renewal(id), { ...signed, partie: 'etat', date: '20/06/2026' })
    app.moveTo('2026-07-05')
    const late = await confirm(officer, renewal(id), { ...signed, partie: 'canope', date: '04/07/2026' })
    expect(late.shown.text).toContain('serait conservé sans effet')
    expect(late.shown.text).toContain('préparez une nouvelle convention')
    const page = await read(await officer.get(`/conventions/${id}`))
    expect(page.text).toContain('Arrivée à son terme le 30 juin 2026')
    expect(page.text).toContain('Le renouvellement a été signé après le terme')
  })

  it('003 art. XIII, 000 art. 8 : une convention qui se reconduit d’elle-même n’en demande pas (AGR-37)', async () => {
    app.moveTo('2026-07-05')
    const id = await anAgreementInForce(app.context(), day('2025-06-12'))
    expect((await read(await officer.get(renewal(id)))).text).toContain('se reconduit d’elle-même')
    const forced = { ...words, vu: '3', duree: '2', partie: 'region', date: '01/07/2026' }
    expect((await officer.post(renewal(id), forced)).status).toBe(422)
  })
})

describe('001 art. 13 : le différend', () => {
  const app = useApp({ today: day('2026-05-20') })
  let officer: Browser

  beforeAll(async () => {
    officer = await app.signIn('officer')
  })

  it('trente jours après la réception de la lettre, puis les tribunaux de Paris ; réglé par un accord (AGR-65)', async () => {
    const id = await anAgreementInForce(app.context(), day('2025-02-03'), { templateId: 'canope' })
    const address = `/conventions/${id}`
    const opening = {
      partie: 'canope',
      objet: 'Prêt de matériel',
      date: '02/05/2026',
      reception: '01/05/2026',
    }
    const crossed = await read(await send(officer, `${address}/differends/nouveau`, opening))
    expect(crossed.problems.join()).toContain('ne peut pas être reçue le 1er mai 2026')
    const opened = await send(officer, `${address}/differends/nouveau`, {
      ...opening,
      reception: '04/05/2026',
    })
    expect(opened.status).toBe(303)
    const page = await read(await officer.get(address))
    expect(page.text).toContain('3 juin 2026')
    expect(page.text).toContain('à partir du 4 juin 2026')
    expect(page.text).toMatch(/Paris/)
    const settlement = page.document.querySelector('a[href$="/reglement"]')?.getAttribute('href') ?? ''
    const early = await read(await send(officer, settlement, { date: '01/05/2026' }))
    expect(early.problems.join()).toContain('l’accord ne peut pas être antérieur')
    expect((await send(officer, settlement, { date: '18/05/2026' })).status).toBe(303)
    const settled = await read(await officer.get(address))
    expect(settled.text).toContain('Réglé par un accord du 18 mai 2026')
    const again = await read(await send(officer, settlement, { date: '19/05/2026' }))
    expect(again.problems.join()).toContain('a déjà été réglé le 18 mai 2026')
  })

  it('sans réception, le délai n’a pas commencé (AGR-65, AGR-44)', async () => {
    const id = await anAgreementInForce(app.context(), day('2025-02-03'), { templateId: 'canope' })
    const address = `/conventions/${id}`
    const opening = { partie: 'etat', objet: 'Ateliers', date: '02/05/2026', reception: '' }
    await send(officer, `${address}/differends/nouveau`, opening)
    const page = await read(await officer.get(address))
    expect(page.text).toContain('Le délai amiable n’a pas commencé')
  })

  it('000 art. 13 : sans délai écrit, le tribunal est nommé et rien n’est calculé (AGR-65)', async () => {
    const id = await anAgreementInForce(app.context(), day('2025-02-03'))
    const address = `/conventions/${id}`
    const opening = { partie: 'region', objet: 'Labels', date: '02/05/2026' }
    expect((await send(officer, `${address}/differends/nouveau`, opening)).status).toBe(303)
    const page = await read(await officer.get(address))
    expect(page.text).toContain('Recherche d’un accord sans délai fixé')
    expect(page.text).toContain('Tribunal administratif de Caen')
  })
})

async function seen(browser: Browser, address: string): Promise<{ vu: string; redaction: string }> {
  const page = await read(await browser.get(address))
  return { vu: page.value('vu') ?? '', redaction: page.value('redaction') ?? '' }
}
