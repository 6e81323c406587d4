import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { LineId } from '../equipment.ts'
import type { Direction, PartFound, Signature } from './condition.ts'

export type ReportId = Id<'condition-report'>

export interface KeptPhoto {
  readonly id: Id<'condition-photo'>
  readonly rank: number | null
  readonly fileId: Id<'file'>
  readonly sha256: string
  readonly alt: string
}

export interface KeptSignature extends Signature {
  readonly name: string
  readonly quality: string
  readonly witness: string
  readonly signedAt: Instant
  readonly drawing: string | null
}

/** The last report of a loan in one direction, with all it holds. */
export interface Report {
  readonly id: ReportId
  readonly lineId: LineId
  readonly direction: Direction
  readonly supersedes: ReportId | null
  readonly drawnAt: Instant
  readonly frozenAt: Instant | null
  readonly fingerprint: string | null
  readonly documentId: Id<'file'> | null
  readonly parts: readonly PartFound[]
  readonly photos: readonly KeptPhoto[]
  readonly signatures: readonly KeptSignature[]
}

/** Noted, and the borrower's side has not answered it yet. EQP-804. */
export function awaitsCollector(report: Report | null): boolean {
  if (!report || report.frozenAt || report.parts.length === 0) return false
  return !report.signatures.some(({ party }) => party === 'collector')
}
