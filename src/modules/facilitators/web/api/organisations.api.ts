import { z } from 'zod'
import { afterOf, paged, pageOf, pageQuery } from '../../../../platform/api/cursor.ts'
import { apiRouter, reads } from '../../../../platform/api/endpoint.ts'
import { wrongInput } from '../../../../platform/api/input.ts'
import { folded } from '../../../places/index.ts'
import { listedOrganisations } from '../../data/organisations/listed.queries.ts'
import { isOffered } from '../../domain/offer.ts'
import { readAskedOffers } from '../organisations/asked-offers.ts'
import { policy } from '../policy.ts'

const organisation = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  commune: z.string(),
  presentation: z.string(),
  competences: z.array(z.string()),
  serves: z.array(z.string()),
})

const query = pageQuery.extend({
  q: z.string().max(200).optional().describe('Mots du nom, de la commune ou de la présentation'),
  competence: z.string().optional(),
  pour: z.string().optional(),
  territoire: z.string().optional().describe('« departement:50 » ou « epci:200067205 »'),
})

/** What organisations offer; empty while the network does not show its directory. DIR-80. */
export const organisationsApi = apiRouter()

reads(
  organisationsApi,
  {
    path: '/api/v1/organisations',
    tag: 'Structures',
    summary: 'Structures qui présentent leurs compétences',
    policy: policy.readOrganisations,
    query,
    answer: pageOf(organisation),
  },
  async (c, given) => {
    const { asked, unknown } = readAskedOffers(new URL(c.req.url).searchParams)
    if (unknown.length > 0)
      throw wrongInput(
        'query',
        unknown.map(({ parameter, value }) => ({
          code: 'custom' as const,
          path: [parameter],
          message: `La valeur « ${value} » n’existe pas.`,
        })),
      )
    const { db, network } = c.var.context
    const after = afterOf<'organisation'>(given) ?? ''
    const found = (await listedOrganisations(db, network.id))
      .filter((one) => one.id > after && isOffered(one, asked, folded))
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ competences, serves, ...one }) => ({
        ...one,
        competences: [...competences],
        serves: [...serves],
      }))
    return paged(found, given.limit)
  },
)
