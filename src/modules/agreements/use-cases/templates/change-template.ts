import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { lockTemplate, saveTemplateDraft, type TemplateId } from '../../data/templates.store.ts'
import type { Profile } from '../../domain/profile.ts'
import { parseTerms } from '../../domain/terms.schema.ts'
import type { CorrectedReading, Variable } from '../../templates/template.ts'
import {
  parseContent,
  type TemplateContent,
  type WrittenClause,
} from '../../templates/template-content.schema.ts'
import {
  type TemplateHeading,
  withAnnexes,
  withClause,
  withHeading,
  withMovedClause,
  withNewClause,
  withoutClause,
  withReadings,
  withTerms,
  withVariable,
} from '../../templates/template-draft.ts'
import { digestOf, draftAmong, type Piece } from './template-draft-of.ts'

/** Which template, and the digest of the piece that the form showed. */
export interface PieceTarget {
  id: TemplateId
  seen: string
}

export type TemplateChangeRefusal =
  | 'no-draft'
  | 'piece-rewritten-meanwhile'
  | 'no-such-template-clause'
  | 'invalid-template-terms'
  | 'variable-exists'

type Changed = TemplateContent | Refusal<TemplateChangeRefusal>

/** Its title, and how its text names the parties. */
export function changeHeading(context: Context, { id, seen }: PieceTarget, heading: TemplateHeading) {
  return changeDraft(context, id, { piece: 'heading', seen }, (content) => withHeading(content, heading))
}

export function changeTemplateTerms(context: Context, { id, seen }: PieceTarget, raw: unknown) {
  return changeDraft(context, id, { piece: 'terms', seen }, (content) => {
    const terms = parseTerms(raw)
    return isRefusal(terms) ? refuse('invalid-template-terms', terms.details) : withTerms(content, terms)
  })
}

export function changeReadings(
  context: Context,
  { id, seen }: PieceTarget,
  readings: { profile: Profile; correctedReadings: readonly CorrectedReading[] },
) {
  return changeDraft(context, id, { piece: 'readings', seen }, (content) => withReadings(content, readings))
}

export function changeAnnexes(
  context: Context,
  { id, seen }: PieceTarget,
  annexes: readonly { title: string; isMissing: boolean }[],
) {
  return changeDraft(context, id, { piece: 'annexes', seen }, (content) => withAnnexes(content, annexes))
}

export function changeTemplateClause(context: Context, { id, seen }: PieceTarget, clause: WrittenClause) {
  return changeDraft(context, id, { piece: `clause:${clause.key}`, seen }, (content) =>
    hasClause(content, clause.key) ? withClause(content, clause) : refuse('no-such-template-clause'),
  )
}

export function removeTemplateClause(context: Context, { id, seen }: PieceTarget, key: string) {
  return changeDraft(context, id, { piece: `clause:${key}`, seen }, (content) =>
    hasClause(content, key) ? withoutClause(content, key) : refuse('no-such-template-clause'),
  )
}

/** One place up or down. Numbers do not move: they are those of the text. */
export function moveTemplateClause(context: Context, id: TemplateId, key: string, by: -1 | 1) {
  return changeDraft(context, id, null, (content) =>
    hasClause(content, key) ? withMovedClause(content, key, by) : refuse('no-such-template-clause'),
  )
}

/** Gives the key of the new clause. */
export async function addTemplateClause(
  context: Context,
  id: TemplateId,
  clause: { title: string; after: string | null },
): Promise<string | Refusal<TemplateChangeRefusal>> {
  let added = ''
  const changed = await changeDraft(context, id, null, (content) => {
    const { content: longer, key } = withNewClause(content, clause)
    added = key
    return longer
  })
  return isRefusal(changed) ? changed : added
}

/** A blank that the clauses may then use. */
export function addTemplateVariable(context: Context, id: TemplateId, variable: Variable) {
  return changeDraft(context, id, null, (content) =>
    content.variables.some(({ name }) => name === variable.name)
      ? refuse('variable-exists', { name: variable.name })
      : withVariable(content, variable),
  )
}

/** The draft held, its piece as the form showed it, then `change`; the content is checked again before it is kept. */
function changeDraft(
  context: Context,
  id: TemplateId,
  shown: { piece: Piece; seen: string } | null,
  change: (content: TemplateContent) => Changed,
): Promise<Changed> {
  const { db, network } = context
  return inTransaction<Changed>(db, async (tx) => {
    const draft = draftAmong(await lockTemplate(tx, network.id, id))
    if (!draft) return refuse('no-draft')
    if (shown && digestOf(draft.content, shown.piece) !== shown.seen)
      return refuse('piece-rewritten-meanwhile')
    const changed = change(draft.content)
    if (isRefusal(changed)) return changed
    await saveTemplateDraft(tx, network.id, draft, parseContent(changed))
    await writeJournal(tx, context, 'template.changed', id, {
      version: draft.version,
      piece: shown?.piece ?? 'clauses',
    })
    return changed
  })
}

function hasClause({ clauses }: TemplateContent, key: string): boolean {
  return clauses.some((clause) => clause.key === key)
}
