import type { Database } from '../../../../platform/db/database.ts'
import { type Stay, stayOf } from '../../domain/duration.ts'
import type { Line } from '../lines.store.ts'

/** The borrower's other loans of the same unit, or of the same model, in course or over. EQP-702. */
export async function staysOf(
  db: Database,
  line: Line,
  scope: 'item' | 'model',
  zone: string,
): Promise<Stay[]> {
  const rows = await db
    .selectFrom('equipment.loan_line as l')
    .innerJoin('equipment.loan_request as r', 'r.id', 'l.request_id')
    .select(['l.pickup_at', 'l.return_at'])
    .where('r.organisation_id', '=', line.organisationId)
    .where('l.id', '<>', line.id)
    .where('l.state', 'not in', ['draft', 'rejected', 'withdrawn', 'expired', 'no_show', 'displaced'])
    .$if(scope === 'model', (query) => query.where('l.model_id', '=', line.modelId))
    .$if(scope === 'item', (query) => {
      const unit = line.unitId ?? line.wantedUnitId
      return unit ? query.where('l.unit_id', '=', unit) : query.where('l.model_id', '=', line.modelId)
    })
    .execute()
  return rows.flatMap((row) =>
    row.pickup_at && row.return_at ? [stayOf(row.pickup_at, row.return_at, zone)] : [],
  )
}
