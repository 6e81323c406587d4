import { sql } from 'kysely'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { RetentionRule } from '../../../../platform/privacy/retention.ts'
import { USUAL_KEPT_MONTHS } from '../../domain/schemes/scheme.ts'

/** Marks, comments and declared links of an edition whose results may no more be contested: medians alone stay. LAB-55. */
export const juryRetention: readonly RetentionRule[] = [
  {
    name: 'labels.jury',
    sentence: `Notes, commentaires et liens déclarés des membres d’un jury, ${USUAL_KEPT_MONTHS} mois (ou la durée que fixe le label) après le délai de recours`,
    apply: ({ db, clock }) =>
      inTransaction(db, async (tx) => {
        const over = sql`select e.id from labels.edition e join labels.scheme_version v on v.id = e.version_id
          where e.published_at < ${clock.now()}::timestamptz - make_interval(months =>
            coalesce((v.content -> 'remedies' ->> 'months')::integer, 0)
            + coalesce((v.content ->> 'keptMonths')::integer, ${USUAL_KEPT_MONTHS}))
          and not exists (select 1 from labels.appeal p join labels.decision d on d.id = p.decision_id
            where d.edition_id = e.id and not exists (select 1 from labels.appeal_event x where x.appeal_id = p.id
              and x.to_state in ('accepted', 'partly', 'rejected', 'withdrawn')))`
        const marks = await sql`delete from labels.mark where reading_id in (select r.id from labels.reading r
          join labels.juror j on j.id = r.juror_id where j.edition_id in (${over}))`.execute(tx)
        const links = await sql`delete from labels.interest_declaration where juror_id in
          (select j.id from labels.juror j where j.edition_id in (${over}))`.execute(tx)
        await sql`update labels.juror set territories = '{}'
          where territories <> '{}' and edition_id in (${over})`.execute(tx)
        return Number((marks.numAffectedRows ?? 0n) + (links.numAffectedRows ?? 0n))
      }),
  },
]
