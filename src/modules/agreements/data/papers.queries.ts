import type { Database } from '../../../platform/db/database.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { Papers } from '../domain/paper-agenda.ts'
import { authorityRows } from './authority.store.ts'
import { decisionRows } from './decisions.store.ts'

/** The papers beside these agreements: two queries, whatever their number. */
export async function papersOf(
  db: Database,
  agreements: readonly AgreementId[],
): Promise<(agreement: AgreementId) => Papers> {
  if (agreements.length === 0) return () => ({ authority: [], decisions: [] })
  const authority = Map.groupBy(await authorityRows(db, agreements), ({ agreement }) => agreement)
  const decisions = Map.groupBy(await decisionRows(db, agreements), ({ agreementId }) => agreementId)
  return (agreement) => ({
    authority: authority.get(agreement) ?? [],
    decisions: decisions.get(agreement) ?? [],
  })
}
