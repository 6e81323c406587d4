import { z } from 'zod'
import { afterOf, paged, pageOf, pageQuery } from '../../../../platform/api/cursor.ts'
import { apiRouter, reads } from '../../../../platform/api/endpoint.ts'
import { listModels } from '../../data/catalogue/models.queries.ts'
import { listInventories } from '../../data/inventory.store.ts'
import { shownItems } from '../../data/shown-lines.queries.ts'
import { borrowingPolicy } from '../borrowing/borrowing.policy.ts'
import { AT, anId, TAG } from './schemas.ts'

const model = z.object({
  id: z.string(),
  inventoryId: z.string(),
  name: z.string(),
  maker: z.string(),
  category: z.string(),
  description: z.string(),
  prerequisites: z.string(),
  units: z.number().int(),
  isKit: z.boolean(),
})

const item = z.object({
  id: z.string(),
  inventoryId: z.string(),
  modelId: z.string(),
  deskId: z.string(),
  assetNumber: z.string(),
  isKit: z.boolean(),
  isInService: z.boolean(),
})

/** What is lent, as the catalogue shows it to the caller. EQP-108, EQP-1405. */
export const catalogueApi = apiRouter()

reads(
  catalogueApi,
  {
    path: `${AT}/models`,
    tag: TAG,
    summary: 'Modèles prêtés',
    policy: borrowingPolicy.browse,
    query: pageQuery,
    answer: pageOf(model),
  },
  async (c, query) => {
    const { db, reach } = c.var.context
    const after = afterOf<'model'>(query) ?? ''
    const inventories = (await listInventories(db, reach)).map(({ id }) => id)
    const models = await listModels(db, { inventories })
    const rest = models.filter(({ id }) => id > after).sort((one, other) => (one.id < other.id ? -1 : 1))
    return paged(rest.slice(0, query.limit + 1), query.limit)
  },
)

reads(
  catalogueApi,
  {
    path: `${AT}/items`,
    tag: TAG,
    summary: 'Exemplaires prêtés',
    policy: borrowingPolicy.browse,
    query: pageQuery.extend({ model: anId<'model'>().optional() }),
    answer: pageOf(item),
  },
  async (c, query) => {
    const { db, reach } = c.var.context
    const inventories = (await listInventories(db, reach)).map(({ id }) => id)
    const { limit, model = null } = query
    return paged(await shownItems(db, inventories, { after: afterOf<'unit'>(query), limit, model }), limit)
  },
)
