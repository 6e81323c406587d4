import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import type { Agreement } from '../domain/agreement.ts'
import { withActs } from './agreements.store.ts'

export const REGISTER_PAGE = 25

export interface RegisterAsked {
  q: string
  /** In force that day, ended before it, or both. */
  moment: 'in_force' | 'ended' | null
}

/**
 * Agreements the network may tell of: in force or ended, never a draft, and only where the clause on communication or
 * an approval allows it (AGR-68). By the partner's name.
 */
export async function publicAgreements(
  db: Database,
  network: NetworkId,
  { q, moment }: RegisterAsked,
  { today, limit, offset }: { today: Day; limit: number; offset: number },
): Promise<{ agreements: Agreement[]; total: number }> {
  const escaped = q.replace(/[\\%_]/g, '\\$&')
  const found = db
    .selectFrom('agreements.agreement as a')
    .innerJoin('agreements.standing as s', 's.agreement_id', 'a.id')
    .innerJoin('identity.current_organisation as o', 'o.id', 'a.partner_id')
    .where('a.network_id', '=', network)
    .where('s.public_ground', 'is not', null)
    .where('s.from_day', '<=', today)
    .$if(moment === 'in_force', (query) =>
      query.where((is) => is.or([is('s.until_day', 'is', null), is('s.until_day', '>', today)])),
    )
    .$if(moment === 'ended', (query) => query.where('s.until_day', '<=', today))
    .$if(q !== '', (query) =>
      query.where(
        sql<boolean>`(a.reference ilike ${`%${escaped}%`}
          or public.folded(o.name) like '%' || public.folded(${escaped}) || '%')`,
      ),
    )
  // Names are folded at each reading: searched and counted at once, the terms read for the lines of the page alone.
  const page = found
    .select((of) => ['a.id', 'o.name', of.fn.countAll<number>().over().as('total')])
    .orderBy(sql`o.name collate public.french`)
    .orderBy('a.reference')
    .limit(limit)
    .offset(offset)
  const rows = await db
    .selectFrom(page.as('shown'))
    .innerJoin('agreements.agreement as a', 'a.id', 'shown.id')
    .selectAll('a')
    .select('shown.total')
    .orderBy(sql`shown.name collate public.french`)
    .orderBy('a.reference')
    .execute()
  return { agreements: await withActs(db, rows), total: rows[0]?.total ?? 0 }
}
