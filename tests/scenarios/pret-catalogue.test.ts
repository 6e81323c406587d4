import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { consumablesOf } from '../../src/modules/equipment/data/catalogue/consumables.store.ts'
import { addDesk } from '../../src/modules/equipment/data/desks.store.ts'
import {
  aBorrower,
  aModel,
  anInventory,
  at,
  aUnit,
  aWish,
  done,
  type Lent,
} from '../../src/modules/equipment/testing.ts'
import { requestLoan } from '../../src/modules/equipment/use-cases/borrowing/request-loan.ts'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp({ today: day('2027-02-22') })
let lent: Lent
let head: Browser
let own: Browser
let base: string
let model: string

beforeAll(async () => {
  const context = app.context()
  const owner = await addOrganisation(
    context.db,
    context.network.id,
    { name: 'Tête du catalogue', kind: 'departement', siret: null, commune: 'Saint-Lô' },
    context.now,
  )
  lent = await anInventory(context, { units: 2, name: 'Matériel du catalogue', owner })
  const borrower = await aBorrower(context, { partner: 'Val du catalogue' })
  head = await app.signIn('officer', { organisation: owner })
  own = await app.signIn('partner', { organisation: borrower.organisationId })
  base = `/materiel/gestion/${lent.inventoryId}`
  model = `${base}/catalogue/${lent.model}`
})

const PHOTO = () =>
  new File(
    [
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
        'base64',
      ),
    ],
    'photo.png',
    { type: 'image/png' },
  )

const photos = async (browser: Browser) =>
  [
    ...(await read(await browser.get(`/materiel/modeles/${lent.model}`))).document.querySelectorAll('img'),
  ].filter((image) => image.getAttribute('src')?.includes('/materiel/photos/'))

describe('tenir le catalogue', () => {
  it('EQP-103 : une photo se décrit, se montre à sa taille, et se sert à qui voit l’inventaire', async () => {
    const refused = await read(await head.post(`${model}/photos`, { photo: PHOTO(), alt: '' }))
    expect(refused.status).toBe(422)
    expect((await head.post(`${model}/photos`, { photo: PHOTO(), alt: 'Le casque, de face' })).status).toBe(
      303,
    )
    const [image] = await photos(own)
    expect(image?.getAttribute('alt')).toBe('Le casque, de face')
    expect(image?.getAttribute('width')).toBe('1')
    expect(image?.getAttribute('loading')).toBe('lazy')
    const address = image?.getAttribute('src') ?? ''
    const served = await own.get(address)
    expect(served.status).toBe(200)
    expect(served.headers.get('content-type')).toBe('image/jpeg')
    expect((await app.visitor().get(address)).status).toBe(404)
    await app.database.pool.query("update equipment.inventory set shown_to = 'public' where id = $1", [
      lent.inventoryId,
    ])
    expect((await app.visitor().get(address)).status).toBe(200)
    await app.database.pool.query("update equipment.inventory set shown_to = 'owner' where id = $1", [
      lent.inventoryId,
    ])
    expect((await own.get(address)).status).toBe(404)
    expect((await head.get(address)).status).toBe(200)
    await app.database.pool.query("update equipment.inventory set shown_to = 'members' where id = $1", [
      lent.inventoryId,
    ])
  })

  it('EQP-103 : une notice est une adresse ou un fichier', async () => {
    const link = { titre: 'Prise en main', adresse: 'https://exemple.fr/notice' }
    expect((await head.post(`${model}/notices`, link)).status).toBe(303)
    const page = await read(await own.get(`/materiel/modeles/${lent.model}`))
    expect(page.links.find(({ text }) => text === 'Prise en main')?.href).toBe('https://exemple.fr/notice')
    expect((await head.post(`${model}/notices`, { titre: 'Sans rien', adresse: '' })).status).toBe(422)
  })

  it('EQP-103 : logiciels, malle et prérequis se tiennent, et se lisent avant la demande', async () => {
    const sheet = {
      nom: 'Casque VR',
      fabricant: '',
      categorie: 'Réalité virtuelle',
      prerequis: 'À partir de 13 ans',
      logiciels: 'Gravit\n\n  Musée virtuel  ',
      poids: '3,5',
      volume: '60',
      preparation: '0',
      remise: '120',
    }
    expect((await head.post(model, { ...sheet, poids: 'lourd' })).status).toBe(422)
    expect((await head.post(model, { ...sheet, volume: '0' })).status).toBe(422)
    expect((await head.post(model, sheet)).status).toBe(303)
    const kept = await read(await head.get(model))
    expect(kept.value('poids')).toBe('3,5')
    expect(kept.value('volume')).toBe('60')
    const { text } = await read(await own.get(`/materiel/modeles/${lent.model}`))
    expect(text).toContain('Gravit, Musée virtuel')
    expect(text).toContain('3,5 kg, 60 litres')
    expect(text).toContain('À partir de 13 ans')
    expect((await read(await own.get(`/materiel/emprunter?modele=${lent.model}`))).text).toContain(
      'À partir de 13 ans',
    )
  })

  it('EQP-104 : la fiche d’un exemplaire se corrige ; un numéro déjà pris est refusé', async () => {
    const [first] = lent.units
    const fields = {
      numero: 'VR-1',
      serie: 'S-42',
      notes: 'Sangle neuve',
      financement: 'FEDER',
      acquis: '',
      valeur: '450',
    }
    expect((await head.post(`${base}/exemplaires/${first}/fiche`, fields)).status).toBe(303)
    const shown = await read(await head.get(`${base}/exemplaires/${first}/fiche`))
    expect(shown.value('financement')).toBe('FEDER')
    expect(shown.value('valeur')).toBe('450')
    const taken = await head.post(`${base}/exemplaires/${first}/fiche`, { ...fields, numero: 'VR-2' })
    expect(taken.status).toBe(422)
  })

  it('EQP-105, EQP-106 : une malle a ses exemplaires et sa propre liste, comptée et ordonnée', async () => {
    const kit = await aUnit(app.context(), lent, 'MALLE-1', { isKit: true })
    const part = await aUnit(app.context(), lent, 'MIXEUR-1')
    const attached = { numero: 'MIXEUR-1', partie_de: kit, critique: 'oui' }
    expect((await head.post(`${base}/exemplaires/${part}/fiche`, attached)).status).toBe(303)
    const here = `${base}/exemplaires/${kit}/contenu`
    await head.post(`${here}/ajout`, { accessoire: 'Câble XLR', nombre: '6' })
    await head.post(`${here}/ajout`, { accessoire: 'Housse', nombre: '1', critique: 'oui' })
    const page = await read(await head.get(here))
    expect(page.text).toContain('MIXEUR-1')
    const ids = [...page.document.querySelectorAll('ol input[name="cible"]')].map(
      (one) => one.getAttribute('value') ?? '',
    )
    await head.post(`${here}/liste`, { cible: ids[1] ?? '', acte: 'monter', nombre: '1' })
    await head.post(`${here}/liste`, { cible: ids[0] ?? '', acte: 'compter', nombre: '5' })
    const items = (await read(await head.get(here))).texts('ol > li').filter((text) => text.includes('×'))
    expect(items[0]).toContain('1 × Housse')
    expect(items[1]).toContain('5 × Câble XLR')
  })

  it('EQP-107 : dix sorties en même temps n’ôtent jamais plus que le stock', async () => {
    expect((await head.post(`${base}/consommables`, { nom: 'Filament', depart: '5' })).status).toBe(303)
    const [filament] = await consumablesOf(app.services.db, lent.inventoryId)
    const move = { consommable: filament?.id ?? '', sens: 'sortie', quantite: '1', raison: 'Atelier' }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => head.post(`${base}/consommables/mouvements`, move)),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
    expect((await consumablesOf(app.services.db, lent.inventoryId))[0]?.stock).toBe(0)
    const page = await read(await head.get(`${base}/consommables`))
    expect(page.text).toContain('Atelier')
  })
})

describe('regarder le catalogue', () => {
  const shownTo = (whom: string) =>
    app.database.pool.query('update equipment.inventory set shown_to = $2 where id = $1', [
      lent.inventoryId,
      whom,
    ])

  it('EQP-108 : un inventaire public se lit sans compte, sans un nom, et dit comment emprunter', async () => {
    const borrower = await aBorrower(app.context(), { partner: 'Structure discrète' })
    const wish = aWish(lent, borrower, at('2027-03-01', '10:00'), at('2027-03-05', '10:00'))
    done(await requestLoan(app.context(), wish))
    const hidden = await read(await app.visitor().get('/materiel/public'))
    expect(hidden.text).toContain('Ce réseau ne montre son matériel qu’à ses membres')
    expect(hidden.text).not.toContain('Casque VR')
    await shownTo('public')
    const list = await read(await app.visitor().get('/materiel/public'))
    expect(list.text).toContain('Casque VR')
    expect(list.text).toContain('Pour emprunter')
    expect(list.text).toContain('Maison du Département')
    const one = `/materiel/public/${lent.model}`
    const sheet = await read(await app.visitor().get(`${one}?debut=2027-03-01&vue=mois`))
    expect(sheet.text).toContain('pris')
    expect(sheet.text).not.toContain('Structure discrète')
    expect(sheet.links.some(({ href }) => href.includes('/materiel/emprunter'))).toBe(false)
    const officer = await read(await head.get(`${one}?debut=2027-03-01&vue=mois`))
    expect(officer.text).not.toContain('Structure discrète')
    await shownTo('members')
    expect((await app.visitor().get(one)).status).toBe(404)
    expect((await app.visitor().get(`/materiel/modeles/${lent.model}`)).headers.get('location')).toContain(
      '/connexion',
    )
  })

  it('EQP-108 : le filtre d’un guichet ne garde et ne compte que ses exemplaires', async () => {
    const context = app.context()
    const zone = { timeZone: 'Europe/Paris' }
    const far = await addDesk(
      context.db,
      lent.inventoryId,
      { name: 'Lointain', location: '', ...zone },
      context.now,
    )
    await addModelWith(far, 'Scanner du lointain')
    await aUnit(context, { ...lent, deskId: far }, 'VR-LOIN')
    const there = await read(await own.get(`/materiel?guichet=${far}`))
    expect(there.texts('h2')).toContain('Scanner du lointain')
    expect(there.text).toContain('Réalité virtuelle, 1 exemplaire,')
    const here = await read(await own.get(`/materiel?guichet=${lent.deskId}`))
    expect(here.texts('h2')).not.toContain('Scanner du lointain')
  })

  it('EQP-108 : deux cents modèles se lisent par pages, filtres gardés', async () => {
    for (let number = 1; number <= 200; number += 1)
      await addModelWith(lent.deskId, `Appareil ${String(number).padStart(3, '0')}`)
    const first = await read(await own.get('/materiel?q=appareil'))
    expect(first.texts('h2').filter((text) => text.startsWith('Appareil'))).toHaveLength(24)
    const next = first.links.find(({ text }) => text.includes('Page suivante'))
    expect(next?.href).toContain('q=appareil')
    const second = await read(await own.get(next?.href ?? ''))
    expect(second.texts('h2')).toContain('Appareil 025')
    expect((await own.get('/materiel?q=appareil&page=999')).status).toBe(200)
  })
})

/** A model with one unit, kept at that desk. */
async function addModelWith(deskId: Lent['deskId'], name: string): Promise<void> {
  const made = await aModel(app.context(), lent.inventoryId, name)
  await aUnit(app.context(), { ...lent, deskId, model: made }, `U-${name}`)
}

describe('qui n’entre pas', () => {
  it('un emprunteur ne tient ni photos, ni fiches, ni consommables', async () => {
    expect((await own.get(`${model}/illustrations`)).status).toBe(404)
    expect((await own.get(`${base}/consommables`)).status).toBe(404)
    expect((await own.get(`${base}/exemplaires/${lent.units[0]}/fiche`)).status).toBe(404)
  })
})
