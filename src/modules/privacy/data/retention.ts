import { sql } from 'kysely'
import type { Instant } from '../../../kernel/instant.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { RetentionRule } from '../../../platform/privacy/retention.ts'

const PROOF_YEARS = 5
const UNCONFIRMED_DAYS = 90

/** What this module lets go of by itself. */
export const ownRetention: readonly RetentionRule[] = [
  {
    name: 'privacy.answered-requests',
    sentence: `Demandes répondues depuis plus de ${PROOF_YEARS} ans, et demandes jamais confirmées depuis ${UNCONFIRMED_DAYS} jours`,
    apply: ({ db, clock }) =>
      inTransaction(db, async (tx) => {
        const old = sql<boolean>`(answered_at < ${yearsBefore(clock.now())}
          or (answered_at is null and verified_at is null
            and filed_at < ${clock.now()}::timestamptz - make_interval(days => ${UNCONFIRMED_DAYS})))`
        await tx
          .updateTable('privacy.erasure')
          .set({ request_id: null })
          .where(sql<boolean>`request_id in (select id from privacy.request where ${old})`)
          .execute()
        const { numDeletedRows } = await tx.deleteFrom('privacy.request').where(old).executeTakeFirstOrThrow()
        return Number(numDeletedRows)
      }),
  },
  {
    name: 'privacy.withdrawn-consents',
    sentence: `Preuves de choix de diffusion retirés depuis plus de ${PROOF_YEARS} ans`,
    async apply({ db, clock }) {
      const { numDeletedRows } = await db
        .deleteFrom('privacy.consent')
        .where('withdrawn_at', '<', yearsBefore(clock.now()))
        .executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    },
  },
]

function yearsBefore(now: Instant) {
  return sql<Instant>`${now}::timestamptz - make_interval(years => ${PROOF_YEARS})`
}
