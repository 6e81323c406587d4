import type { Id } from '../../../kernel/id.ts'
import type { Database } from '../../../platform/db/database.ts'
import { peopleNames } from '../../identity/index.ts'
import type { AgreementId } from '../domain/agreement.ts'

/** Who recorded each act, by act; the platform itself and accounts that were erased have no name. */
export async function recordersOf(db: Database, agreement: AgreementId): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('agreements.act')
    .select(['id', 'recorded_by'])
    .where('agreement_id', '=', agreement)
    .execute()
  const people = rows.flatMap(({ recorded_by }) => (recorded_by ? [recorded_by as Id<'person'>] : []))
  const names = await peopleNames(db, [...new Set(people)])
  return new Map(
    rows.map(({ id, recorded_by }) => [
      id,
      recorded_by ? (names.get(recorded_by as Id<'person'>) ?? '') : '',
    ]),
  )
}
