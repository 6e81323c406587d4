import { z } from 'zod'
import { apiRouter, reads } from '../../../../platform/api/endpoint.ts'
import { keptFigures, lastKept } from '../../data/statistics/semester-figures.store.ts'
import { groundKey, territoryFigures } from '../../use-cases/statistics/territory-figures.ts'
import { UNCHANGED } from '../api/open-reading.ts'
import { isUnchanged } from '../exports/unchanged.ts'
import { policy } from '../policy.ts'
import { figureLines } from './figure-lines.ts'
import { groundAsked } from './statistics.routes.tsx'

const line = z.object({
  measure: z.string(),
  code: z.string(),
  label: z.string(),
  count: z.number().nullable().describe('Null : sans objet'),
})

const code = z.string().optional()

/** The figures of a territory, today and at the end of each semester. DIR-81. */
export const statisticsApi = apiRouter()

reads(
  statisticsApi,
  {
    path: '/api/v1/statistics',
    tag: 'Statistiques',
    summary:
      'Chiffres d’un territoire, aujourd’hui et à la fin de chaque semestre ; sans territoire, du réseau entier',
    policy: policy.readDirectory,
    query: z.object({ commune: code, epci: code, departement: code, region: code, territoire: code }),
    instead: {
      statuses: UNCHANGED,
      async work(c) {
        const { db, network } = c.var.context
        const { ground, name } = await groundAsked(c)
        const kept = await lastKept(db, network.id, groundKey(ground))
        return (await isUnchanged(c, { more: `${name} ${kept}` })) ? c.body(null, 304) : null
      },
    },
    answer: z.object({
      territory: z.string(),
      name: z.string(),
      on: z.string(),
      figures: z.array(line),
      semesters: z.array(z.object({ semester: z.string(), countedAt: z.string(), figures: z.array(line) })),
    }),
  },
  async (c) => {
    const { context } = c.var
    const { ground, name } = await groundAsked(c)
    const { figures } = await territoryFigures(context, ground)
    const kept = await keptFigures(context.db, context.network.id, groundKey(ground))
    return {
      territory: groundKey(ground),
      name,
      on: context.today,
      figures: figureLines(figures),
      semesters: kept.map((one) => ({
        semester: one.semester,
        countedAt: one.countedAt,
        figures: figureLines(one.figures),
      })),
    }
  },
)
