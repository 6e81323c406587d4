import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'kysely'
import { day } from '../src/kernel/day.ts'
import type { Instant } from '../src/kernel/instant.ts'
import { workOutHours } from '../src/modules/places/data/hours/hours.store.ts'
import { directoryIndex } from '../src/modules/places/data/search/directory-index.store.ts'
import { countPlaces } from '../src/modules/places/data/search/places.counts.ts'
import { filterOf, searchDirectory } from '../src/modules/places/data/search/places.results.ts'
import { matching } from '../src/modules/places/data/search/testing-matching.ts'
import { type Asked, askingNothing } from '../src/modules/places/domain/search/asked.ts'
import type { Context } from '../src/platform/context.ts'
import type { Database } from '../src/platform/db/database.ts'
import type { NetworkId } from '../src/platform/session/actor.ts'
import { p95, report, withNational } from './national.ts'

// DIR-92: a fixed mix of 200 questions, the filters, and the places open now, on 100,000 places.

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const BATCHES = 20
const TEXTS = [
  ...['caen', 'st lo', 'cherbourg', 'le havre', 'gap', 'manche', 'brest', 'saint denis', '50100', '75011'],
  ...['carte grise', 'imprimer', 'impots caen', 'ordinateur manche', 'mediatheque', 'mediatheque caen'],
  ...['bibliotheque des tilleuls', 'bus', 'mediateque', 'bibliotheqe cherbourg'],
]
const FILTERS: readonly Partial<Asked>[] = [
  { services: ['administrative-procedures'] },
  { services: ['job-seeking'], fees: ['free'] },
  { publics: ['seniors'] },
  { specialCare: ['deafness', 'visual-impairment'] },
  { grounds: [{ kind: 'departement', code: '50' }] },
  { grounds: [{ kind: 'region', code: '28' }], services: ['everyday-tools'] },
  { grounds: [{ kind: 'commune', code: '14118' }], radius: 20 },
  { position: { latitude: 49.1, longitude: -1.1 }, radius: 50 },
  { open: ['saturday'] },
  { open: ['now'] },
]
const NOW = '2026-06-17T08:30:00Z' as Instant

await withNational(async ({ db, network }) => {
  const context = { db, today: day('2026-06-17'), now: NOW, network: { id: network } } as Context
  await giveHours(db, network)
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().heapUsed)
  }, 20)
  watch.unref()
  const compiled = performance.now()
  const texts = await workOutHours(db, network, context.today)
  report('directory.hours.compile.100k', performance.now() - compiled, 'ms')
  report('directory.hours.store.texts', texts, 'texts')
  await sql`vacuum analyze places.place`.execute(db)
  await sql`vacuum analyze places.hours, places.hours_of_day`.execute(db)

  const built = performance.now()
  await directoryIndex(db, network)
  report('directory.search.100k.index, read whole', performance.now() - built, 'ms')
  // A place changes: nothing is kept of any answer, and the first filter pays for following the change.
  await sql`update places.place set summary = 'Autre chose' where id = (select min(id::text)::uuid from places.place)`.execute(
    db,
  )
  const filtered = await timesOf([...FILTERS, ...FILTERS], async (asked) => {
    const filter = await filterOf(context, { ...askingNothing, ...asked })
    return countPlaces(db, filter)
  })
  report('directory.filter.100k.p95, first time', p95(filtered.slice(0, FILTERS.length)), 'ms')
  report('directory.filter.100k.p95', p95(filtered.slice(FILTERS.length)), 'ms')

  const mix = Array.from({ length: 200 }, (_, rank): Partial<Asked> => {
    const text = TEXTS[rank % TEXTS.length] ?? ''
    const filter = rank % 3 === 0 ? (FILTERS[Math.floor(rank / 3) % FILTERS.length] ?? {}) : {}
    return rank % 10 === 9 ? (FILTERS[rank % FILTERS.length] ?? {}) : { text, ...filter }
  })
  const first = await timesOf(mix, (asked) => searchDirectory(context, { ...askingNothing, ...asked }, 25))
  const again = await timesOf(mix, (asked) => searchDirectory(context, { ...askingNothing, ...asked }, 25))
  report('directory.search.100k.p95, first time', p95(first), 'ms')
  report('directory.search.100k.p95', p95(again), 'ms')

  // Another minute each time: nothing is kept of the one before.
  const minutes = Array.from({ length: 20 }, (_, minute) => `2026-06-17T08:${31 + minute}:00Z` as Instant)
  const openAt = async (now: Instant) =>
    countPlaces(db, await filterOf({ ...context, now }, { ...askingNothing, open: ['now'] }))
  report('directory.hours.opennow.100k', p95(await timesOf(minutes, openAt)), 'ms')
  report('directory.hours.opennow.100k, open', (await openAt(NOW)).total, 'places')
  const open = await filterOf(context, { ...askingNothing, open: ['now'] })
  const inDatabase = await matching(db, open)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  report('directory.hours.opennow.100k, open by the database', inDatabase.count, 'places')
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  report('directory.hours.heap', (heapUsed + arrayBuffers) / 1024 / 1024, 'MB')
  report('directory.hours.heap, at most', most / 1024 / 1024, 'MB')
})

async function timesOf<T>(questions: readonly T[], ask: (one: T) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (const question of questions) {
    const start = performance.now()
    await ask(question)
    times.push(performance.now() - start)
  }
  return times
}

/** Five thousand different texts, as many as the country has. */
async function giveHours(db: Database, network: NetworkId): Promise<void> {
  for (let batch = 0; batch < BATCHES; batch += 1)
    await sql`update places.place set opening_hours =
      'Mo-Fr ' || lpad((8 + h % 3)::text, 2, '0') || ':' || lpad((h % 60)::text, 2, '0') || '-12:00,14:'
      || lpad((h / 60 % 60)::text, 2, '0') || '-1' || (6 + h % 4) || ':00'
      || case when h % 5 = 0 then '; Sa 09:00-12:00' else '' end || case when h % 7 = 0 then '; We off' else '' end
      from (select id, (abs(hashtext(id::text)) % 5000) as h from places.place) n
      where n.id = place.id and place.network_id = ${network} and h % ${BATCHES} = ${batch}`.execute(db)
}
