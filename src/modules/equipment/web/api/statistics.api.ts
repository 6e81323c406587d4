import { z } from 'zod'
import { addDays, addYears } from '../../../../kernel/day.ts'
import { apiRouter, reads } from '../../../../platform/api/endpoint.ts'
import { wrongInput } from '../../../../platform/api/input.ts'
import { allows } from '../../domain/rights.ts'
import { figuresOf, LINE_FIGURES } from '../../domain/telling/statistics.ts'
import { lendingStatistics } from '../../use-cases/telling/lending-statistics.ts'
import { workplacesOf } from '../../use-cases/workplace.ts'
import { policy } from '../policy.ts'
import { AT, aDay, anId, TAG } from './schemas.ts'

const figures = z.object({
  counts: z.record(z.enum(LINE_FIGURES), z.number().int()),
  daysLent: z.number().int(),
  daysLendable: z.number().int().nullable(),
  costCents: z.number().int().nullable(),
  medianWait: z.number().nullable().describe('En secondes'),
  longestWait: z.number().nullable().describe('En secondes'),
  refusals: z.record(z.string(), z.number().int()),
})

/** The figures of the inventories the caller works for. EQP-1402, EQP-1405. */
export const statisticsApi = apiRouter()

reads(
  statisticsApi,
  {
    path: `${AT}/statistics`,
    tag: TAG,
    summary: 'Chiffres des inventaires où vous travaillez, les douze derniers mois par défaut',
    policy: policy.seeWork,
    query: z.object({
      from: aDay.optional(),
      until: aDay.optional(),
      inventory: anId<'inventory'>().optional(),
    }),
    answer: z.object({
      from: z.string(),
      until: z.string(),
      items: z.array(z.object({ inventoryId: z.string(), name: z.string(), figures })),
    }),
  },
  async (c, { from, until, inventory: only }) => {
    const { context } = c.var
    const last = until ?? context.today
    const period = { first: from ?? addDays(addYears(last, -1), 1), last }
    if (period.last < period.first)
      throw wrongInput('query', [
        { code: 'custom', path: ['until'], message: 'Le dernier jour doit suivre le premier.' },
      ])
    const items = []
    for (const { inventory, role } of await workplacesOf(context)) {
      if (!allows(role, 'read') || (only && only !== inventory.id)) continue
      const { lines, units } = await lendingStatistics(context.db, inventory.id, period, context.today)
      const { refusals, ...counted } = figuresOf(lines, units, period, context.today)
      const told = { ...counted, refusals: Object.fromEntries(refusals) }
      items.push({ inventoryId: inventory.id, name: inventory.name, figures: told })
    }
    return { from: period.first, until: period.last, items }
  },
)
