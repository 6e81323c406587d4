import type { ProgressId } from '../../../../platform/jobs/progress.ts'
import type { ImportId } from '../../domain/imports/import.ts'

/** An import and its progress have one id. */
export function progressOf(id: ImportId): ProgressId {
  return id as string as ProgressId
}
