import type { Day } from '../../../../kernel/day.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { UnreadableArchive } from '../../../../platform/tables/expanded.ts'
import type { FileSource } from '../../../../platform/tables/file-source.ts'
import { UnreadableJson } from '../../../../platform/tables/json-rows.ts'
import { UnreadableRow } from '../../../../platform/tables/read-table.ts'
import { loadCommunes } from '../../data/communes.ts'
import { loadCentreFinder } from '../../data/geocoding/built-in-centres.ts'
import { withDayFirst } from '../../domain/imports/day-order.ts'
import { isStandard } from '../../domain/imports/detect-file.ts'
import type { Finding, Severity } from '../../domain/imports/finding.ts'
import { type FileRefusal, refuseFile } from '../../domain/imports/refused-file.ts'
import type { Mapping } from '../../domain/mapping/mapping.ts'
import { proposeMapping } from '../../domain/mapping/propose-mapping.ts'
import { validateRow } from '../../domain/standard/validate-row.ts'
import { dayOrderIn } from './day-order-in.ts'
import { type PlaceTable, recognisePlaces } from './read-file.ts'
import { firstRows, type ReadingRule } from './reading-rule.ts'
import { standardRows } from './standard-rows.ts'

/** A finding, the line it is about, and the producer's id of that row. */
export interface ValidationLine extends Finding {
  readonly line: number
  readonly externalId: string | null
}

export interface Validation {
  read: number
  /** Rows that can be a place. */
  accepted: number
  findings: Record<Severity, number>
}

export interface ValidateOptions {
  today: Day
  /** The greatest number of bytes read. */
  limit: number
  /** How its columns are read; null: as they seem. */
  mapping?: Mapping | null
  onFinding?: (finding: ValidationLine) => void | Promise<void>
}

/**
 * Reads a whole file as places, without a network nor a database: every finding of every row, told one by one in the order
 * of the file. Never throws, whatever the bytes: what cannot be read is refused, with its reason. DIR-27.
 */
export async function validateFile(
  source: FileSource,
  { today, limit, mapping = null, onFinding = () => {} }: ValidateOptions,
): Promise<Validation | FileRefusal> {
  try {
    const table = await recognisePlaces(source, limit, mapping?.reading)
    if (isRefusal(table)) return table
    const rule = await ruleOf(table, mapping)
    const reference = { communes: loadCommunes(), centreOf: loadCentreFinder(), today }
    const order = rule.kind === 'standard' ? 'day-first' : await dayOrderIn(table, rule)
    const tally: Validation = {
      ...{ read: 0, accepted: 0 },
      findings: { refused: 0, warning: 0, correction: 0, remark: 0 },
    }
    for await (const { line, row, rows } of standardRows(table, rule, { keepsRaw: false })) {
      const { findings, refused } = validateRow(withDayFirst(row, order), reference)
      tally.read += rows
      if (!refused) tally.accepted += 1
      for (const finding of findings) {
        tally.findings[finding.severity] += 1
        await onFinding({ ...finding, line, externalId: row.id.trim() || null })
      }
    }
    return tally.read === 0 ? refuseFile('header-only') : tally
  } catch (error) {
    if (error instanceof UnreadableRow || error instanceof UnreadableJson) return error.refusal
    if (error instanceof UnreadableArchive) return error.refusal
    throw error
  }
}

async function ruleOf(table: PlaceTable, mapping: Mapping | null): Promise<ReadingRule> {
  if (mapping) return { kind: 'proposed', mapping }
  if (isStandard(table.header)) return { kind: 'standard' }
  return { kind: 'proposed', mapping: proposeMapping(table.header, await firstRows(table)) }
}
