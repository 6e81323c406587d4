import { createHash } from 'node:crypto'
import type { SchemeContent } from '../../domain/schemes/scheme.ts'
import { criterionAt, type Rank } from '../../domain/schemes/scheme-draft.ts'

/** What one form writes: two people who write different pieces do not disturb each other. */
export type SchemePiece =
  | 'shape'
  | 'levels'
  | 'agreement'
  | 'validity'
  | 'jury'
  | 'remedies'
  | 'names'
  | `criterion:${Rank}`

/** A digest of the piece as it is now: a form that carries another shows an older one. */
export function digestOfPiece(content: SchemeContent, piece: SchemePiece): string {
  return createHash('sha256')
    .update(JSON.stringify(pieceOf(content, piece) ?? null))
    .digest('hex')
}

function pieceOf(content: SchemeContent, piece: SchemePiece): unknown {
  switch (piece) {
    case 'shape':
      return [content.holderKind, content.grading.kind, content.cadence, content.route]
    case 'levels':
      return content.grading
    case 'agreement':
      return content.agreement
    case 'validity':
      return [content.validity, content.duties, content.maySuspend]
    case 'jury':
      return content.jury
    case 'remedies':
      return [content.remedies, content.instructionDays, content.completionDays, content.keptMonths]
    case 'names':
      return [content.publicNames, content.standardLabel, content.isStarter]
    default:
      return criterionAt(content, Number(piece.slice('criterion:'.length)))
  }
}
