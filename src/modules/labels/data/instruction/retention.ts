import { sql } from 'kysely'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { RetentionRule } from '../../../../platform/privacy/retention.ts'

const GONE = 'Texte effacé'

/** What was written about files that were let go of follows them; who looks at a file is forgotten the same day. LAB-55. */
export const instructionRetention: readonly RetentionRule[] = [
  {
    name: 'labels.instruction',
    sentence:
      'Constats, compléments, avis, comptes rendus de visite et photos, propositions, en même temps que les réponses du dossier ; présence sur un dossier, une heure',
    apply: ({ db, clock }) =>
      inTransaction(db, async (tx) => {
        const reduced = sql`(select id from labels.application where reduced_at is not null)`
        const requests = sql`(select id from labels.completion_request where application_id in ${reduced})`
        const visits = sql`(select id from labels.visit where application_id in ${reduced})`
        const done = [
          await sql`delete from labels.presence where seen_at < ${clock.now()}::timestamptz - interval '1 hour'`.execute(
            tx,
          ),
          await sql`delete from labels.review_mark where application_id in ${reduced}`.execute(tx),
          await sql`delete from labels.completion_item where request_id in ${requests}`.execute(tx),
          await sql`update labels.completion_request set message = '' where id in ${requests} and message <> ''`.execute(
            tx,
          ),
          await sql`update labels.opinion set question = ${GONE}, body = case when given_on is null then '' else ${GONE} end
            where application_id in ${reduced} and question <> ${GONE}`.execute(tx),
          await sql`delete from labels.visit_photo where visit_id in ${visits}`.execute(tx),
          await sql`update labels.visit set visitors = ${GONE}, findings = '{}',
              report = case when reported_at is null then '' else ${GONE} end,
              reply = case when replied_at is null then '' else ${GONE} end
            where id in ${visits} and visitors <> ${GONE}`.execute(tx),
          await sql`delete from labels.proposal where application_id in ${reduced}`.execute(tx),
        ]
        return done.reduce((sum, { numAffectedRows = 0n }) => sum + Number(numAffectedRows), 0)
      }),
  },
]
