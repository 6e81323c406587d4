import type { Insertable, Selectable } from 'kysely'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Database } from '../../../platform/db/database.ts'
import type {
  AgreementsSignatureDocument,
  AgreementsSignatureEvidence,
} from '../../../platform/db/schema.generated.ts'
import type { AgreementId } from '../domain/agreement.ts'

/** How a signature was given in the application, with the text that was signed. */
export type Evidence = Selectable<AgreementsSignatureEvidence> & {
  content: string
  /** Of the text as it is kept; `fingerprint` is the one the signer's page showed. */
  text_fingerprint: string
}

export async function addEvidence(
  tx: Database,
  evidence: Insertable<AgreementsSignatureEvidence>,
): Promise<void> {
  await tx.insertInto('agreements.signature_evidence').values(evidence).execute()
}

/** Of an agreement already found within reach, by act. */
export async function evidenceOf(db: Database, agreement: AgreementId): Promise<Map<string, Evidence>> {
  const rows = await db
    .selectFrom('agreements.signature_evidence as e')
    .innerJoin('agreements.signing_text as t', 't.id', 'e.text_id')
    .selectAll('e')
    .select(['t.content', 't.fingerprint as text_fingerprint'])
    .where('t.agreement_id', '=', agreement)
    .execute()
  return new Map(rows.map((row) => [row.act_id as string, row]))
}

export type SignatureDocument = Selectable<AgreementsSignatureDocument> & {
  file_name: string
  sha256: string
}

export type NewSignatureDocument = Omit<Insertable<AgreementsSignatureDocument>, 'id'>

export async function addSignatureDocument(
  tx: Database,
  document: NewSignatureDocument,
): Promise<Id<'signature-document'>> {
  const id = newId<'signature-document'>()
  await tx
    .insertInto('agreements.signature_document')
    .values({ id, ...document })
    .execute()
  return id
}

/** The documents of its signatures, the last added first. */
export function signatureDocumentsOf(db: Database, agreement: AgreementId): Promise<SignatureDocument[]> {
  return db
    .selectFrom('agreements.signature_document as d')
    .innerJoin('agreements.act as a', 'a.id', 'd.act_id')
    .innerJoin('platform.file as f', 'f.id', 'd.file_id')
    .selectAll('d')
    .select(['f.name as file_name', 'f.sha256'])
    .where('a.agreement_id', '=', agreement)
    .orderBy('d.id', 'desc')
    .execute()
}
