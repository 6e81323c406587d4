import { beforeAll, describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../../tests/support.ts'
import { newId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { PlaceId } from '../../domain/place.ts'
import { addPlace, addShownLabel } from '../../testing.ts'
import { mergePlaces } from '../../use-cases/duplicates/merge-places.ts'

const app = useApp()
const show = async (slug: string) => read(await app.visitor().get(`/lieux/${slug}`))
const known = {
  ...{ commune: 'Gap', inseeCode: '05061', postalCode: '05000', address: '3 rue du Mazel' },
  ...{ phone: '+33199000001', openingHours: 'Mo-Fr 09:00-12:00', services: ['everyday-tools'] as const },
}

async function aPlace(slug: string): Promise<PlaceId> {
  const { db } = app.services
  return addPlace(db, app.networks.estuaire, { ...known, slug, name: `Lieu ${slug}` })
}

describe('the order in which a place is read (DIR-72)', () => {
  beforeAll(async () => {
    await addShownLabel(app.services.db, app.networks.estuaire, await aPlace('ordre'))
  })

  it('is its name and state, how to reach it, when it opens, what for, and then the rest', async () => {
    const { document } = await show('ordre')
    const order = [...document.querySelectorAll('main h1, main h2, main dt')].map((one) => one.textContent)
    expect(order).toEqual([
      ...['Lieu ordre', 'Téléphone', 'Horaires', 'Ce que vous pouvez y faire', 'Comment venir', 'Label'],
    ])
    const contact = document.querySelector('main section[aria-label="Contact"] a')
    expect(contact?.getAttribute('href')).toBe('tel:+33199000001')
  })
})

describe('a place that other networks keep (DIR-87)', () => {
  async function keptBy(place: PlaceId, home: string) {
    const { estuaire } = app.networks
    const [peer, now] = [newId(), app.services.clock.now()]
    await app.database.pool.query(
      `insert into federation.peer (id, network_id, direction, name, address, fingerprint, declared_at)
         values ($1, $2, 'source', $3, $4, 'x', $5)`,
      [peer, estuaire, home, `https://${peer}.example`, now],
    )
    await app.database.pool.query(
      `insert into federation.copy (place_id, network_id, peer_id, uri, version, path, home_name, licence, received_at)
         values ($1, $2, $3, $4, 1, array['x'], $5, 'licence ouverte', $6)`,
      [place, estuaire, peer, `https://${peer}.example/lieux/x`, home, now],
    )
  }

  it('is said to be kept by its home', async () => {
    await keptBy(await aPlace('un'), 'La Baie')
    const { text } = await show('un')
    expect(text).toContain('Cette fiche est tenue par La Baie (licence ouverte). Elle se corrige chez lui.')
  })

  it('and by both, in one sentence, when two networks keep it', async () => {
    const [kept, other] = [await aPlace('deux'), await aPlace('double')]
    await keptBy(kept, 'La Baie')
    await keptBy(other, 'Le Cap')
    const merged = await mergePlaces(app.context(), {
      ...{ kept, duplicate: other, seen: { kept: 1, duplicate: 1 } },
      ...{ choices: {}, reason: '', sawLabels: true },
    })
    expect(isRefusal(merged)).toBe(false)
    const { text } = await show('deux')
    expect(text.match(/est tenue par/g)).toHaveLength(1)
    expect(text).toMatch(/tenue par (La Baie|Le Cap) \(licence ouverte\) et (La Baie|Le Cap) \(/)
    expect(text).toContain('Elle se corrige chez eux.')
  })
})
