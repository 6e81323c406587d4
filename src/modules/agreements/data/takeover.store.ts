import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import type { AgreementId } from '../domain/agreement.ts'

/** Where an agreement signed before the network used the product comes from. AGR-11. */
export interface Takeover {
  readonly takenOverAt: Instant
  /** The signed document, kept with its fingerprint; null while nobody has given it. */
  readonly file: { readonly id: Id<'file'>; readonly name: string; readonly sha256: string } | null
  readonly keptByHead: string
  readonly keptByPartner: string
  /** Names of fields of the form that nobody could fill. */
  readonly unknown: readonly string[]
}

export interface NewTakeover {
  fileId: Id<'file'> | null
  keptByHead: string
  keptByPartner: string
  unknown: readonly string[]
  importId: Id<'takeover-import'> | null
}

/** Of an agreement already found within reach; null when it was drafted here. */
export async function takeoverOf(db: Database, agreement: AgreementId): Promise<Takeover | null> {
  const row = await db
    .selectFrom('agreements.takeover as t')
    .leftJoin('platform.file as f', 'f.id', 't.file_id')
    .select(['t.taken_over_at', 't.kept_by_head', 't.kept_by_partner', 't.unknown'])
    .select(['f.id as file_id', 'f.name', 'f.sha256'])
    .where('t.agreement_id', '=', agreement)
    .executeTakeFirst()
  if (!row) return null
  const { file_id: id, name, sha256 } = row
  return {
    takenOverAt: row.taken_over_at,
    file: id && name && sha256 ? { id, name, sha256 } : null,
    keptByHead: row.kept_by_head,
    keptByPartner: row.kept_by_partner,
    unknown: row.unknown,
  }
}

export async function addTakeover(
  tx: Database,
  agreement: AgreementId,
  takeover: NewTakeover,
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('agreements.takeover')
    .values({
      agreement_id: agreement,
      file_id: takeover.fileId,
      kept_by_head: takeover.keptByHead,
      kept_by_partner: takeover.keptByPartner,
      unknown: [...takeover.unknown],
      import_id: takeover.importId,
      taken_over_at: recorded.at,
      taken_over_by: recorded.by,
    })
    .execute()
}

/** Which of these references the network already uses, in one statement. */
export async function knownReferences(
  db: Database,
  network: NetworkId,
  references: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ reference: string }>`
    select a.reference from agreements.agreement a
    where a.network_id = ${network} and a.reference = any(${[...new Set(references)]}::text[])`.execute(db)
  return new Set(rows.map(({ reference }) => reference))
}
