import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { loadCommunes } from '../../data/communes.ts'
import { loadCentres, loadOfficialCentres } from '../../data/geocoding/centres.store.ts'
import {
  type CentresRefusal,
  type OfficialCentres,
  readOfficialCentres,
} from '../../domain/geocoding/official-centres.ts'

/** The centres of communes that the product carries, loaded once in a database: several processes may ask at once. */
export async function loadCommuneCentres(db: Database): Promise<void> {
  await inTransaction(db, async (tx) => loadCentres(tx))
}

/** Those of an official file, which prevail from then on. */
export async function importCommuneCentres(
  db: Database,
  text: string,
): Promise<OfficialCentres | Refusal<CentresRefusal>> {
  const read = readOfficialCentres(text, loadCommunes())
  if (isRefusal(read)) return read
  await inTransaction(db, async (tx) => loadOfficialCentres(tx, read.points))
  return read
}
