import type { StandardColumn } from '../standard/standard-columns.ts'
import { cut } from '../text.ts'

/**
 * What becomes of the row (DIR-17). `refused`: it cannot be a place. `warning`: kept, the faulty field left empty.
 * `correction`: a certain repair, applied. `remark`: kept as it is, worth knowing.
 */
export type Severity = 'refused' | 'warning' | 'correction' | 'remark'

export const severities: readonly Severity[] = ['refused', 'warning', 'correction', 'remark']

const LONGEST_QUOTE = 1000

/** One thing seen in one cell. `value` is what the file says, to the letter. */
export interface Finding {
  column: StandardColumn | ''
  value: string
  /** Kind of finding, in English: `siret-rounded`. */
  code: string
  severity: Severity
  /** In French: what is wrong and what to do. */
  message: string
  /** The value applied (correction) or suggested (otherwise). */
  proposal: string | null
}

/** Gathers what the checks of one row find. */
export class Findings {
  readonly list: Finding[] = []

  refuse(column: StandardColumn | '', value: string, code: string, message: string): void {
    this.#add({ column, value, code, severity: 'refused', message, proposal: null })
  }

  warn(
    column: StandardColumn,
    value: string,
    code: string,
    message: string,
    proposal: string | null = null,
  ): void {
    this.#add({ column, value, code, severity: 'warning', message, proposal })
  }

  correct(column: StandardColumn, value: string, code: string, message: string, applied: string): void {
    this.#add({ column, value, code, severity: 'correction', message, proposal: applied })
  }

  remark(
    column: StandardColumn,
    value: string,
    code: string,
    message: string,
    proposal: string | null = null,
  ): void {
    this.#add({ column, value, code, severity: 'remark', message, proposal })
  }

  get refused(): boolean {
    return this.list.some((finding) => finding.severity === 'refused')
  }

  #add(finding: Finding): void {
    const proposal = finding.proposal === null ? null : shortened(finding.proposal)
    this.list.push({ ...finding, value: shortened(finding.value), proposal })
  }
}

/** A report quotes a cell; it does not carry a megabyte of it. */
function shortened(value: string): string {
  return value.length > LONGEST_QUOTE ? `${cut(value, LONGEST_QUOTE)}…` : value
}
