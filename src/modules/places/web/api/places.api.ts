import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { afterOf, paged, pageOf, pageQuery } from '../../../../platform/api/cursor.ts'
import { apiRouter, reads } from '../../../../platform/api/endpoint.ts'
import { ApiProblem } from '../../../../platform/api/problem.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { networkAddress } from '../../../identity/index.ts'
import { type FoundById, findById } from '../../data/api/place-by-id.queries.ts'
import { exportedAmong, exportedPage } from '../../data/exports/exported-places.queries.ts'
import { filterOf } from '../../data/search/places.results.ts'
import { askedOfAddress } from '../exports/asked-of-address.ts'
import { isUnchanged } from '../exports/unchanged.ts'
import { badgesOf } from '../freshness/badges-of.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { listingSchema } from './listing.schema.ts'
import { fieldsAsked, fieldsQuery, openReading, UNCHANGED } from './open-reading.ts'
import { AT, placeSchema, TAG } from './place.schema.ts'
import { tellPlace } from './tell-place.ts'

/** The directory for programs: the same places as the list, under the same parameters. DIR-83. */
export const placesApi = apiRouter()

reads(
  placesApi,
  {
    path: `${AT}/places`,
    tag: TAG,
    summary: 'Lieux publiés, par les mêmes filtres que la liste',
    policy: policy.readDirectory,
    query: pageQuery.extend({ fields: fieldsQuery, ...listingSchema.shape }),
    answer: pageOf(placeSchema),
    instead: openReading,
  },
  async (c, query) => {
    const { context } = c.var
    const fields = fieldsAsked(query.fields)
    const filter = await filterOf(context, await askedOfAddress(c))
    const after = afterOf<'place'>(query)
    const found = await exportedPage(context.db, filter, { after, limit: query.limit + 1 })
    const badges = await badgesOf(context, { places: found.map(({ place }) => place) })
    return paged(
      found.map((one) => tellPlace(c, one, badges.get(one.place.id), fields)),
      query.limit,
    )
  },
)

reads(
  placesApi,
  {
    path: `${AT}/places/{id}`,
    tag: TAG,
    summary: 'Un lieu',
    policy: policy.readDirectory,
    query: z.object({ fields: fieldsQuery }),
    answer: placeSchema,
    instead: {
      statuses: {
        ...UNCHANGED,
        301: 'Réuni à un autre lieu, ou repris par un autre réseau : son adresse est dans Location et Link',
        410: 'Ce lieu a fermé',
      },
      async work(c) {
        c.header('access-control-allow-origin', '*')
        const found = orNotFound(await placeAsked(c))
        if (found.kind === 'merged') {
          const survivor = `${c.var.network.base}${AT}/places/${found.into}`
          c.header('link', `<${survivor}>; rel="canonical"`)
          return c.redirect(survivor, 301)
        }
        if (found.kind === 'taken-over') {
          c.header('link', `<${found.uri}>; rel="canonical"`)
          return c.redirect(programAddress(found.uri), 301)
        }
        if (found.kind === 'closed') throw closed(c, found)
        return (await isUnchanged(c, found)) ? c.body(null, 304) : null
      },
    },
  },
  async (c, { fields }) => {
    const { context } = c.var
    const { db, network, today } = context
    const found = orNotFound(await placeAsked(c))
    const [place] = await exportedAmong(db, { network: network.id, today }, [found.id])
    const badges = await badgesOf(context, { places: [found] })
    return tellPlace(c, orNotFound(place ?? null), badges.get(found.id), fieldsAsked(fields))
  },
)

/** The place of the address, whatever became of it; null: the public never saw it. */
export function placeAsked(c: AppContext): Promise<FoundById | null> {
  const id = c.req.param('id') ?? ''
  if (!isId<'place'>(id)) throw new NotFound()
  return findById(c.var.context.db, c.var.context.network.id, id)
}

/** `https://exemple.fr/n/manche/lieux/…` as the programs of that network ask for it. */
function programAddress(uri: string): string {
  return uri.replace(/\/lieux\/([^/]*)$/, `${AT}/places/$1`)
}

function closed(
  c: AppContext,
  { slug, closedOn, successor }: Extract<FoundById, { kind: 'closed' }>,
): ApiProblem {
  const site = networkAddress(c.var.services.config.baseUrl, c.var.network)
  return new ApiProblem({
    status: 410,
    code: 'place_closed',
    detail: 'Ce lieu a fermé. Sa page dit depuis quand, et où s’adresser à présent.',
    more: { url: paths.place(site, slug), closedOn, successor },
  })
}
