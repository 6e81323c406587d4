import { z } from 'zod'
import { afterOf, paged, pageOf, pageQuery } from '../../../../platform/api/cursor.ts'
import { apiRouter, reads } from '../../../../platform/api/endpoint.ts'
import { shownLines, shownRequests } from '../../data/shown-lines.queries.ts'
import { LINE_STATES } from '../../domain/line.ts'
import { partsToCheck } from '../../use-cases/desk/desk-report.ts'
import { policy } from '../policy.ts'
import { followedBy, lineTold, readableLine, workedLine } from './line-at.ts'
import { AT, lineAnswer, TAG } from './schemas.ts'

const request = z.object({
  id: z.string(),
  inventoryId: z.string(),
  organisationId: z.string(),
  deskId: z.string(),
  actionKind: z.string(),
  actions: z.string(),
  lines: z.array(z.object({ id: z.string(), modelId: z.string(), state: z.string() })),
})

const part = z.object({
  rank: z.number().int(),
  label: z.string(),
  expected: z.number().int(),
  isCritical: z.boolean(),
})

/** What was asked, on either side of the desk. EQP-1405, EQP-1502. */
export const linesApi = apiRouter()

reads(
  linesApi,
  {
    path: `${AT}/requests`,
    tag: TAG,
    summary: 'Demandes de vos structures et des inventaires où vous travaillez',
    policy: policy.seeWork,
    query: pageQuery,
    answer: pageOf(request),
  },
  async (c, query) => {
    const asked = { after: afterOf<'loan-request'>(query), limit: query.limit }
    return paged(await shownRequests(c.var.context.db, await followedBy(c), asked), query.limit)
  },
)

reads(
  linesApi,
  {
    path: `${AT}/lines`,
    tag: TAG,
    summary: 'Prêts, un par exemplaire',
    policy: policy.seeWork,
    query: pageQuery.extend({ state: z.enum(LINE_STATES).optional() }),
    answer: pageOf(lineAnswer),
  },
  async (c, query) => {
    const { limit, state = null } = query
    const asked = { after: afterOf<'loan-line'>(query), limit, state }
    return paged(await shownLines(c.var.context.db, await followedBy(c), asked), limit)
  },
)

reads(
  linesApi,
  {
    path: `${AT}/lines/{line}`,
    tag: TAG,
    summary: 'Un prêt, avec sa version',
    policy: policy.seeWork,
    query: z.object({}),
    answer: lineAnswer,
    version: ({ version }) => version,
  },
  async (c) => lineTold(await readableLine(c)),
)

reads(
  linesApi,
  {
    path: `${AT}/lines/{line}/parts`,
    tag: TAG,
    summary: 'Ce qui se vérifie au départ ou au retour',
    policy: policy.seeWork,
    query: z.object({}),
    answer: z.object({ items: z.array(part) }),
  },
  async (c) => {
    const { context, line } = await workedLine(c, 'read')
    return { items: await partsToCheck(context.db, line) }
  },
)
