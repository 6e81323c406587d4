import type { Day } from '../../../kernel/day.ts'
import type { Database } from '../../../platform/db/database.ts'

/**
 * What the register of processing and the desk of rights prove of an agreement: they stand since the network does, open
 * to all. Given to agreements by `src/evidence.ts`, whose shape it has. 000 art. 7.
 */
export async function privacyEvidence(_db: Database, _agreement: object, from: Day) {
  return [
    {
      duty: 'data_protection_of_the_site',
      on: from,
      kind: 'privacy' as const,
      link: '/vie-privee',
      by: 'le registre des traitements',
      says: 'registre publié, droits exercés en ligne',
      isStanding: true as const,
    },
  ]
}
