import { apiRouter } from '../../../../platform/api/endpoint.ts'
import { ApiProblem } from '../../../../platform/api/problem.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { networkAddress } from '../../../identity/index.ts'
import { exportedPlaces } from '../../data/exports/exported-places.queries.ts'
import { everything } from '../../data/search/places.filter.ts'
import { type FormerPage, passes, readFormerQuery } from '../../domain/api/former-query.ts'
import { standardObject } from '../../domain/exports/standard-export.ts'
import { policy } from '../policy.ts'
import { openReading } from './open-reading.ts'

export const FORMER = '/api/v0/lieux-inclusion-numerique'

/**
 * The shape that reusers of the national map know: the rows of the standard, filtered column by column; with `page[…]`, in
 * pages numbered from 0. Read only. DIR-83.
 */
export const formerApi = apiRouter()

formerApi.get(FORMER, may(policy.readDirectory), async (c) => {
  const same = await openReading.work(c)
  if (same) return same
  const { conditions, page, unknown } = readFormerQuery(new URL(c.req.url).searchParams)
  if (unknown.length > 0) throw unknownParameters(unknown)
  const { db, network, today } = c.var.context
  const rows: Record<string, string | number>[] = []
  let total = 0
  const first = page ? page.number * page.size : 0
  for await (const batch of exportedPlaces(db, everything(network.id, today)))
    for (const { standard } of batch) {
      if (standard.lacks.length > 0 || !passes(standard.row, conditions)) continue
      if (!page || (total >= first && total < first + page.size)) rows.push(standardObject(standard.row))
      total += 1
    }
  return c.json(page ? { meta: metaOf(page, total), data: rows, links: linksOf(c, page, total) } : rows)
})

function metaOf(page: FormerPage, totalElements: number) {
  return { ...page, totalElements, totalPages: Math.ceil(totalElements / page.size) }
}

function linksOf(c: AppContext, { number, size }: FormerPage, total: number) {
  const url = `${networkAddress(c.var.services.config.baseUrl, c.var.network)}${FORMER}`
  const last = Math.max(Math.ceil(total / size) - 1, 0)
  const at = (wanted: number) => `${url}?page[number]=${wanted}&page[size]=${size}`
  return {
    ...{ self: at(number), first: at(0), last: at(last) },
    ...(number > 0 && { prev: at(Math.min(number - 1, last)) }),
    ...(number < last && { next: at(number + 1) }),
  }
}

function unknownParameters(names: readonly string[]): ApiProblem {
  return new ApiProblem({
    status: 400,
    code: 'parameter_invalid',
    detail:
      'Un paramètre de l’adresse n’existe pas : écrivez champ[eq|neq|exists|notExists|beginsWith]=valeur, ou page[number] et page[size].',
    errors: names.map((field) => ({ field, detail: 'Paramètre inconnu.' })),
  })
}
