import { type Insertable, type Selectable, sql } from 'kysely'
import { newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type {
  AgreementsSealedDocument,
  AgreementsSigningDocument,
  AgreementsSigningText,
} from '../../../platform/db/schema.generated.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import type { AgreementId } from '../domain/agreement.ts'

export type TextId = AgreementsSigningText['id']

/** A document in the file store. */
interface InStore {
  sha256: string
  file_name: string
}

/** The PDF given to sign, before any signature. */
export type SigningDocument = Selectable<AgreementsSigningDocument> & InStore

/** That PDF after a signature given here, after one given elsewhere, or with its last seal. */
export type SealedDocument = Selectable<AgreementsSealedDocument> & InStore

export interface FrozenSigningText {
  id: TextId
  agreementId: AgreementId
  content: string
  fingerprint: string
  frozenAt: Instant
}

/** The texts frozen to be signed, the first first. Whether the asker may see the agreement is the caller's to decide. */
export async function signingTextsOf(db: Database, agreement: AgreementId): Promise<FrozenSigningText[]> {
  const rows = await db
    .selectFrom('agreements.signing_text')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .orderBy('frozen_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, agreement_id, content, fingerprint, frozen_at }) => ({
    id,
    agreementId: agreement_id,
    content,
    fingerprint,
    frozenAt: frozen_at,
  }))
}

export async function signingDocumentOf(db: Database, text: TextId): Promise<SigningDocument | null> {
  const row = await db
    .selectFrom('agreements.signing_document as d')
    .innerJoin('platform.file as f', 'f.id', 'd.file_id')
    .selectAll('d')
    .select(['f.sha256', 'f.name as file_name'])
    .where('d.text_id', '=', text)
    .executeTakeFirst()
  return row ?? null
}

export async function addSigningDocument(
  tx: Database,
  document: Insertable<AgreementsSigningDocument>,
): Promise<void> {
  await tx.insertInto('agreements.signing_document').values(document).execute()
}

/** Of one text, in the order they were made. */
export function sealedDocumentsOf(db: Database, text: TextId): Promise<SealedDocument[]> {
  return documents(db).where('d.text_id', '=', text).orderBy('d.rank').execute()
}

/** Of every text of the agreement, in the order they were made. */
export function sealedDocumentsOfAgreement(db: Database, agreement: AgreementId): Promise<SealedDocument[]> {
  return documents(db)
    .innerJoin('agreements.signing_text as t', 't.id', 'd.text_id')
    .where('t.agreement_id', '=', agreement)
    .orderBy('t.frozen_at')
    .orderBy('d.rank')
    .execute()
}

function documents(db: Database) {
  return db
    .selectFrom('agreements.sealed_document as d')
    .innerJoin('platform.file as f', 'f.id', 'd.file_id')
    .selectAll('d')
    .select(['f.sha256', 'f.name as file_name'])
}

/** False when another process was quicker at this rank: what it kept is read again, and this one is dropped. */
export async function addSealedDocument(
  tx: Database,
  document: Omit<Insertable<AgreementsSealedDocument>, 'id'>,
): Promise<boolean> {
  const added = await tx
    .insertInto('agreements.sealed_document')
    .values({ id: newId<'sealed-document'>(), ...document })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Signatures given on this text in the application, by their act. */
export async function actsSignedOn(db: Database, text: TextId): Promise<Set<string>> {
  const rows = await db
    .selectFrom('agreements.signature_evidence')
    .select('act_id')
    .where('text_id', '=', text)
    .execute()
  return new Set(rows.map(({ act_id }) => act_id))
}

/** Agreements with a signature not yet sealed, or in force without their last seal: a job that gave up is resumed. */
export async function agreementsToSeal(db: Database): Promise<AgreementId[]> {
  const { rows } = await sql<{ agreement_id: AgreementId }>`
    select distinct t.agreement_id from agreements.signing_text t
    join agreements.standing s on s.agreement_id = t.agreement_id
    where exists (
        select from agreements.signature_evidence e where e.text_id = t.id
          and not exists (select from agreements.sealed_document d where d.text_id = t.id and d.act_id = e.act_id))
      or (s.from_day is not null
        and exists (select from agreements.sealed_document d where d.text_id = t.id)
        and not exists (select from agreements.sealed_document d where d.text_id = t.id and d.kind = 'final'))`.execute(
    db,
  )
  return rows.map(({ agreement_id }) => agreement_id)
}

/** What may be said to anybody who holds the file. */
export interface KnownDocument {
  recordedAt: Instant
  seal: string | null
}

/** The document of this network whose bytes have that SHA-256, as first kept; null when there is none. AGR-31. */
export async function knownDocument(
  db: Database,
  network: NetworkId,
  sha256: string,
): Promise<KnownDocument | null> {
  const row = await documents(db)
    .where('f.network_id', '=', network)
    .where('f.sha256', '=', sha256)
    .orderBy('d.recorded_at')
    .orderBy('d.rank')
    .executeTakeFirst()
  return row ? { recordedAt: row.recorded_at, seal: row.seal } : null
}
