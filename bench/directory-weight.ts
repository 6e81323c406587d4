import { rm } from 'node:fs/promises'
import { buildClient, firstMapData, pageWeight } from '../scripts/page-weight.ts'
import { createApp } from '../src/app.tsx'
import { sourceAssets } from '../src/platform/assets.ts'
import { report, withNational } from './national.ts'

// DIR-92: what a first visit receives, compressed: HTML, sheets, scripts, and for the map its ground and first points
// (120 KB at most); the heaviest of the other pages (60 KB at most). `tests/page-weight.test.ts` holds both in every build.

await withNational(async ({ db, services }) => {
  const client = buildClient()
  const app = createApp({ ...services, assets: sourceAssets })
  const get = async (path: string) => app.request(`http://localhost${path}`)
  const page = async (path: string) => (await get(path)).text()
  const map = await page('/lieux?vue=les-deux')
  report('directory.page.map.gz', pageWeight(map, client) + (await firstMapData(map, get)), 'bytes gz')
  const { slug } = await db
    .selectFrom('places.place')
    .where('opening_hours', 'is not', null)
    .select('slug')
    .executeTakeFirstOrThrow()
  const others = await Promise.all(
    ['/', '/lieux', '/lieux?q=papier+caen', `/lieux/${slug}`, `/lieux/${slug}/signaler`].map(async (path) =>
      pageWeight(await page(path), client),
    ),
  )
  report('directory.page.other.gz', Math.max(...others), 'bytes gz, the heaviest')
  await rm(client.folder, { recursive: true })
})
