import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { saveDraftClause, sharedAt } from '../../data/negotiation.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { type ClauseProblem, whyNotThisText } from '../../domain/clause-proposal.ts'
import type { Clause } from '../../templates/template.ts'
import { recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { changeDraft, type LockRefusal } from './draft-lock.ts'
import { type DraftedClause, draftedClause } from './drafted-clauses.ts'

/** A text for a clause, and the version of the clause its page showed. */
export interface ClauseText {
  key: string
  text: string
  version: number
}

export type ClauseRefusal =
  | 'no-such-clause'
  | 'clause-changed'
  | 'same-text'
  | 'text-is-empty'
  | ClauseProblem['reason']

export type WritingRefusal = TargetRefusal | LockRefusal | ClauseRefusal | 'draft-is-shared'

/** While the head prepares the draft alone, it writes its clauses; afterwards each text is a proposal. */
export function writeClause(
  context: Context,
  target: Target,
  written: ClauseText,
): Promise<DraftedClause | Refusal<WritingRefusal>> {
  return changeDraft<DraftedClause, ClauseRefusal | 'draft-is-shared'>(
    context,
    target,
    async (tx, agreement) => {
      if (await sharedAt(tx, agreement.id)) return refuse('draft-is-shared')
      const clause = await clauseToRewrite(tx, agreement, written)
      if (isRefusal(clause)) return clause
      const saved = { key: written.key, source: textOfForm(written.text), version: written.version + 1 }
      await saveDraftClause(tx, agreement.id, saved, recordedBy(context))
      await writeJournal(tx, context, 'draft.clause-written', agreement.id, { clause: written.key })
      return { ...clause, clause: { ...clause.clause, text: saved.source }, version: saved.version }
    },
  )
}

/** The clause as it stands, when that text may take its place. One text in the way of another: AGR-21. */
export async function clauseToRewrite(
  db: Database,
  agreement: Agreement,
  { key, text, version }: ClauseText,
): Promise<DraftedClause | Refusal<ClauseRefusal>> {
  const found = await draftedClause(db, agreement, key)
  if (!found) return refuse('no-such-clause')
  if (found.version !== version) return refuse('clause-changed')
  return whyNotFor(found.clause, textOfForm(text)) ?? found
}

function whyNotFor(clause: Clause, text: string): Refusal<ClauseRefusal> | null {
  if (text === '') return refuse('text-is-empty')
  const problem = whyNotThisText(clause, text)
  if (problem) return refuse(problem.reason, { words: problem.words, title: clause.title })
  return text === clause.text.trim() ? refuse('same-text') : null
}

/** The line ends of a form are those of a browser. */
export function textOfForm(text: string): string {
  return text.replaceAll('\r\n', '\n').trim()
}
