import { createHash } from 'node:crypto'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { DocumentIdentity, IssuedKind } from '../domain/issued-document.ts'

/** A PDF handed to somebody once: its bytes are in the file store under `pdfFingerprint`. */
export interface IssuedDocument {
  id: Id<'issued-document'>
  kind: IssuedKind
  subject: string
  templateVersion: number
  name: string
  /** SHA-256 of its bytes. */
  pdfFingerprint: string
  issuedAt: Instant
}

/** The document already issued with this very content, or null. */
export async function findIssued(
  db: Database,
  agreement: AgreementId,
  { kind, subject, template, templateVersion, data }: DocumentIdentity,
): Promise<IssuedDocument | null> {
  const row = await issued(db, agreement)
    .where('d.kind', '=', kind)
    .where('d.subject', '=', subject)
    .where('d.template', '=', template)
    .where('d.template_version', '=', templateVersion)
    .where('d.data_fingerprint', '=', fingerprint(data))
    .executeTakeFirst()
  return row ? documentOf(row) : null
}

/** Of an agreement found through a reach. */
export async function findIssuedById(
  db: Database,
  agreement: AgreementId,
  id: Id<'issued-document'>,
): Promise<IssuedDocument | null> {
  const row = await issued(db, agreement).where('d.id', '=', id).executeTakeFirst()
  return row ? documentOf(row) : null
}

/** All those of an agreement found through a reach, the latest first. */
export async function issuedDocumentsOf(db: Database, agreement: AgreementId): Promise<IssuedDocument[]> {
  const rows = await issued(db, agreement).orderBy('d.issued_at', 'desc').orderBy('d.id', 'desc').execute()
  return rows.map(documentOf)
}

/** Refused by `issued_once_for_the_same_content` when somebody issued the same meanwhile. */
export async function addIssued(
  tx: Database,
  agreement: AgreementId,
  { kind, subject, template, templateVersion, data }: DocumentIdentity,
  file: { id: Id<'file'>; sha256: string },
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('agreements.issued_document')
    .values({
      id: newId(),
      agreement_id: agreement,
      kind,
      subject,
      template,
      template_version: templateVersion,
      data,
      data_fingerprint: fingerprint(data),
      file_id: file.id,
      pdf_fingerprint: file.sha256,
      issued_at: recorded.at,
      issued_by: recorded.by,
    })
    .execute()
}

function issued(db: Database, agreement: AgreementId) {
  return db
    .selectFrom('agreements.issued_document as d')
    .innerJoin('platform.file as f', 'f.id', 'd.file_id')
    .select([
      'd.id',
      'd.kind',
      'd.subject',
      'd.template_version',
      'd.pdf_fingerprint',
      'd.issued_at',
      'f.name',
    ])
    .where('d.agreement_id', '=', agreement)
}

interface Row {
  id: Id<'issued-document'>
  kind: string
  subject: string
  template_version: number
  pdf_fingerprint: string
  issued_at: Instant
  name: string
}

function documentOf(row: Row): IssuedDocument {
  return {
    id: row.id,
    kind: row.kind as IssuedKind,
    subject: row.subject,
    templateVersion: row.template_version,
    name: row.name,
    pdfFingerprint: row.pdf_fingerprint,
    issuedAt: row.issued_at,
  }
}

function fingerprint(data: string): string {
  return createHash('sha256').update(data, 'utf8').digest('hex')
}
