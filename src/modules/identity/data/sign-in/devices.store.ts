import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'

/** A browser not seen for that long is a new one. */
export const DEVICE_DAYS = 400

type PersonId = Id<'person'>

export interface Device {
  personId: PersonId
  /** Keyed digest of the browser's cookie. */
  digest: string
}

/** What a browser keeps to be recognised. It opens nothing. */
export function newDeviceMark(): string {
  return randomBytes(18).toString('base64url')
}

/** Notes that the person came with this browser; true when it is the first time. */
export async function rememberDevice(
  db: Database,
  device: Device,
  label: string,
  now: Instant,
): Promise<boolean> {
  const row = await db
    .insertInto('identity.known_device')
    .values({
      person_id: device.personId,
      digest: device.digest,
      label,
      first_seen_at: now,
      last_seen_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'digest']).doUpdateSet({ label, last_seen_at: now }),
    )
    // A row that was there keeps the mark of the transaction that made it.
    .returning(sql<boolean>`xmax = 0`.as('isNew'))
    .executeTakeFirstOrThrow()
  return row.isNew
}

export function findDevice(db: Database, { personId, digest }: Device) {
  return db
    .selectFrom('identity.known_device')
    .selectAll()
    .where('person_id', '=', personId)
    .where('digest', '=', digest)
    .executeTakeFirst()
}

/** Is this browser one that the account with this e-mail already came with? */
export async function isDeviceOf(db: Database, email: string, digest: string): Promise<boolean> {
  const row = await db
    .selectFrom('identity.known_device as d')
    .innerJoin('identity.person as p', 'p.id', 'd.person_id')
    .select('d.digest')
    .where('p.email', '=', email)
    .where('d.digest', '=', digest)
    .executeTakeFirst()
  return row !== undefined
}

export async function forgetDevices(db: Database, now: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('identity.known_device')
    .where('last_seen_at', '<', sql<Instant>`${now}::timestamptz - make_interval(days => ${DEVICE_DAYS})`)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
