import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import type { PlaceId } from '../../domain/place.ts'
import { addPlace } from '../../testing.ts'
import { importCommuneCentres, loadCommuneCentres } from '../../use-cases/geocoding/load-centres.ts'
import { centreOf } from './centres.store.ts'

const app = useApp()

function pointOf(id: PlaceId) {
  return app.database.db
    .selectFrom('places.place')
    .select(['latitude', 'drawn_latitude as drawn', 'point_precision as precision', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

describe('where a place is drawn (DIR-54, DIR-55)', () => {
  it('is its own point, else the middle of its commune, once centres are known', async () => {
    const { db } = app.database
    const exact = await addPlace(db, app.networks.estuaire, {
      inseeCode: '50502',
      latitude: 49.11,
      longitude: -1.09,
    })
    const vague = await addPlace(db, app.networks.estuaire, { inseeCode: '50502' })
    const nowhere = await addPlace(db, app.networks.estuaire, {})
    expect(await pointOf(vague)).toMatchObject({ drawn: null, precision: null })
    await loadCommuneCentres(db)
    const centre = await centreOf(db, '50502')
    expect(centre?.basis).toBe('known')
    expect(await pointOf(exact)).toMatchObject({ latitude: 49.11, drawn: 49.11, precision: 'exact' })
    expect(await pointOf(vague)).toMatchObject({
      latitude: null,
      drawn: centre?.latitude,
      precision: 'commune',
    })
    expect(await pointOf(nowhere)).toMatchObject({ drawn: null, precision: null })
  })

  it('follows the place when it moves, gains a point or loses it', async () => {
    const { db } = app.database
    const id = await addPlace(db, app.networks.estuaire, { inseeCode: '50129' })
    const change = (values: object) =>
      db.updateTable('places.place').set(values).where('id', '=', id).execute()
    await change({ insee_code: '50502' })
    expect(await pointOf(id)).toMatchObject({ drawn: (await centreOf(db, '50502'))?.latitude })
    await change({ latitude: 49.2, longitude: -1.2, point_precision: 'street' })
    expect(await pointOf(id)).toMatchObject({ drawn: 49.2, precision: 'street' })
    await change({ latitude: 49.3, longitude: -1.2 })
    expect(await pointOf(id)).toMatchObject({ drawn: 49.3, precision: 'exact' })
    await change({ latitude: null, longitude: null })
    expect(await pointOf(id)).toMatchObject({ latitude: null, precision: 'commune' })
  })

  it('is loaded once, and an official file prevails even then', async () => {
    const { db } = app.database
    const id = await addPlace(db, app.networks.estuaire, { inseeCode: '50502' })
    await importCommuneCentres(db, 'code,lat,lon\n50502,49.5,-1.5')
    expect(await pointOf(id)).toMatchObject({ drawn: 49.5, precision: 'commune' })
    const { version } = await pointOf(id)
    await loadCommuneCentres(db)
    await sql`update places.commune_centre_version set digest = 'older'`.execute(db)
    await loadCommuneCentres(db)
    expect(await pointOf(id)).toMatchObject({ drawn: 49.5, version })
    expect(await centreOf(db, '50502')).toMatchObject({ latitude: 49.5, basis: 'official' })
  })
})
