import { z } from 'zod'
import { afterOf, paged, pageOf, pageQuery } from '../../../../platform/api/cursor.ts'
import { apiRouter, reads } from '../../../../platform/api/endpoint.ts'
import { wrongInput } from '../../../../platform/api/input.ts'
import { folded } from '../../../places/index.ts'
import { shownCards } from '../../data/cards/cards.queries.ts'
import { isFound } from '../../domain/card.ts'
import { DISTANCES } from '../../domain/skills.ts'
import { readAsked } from '../cards/asked-cards.ts'
import { readerOf } from '../cards/reader.ts'
import { policy } from '../policy.ts'

const facilitator = z.object({
  id: z.string(),
  name: z.string(),
  jobTitle: z.string().nullable(),
  organisation: z.string().nullable(),
  commune: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  presentation: z.string().nullable(),
  skills: z.array(z.string()),
  themes: z.array(z.string()).describe('Services de la norme nationale, par leur code'),
  languages: z.array(z.string()),
  goesTo: z.enum(DISTANCES).nullable(),
  availability: z.string().nullable(),
  takesMessages: z.boolean(),
  places: z.array(z.object({ slug: z.string(), name: z.string() })),
})

/** The same names as the addresses of the pages. */
const query = pageQuery.extend({
  q: z.string().max(200).optional().describe('Mots du nom, de la structure, d’un lieu'),
  competence: z.string().optional(),
  theme: z.string().optional(),
  territoire: z.string().optional().describe('« departement:50 » ou « epci:200067205 »'),
  langue: z.string().optional(),
  intervient: z.string().optional().describe('« oui » : qui peut intervenir ailleurs que dans ses lieux'),
})

/** Facilitators as they let the caller see them: null is what they do not show. DIR-78, DIR-79. */
export const facilitatorsApi = apiRouter()

reads(
  facilitatorsApi,
  {
    path: '/api/v1/facilitators',
    tag: 'Animatrices et animateurs',
    summary: 'Personnes qui ont choisi de se montrer, avec ce que chacune montre à qui demande',
    policy: policy.readCards,
    query,
    answer: pageOf(facilitator),
  },
  async (c, given) => {
    const { asked, unknown } = readAsked(new URL(c.req.url).searchParams)
    if (unknown.length > 0)
      throw wrongInput(
        'query',
        unknown.map(({ parameter, value }) => ({
          code: 'custom' as const,
          path: [parameter],
          message: `La valeur « ${value} » n’existe pas.`,
        })),
      )
    const after = afterOf<'person'>(given) ?? ''
    const found = (await shownCards(c.var.context, readerOf(c)))
      .filter((card) => card.personId > after && isFound(card, asked, folded))
      .sort((one, other) => (one.personId < other.personId ? -1 : 1))
      .map(({ personId, hasPhoto: _, places, ...card }) => ({
        id: personId,
        ...card,
        places: places.map(({ slug, name }) => ({ slug, name })),
      }))
    c.header('cache-control', 'no-store')
    return paged(
      found.map((card) => ({
        ...card,
        skills: [...card.skills],
        themes: [...card.themes],
        languages: [...card.languages],
      })),
      given.limit,
    )
  },
)
