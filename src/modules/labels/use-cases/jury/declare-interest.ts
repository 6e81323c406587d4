import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { ApplicationId } from '../../data/applications/applications.store.ts'
import { addDeclaration, lockReading, type Reading } from '../../data/jury/readings.store.ts'
import type { Interest, Standing } from '../../domain/jury/interest.ts'
import type { JurorId } from '../../domain/jury/juror.ts'
import { recordedBy } from '../recorded-by.ts'

export type DeclarationRefusal = 'recusal-stands' | 'already-published' | 'words-missing'

/**
 * What a juror declares of a file before it opens, or as soon as they know of it. An interest recuses for good: what they
 * marked counts no more. The journal keeps that they declared, never which interest. LAB-25.
 */
export function declareInterest(
  context: Context,
  { id, applicationId, jurorId }: Pick<Reading, 'id' | 'applicationId' | 'jurorId'>,
  declared: Declared,
): Promise<Standing | Refusal<DeclarationRefusal>> {
  return declare(context, { id, file: applicationId, juror: jurorId }, declared)
}

/** The same, of a file that was not given to them to read: a chair declares before the numbers are shown. */
export function declareOnFile(
  context: Context,
  about: { file: ApplicationId; juror: JurorId },
  declared: Declared,
): Promise<Standing | Refusal<DeclarationRefusal>> {
  return declare(context, { id: null, ...about }, declared)
}

interface Declared {
  readonly interest: Interest
  readonly words: string
}

async function declare(
  context: Context,
  { id, file, juror }: { id: Reading['id'] | null; file: ApplicationId; juror: JurorId },
  { interest, words }: Declared,
): Promise<Standing | Refusal<DeclarationRefusal>> {
  if (interest === 'other' && words === '') return refuse('words-missing')
  try {
    return await inTransaction<Standing>(context.db, async (tx) => {
      if (id) await lockReading(tx, id)
      await addDeclaration(tx, { applicationId: file, jurorId: juror, interest, words }, recordedBy(context))
      const standing = interest === 'none' ? 'reader' : 'recused'
      await writeJournal(tx, context, 'jury-reading.declared', file, { standing })
      return standing
    })
  } catch (error) {
    const constraint = refusedBy(error)
    if (constraint === 'recusal_stands') return refuse('recusal-stands')
    if (constraint === 'published_edition_is_decided') return refuse('already-published')
    throw error
  }
}
