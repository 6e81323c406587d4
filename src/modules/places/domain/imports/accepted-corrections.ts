import type { StandardColumn, StandardRow } from '../standard/standard-columns.ts'
import { type CheckedRow, type Reference, validateRow } from '../standard/validate-row.ts'
import type { Finding } from './finding.ts'

/** A proposal that somebody accepted; `value` null: all of that kind in that column. DIR-33. */
export interface AcceptedCorrection {
  readonly code: string
  readonly column: string
  readonly value: string | null
}

/** Was this proposal accepted? */
export type Acceptance = (finding: Finding) => boolean

export function acceptance(accepted: readonly AcceptedCorrection[]): Acceptance {
  const keys = new Set(accepted.map(keyOf))
  if (keys.size === 0) return () => false
  return ({ code, column, value }) =>
    keys.has(keyOf({ code, column, value: null })) || keys.has(keyOf({ code, column, value }))
}

function keyOf({ code, column, value }: AcceptedCorrection): string {
  return JSON.stringify([code, column, value])
}

/** May somebody accept what is proposed? What is applied already is not proposed any more. */
export function isProposed({ severity, proposal, column }: Finding): boolean {
  return proposal !== null && column !== '' && severity !== 'correction'
}

/** The row read again with the proposals that were accepted, each told as a correction. */
export function validateAccepted(row: StandardRow, reference: Reference, isAccepted: Acceptance): CheckedRow {
  const first = validateRow(row, reference)
  const applied = first.findings.filter((finding) => isProposed(finding) && isAccepted(finding))
  if (applied.length === 0) return first
  const mended: Record<StandardColumn, string> = { ...row }
  for (const { column, proposal } of applied)
    if (column !== '' && proposal !== null) mended[column] = proposal
  const again = validateRow(mended, reference)
  const columns = new Set(applied.map(({ column }) => column))
  return {
    ...again,
    findings: [
      ...applied.map((finding): Finding => ({ ...finding, severity: 'correction' })),
      // What was found of a cell that was mended is told once, as it was received.
      ...again.findings.filter(({ column, severity }) => !columns.has(column) || severity !== 'correction'),
    ],
  }
}
