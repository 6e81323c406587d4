import type { Id } from '../../kernel/id.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { issuedDocumentsOf } from './data/issued-documents.store.ts'
import type { AgreementId } from './domain/agreement.ts'
import type { AskedLetter } from './domain/prepared-letter.ts'
import { paragraph, type WrittenDocument } from './domain/written-document.ts'
import { targetOf } from './testing.ts'
import { issueDocument } from './use-cases/documents/issue-document.ts'
import { prepareLetter, recordDeposit } from './use-cases/letters/prepare-letter.ts'

/** A letter prepared and deposited with its slip, and a document issued. */
export async function aPreparedLetter(
  context: Context,
  files: FileStore,
  agreement: AgreementId,
): Promise<{ letter: Id<'prepared-letter'>; issuedDocument: string }> {
  const asked = anAskedLetter(context, 'renewal_notice')
  const letter = got(
    await prepareLetter(context, await targetOf(context, agreement), { asked, written: WRITTEN }),
  )
  const content = new TextEncoder().encode('%PDF-1.7 slip')
  const slip = {
    name: 'bordereau.pdf',
    mediaType: 'application/pdf',
    content,
    sha256: await files.put(content),
  }
  const proof = { on: context.today, tracking: '1A', slip }
  got(await recordDeposit(context, await targetOf(context, agreement), letter, proof))
  const identity = {
    kind: 'agreement',
    subject: '',
    template: 'sheet.typ',
    templateVersion: 1,
    data: '{}',
  } as const
  const make = async () => content
  await issueDocument(context, files, agreement, identity, { name: 'convention.pdf', make })
  const [issued] = await issuedDocumentsOf(context.db, agreement)
  return { letter, issuedDocument: issued?.id ?? '' }
}

export function anAskedLetter(
  { today }: Pick<Context, 'today'>,
  kind: AskedLetter['kind'],
  change: Partial<AskedLetter> = {},
): AskedLetter {
  return {
    kind,
    from: 'region',
    senderAddress: '1 place de l’Hôtel\n14000 Caen',
    addresseeAddress: '2 quai du Port\n14600 Honfleur',
    signatory: 'Hugo Lestrade',
    capacity: 'directeur',
    town: 'Caen',
    plannedOn: today,
    grounds: '',
    scope: { kind: 'full', places: [] },
    formalNotice: '',
    request: '',
    ...change,
  }
}

const WRITTEN: WrittenDocument = {
  title: 'Avis de reconduction',
  issuer: 'Région Estuaire',
  intro: '',
  reference: 'Convention 2026-0001',
  letter: {
    sender: ['Région Estuaire'],
    addressee: ['Val de Mer'],
    sending: '',
    subject: 'Objet',
    place: 'À Caen',
    signatory: ['Hugo Lestrade'],
  },
  parts: [paragraph('Madame, Monsieur,')],
}

function got<T>(outcome: T): Exclude<T, { refused: string }> {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<T, { refused: string }>
}
