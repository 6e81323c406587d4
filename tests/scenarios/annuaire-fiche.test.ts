import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import { somebody } from '../../src/modules/identity/testing-members.ts'
import { placesRunBy } from '../../src/modules/places/data/life/kept-places.queries.ts'
import { lifeRetention } from '../../src/modules/places/data/life/retention.ts'
import type { PlaceId } from '../../src/modules/places/domain/place.ts'
import { addPlace } from '../../src/modules/places/testing.ts'
import { runBy, workedAtBy } from '../../src/modules/places/testing-life.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp()
let organisation: OrganisationId
let partner: Browser
let colleague: Browser
let officer: Browser
let stranger: Browser

beforeAll(async () => {
  const { db, network, now } = app.context()
  const fields = { name: 'Le Fil numérique', kind: 'association', siret: null, commune: 'Gap' } as const
  organisation = await addOrganisation(db, network.id, fields, now)
  partner = await app.signIn('partner', { organisation })
  colleague = await app.signIn('facilitator', { organisation })
  officer = await app.signIn('officer')
  stranger = await app.signIn('partner')
})

const gap = { commune: 'Gap', postalCode: '05000', inseeCode: '05061', address: '12 rue de la Paix' }

async function aPlaceOfOurs(more: Parameters<typeof addPlace>[2] = {}): Promise<PlaceId> {
  const { db, network } = app.context()
  const place = await addPlace(db, network.id, { ...gap, name: 'Médiathèque du Fil', ...more })
  await runBy(app.context(), place, organisation)
  return place
}

/** What the form holds: what one changes over it is what one types. */
async function formOf(browser: Browser, address: string): Promise<Record<string, string | string[]>> {
  const { document } = await read(await browser.get(address))
  const held: Record<string, string | string[]> = {}
  for (const field of document.querySelectorAll('main input, main textarea, main select')) {
    const name = field.getAttribute('name') ?? ''
    const type = field.getAttribute('type')
    if (type === 'checkbox' || type === 'radio') {
      if (field.hasAttribute('checked'))
        held[name] = [held[name] ?? [], field.getAttribute('value') ?? ''].flat()
    } else if (name !== 'suite') held[name] = field.getAttribute('value') ?? field.textContent ?? ''
  }
  return held
}

async function rowOf(id: PlaceId) {
  const { db } = app.context()
  return db.selectFrom('places.place').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

describe('tenir la fiche d’un lieu, rubrique par rubrique (DIR-9, DIR-73)', () => {
  it('deux onglets : des champs différents sont gardés tous les deux (scénario 21)', async () => {
    const id = await aPlaceOfOurs()
    const address = `/lieux/${id}/modifier/contact`
    const [one, other] = [await formOf(partner, address), await formOf(colleague, address)]
    expect((await partner.post(address, { ...one, telephone: '04 92 53 00 00' })).status).toBe(303)
    expect((await colleague.post(address, { ...other, courriels: 'accueil@fil.example.fr' })).status).toBe(
      303,
    )
    expect(await rowOf(id)).toMatchObject({ phone: '+33492530000', emails: ['accueil@fil.example.fr'] })
  })

  it('le même champ montre les deux textes, ne perd ni l’un ni l’autre et laisse choisir (scénario 21)', async () => {
    const id = await aPlaceOfOurs({ summary: 'Au commencement.' })
    const address = `/lieux/${id}/modifier/presentation`
    const [one, other] = [await formOf(partner, address), await formOf(colleague, address)]
    await partner.post(address, { ...one, presentation_resume: 'Des ateliers le mardi.' })
    const shown = await colleague.post(address, {
      ...other,
      presentation_resume: 'Des ordinateurs en libre accès.',
      presentation_detail: 'Entrée par la cour.',
    })
    expect(shown.status).toBe(409)
    const conflict = await read(shown)
    expect(conflict.text).toContain('Ce qui est enregistré : Des ateliers le mardi.')
    expect(conflict.text).toContain('Ce que vous avez écrit : Des ordinateurs en libre accès.')
    expect(conflict.text).toContain('Quand vous avez ouvert la page : Au commencement.')
    expect(conflict.value('presentation_detail')).toBe('Entrée par la cour.')
    expect((await rowOf(id)).summary).toBe('Des ateliers le mardi.')
    const lu = conflict.value('lu') ?? ''
    await colleague.post(address, {
      lu,
      presentation_resume: 'Des ordinateurs en libre accès.',
      presentation_detail: 'Entrée par la cour.',
      garder_presentation_resume: 'enregistre',
    })
    expect(await rowOf(id)).toMatchObject({
      summary: 'Des ateliers le mardi.',
      detail: 'Entrée par la cour.',
    })
    await colleague.post(address, {
      ...(await formOf(colleague, address)),
      presentation_resume: 'Libre accès.',
    })
    expect((await rowOf(id)).summary).toBe('Libre accès.')
  })

  it('dit ce qui compte le plus pour qui cherche, et ce que chaque champ apporte', async () => {
    const id = await aPlaceOfOurs()
    const sheet = await read(await partner.get(`/lieux/${id}/fiche`))
    expect(sheet.text).toContain('Fiche complète à 0 %')
    expect(sheet.texts('.link-list li, main ul a').slice(0, 3).join(' ')).toContain('Donnez vos horaires')
    const section = await read(await partner.get(`/lieux/${id}/modifier/horaires`))
    expect(section.text).toContain('C’est la première chose que l’on cherche')
  })

  it('les horaires se remplissent par semaine, lundi se copie, et ce qui est déjà écrit ne change pas', async () => {
    const id = await aPlaceOfOurs({ openingHours: 'Mo 09:00-12:00; We,Fr 14:00-18:00' })
    const address = `/lieux/${id}/modifier/horaires`
    const form = await formOf(partner, address)
    expect(form.h_lundi_de_1).toBe('09:00')
    await partner.post(address, form)
    expect((await rowOf(id)).opening_hours).toBe('Mo 09:00-12:00; We,Fr 14:00-18:00')
    const copied = await read(await partner.post(address, { ...form, suite: 'copier-h' }))
    expect(copied.value('h_jeudi_de_1')).toBe('09:00')
    expect((await rowOf(id)).opening_hours).toBe('Mo 09:00-12:00; We,Fr 14:00-18:00')
    expect(
      (await partner.post(address, { ...form, h_samedi_de_1: '10:00', h_samedi_a_1: '12:00' })).status,
    ).toBe(303)
    expect((await rowOf(id)).opening_hours).toContain('Sa 10:00-12:00')
    const wrong = await partner.post(address, { ...form, h_lundi_de_1: '18:00' })
    expect(wrong.status).toBe(422)
  })

  it('garde un brouillon que personne d’autre ne voit, et le reprend', async () => {
    const id = await aPlaceOfOurs()
    const address = `/lieux/${id}/modifier/presentation`
    const typed = { ...(await formOf(partner, address)), presentation_resume: 'À finir demain' }
    expect((await partner.post(address, { ...typed, suite: 'brouillon' })).status).toBe(303)
    expect((await rowOf(id)).summary).toBeNull()
    expect((await read(await partner.get(address))).value('presentation_resume')).toBe('À finir demain')
    expect((await read(await colleague.get(address))).value('presentation_resume')).toBe('')
    await partner.post(address, await formOf(partner, address))
    expect((await rowOf(id)).summary).toBe('À finir demain')
    expect((await read(await partner.get(address))).text).not.toContain('brouillon du')
  })

  it('oublie un brouillon après 90 jours', async () => {
    const id = await aPlaceOfOurs()
    const address = `/lieux/${id}/modifier/presentation`
    await partner.post(address, { ...(await formOf(partner, address)), suite: 'brouillon' })
    const [rule] = lifeRetention
    app.moveTo('2026-09-15')
    expect(await rule?.apply(app.services)).toBe(0)
    app.moveTo('2026-09-16')
    expect(await rule?.apply(app.services)).toBe(1)
    app.moveTo('2026-06-17')
  })

  it('montre qui a changé quoi, et revient sur un champ tant que personne ne l’a changé depuis', async () => {
    const id = await aPlaceOfOurs({ phone: '+33492530000' })
    const address = `/lieux/${id}/modifier/contact`
    await partner.post(address, { ...(await formOf(partner, address)), telephone: '04 92 53 11 11' })
    const { version } = await rowOf(id)
    const history = await read(await partner.get(`/lieux/${id}/historique`))
    expect(history.text).toContain('+33492530000')
    expect(history.text).toContain('+33492531111')
    const undo = { version: String(version), colonne: 'phone' }
    expect((await partner.post(`/lieux/${id}/historique`, undo)).status).toBe(303)
    expect((await rowOf(id)).phone).toBe('+33492530000')
    const again = await partner.post(`/lieux/${id}/historique`, undo)
    expect(again.status).toBe(409)
    expect((await read(again)).problems[0]).toContain('encore changé depuis')
  })

  it('refuse ce qui ne peut pas être vrai, champ par champ, sans rien perdre', async () => {
    const id = await aPlaceOfOurs()
    const address = `/lieux/${id}/modifier/contact`
    const answer = await partner.post(address, {
      ...(await formOf(partner, address)),
      telephone: 'douze',
      courriels: 'accueil arobase fil',
      site_web: 'fil.example.fr',
    })
    expect(answer.status).toBe(422)
    const shown = await read(answer)
    expect(shown.problems).toHaveLength(2)
    expect(shown.value('site_web')).toBe('fil.example.fr')
    expect((await rowOf(id)).websites).toEqual([])
  })
})

describe('ce qu’est un lieu (DIR-2, DIR-7)', () => {
  it('un nouveau nom donne une nouvelle adresse, l’ancienne y mène pour toujours', async () => {
    const id = await aPlaceOfOurs({ slug: 'mediatheque-du-fil-05061' })
    const address = `/lieux/${id}/modifier/identite`
    await partner.post(address, { ...(await formOf(partner, address)), nom: 'La Fabrique du Fil' })
    const moved = await partner.get('/lieux/mediatheque-du-fil-05061')
    expect(moved.status).toBe(301)
    expect(moved.headers.get('location')).toBe('/lieux/la-fabrique-du-fil-05061')
    await partner.post(address, { ...(await formOf(partner, address)), nom: 'Médiathèque du Fil' })
    expect((await partner.get('/lieux/mediatheque-du-fil-05061')).status).toBe(200)
    expect((await partner.get('/lieux/la-fabrique-du-fil-05061')).headers.get('location')).toBe(
      '/lieux/mediatheque-du-fil-05061',
    )
  })

  it('fermé : sa page dit depuis quand et où aller, il quitte la liste ; puis il rouvre', async () => {
    const { db, network } = app.context()
    const successor = await addPlace(db, network.id, { ...gap, name: 'Le Relais voisin' })
    const id = await aPlaceOfOurs({ name: 'Cyberbase des Alpes', slug: 'cyberbase-des-alpes' })
    const early = await partner.post(`/lieux/${id}/fermeture`, { date: '01/12/2026', remplacant: '' })
    expect((await read(early)).problems[0]).toContain('n’est pas venue')
    await partner.post(`/lieux/${id}/fermeture`, { date: '01/06/2026', remplacant: successor })
    const closed = await read(await app.visitor().get('/lieux/cyberbase-des-alpes'))
    expect(closed.text).toContain('Ce lieu a fermé le 1er juin 2026')
    expect(closed.links.map(({ text }) => text)).toContain('Le Relais voisin')
    expect((await read(await app.visitor().get('/lieux?q=cyberbase'))).text).not.toContain(
      'Cyberbase des Alpes',
    )
    const sheet = async () => (await read(await partner.get(`/lieux/${id}/fiche`))).text
    expect(await sheet()).toContain('Incomplet')
    expect(await sheet()).not.toMatch(/Fiche complète|À compléter|Donnez vos/)
    expect((await partner.post(`/lieux/${id}/reouverture`)).status).toBe(303)
    expect(await sheet()).toContain('Fiche complète')
    expect(await rowOf(id)).toMatchObject({ status: 'published', closed_on: null, successor_id: null })
  })

  it('masqué par la tête du réseau avec un motif, que ses gestionnaires lisent et que le public ne lit pas', async () => {
    const id = await aPlaceOfOurs({ slug: 'a-masquer' })
    expect((await read(await officer.post(`/lieux/${id}/masquage`, { motif: '' }))).problems).toHaveLength(1)
    await officer.post(`/lieux/${id}/masquage`, { motif: 'Adresse contestée.' })
    expect((await app.visitor().get('/lieux/a-masquer')).status).toBe(404)
    expect((await read(await partner.get(`/lieux/${id}/fiche`))).text).toContain('Adresse contestée.')
    expect((await partner.post(`/lieux/${id}/demasquage`)).status).toBe(403)
    await officer.post(`/lieux/${id}/demasquage`)
    expect((await app.visitor().get('/lieux/a-masquer')).status).toBe(200)
  })
})

describe('ce que la tête du réseau relit (DIR-73)', () => {
  it('un nom attend son accord, le reste s’affiche aussitôt ; un refus dit pourquoi', async () => {
    await officer.post('/reglages/lieux', { relecture: 'oui' })
    const id = await aPlaceOfOurs()
    const address = `/lieux/${id}/modifier/identite`
    const typed = { ...(await formOf(partner, address)), nom: 'Le Fil renommé', structure_parente: 'Le Fil' }
    await partner.post(address, typed)
    expect(await rowOf(id)).toMatchObject({ name: 'Médiathèque du Fil', parent_organisation: 'Le Fil' })
    const queue = await read(await officer.get('/lieux/a-relire'))
    expect(queue.text).toContain('Médiathèque du Fil → Le Fil renommé')
    const waiting = queue.document.querySelector('form[action$="/accord"]')?.getAttribute('action') ?? ''
    await officer.post(waiting.replace('/accord', '/refus'), { motif: 'Ce nom est celui d’un autre lieu.' })
    expect((await read(await partner.get(`/lieux/${id}/fiche`))).text).toContain(
      'Ce nom est celui d’un autre lieu.',
    )
    await partner.post(address, { ...(await formOf(partner, address)), nom: 'Le Fil d’Ariane' })
    const next = await read(await officer.get('/lieux/a-relire'))
    const accord = next.document.querySelector('form[action$="/accord"]')?.getAttribute('action') ?? ''
    expect((await officer.post(accord)).status).toBe(303)
    expect((await rowOf(id)).name).toBe('Le Fil d’Ariane')
    expect((await officer.post(accord)).status).toBe(409)
    const made = await partner.post('/lieux/nouveau', {
      nom: 'Le Local neuf',
      code_postal: '62000',
      commune: 'Arras',
    })
    const sheet = (made.headers.get('location') ?? '').replace('/fiche', '')
    await partner.post(`${sheet}/publication`)
    expect((await read(await partner.get(`${sheet}/fiche`))).text).toContain('Statut : Publié')
    expect((await rowOf(sheet.split('/')[2] as PlaceId)).status).toBe('draft')
    await officer.post('/reglages/lieux', {})
  })
})

describe('ajouter un lieu (DIR-48)', () => {
  it('montre les doublons probables avant de créer, puis crée un brouillon que seule la structure voit', async () => {
    await aPlaceOfOurs({ name: 'Espace numérique du Lac', phone: '+33492539999' })
    const typed = {
      nom: 'Espace numerique du lac',
      ...{ adresse: '12 rue de la Paix', code_postal: '05000', commune: 'Gap', telephone: '0492539999' },
    }
    const before = await count()
    const shown = await read(await partner.post('/lieux/nouveau', typed))
    expect(shown.text).toContain('Un lieu de l’annuaire est peut-être le même')
    expect(shown.text).toContain('Espace numérique du Lac')
    expect(await count()).toBe(before)
    const confirme = shown.value('confirme') ?? ''
    const made = await partner.post('/lieux/nouveau', { ...typed, confirme })
    expect(made.status).toBe(303)
    const id = /lieux\/([0-9a-f-]{36})\/fiche/.exec(made.headers.get('location') ?? '')?.[1] as PlaceId
    expect(await rowOf(id)).toMatchObject({ status: 'draft', insee_code: '05061', version: 1 })
    expect((await colleague.get(`/lieux/${id}/fiche`)).status).toBe(200)
    expect((await stranger.get(`/lieux/${id}/fiche`)).status).toBe(404)
    const { slug } = await rowOf(id)
    expect((await app.visitor().get(`/lieux/${slug}`)).status).toBe(404)
    await partner.post(`/lieux/${id}/publication`)
    expect((await app.visitor().get(`/lieux/${slug}`)).status).toBe(200)
  })

  async function count(): Promise<number> {
    const { db } = app.context()
    const { n } = await db
      .selectFrom('places.place')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return n
  }
})

describe('qui tient un lieu, et qui y travaille (DIR-1, DIR-11, scénario 39)', () => {
  it('une structure ne tient que les lieux d’un rattachement qui dure', async () => {
    const id = await aPlaceOfOurs()
    const { links } = await read(await officer.get(`/lieux/${id}/rattachements`))
    expect(links.length).toBeGreaterThan(0)
    expect((await stranger.get(`/lieux/${id}/modifier/contact`)).status).toBe(404)
    const page = await read(await partner.get(`/lieux/${id}/rattachements`))
    const end = page.document.querySelector('form[action$="/fin"]')?.getAttribute('action') ?? ''
    await partner.post(end)
    expect((await partner.get(`/lieux/${id}/fiche`)).status).toBe(404)
    const kept = await app
      .context()
      .db.selectFrom('places.organisation_place')
      .select('until_day')
      .where('place_id', '=', id)
      .execute()
    expect(kept).toEqual([{ until_day: day('2026-06-17') }])
  })

  it('un seul rattachement à la fois pour une structure, un lieu et un rôle', async () => {
    const id = await aPlaceOfOurs()
    const again = await officer.post(`/lieux/${id}/rattachements`, {
      structure: 'Le Fil numérique',
      role: 'operates',
    })
    expect(again.status).toBe(409)
    expect((await read(again)).problems).toEqual(['Ce rattachement existe déjà.'])
    const owner = { structure: 'Le Fil numérique', role: 'owns' }
    expect((await officer.post(`/lieux/${id}/rattachements`, owner)).status).toBe(303)
  })

  it('une personne quitte un lieu ; un collègue ne l’en retire pas, la structure si', async () => {
    const { db } = app.context()
    const place = await addPlace(db, app.networks.estuaire, { ...gap, name: 'Atelier du Soir' })
    const [self, colleagueThere] = [await somebody(app, 'facilitator'), await somebody(app, 'facilitator')]
    const [here, other] = [self.browser, colleagueThere.browser]
    await workedAtBy(app.context(), place, self.personId)
    const work = await workedAtBy(app.context(), place, colleagueThere.personId)
    expect((await here.get(`/lieux/${place}/modifier/contact`)).status).toBe(200)
    expect((await here.post(`/lieux/${place}/equipe/${work}/fin`)).status).toBe(403)
    expect((await here.post(`/lieux/${place}/depart`)).status).toBe(303)
    expect((await here.get(`/lieux/${place}/fiche`)).status).toBe(404)
    await runBy(app.context(), place, organisation)
    expect((await partner.post(`/lieux/${place}/equipe/${work}/fin`)).status).toBe(303)
    expect((await other.get(`/lieux/${place}/fiche`)).status).toBe(404)
  })

  it('un périmètre vide ne liste rien', async () => {
    const nobody = await app.signIn('facilitator')
    expect((await read(await nobody.get('/lieux/mes-lieux'))).text).toContain(
      'Vous ne tenez encore aucun lieu.',
    )
    expect((await app.visitor().get('/lieux/mes-lieux')).status).toBe(303)
  })
})

describe('les compteurs (DIR-10)', () => {
  it('les lieux par structure se recomptent après fermeture, fusion et fin de rattachement', async () => {
    const { db, network, today, now } = app.context()
    const fields = { name: `Compteurs ${newId()}`, kind: 'association', siret: null, commune: '' } as const
    const own = await addOrganisation(db, network.id, fields, now)
    const places: PlaceId[] = []
    for (const name of ['Un', 'Deux', 'Trois', 'Quatre']) {
      const place = await addPlace(db, network.id, { ...gap, name: `Compté ${name}` })
      await runBy(app.context(), place, own)
      places.push(place)
    }
    const shown = async () => (await placesRunBy(db, { network: network.id, today })).get(own) ?? 0
    expect(await shown()).toBe(4)
    const [one, two, three] = places as [PlaceId, PlaceId, PlaceId, PlaceId]
    await officer.post(`/lieux/${one}/fermeture`, { date: '01/06/2026', remplacant: '' })
    expect(await shown()).toBe(3)
    await db
      .updateTable('places.place')
      .set({ status: 'merged', merged_into: three, merged_at: now })
      .where('id', '=', two)
      .execute()
    expect(await shown()).toBe(2)
  })
})
