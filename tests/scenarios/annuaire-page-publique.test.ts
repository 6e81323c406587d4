import { beforeAll, describe, expect, it } from 'vitest'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import { openProposals } from '../../src/modules/places/data/geocoding/geocoding.store.ts'
import { loadCommuneCentres, type PlaceId } from '../../src/modules/places/index.ts'
import { addPlace } from '../../src/modules/places/testing.ts'
import { runBy } from '../../src/modules/places/testing-life.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp } from '../support.ts'

// Ce qu’un habitant lit de la sorte de lieu, et ce que devient le point quand l’adresse change.

const app = useApp()
let organisation: OrganisationId
let partner: Browser

beforeAll(async () => {
  const { db, network, now } = app.context()
  await loadCommuneCentres(db)
  const fields = { name: 'Le Fil', kind: 'association', siret: null, commune: 'Coutances' } as const
  organisation = await addOrganisation(db, network.id, fields, now)
  partner = await app.signIn('partner', { organisation })
})

const coutances = {
  ...{ commune: 'Coutances', inseeCode: '50147', postalCode: '50200', address: '1 place du Parvis' },
  ...{ latitude: 49.05, longitude: -1.44 },
}
const show = async (slug: string) => read(await app.visitor().get(`/lieux/${slug}`))

describe('la sorte de lieu se dit simplement (DIR-7)', () => {
  it('un service itinérant dit où il passe, chaque commune menant à ses lieux', async () => {
    const id = await addPlace(app.services.db, app.networks.estuaire, {
      ...{ ...coutances, slug: 'bus', name: 'Le bus numérique', itinerance: ['itinerant'] },
    })
    await app.database.db
      .updateTable('places.place')
      .set({ serves: ['50218', '50003'] })
      .where('id', '=', id)
      .execute()
    const page = await show('bus')
    expect(page.text).toContain('Service itinérant, basé à Coutances')
    expect(page.text).toContain('Ce service se déplace de commune en commune.')
    expect(page.text).toContain('Il passe dans ces 2 communes : Agon-Coutainville, Granville.')
    expect(page.links.find(({ text }) => text === 'Granville')?.href).toBe('/lieux?commune=50218')
    expect(page.text).toContain('Son adresse de rattachement : 1 place du Parvis')
    expect(page.text).not.toContain('Comment venir')
  })

  it.each([
    ['fixe', {}, 'Comment venir', null],
    [
      'mixte',
      { itinerance: ['fixed', 'itinerant'] as const },
      'Comment venir',
      'On est reçu à cette adresse',
    ],
    ['distance', { supportModes: ['remote'] as const }, 'Comment le joindre', 'il n’y a pas à se déplacer'],
    [
      'ferme-au-public',
      { accessModes: ['no-public'] as const },
      'Comment le joindre',
      'ne reçoit pas de public',
    ],
  ])('%s', async (slug, said, heading, sentence) => {
    await addPlace(app.services.db, app.networks.estuaire, {
      ...coutances,
      slug,
      name: `Lieu ${slug}`,
      ...said,
    })
    const page = await show(slug)
    expect(page.texts('main h2')).toContain(heading)
    if (sentence) expect(page.text).toContain(sentence)
    expect(page.text).not.toContain('Il passe dans')
  })
})

describe('le point suit l’adresse (DIR-55)', () => {
  const before = 'Le point de l’ancienne'
  async function aPlaceOfOurs(slug: string, precision: 'exact' | 'street'): Promise<PlaceId> {
    const { db } = app.services
    const id = await addPlace(db, app.networks.estuaire, { ...coutances, slug, name: `Lieu ${slug}` })
    await db.updateTable('places.place').set({ point_precision: precision }).where('id', '=', id).execute()
    await runBy(app.context(), id, organisation)
    return id
  }
  const pointOf = (id: PlaceId) =>
    app.database.db
      .selectFrom('places.place')
      .select(['latitude', 'point_precision as precision', 'drawn_latitude as drawn'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()

  /** Sends the whole form as it was shown, with another street. */
  async function moveTo(id: PlaceId, adresse: string, more: Record<string, string> = {}) {
    const address = `/lieux/${id}/modifier/adresse`
    const { document } = await read(await partner.get(address))
    const held: Record<string, string> = {}
    for (const field of document.querySelectorAll('main input, main textarea'))
      if (field.getAttribute('name') !== 'suite')
        held[field.getAttribute('name') ?? ''] = field.getAttribute('value') ?? field.textContent ?? ''
    const sent = await partner.post(address, { ...held, adresse, ...more })
    expect(sent.status).toBe(303)
    return read(await partner.get(sent.headers.get('location') ?? ''))
  }

  it.each(['exact', 'street'] as const)(
    'un point donné par une source ou par l’adresse (%s) ne reste pas à l’ancienne : le lieu se dessine au milieu de sa commune',
    async (precision) => {
      const id = await aPlaceOfOurs(`point-${precision}`, precision)
      const sheet = await moveTo(id, '20 rue Geoffroy-de-Montbray')
      expect(sheet.text.toLowerCase()).toContain(before.toLowerCase())
      const { latitude, precision: after, drawn } = await pointOf(id)
      expect({ latitude, after }).toEqual({ latitude: null, after: 'commune' })
      expect(drawn).not.toBe(49.05)
      const page = await show(`point-${precision}`)
      expect(page.text).toContain('Position approximative')
      expect(page.text).not.toContain('49.05')
      const history = await read(await partner.get(`/lieux/${id}/historique`))
      expect(history.text).toContain('Latitude49,05(vide)')
    },
  )

  it('la même adresse autrement écrite garde son point', async () => {
    const id = await aPlaceOfOurs('autrement', 'street')
    await moveTo(id, '1, PLACE DU PARVIS')
    expect(await pointOf(id)).toMatchObject({ latitude: 49.05, precision: 'street' })
  })

  it('un point écrit avec la nouvelle adresse est le bon', async () => {
    const id = await aPlaceOfOurs('ecrit', 'street')
    await moveTo(id, '20 rue Geoffroy-de-Montbray', { latitude: '49.0461', longitude: '-1.4412' })
    expect(await pointOf(id)).toMatchObject({ latitude: 49.0461, precision: 'exact' })
  })

  it('un point placé à la main reste, et l’on demande de le vérifier', async () => {
    const id = await aPlaceOfOurs('main', 'exact')
    await moveTo(id, '1 place du Parvis', { latitude: '49.0502', longitude: '-1.4402' })
    const sheet = await moveTo(id, '20 rue Geoffroy-de-Montbray')
    expect(sheet.text).toContain('placé à la main : il reste où il était. Vérifiez')
    expect((await pointOf(id)).latitude).toBe(49.0502)
  })

  it('une source qui change l’adresse ne laisse ni le point trouvé par l’ancienne, ni la proposition qui en parlait (DIR-56)', async () => {
    const { db } = app.database
    const found = await aPlaceOfOurs('source-trouve', 'street')
    const asked = await aPlaceOfOurs('source-propose', 'exact')
    await db
      .updateTable('places.place')
      .set({ latitude: null, longitude: null })
      .where('id', '=', asked)
      .execute()
    await db
      .insertInto('places.geocoded_address')
      .values({
        ...{ asked: 'ancienne', latitude: 49.05, longitude: -1.44, label: '1 place du Parvis', score: 60 },
        ...{ insee_code: '50147', is_street: true, answered_at: app.context().now },
      })
      .execute()
    await db
      .insertInto('places.point_proposal')
      .values({
        ...{ place_id: asked, network_id: app.networks.estuaire, asked: 'ancienne' },
        proposed_at: app.context().now,
      })
      .execute()
    expect(await openProposals(db, app.networks.estuaire, 10)).toHaveLength(1)
    // As a bulk import writes: in one set.
    await db
      .updateTable('places.place')
      .set({ address: '3 rue du Port' })
      .where('id', 'in', [found, asked])
      .execute()
    expect((await pointOf(found)).latitude).toBeNull()
    expect(await openProposals(db, app.networks.estuaire, 10)).toHaveLength(0)
  })
})

describe('ce que les autres modules posent sur la fiche (DIR-72)', () => {
  it('une partie qui n’a rien à dire ne prend aucune place', async () => {
    await addPlace(app.services.db, app.networks.estuaire, { ...coutances, slug: 'nu', name: 'Lieu nu' })
    expect((await show('nu')).texts('main h2')).toEqual([
      'Horaires',
      'Ce que vous pouvez y faire',
      'Comment venir',
      'Les lieux les plus proches',
    ])
  })
})
