import { sql } from 'kysely'
import type { RetentionRule } from './retention.ts'

const MAIL_DAYS = 90

/** What the platform lets go of by itself. */
export const platformRetention: readonly RetentionRule[] = [
  {
    name: 'platform.mails',
    sentence: `Courriels écrits depuis plus de ${MAIL_DAYS} jours`,
    async apply({ db, clock }) {
      const { numDeletedRows } = await db
        .deleteFrom('platform.mail')
        .where(
          'written_at',
          '<',
          sql<never>`${clock.now()}::timestamptz - make_interval(days => ${MAIL_DAYS})`,
        )
        .executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    },
  },
  {
    name: 'platform.mail-links',
    sentence: 'Texte des courriels qui contenaient un lien, dès que ce lien n’ouvre plus rien',
    async apply({ db, clock, config }) {
      // Without a relay, mails go nowhere: their link is over all the same.
      const isSent = config.smtpUrl ? sql<boolean>`sent_at is not null` : sql<boolean>`true`
      const { numUpdatedRows } = await db
        .updateTable('platform.mail')
        .set({ body: '' })
        .where('link_until', '<=', clock.now())
        .where('body', '<>', '')
        .where(isSent)
        .executeTakeFirstOrThrow()
      return Number(numUpdatedRows)
    },
  },
  {
    name: 'platform.rate-windows',
    sentence: 'Comptes d’envois par adresse réseau, depuis plus d’un jour',
    async apply({ db, clock }) {
      const { numDeletedRows } = await db
        .deleteFrom('platform.rate_window')
        .where('window_start', '<', sql<never>`${clock.now()}::timestamptz - interval '1 day'`)
        .executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    },
  },
]
