import { sql } from 'kysely'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { RetentionRule } from '../../../../platform/privacy/retention.ts'
import { USUAL_KEPT_MONTHS } from '../../domain/schemes/scheme.ts'

/**
 * Files that ended without a label, once the delay to contest and the label's own are over: what was written goes, their
 * end stays. A file whose refusal is contested waits. LAB-55.
 */
export const applicationRetention: readonly RetentionRule[] = [
  {
    name: 'labels.applications',
    sentence: `Réponses et pièces jointes des dossiers de label refusés, retirés ou classés, ${USUAL_KEPT_MONTHS} mois (ou la durée que fixe le label) après le délai de recours`,
    apply: ({ db, clock }) =>
      inTransaction(db, async (tx) => {
        const { rows } = await sql<{ id: string }>`
          update labels.application a set reduced_at = ${clock.now()}, sent_because = ''
          from labels.scheme_version v
          where v.id = a.version_id and a.reduced_at is null and a.purpose = 'application'
            and (a.state in ('withdrawn', 'not_followed_up') or (a.state = 'decided' and exists (
              select 1 from labels.decision d where d.application_id = a.id and d.kind = 'refused'
                and not exists (select 1 from labels.decision n where n.supersedes = d.id))))
            and not exists (select 1 from labels.appeal p join labels.decision d on d.id = p.decision_id
              where d.application_id = a.id and not exists (select 1 from labels.appeal_event e where e.appeal_id = p.id
                and e.to_state in ('accepted', 'partly', 'rejected', 'withdrawn')))
            and (select max(e.at) from labels.application_event e where e.application_id = a.id)
              < ${clock.now()}::timestamptz - make_interval(months =>
                coalesce((v.content -> 'remedies' ->> 'months')::integer, 0)
                + coalesce((v.content ->> 'keptMonths')::integer, ${USUAL_KEPT_MONTHS}))
          returning a.id`.execute(tx)
        const ids = rows.map(({ id }) => id)
        for (const table of ['application_answer', 'application_proof', 'application_section'])
          await sql`delete from ${sql.table(`labels.${table}`)} where application_id = any(${ids}::uuid[])`.execute(
            tx,
          )
        return ids.length
      }),
  },
]
