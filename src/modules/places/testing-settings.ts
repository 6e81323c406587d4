import { newId } from '../../kernel/id.ts'
import type { Context } from '../../platform/context.ts'
import { addEmbedKey } from './data/embed/embed-keys.store.ts'
import { addHolidayRule } from './data/hours/holidays.store.ts'
import { addSearch } from './data/search/saved-searches.store.ts'
import { addTerritory } from './data/territories/territories.store.ts'
import { addWebhook } from './data/webhooks/webhooks.store.ts'
import { aPersonNamed } from './testing-freshness.ts'

/** What a network set for its directory, one of each: a key of a map, a follower of changes, a day off, a kept search, a territory. */
export async function someSettings(context: Context) {
  const { db, network, now } = context
  const person = await aPersonNamed(context, 'Recherche')
  const by = { at: now, by: null }
  const origins = ['https://ville.example']
  const embedKey = await addEmbedKey(db, network.id, { name: 'Ville', lock: null, origins }, by)
  const webhook = newId<'webhook'>()
  const url = 'https://ville.example/avis'
  await addWebhook(db, network.id, { id: webhook, name: 'Ville', url, sealedSecret: 'v1.a.b.c' }, by)
  const dayOff = newId<'holiday-rule'>()
  await addHolidayRule(db, network.id, {
    ...{ id: dayOff, name: 'Fête locale', department: null, month: 6, day: 3, isOff: true },
    ...{ fromYear: null, untilYear: null },
  })
  const search = newId<'saved-search'>()
  await addSearch(
    db,
    { network: network.id, person },
    { id: search, name: 'Autour d’ici', asked: '?q=gap', createdAt: now },
  )
  const territory = `pays-${search}`
  await addTerritory(db, network.id, {
    slug: territory,
    name: territory,
    communes: ['05061'],
    epcis: [],
  })
  return { embedKey, webhook, dayOff, search, territory }
}
