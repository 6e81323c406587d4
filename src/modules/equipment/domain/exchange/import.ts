import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { ImportCounts } from './judge.ts'

export type ImportId = Id<'import-run'>

/** Everything or nothing; or the lines that are right, the others left aside. */
export type ImportDecision = 'all' | 'valid'

/** One file sent to an inventory: read, judged, decided, written. */
export interface ImportRun {
  readonly id: ImportId
  readonly fileName: string
  readonly fileSha256: string
  readonly createdAt: Instant
  readonly createdBy: PersonId | null
  readonly checkedAt: Instant | null
  readonly decision: ImportDecision | null
  readonly appliedAt: Instant | null
  readonly abandonedAt: Instant | null
  /** Why it could not be read, or written, in French. */
  readonly refusal: string | null
  readonly counts: ImportCounts | null
}

/** `refused`, `applied` and `abandoned` are final. */
export type ImportStep = 'checking' | 'checked' | 'applying' | 'applied' | 'abandoned' | 'refused'

export function stepOf(run: ImportRun): ImportStep {
  if (run.refusal !== null) return 'refused'
  if (run.abandonedAt !== null) return 'abandoned'
  if (run.appliedAt !== null) return 'applied'
  if (run.decision !== null) return 'applying'
  return run.checkedAt === null ? 'checking' : 'checked'
}
