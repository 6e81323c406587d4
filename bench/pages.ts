import { gzipSync } from 'node:zlib'
import autocannon from 'autocannon'
import { type National, report, withNational } from './national.ts'

// STK-100, STK-101, DIR-92: pages of a directory of 100,000 places, per second, and their weight once compressed.

const SECONDS = 5
const CONNECTIONS = 20
const ADDRESSES = 250

await withNational(async (national) => {
  const slug = await oneSlug(national)
  for (const [name, path] of [
    ['home', '/'],
    ['list', '/lieux'],
    ['list of a need in a town', '/lieux?q=papier+caen'],
    ['place', `/lieux/${slug}`],
    ['map', '/lieux?vue=les-deux'],
  ] as const) {
    report(`${name} page, html`, await weight(`${national.url}${path}`), 'bytes gz')
    report(`${name} page`, await perSecond(national.url, path), 'requests per second')
  }
})

async function oneSlug({ db, network }: National): Promise<string> {
  const row = await db
    .selectFrom('places.place')
    .where('network_id', '=', network)
    .where('opening_hours', 'is not', null)
    .select('slug')
    .executeTakeFirstOrThrow()
  return row.slug
}

async function weight(url: string): Promise<number> {
  return gzipSync(await (await fetch(url)).text()).length
}

async function perSecond(url: string, path: string): Promise<number> {
  const requests = Array.from({ length: ADDRESSES }, (_, index) => ({
    path,
    headers: { 'x-forwarded-for': `10.0.0.${index}` },
  }))
  const {
    requests: done,
    non2xx,
    errors,
  } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    workers: 1,
    requests,
  })
  if (non2xx > 0 || errors > 0) throw new Error(`${path}: ${non2xx} refused, ${errors} failed`)
  return done.average
}
