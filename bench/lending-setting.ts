import { newId } from '../src/kernel/id.ts'
import { type Instant, instant } from '../src/kernel/instant.ts'
import { equipmentJobs } from '../src/modules/equipment/index.ts'
import { networkById } from '../src/modules/identity/index.ts'
import type { Context } from '../src/platform/context.ts'
import {
  createDatabase,
  createPool,
  type Database,
  type DatabaseAddress,
} from '../src/platform/db/database.ts'
import { installJobs } from '../src/platform/jobs/install.ts'
import type { NetworkId, OrganisationId } from '../src/platform/session/actor.ts'

export const MONDAY: Instant = instant('2027-01-04T08:00:00.000Z')

export interface LendingSetting {
  context: Context
  owner: OrganisationId
  /** Statements since the last call, those that open and close a transaction left out. */
  counted(): number
  end(): Promise<void>
}

/** A network and its head on an empty database, every statement counted. */
export async function lendingSetting(address: DatabaseAddress): Promise<LendingSetting> {
  const pool = createPool(address)
  let statements = 0
  const db: Database = createDatabase(pool, (text) => {
    if (!/^(begin|commit|rollback|savepoint|release)/i.test(text)) statements += 1
  })
  await installJobs(
    pool,
    equipmentJobs.map(({ name }) => name),
  )
  const id: NetworkId = newId()
  const owner: OrganisationId = newId<'organisation'>()
  await db
    .insertInto('identity.network')
    .values({ id, slug: 'mesure', name: 'Mesure', head_name: 'Tête', theme: '{}', created_at: MONDAY })
    .execute()
  await db
    .insertInto('identity.organisation')
    .values({ id: owner, network_id: id, name: 'Tête', kind: 'departement', created_at: MONDAY })
    .execute()
  const network = await networkById(db, id)
  if (!network) throw new Error('no network')
  const context: Context = {
    ...{ db, network, now: MONDAY, today: '2027-01-04' as Context['today'], actor: { kind: 'system' } },
    ...{ reach: { kind: 'all', network: id }, requestId: null, origin: null, journalled: new Set<string>() },
  }
  return {
    context,
    owner,
    counted() {
      const count = statements
      statements = 0
      return count
    },
    end: () => pool.end(),
  }
}
