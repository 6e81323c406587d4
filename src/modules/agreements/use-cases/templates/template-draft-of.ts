import { createHash } from 'node:crypto'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { ownTemplates, type StoredTemplate, type TemplateId } from '../../data/templates.store.ts'
import { parseContent, type TemplateContent } from '../../templates/template-content.schema.ts'

/** The draft of a template, read. */
export interface TemplateDraft {
  readonly id: TemplateId
  readonly version: number
  readonly revision: number
  readonly content: TemplateContent
}

/** What one form writes: two people who write different pieces do not disturb each other. */
export type Piece = 'heading' | 'terms' | 'readings' | 'annexes' | `clause:${string}`

export async function findDraft(
  db: Database,
  network: NetworkId,
  id: TemplateId,
): Promise<TemplateDraft | null> {
  return draftAmong((await ownTemplates(db, network)).filter((one) => one.id === id))
}

export function draftAmong(versions: readonly StoredTemplate[]): TemplateDraft | null {
  const draft = versions.find(({ status }) => status === 'draft')
  return draft ? { ...draft, content: parseContent(draft.content) } : null
}

/** A digest of the piece as it is now: a form that carries another shows an older one. */
export function digestOf(content: TemplateContent, piece: Piece): string {
  return createHash('sha256')
    .update(JSON.stringify(pieceOf(content, piece) ?? null))
    .digest('hex')
}

function pieceOf(content: TemplateContent, piece: Piece): unknown {
  switch (piece) {
    case 'heading':
      return [content.title, content.parties]
    case 'terms':
      return content.terms
    case 'readings':
      return [content.profile, content.correctedReadings]
    case 'annexes':
      return content.annexes
    default:
      return content.clauses.find(({ key }) => `clause:${key}` === piece)
  }
}
