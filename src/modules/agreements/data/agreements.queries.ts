import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { OrganisationId, Reach } from '../../../platform/session/actor.ts'
import type { Agreement } from '../domain/agreement.ts'
import { withActs, withinReach } from './agreements.store.ts'

export const PAGE_SIZE = 25

/** One page of agreements, newest reference first; `q` looks in the reference and the partner's name. */
export async function listAgreements(
  db: Database,
  reach: Reach,
  { q, page }: { q: string; page: number },
): Promise<{ agreements: Agreement[]; total: number }> {
  const found = withinReach(
    db.selectFrom('agreements.agreement').selectAll('agreements.agreement'),
    reach,
  ).$if(q !== '', (query) =>
    query.where((is) =>
      is.or([
        is('reference', 'ilike', `%${escaped(q)}%`),
        is.exists(
          is
            .selectFrom('identity.current_organisation as o')
            .select('o.id')
            .whereRef('o.id', '=', 'agreements.agreement.partner_id')
            .where(
              (of) =>
                sql<boolean>`public.folded(${of.ref('o.name')}) like '%' || public.folded(${escaped(q)}) || '%'`,
            ),
        ),
      ]),
    ),
  )
  const { count } = await found
    .clearSelect()
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .orderBy('reference', 'desc')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute()
  return { agreements: await withActs(db, rows), total: count }
}

/** Those to which one of these organisations is a party, newest reference first; the hundred last. */
export async function agreementsWith(
  db: Database,
  reach: Reach,
  partners: readonly OrganisationId[],
): Promise<Agreement[]> {
  const rows = await withinReach(
    db.selectFrom('agreements.agreement').selectAll('agreements.agreement'),
    reach,
  )
    .where('partner_id', 'in', partners)
    .orderBy('reference', 'desc')
    .limit(100)
    .execute()
  return withActs(db, rows)
}

/** Who has an agreement in force that day within a reach, by name. */
export async function partnersInForce(
  db: Database,
  reach: Reach,
  on: Day,
): Promise<{ id: OrganisationId; name: string }[]> {
  const rows = await withinReach(db.selectFrom('agreements.agreement').select([]), reach)
    .innerJoin('agreements.standing as s', 's.agreement_id', 'agreements.agreement.id')
    .innerJoin('identity.current_organisation as o', 'o.id', 'agreements.agreement.partner_id')
    .select(['agreements.agreement.partner_id as id', 'o.name'])
    .where('s.from_day', '<=', on)
    .where((is) => is.or([is('s.until_day', 'is', null), is('s.until_day', '>=', on)]))
    .groupBy(['agreements.agreement.partner_id', 'o.name'])
    .orderBy(sql`o.name collate public.french`)
    .execute()
  return rows.flatMap(({ id, name }) => (name ? [{ id, name }] : []))
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
