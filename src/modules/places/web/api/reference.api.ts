import { z } from 'zod'
import { apiRouter, reads } from '../../../../platform/api/endpoint.ts'
import { labelFigures, sourceFigures, territoryFigures } from '../../data/api/reference.queries.ts'
import { everything } from '../../data/search/places.filter.ts'
import { countByTerritory } from '../../data/territories/territory-counts.ts'
import { policy } from '../policy.ts'
import { openReading } from './open-reading.ts'
import { AT, TAG } from './place.schema.ts'

/** What the places of the directory refer to: parts of France, sources, labels. DIR-83. */
export const referenceApi = apiRouter()

const TERRITORY_KINDS = ['departement', 'epci', 'commune', 'territoire'] as const

const all = { tag: TAG, policy: policy.readDirectory, query: z.object({}), instead: openReading } as const

reads(
  referenceApi,
  {
    ...all,
    path: `${AT}/territories`,
    summary:
      'Départements, EPCI et communes qui ont un lieu publié, et territoires que le réseau nomme, avec leur nombre de lieux',
    query: z.object({
      kind: z.enum(TERRITORY_KINDS).optional().describe('Un seul de ces niveaux'),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          kind: z.enum(TERRITORY_KINDS).describe('Aussi le nom du filtre de la liste'),
          code: z.string(),
          name: z.string(),
          places: z.number().int(),
        }),
      ),
    }),
  },
  async (c, { kind }) => {
    const { db, network, today } = c.var.context
    const own = await countByTerritory(db, everything(network.id, today))
    const items = [
      ...(await territoryFigures(db, network.id)),
      ...own.map(({ slug, name, count }) => ({
        ...{ kind: 'territoire' as const, code: slug, name, places: count },
      })),
    ]
    return { items: items.filter((one) => kind === undefined || one.kind === kind) }
  },
)

reads(
  referenceApi,
  {
    ...all,
    path: `${AT}/sources`,
    summary: 'D’où viennent les lieux',
    answer: z.object({
      items: z.array(
        z.object({
          name: z.string(),
          page: z.string().nullable(),
          licence: z.string(),
          reusable: z.boolean().describe('Faux : ses lieux ne sortent ni en fichiers, ni par cette API'),
          places: z.number().int(),
        }),
      ),
    }),
  },
  async (c) => ({ items: await sourceFigures(c.var.context.db, c.var.context.network.id) }),
)

reads(
  referenceApi,
  {
    ...all,
    path: `${AT}/labels`,
    summary: 'Labels du réseau, et combien de lieux les portent ce jour',
    answer: z.object({
      items: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          standard: z
            .string()
            .nullable()
            .describe('Son nom dans `formations_labels` du standard, s’il y est'),
          places: z.number().int(),
        }),
      ),
    }),
  },
  async (c) => {
    const { db, network, today } = c.var.context
    return { items: await labelFigures(db, network.id, today) }
  },
)
