import { isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db/database.ts'
import { keepFile } from '../../../platform/files/kept-files.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { recordActs } from '../data/agreements.store.ts'
import type { Act, ActFile } from '../domain/acts.ts'
import type { Agreement, StoredAct } from '../domain/agreement.ts'
import { tellParties } from '../jobs/tell-parties.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from './act-on-agreement.ts'
import type { PutDocument } from './signing/keep-signature-document.ts'

/** Acts that come together, with the documents they carry. */
export interface Following<R extends string> {
  readonly action: `${string}.${string}`
  readonly documents: readonly PutDocument[]
  whyNot(agreement: Agreement): Refusal<R> | null
  acts(agreement: Agreement, files: readonly ActFile[]): readonly Act[]
  /** What is kept beside the first of them. */
  beside?(tx: Database, first: StoredAct): Promise<void>
}

/** Several acts of one gesture, in one transaction: their files, their lines in the journal, the mails to the parties. */
export function recordFollowing<R extends string>(
  context: Context,
  target: Target,
  { action, documents, whyNot, acts, beside }: Following<R>,
): Promise<Agreement | Refusal<R | TargetRefusal>> {
  return actOnAgreement<Agreement | Refusal<R | TargetRefusal>>(context, target, async (tx, agreement) => {
    const refusal = whyNot(agreement)
    if (isRefusal(refusal)) return refusal
    const files = await keepActFiles(tx, context, documents)
    const after = await recordActs(tx, agreement, acts(agreement, files), recordedBy(context))
    const kept = after.acts.slice(agreement.acts.length)
    for (const { id, occurredOn } of kept) {
      await writeJournal(tx, context, action, agreement.id, { act: id, on: occurredOn })
      await enqueue(tx, tellParties, { agreement: agreement.id, act: id })
    }
    const [first] = kept
    if (first) await beside?.(tx, first)
    return after
  })
}

async function keepActFiles(
  tx: Database,
  context: Context,
  documents: readonly PutDocument[],
): Promise<ActFile[]> {
  const files: ActFile[] = []
  for (const document of documents) {
    const id = await keepFile(tx, context, document, document.sha256)
    files.push({ id, name: document.name, sha256: document.sha256 })
  }
  return files
}
