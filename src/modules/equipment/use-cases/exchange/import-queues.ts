import type { ProgressId } from '../../../../platform/jobs/progress.ts'
import type { ImportId } from '../../domain/exchange/import.ts'

/** Named apart from the jobs, which need the acts that put them in these queues. */
export const importQueues = {
  check: { name: 'equipment/check-import' },
  apply: { name: 'equipment/apply-import' },
} as const

/** An import and its progress have one id. */
export function progressOf(id: ImportId): ProgressId {
  return id as string as ProgressId
}
