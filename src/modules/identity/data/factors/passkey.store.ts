import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'

export type PasskeyId = Id<'passkey'>

export interface Passkey {
  id: PasskeyId
  name: string
  createdAt: Instant | null
  /** Kept by an account (a phone's, a password manager's) and found on its other devices. */
  isShared: boolean
}

export async function listPasskeys(db: Database, person: PersonId): Promise<Passkey[]> {
  const rows = await passkeys(db)
    .where('person_id', '=', person)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(passkeyOf)
}

export async function findPasskey(db: Database, person: PersonId, id: PasskeyId): Promise<Passkey | null> {
  const row = await passkeys(db).where('person_id', '=', person).where('id', '=', id).executeTakeFirst()
  return row ? passkeyOf(row) : null
}

/** The library dates a key by its own clock: the day of the installation is what people read elsewhere. */
export async function datePasskey(tx: Database, id: PasskeyId, now: Instant): Promise<void> {
  await tx.updateTable('identity.passkey').set({ created_at: now }).where('id', '=', id).execute()
}

/** False when it is not one of theirs. */
export async function renamePasskey(
  tx: Database,
  person: PersonId,
  id: PasskeyId,
  name: string,
): Promise<boolean> {
  const row = await tx
    .updateTable('identity.passkey')
    .set({ name })
    .where('person_id', '=', person)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False when it is not one of theirs. */
export async function removePasskey(tx: Database, person: PersonId, id: PasskeyId): Promise<boolean> {
  const row = await tx
    .deleteFrom('identity.passkey')
    .where('person_id', '=', person)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** None of their keys opens anything any more. */
export async function removePasskeysOf(tx: Database, person: PersonId): Promise<void> {
  await tx.deleteFrom('identity.passkey').where('person_id', '=', person).execute()
}

function passkeys(db: Database) {
  return db.selectFrom('identity.passkey').select(['id', 'name', 'created_at', 'device_type', 'backed_up'])
}

interface PasskeyRow {
  id: PasskeyId
  name: string | null
  created_at: Instant | null
  device_type: string
  backed_up: boolean
}

function passkeyOf(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    name: row.name || 'Clé sans nom',
    createdAt: row.created_at,
    isShared: row.backed_up || row.device_type === 'multiDevice',
  }
}
