import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { organisationNames } from '../../../identity/index.ts'
import type { LineId } from '../../domain/equipment.ts'
import type { AgreementFlags } from '../../use-cases/moving/recall-line.ts'

/** Each row with the name of its organisation, as it is called today: one statement. */
export async function withBorrowers<Row extends { readonly organisationId: OrganisationId }>(
  db: Database,
  rows: readonly Row[],
): Promise<(Row & { borrower: string })[]> {
  const names = await organisationNames(db, [...new Set(rows.map(({ organisationId }) => organisationId))])
  return rows.map((row) => ({ ...row, borrower: names.get(row.organisationId) ?? '' }))
}

/** What the agreement of a loan says of it. EQP-203, EQP-204. */
export function flagged<Row extends { readonly id: LineId }>(row: Row, flags: AgreementFlags) {
  return { ...row, isBeyond: flags.beyond.has(row.id), isUnderNotice: flags.underNotice.has(row.id) }
}
