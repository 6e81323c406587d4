import { sql } from 'kysely'
import type { RetentionRule } from '../../../platform/privacy/retention.ts'

const INACTIVE_MONTHS = 12

/** What the directory of facilitators lets go of by itself. DIR-79. */
export const facilitatorsRetention: readonly RetentionRule[] = [
  {
    name: 'facilitators.profiles',
    sentence: `Fiches des personnes qui n’animent plus aucun lieu du réseau depuis ${INACTIVE_MONTHS} mois`,
    async apply({ db, clock }) {
      const { numDeletedRows } = await db
        .deleteFrom('facilitators.profile as p')
        .where(
          sql<boolean>`p.updated_at < ${clock.now()}::timestamptz - make_interval(months => ${INACTIVE_MONTHS})
            and not exists (select from facilitators.standing s
              where s.person_id = p.person_id and s.network_id = p.network_id
                and (s.last_day is null
                  or s.last_day > ${clock.today()}::date - make_interval(months => ${INACTIVE_MONTHS})))`,
        )
        .executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    },
  },
]
