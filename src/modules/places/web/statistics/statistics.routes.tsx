import { Hono } from 'hono'
import { csvOf } from '../../../../platform/csv.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound } from '../../../../platform/http/problems.ts'
import { everything } from '../../data/search/places.filter.ts'
import { groundName } from '../../data/search/places.gazetteer.ts'
import { namedTerritories } from '../../data/search/places.ground.ts'
import { groundsUnder } from '../../data/statistics/grounds.ts'
import { keptFigures } from '../../data/statistics/semester-figures.store.ts'
import { countByTerritory } from '../../data/territories/territory-counts.ts'
import type { Ground } from '../../domain/search/asked.ts'
import { groundKey, territoryFigures } from '../../use-cases/statistics/territory-figures.ts'
import { readListing } from '../directory/listing.ts'
import { policy } from '../policy.ts'
import { figureLines } from './figure-lines.ts'
import { StatisticsPage } from './pages/statistics-page.tsx'
import { routes } from './statistics.paths.ts'

const HEADER = ['territoire', 'releve', 'mesure', 'code', 'libelle', 'valeur']

/** What the network's places amount to, territory by territory. DIR-81. */
export const statisticsRoutes = new Hono<AppEnv>()
  .get(routes.statistics, may(policy.readDirectory), async (c) => {
    const { context } = c.var
    const asked = await groundAsked(c)
    const told = await territoryFigures(context, asked.ground)
    const kept = await keptFigures(context.db, context.network.id, groundKey(asked.ground))
    const under = asked.ground
      ? groundsUnder(asked.ground)
      : [...told.placesIn.keys()].flatMap((key) => departmentOfKey(key))
    const parts = under
      .map((ground) => ({
        ground,
        name: groundName(ground) ?? ground.code,
        places: told.placesIn.get(groundKey(ground)) ?? 0,
      }))
      .sort((one, other) => one.name.localeCompare(other.name, 'fr'))
    const { db, network, today } = context
    const own = asked.ground ? [] : await countByTerritory(db, everything(network.id, today))
    return page(
      c,
      <StatisticsPage view={viewOf(c)} {...asked} told={told} kept={kept} parts={parts} own={own} />,
    )
  })
  .get(routes.statisticsCsv, may(policy.readDirectory), async (c) => {
    const { context } = c.var
    const { ground, name } = await groundAsked(c)
    const { figures } = await territoryFigures(context, ground)
    const kept = await keptFigures(context.db, context.network.id, groundKey(ground))
    const readings = [
      ...kept.map((one) => ({ reading: one.semester, figures: one.figures })),
      { reading: context.today as string, figures },
    ]
    const rows = readings.flatMap(({ reading, figures }) =>
      figureLines(figures).map(({ measure, code, label, count }) => [
        ...[name, reading, measure, code, label],
        count === null ? '' : String(count),
      ]),
    )
    const file = `statistiques-${groundKey(ground).replace(':', '-')}-${context.today}.csv`
    c.header('content-disposition', `attachment; filename="${file}"`)
    return c.body(csvOf(HEADER, rows), 200, { 'content-type': 'text/csv; charset=utf-8' })
  })

/** The one territory of the address; a code that nothing bears is no page. */
export async function groundAsked(c: AppContext): Promise<{ ground: Ground | null; name: string }> {
  const { context } = c.var
  const { grounds, unknown } = readListing(new URL(c.req.url).searchParams)
  const [ground = null] = grounds
  if (unknown.length > 0) throw new NotFound()
  if (!ground) return { ground, name: context.network.name }
  const named = ground.kind === 'territoire' ? await namedTerritories(context.db, context.network.id) : []
  const name = groundName(ground) ?? named.find(({ slug }) => slug === ground.code)?.name
  if (name === undefined) throw new NotFound()
  return { ground, name }
}

function departmentOfKey(key: string): Ground[] {
  const code = /^departement:(.+)$/.exec(key)?.[1]
  return code === undefined ? [] : [{ kind: 'departement', code }]
}
