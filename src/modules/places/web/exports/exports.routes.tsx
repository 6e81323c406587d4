import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { limitStranger } from '../../../../platform/http/rate-limit.ts'
import { networkAddress } from '../../../identity/index.ts'
import { openDataFigures } from '../../data/exports/catalogue.queries.ts'
import { filterOf } from '../../data/search/places.results.ts'
import { type ExportFormat, FORMATS } from '../../domain/exports/export-format.ts'
import { type Listing, listingQuery } from '../directory/listing.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { askedOfAddress } from './asked-of-address.ts'
import { catalogueOf, turtleOf } from './catalogue.ts'
import { exportFile, streamOf } from './export-file.ts'
import { exportRoutesOf as routes } from './exports.paths.ts'
import { openFile } from './open-file.ts'
import { OpenDataPage } from './pages/open-data-page.tsx'
import { isUnchanged } from './unchanged.ts'

const read = may(policy.readDirectory)

/** What leaves the directory as files, and their record in catalogues of open data. DIR-82, DIR-86. */
export const exportRoutes = new Hono<AppEnv>()
  .get(routes.standardCsv, read, (c) => fileOf(c, 'csv'))
  .get(routes.standardJson, read, (c) => fileOf(c, 'json'))
  .get(routes.geojson, read, (c) => fileOf(c, 'geojson'))
  .get(routes.dataInclusion, read, (c) => fileOf(c, 'data-inclusion'))
  .get(routes.xlsx, read, (c) => fileOf(c, 'xlsx'))
  .get(routes.leftOut, read, (c) => fileOf(c, 'non-exportables'))
  .get(routes.openData, read, async (c) => {
    const { db, network, today } = c.var.context
    const figures = await openDataFigures(db, network.id, today)
    return page(c, <OpenDataPage view={viewOf(c)} figures={figures} />)
  })
  .get(routes.catalogueJson, read, async (c) => {
    if (await isUnchanged(c)) return c.body(null, 304)
    return c.body(JSON.stringify(await catalogue(c), null, 2), 200, { 'content-type': 'application/ld+json' })
  })
  .get(routes.catalogueTurtle, read, async (c) => {
    if (await isUnchanged(c)) return c.body(null, 304)
    return c.body(turtleOf(await catalogue(c)), 200, { 'content-type': 'text/turtle; charset=utf-8' })
  })

async function fileOf(c: AppContext, format: ExportFormat): Promise<Response> {
  const { context, services } = c.var
  const asked = await askedOfAddress(c)
  if (await isUnchanged(c)) return c.body(null, 304)
  await limitStranger(c, 'export')
  const { network, today } = context
  const { file, type } = FORMATS[format]
  const site = networkAddress(services.config.baseUrl, network)
  c.header('content-disposition', `attachment; filename="${network.slug}-${today}-${file}"`)
  const written = isWhole(asked) ? await openFile(c, format) : null
  if (written) return c.body(written, 200, { 'content-type': type })
  const pieces = exportFile(context, {
    format,
    filter: await filterOf(context, asked),
    addressOf: (slug) => paths.place(site, slug),
  })
  return c.body(streamOf(pieces), 200, { 'content-type': type })
}

/** Nothing is asked but the whole directory. */
function isWhole(asked: Listing): boolean {
  return listingQuery({ ...asked, page: 1 }) === ''
}

async function catalogue(c: AppContext) {
  const { context, services } = c.var
  const { db, network, today } = context
  const site = networkAddress(services.config.baseUrl, network)
  return catalogueOf(network, site, await openDataFigures(db, network.id, today))
}
