import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import { anAgreementInForce, targetOf } from '../../src/modules/agreements/testing.ts'
import { addScheme, grantLabel, type SchemeId } from '../../src/modules/labels/index.ts'
import type { PlaceId } from '../../src/modules/places/index.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp({ today: day('2026-04-02') })
let officer: Browser
let scheme: SchemeId

beforeAll(async () => {
  officer = await app.signIn('officer')
  scheme = await addScheme(app.services.db, app.networks.estuaire, {
    code: 'epn-normandie',
    name: 'EPN Normandie',
  })
})

/** A published place, on the map. */
async function place(name: string, latitude: number): Promise<PlaceId> {
  const id: PlaceId = newId()
  await app.services.db
    .insertInto('places.place')
    .values({
      ...{ id, slug: slugOf(name), name, latitude, longitude: 0.233 },
      ...{ network_id: app.networks.estuaire, commune: 'Honfleur', postal_code: '14600' },
      created_at: app.services.clock.now(),
    })
    .execute()
  return id
}

const slugOf = (name: string) => name.toLowerCase().replaceAll(' ', '-')

async function seen(address: string): Promise<string> {
  return (await read(await officer.get(`${address}/mise-en-demeure`))).value('vu') ?? ''
}

/** Sends the form twice, as a person does: to see what changes, then to record it. */
async function recorded(address: string, act: string, fields: Record<string, string | string[]>) {
  const typed = { vu: await seen(address), ...fields }
  const shown = await read(await officer.post(`${address}/${act}`, typed))
  expect(shown.status, shown.problems.join(' ')).toBe(200)
  const done = await officer.post(`${address}/${act}`, { ...typed, confirme: shown.value('confirme') ?? '' })
  expect(done.status).toBe(303)
  return { shown, page: await read(await officer.get(address)) }
}

async function noticeOf(address: string): Promise<string> {
  return (await read(await officer.get(`${address}/resiliation`))).document
    .querySelector('[name="mise"]')
    ?.getAttribute('value') as string
}

/** Who shows the label to the public: the list, the place's page and the map. */
async function bearers(names: readonly string[]) {
  const visitor = app.visitor()
  const list = await read(await visitor.get('/lieux?label=epn-normandie'))
  const { items } = (await (
    await visitor.get('/lieux/carte/points?label=epn-normandie&bbox=-5,41,9,51&z=6')
  ).json()) as { items: [longitude: number, latitude: number, count: number][] }
  const pages = await Promise.all(
    names.map(async (name) => (await read(await visitor.get(`/lieux/${slugOf(name)}`))).texts('.tag')),
  )
  return {
    list: names.filter((name) => list.text.includes(name)),
    page: names.filter((_, index) => pages[index]?.includes('EPN Normandie')),
    map: items.reduce((sum, [, , count]) => sum + count, 0),
  }
}

describe('De la mise en demeure à la résiliation (000 art. 12)', () => {
  const names = ['Atelier du port', 'Maison des pêcheurs', 'Salle du phare']
  let address = ''
  let places: PlaceId[] = []

  beforeAll(async () => {
    places = await Promise.all(names.map((name, index) => place(name, 49.1 + index / 2)))
    const id = await anAgreementInForce(app.context(), day('2026-01-12'), { places })
    await grantLabel(app.context(), {
      agreementId: id,
      schemeId: scheme,
      placeIds: places,
      grantedOn: day('2026-01-12'),
    })
    address = `/conventions/${id}`
  })

  it('la mise en demeure montre son délai de trente jours avant d’être enregistrée (AGR-42, AGR-51, AGR-52)', async () => {
    const { shown, page } = await recorded(address, 'mise-en-demeure', {
      partie: 'region',
      motifs: 'Article 4 : les informations des lieux ne sont plus tenues à jour.',
      etendue: 'totale',
      voie: 'recommande',
      date: '01/04/2026',
      suivi: '1A 100',
    })
    expect(shown.text).toContain('Rien n’est encore enregistré')
    expect(shown.text).toContain('peut être réparé jusqu’au 1er mai 2026 inclus (art. 12)')
    expect(shown.text).toContain('Par prudence, comptez jusqu’au 4 mai 2026')
    expect(shown.text).toContain('qu’à partir du 2 mai 2026')
    expect(page.text).toContain('Délai en cours')
    expect(page.text).toContain('le premier compté étant le lendemain = 1er mai 2026, inclus')
    expect(page.links.map(({ text }) => text)).not.toContain('Enregistrer une résiliation')
    await app.runJobs()
    const mails = await app.services.db.selectFrom('platform.mail').selectAll().execute()
    const mail = mails.find(({ subject }) => subject.includes('mise en demeure'))
    expect(mail?.body).toContain('1er mai 2026')
  })

  it('au trentième jour, résilier est encore trop tôt : la page dit à partir de quel jour (AGR-54, AGR-113)', async () => {
    app.moveTo('2026-05-01')
    const letter = { partie: 'region', mise: await noticeOf(address), etendue: 'totale', voie: 'recommande' }
    const shown = await read(
      await officer.post(`${address}/resiliation`, {
        vu: await seen(address),
        ...letter,
        date: '01/05/2026',
      }),
    )
    expect(shown.text).toContain('La résiliation n’est possible qu’à partir du 2 mai 2026 (art. 12)')
    expect(shown.text).toContain('Cet acte sera conservé sans effet.')
    expect((await bearers(names)).list).toEqual(names)
  })

  it('une simple notification ne résilie pas : il faut une seconde lettre recommandée (AGR-54)', async () => {
    app.moveTo('2026-05-02')
    const { shown, page } = await recorded(address, 'resiliation', {
      partie: 'region',
      mise: await noticeOf(address),
      etendue: 'totale',
      voie: 'notification',
      date: '02/05/2026',
    })
    expect(shown.text).toContain('La forme prévue par la convention n’est pas respectée.')
    expect(page.text).toContain('En vigueur')
    expect(page.text).toContain('Sans effet.')
  })

  it('une résiliation partielle sans lieu, ou d’un lieu étranger à la convention, est refusée (AGR-55)', async () => {
    const letter = {
      partie: 'region',
      mise: await noticeOf(address),
      etendue: 'partielle',
      voie: 'recommande',
    }
    const typed = { vu: await seen(address), ...letter, date: '02/05/2026' }
    const none = await read(await officer.post(`${address}/resiliation`, typed))
    expect(none.status).toBe(422)
    expect(none.problems[0]).toContain('Cochez au moins un lieu')
    const stranger = await place('Lieu étranger', 48.2)
    const other = await read(await officer.post(`${address}/resiliation`, { ...typed, lieux: stranger }))
    expect(other.problems[0]).toContain('n’est pas, ou n’est plus, dans la convention')
  })

  it('la résiliation partielle retire le label des seuls lieux visés, et le dit (AGR-55, AGR-126, LAB-35, LAB-64)', async () => {
    const { shown, page } = await recorded(address, 'resiliation', {
      partie: 'region',
      mise: await noticeOf(address),
      etendue: 'partielle',
      lieux: [String(places[1])],
      voie: 'recommande',
      date: '02/05/2026',
    })
    expect(shown.text).toContain('Labels retirés à partir du 3 mai 2026')
    expect(shown.text).toContain('Maison des pêcheurs')
    expect(shown.text).toContain('Les autres lieux gardent leurs labels.')
    expect(shown.text).toContain('Autre lecture possible : une résiliation partielle')
    expect(page.text).toContain('En vigueur')
    expect(page.text).toContain('ceux que vise la résiliation ont été retenus')
    expect(await bearers(names)).toEqual({ list: names, page: names, map: 3 })
    app.moveTo('2026-05-03')
    const kept = ['Atelier du port', 'Salle du phare']
    expect(await bearers(names)).toEqual({ list: kept, page: kept, map: 2 })
    const gone = await read(await app.visitor().get('/lieux/maison-des-pêcheurs'))
    expect(gone.text).toContain('label retiré le 3 mai 2026')
    expect(gone.text).not.toContain('mise en demeure')
    const grant = await read(await officer.get(`${address}/labels/attribution`))
    expect(grant.text).not.toContain('Maison des pêcheurs')
    const again = await read(
      await officer.post(`${address}/labels/attribution`, {
        ...{ label: grant.value('label') ?? '', lieux: String(places[1]), date: '03/05/2026' },
      }),
    )
    expect(again.problems[0]).toContain(
      'Un des lieux n’est pas, ou n’est plus, dans la liste de la convention',
    )
  })

  it('la résiliation entière, enregistrée le lendemain de son envoi, retire les labels à la seconde même (AGR-56, AGR-125, LAB-63)', async () => {
    app.moveTo('2026-05-05')
    const kept = ['Atelier du port', 'Salle du phare']
    expect(await bearers(names)).toEqual({ list: kept, page: kept, map: 2 })
    const { shown, page } = await recorded(address, 'resiliation', {
      partie: 'region',
      mise: await noticeOf(address),
      etendue: 'totale',
      voie: 'recommande',
      date: '04/05/2026',
    })
    expect(shown.text).toContain('a produit ses effets jusqu’au 4 mai 2026 inclus')
    expect(page.text).toContain('Résiliée : elle a pris fin le 4 mai 2026')
    expect(await bearers(names)).toEqual({ list: [], page: [], map: 0 })
    const gone = await read(await app.visitor().get('/lieux/salle-du-phare'))
    expect(gone.text).toContain('label retiré le 5 mai 2026')
    app.moveTo('2026-04-02')
  })
})

describe('Réparer ou renoncer (000 art. 12)', () => {
  const notice = {
    ...{ partie: 'region', motifs: 'Article 4.', etendue: 'totale' },
    ...{ voie: 'recommande', date: '01/04/2026' },
  }

  it('réparé le trentième jour, le manquement ne permet plus de résilier (AGR-51, AGR-125)', async () => {
    const address = `/conventions/${await anAgreementInForce(app.context(), day('2026-01-12'))}`
    await recorded(address, 'mise-en-demeure', notice)
    app.moveTo('2026-05-10')
    const mise = await noticeOf(address)
    const cured = await recorded(address, 'mise-en-demeure/suite', {
      ...{ mise, suite: 'reparation', date: '01/05/2026' },
    })
    expect(cured.page.text).toContain('Manquement réparé')
    const { shown } = await recorded(address, 'resiliation', {
      ...{ partie: 'region', mise, etendue: 'totale', voie: 'recommande', date: '10/05/2026' },
    })
    expect(shown.text).toContain('Cet acte sera conservé sans effet.')
    app.moveTo('2026-04-02')
  })

  it('réparé le trente-et-unième, il est conservé et dit trop tardif ; la procédure peut être abandonnée (AGR-51)', async () => {
    const address = `/conventions/${await anAgreementInForce(app.context(), day('2026-01-12'))}`
    await recorded(address, 'mise-en-demeure', notice)
    app.moveTo('2026-05-10')
    const mise = await noticeOf(address)
    const late = await recorded(address, 'mise-en-demeure/suite', {
      ...{ mise, suite: 'reparation', date: '02/05/2026' },
    })
    expect(late.shown.text).toContain('Le manquement a été réparé après le délai.')
    expect(late.page.text).toContain('Résiliation possible')
    expect(late.page.links.map(({ text }) => text)).toContain('Enregistrer une résiliation')
    const early = await read(
      await officer.post(`${address}/mise-en-demeure/suite`, {
        ...{ vu: await seen(address), mise, suite: 'abandon', date: '31/03/2026' },
      }),
    )
    expect(early.problems[0]).toContain('La mise en demeure est du 1er avril 2026')
    const given = await recorded(address, 'mise-en-demeure/suite', {
      ...{ mise, suite: 'abandon', date: '10/05/2026' },
    })
    expect(given.shown.text).toContain('La procédure s’arrête')
    expect(given.page.links.map(({ text }) => text)).not.toContain('Enregistrer une résiliation')
    app.moveTo('2026-04-02')
  })
})

describe('Résilier sous d’autres conventions', () => {
  it('une notification suffit (002 art. 8, AGR-54)', async () => {
    const id = await anAgreementInForce(app.context(), day('2026-01-12'), {
      templateId: 'territoires-apprenants',
    })
    const address = `/conventions/${id}`
    await recorded(address, 'mise-en-demeure', {
      ...{ partie: 'departement', motifs: 'Article 3.', etendue: 'totale' },
      ...{ voie: 'recommande', date: '01/04/2026' },
    })
    app.moveTo('2026-05-02')
    const { page } = await recorded(address, 'resiliation', {
      ...{ partie: 'departement', mise: await noticeOf(address), etendue: 'totale' },
      ...{ voie: 'notification', date: '02/05/2026' },
    })
    expect(page.text).toContain('En vigueur jusqu’au 2 mai 2026 inclus')
    app.moveTo('2026-05-03')
    expect((await read(await officer.get(address))).text).toContain(
      'Résiliée : elle a pris fin le 2 mai 2026',
    )
    app.moveTo('2026-04-02')
  })

  it('sans clause, la mise en demeure est conservée sans effet (001, AGR-51, AGR-10)', async () => {
    const id = await anAgreementInForce(app.context(), day('2026-01-12'), { templateId: 'canope' })
    const address = `/conventions/${id}`
    const { shown, page } = await recorded(address, 'mise-en-demeure', {
      ...{ partie: 'etat', motifs: 'Article 3.', etendue: 'totale', voie: 'recommande', date: '01/04/2026' },
    })
    expect(shown.text).toContain('La convention ne prévoit pas de résiliation.')
    expect(page.text).toContain('Aucun délai ne court.')
    expect(page.text).toContain('En vigueur')
  })

  it('sans clause, la dénonciation est conservée sans effet (002 art. 5, AGR-49, AGR-113)', async () => {
    const id = await anAgreementInForce(app.context(), day('2026-01-12'), {
      templateId: 'territoires-apprenants',
    })
    const { shown, page } = await recorded(`/conventions/${id}`, 'denonciation', {
      ...{ partie: 'departement', date: '01/04/2026' },
    })
    expect(shown.text).toContain('Cette convention ne prévoit pas de dénonciation')
    expect(page.text).toContain('En vigueur')
  })
})

describe('Dénoncer, et revenir dessus (000 art. 8)', () => {
  let address = ''
  beforeAll(async () => {
    address = `/conventions/${await anAgreementInForce(app.context(), day('2026-01-12'))}`
  })

  const letterOf = async () =>
    (await read(await officer.get(`${address}/denonciation/retrait`))).document
      .querySelector('[name="lettre"]')
      ?.getAttribute('value') as string

  it('un courriel est conservé sans effet, et la page propose la lettre (AGR-49)', async () => {
    const { shown, page } = await recorded(address, 'denonciation', {
      ...{ partie: 'cocontractant', voie: 'courriel', date: '01/04/2026' },
    })
    expect(shown.text).toContain('La forme prévue par la convention n’est pas respectée.')
    const link = page.links.find(({ text }) => text === 'Préparer la lettre recommandée')
    const form = await read(await officer.get(link?.href ?? ''))
    expect(form.document.querySelector('[name="partie"][checked]')?.getAttribute('value')).toBe(
      'cocontractant',
    )
  })

  it('la lettre se suit : une remise avant le dépôt est refusée avec les deux dates (AGR-41, AGR-113)', async () => {
    await recorded(address, 'denonciation', {
      ...{ partie: 'cocontractant', voie: 'recommande', date: '01/04/2026', suivi: '1A 7' },
    })
    const fact = { vu: await seen(address), lettre: await letterOf(), fait: 'remise' }
    const early = await read(await officer.post(`${address}/courrier`, { ...fact, date: '31/03/2026' }))
    expect(early.status).toBe(422)
    expect(early.problems[0]).toContain('déposée le 1er avril 2026')
    expect(early.problems[0]).toContain('31 mars 2026')
    const { page } = await recorded(address, 'courrier', {
      ...{ lettre: fact.lettre, fait: 'presentee', date: '02/04/2026' },
    })
    expect(page.text).toContain('présentée le 2 avril 2026')
    const again = await read(
      await officer.post(`${address}/courrier`, {
        ...{ ...fact, vu: await seen(address), fait: 'presentee', date: '02/04/2026' },
      }),
    )
    expect(again.problems[0]).toContain('déjà enregistré')
  })

  it('retirée par une seule partie, elle court toujours ; par toutes, la convention continue (AGR-48, AGR-124)', async () => {
    const lettre = await letterOf()
    const alone = await recorded(address, 'denonciation/retrait', {
      ...{ lettre, accords: ['region'], date: '02/04/2026' },
    })
    expect(alone.shown.text).toContain('Le retrait demande l’accord de toutes les parties.')
    expect(alone.page.text).toContain('Dénoncée')
    const { shown, page } = await recorded(address, 'denonciation/retrait', {
      ...{ lettre, accords: ['region', 'cocontractant'], date: '02/04/2026' },
    })
    expect(shown.text).toContain('n’a plus de fin connue')
    expect(page.text).toContain('En vigueur')
    expect(page.text).toContain('Retirée d’un commun accord')
    expect(page.links.map(({ text }) => text)).not.toContain('Retirer la dénonciation')
  })

  it('l’échéance d’une dénonciation finit le label sans le retirer (AGR-56, LAB-34, LAB-65)', async () => {
    const placeId = await place('Grange des arts', 48.5)
    const id = await anAgreementInForce(app.context(), day('2026-01-12'), { places: [placeId] })
    const { reach: _reach, ...context } = app.context()
    await grantLabel(
      { ...context, reach: _reach },
      {
        ...{ agreementId: id, schemeId: scheme, placeIds: [placeId], grantedOn: day('2026-01-12') },
      },
    )
    const { shown } = await recorded(`/conventions/${id}`, 'denonciation', {
      ...{ partie: 'region', date: '01/04/2026' },
    })
    expect(shown.text).toContain('Labels qui prennent fin avec la convention')
    app.moveTo('2026-07-02')
    const gone = await read(await app.visitor().get('/lieux/grange-des-arts'))
    expect(gone.text).toContain('EPN Normandie, du 12 janvier 2026 au 1er juillet 2026')
    expect(gone.text).not.toContain('retiré')
    app.moveTo('2026-04-02')
  })
})

describe('Qui peut, et quand deux personnes agissent à la fois (AGR-87, AGR-115)', () => {
  const acts = ['mise-en-demeure', 'mise-en-demeure/suite', 'resiliation', 'courrier', 'denonciation/retrait']

  it('une page dépassée n’enregistre rien et garde la saisie', async () => {
    const id = await anAgreementInForce(app.context(), day('2026-01-12'))
    const address = `/conventions/${id}`
    const { seen: before } = await targetOf(app.context(), id)
    const letter = {
      ...{ vu: String(before), partie: 'region', motifs: 'Article 4.', etendue: 'totale' },
      ...{ voie: 'recommande', date: '01/04/2026' },
    }
    const confirme =
      (await read(await officer.post(`${address}/mise-en-demeure`, letter))).value('confirme') ?? ''
    const answers = await Promise.all(
      [1, 2].map(() => officer.post(`${address}/mise-en-demeure`, { ...letter, confirme })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    const late = answers.find(({ status }) => status === 422)
    const page = late && (await read(late))
    expect(page?.problems[0]).toContain('Un acte a été enregistré sur cette convention pendant votre saisie')
    expect(page?.value('motifs')).toBe('Article 4.')
    const { seen: after } = await targetOf(app.context(), id)
    expect(after).toBe(before + 1)
  })

  it('une date impossible, à venir ou hors de la convention, une partie inconnue : la page dit quoi corriger', async () => {
    const address = `/conventions/${await anAgreementInForce(app.context(), day('2026-01-12'))}`
    const letter = {
      vu: await seen(address),
      partie: 'region',
      motifs: 'Art. 4',
      etendue: 'totale',
      voie: 'recommande',
    }
    const problem = async (change: Record<string, string>) =>
      (
        await read(
          await officer.post(`${address}/mise-en-demeure`, { ...letter, date: '01/04/2026', ...change }),
        )
      ).problems[0]
    expect(await problem({ date: '31/02/2026' })).toContain('Cette date n’existe pas dans le calendrier')
    expect(await problem({ date: '03/04/2026' })).toContain(
      'ne pourra être enregistré qu’à partir de ce jour',
    )
    expect(await problem({ date: '01/01/2026' })).toContain('n’est pas en vigueur le 1er janvier 2026')
    expect(await problem({ partie: 'etat' })).toContain('Choisissez une des parties')
    expect(await problem({ motifs: '' })).toContain('Écrivez ce qui est reproché')
  })

  it('le co-contractant lit les courriers et n’en enregistre aucun ; un autre réseau ne voit rien', async () => {
    const id = await anAgreementInForce(app.context(), day('2026-01-12'), { partner: 'Pays de Caux' })
    const address = `/conventions/${id}`
    await recorded(address, 'mise-en-demeure', {
      ...{ partie: 'region', motifs: 'Art. 4', etendue: 'totale', voie: 'recommande', date: '01/04/2026' },
    })
    const { id: organisation } = await app.services.db
      .selectFrom('identity.organisation')
      .select('id')
      .where('name', '=', 'Pays de Caux')
      .executeTakeFirstOrThrow()
    const partner = await app.signIn('partner', { organisation })
    const page = await read(await partner.get(address))
    expect(page.text).toContain('Mise en demeure du 1er avril 2026')
    expect(page.links.map(({ text }) => text)).not.toContain('Enregistrer la suite')
    const neighbour = await app.signIn('officer', { network: app.networks.baie })
    for (const act of acts) {
      expect((await partner.get(`${address}/${act}`)).status, act).toBe(403)
      expect((await partner.post(`${address}/${act}`, { vu: '3' })).status, act).toBe(403)
      expect((await neighbour.get(`/n/baie${address}/${act}`)).status, act).toBe(404)
    }
  })
})
