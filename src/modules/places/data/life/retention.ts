import { laterBy } from '../../../../kernel/instant.ts'
import type { RetentionRule } from '../../../../platform/privacy/retention.ts'

export const DRAFT_DAYS = 90
const SECONDS_A_DAY = 86_400

/** A section somebody began and never came back to. */
export const lifeRetention: readonly RetentionRule[] = [
  {
    name: 'places.section-drafts',
    sentence: `Brouillons de fiches de lieux, ${DRAFT_DAYS} jours après leur dernier enregistrement`,
    async apply({ db, clock }) {
      const { numDeletedRows } = await db
        .deleteFrom('places.section_draft')
        .where('saved_at', '<', laterBy(clock.now(), -DRAFT_DAYS * SECONDS_A_DAY))
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  },
]
