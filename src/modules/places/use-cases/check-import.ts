import { newId } from '../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { reportProgress } from '../../../platform/jobs/progress.ts'
import type { FileSource } from '../../../platform/tables/file-source.ts'
import { UnreadableJson } from '../../../platform/tables/json-rows.ts'
import { UnreadableRow } from '../../../platform/tables/read-table.ts'
import { loadCommunes } from '../data/communes.ts'
import { type NewFinding, noteFindings } from '../data/import.findings.ts'
import { withSourceLock } from '../data/import.lock.ts'
import {
  classifyRows,
  clearStaging,
  countOutcomes,
  holdRepeatedIds,
  measureStaging,
  noteMissing,
  type Scope,
  type StagedRow,
  stageRows,
} from '../data/import.staging.ts'
import { markImport } from '../data/import.store.ts'
import { shortList } from '../domain/detect-file.ts'
import { Findings } from '../domain/finding.ts'
import { externalIdOf, fingerprintOf, type Import, type ImportCounts, slugOf } from '../domain/import.ts'
import type { Mapping } from '../domain/mapping/mapping.ts'
import { type FileRefusal, refuseFile, sentenceOf } from '../domain/refused-file.ts'
import { cut } from '../domain/text.ts'
import { type Reference, validateRow } from '../domain/validate-row.ts'
import { aboutHeader } from './header-findings.ts'
import { progressOf } from './import-progress.ts'
import { type PlaceTable, recognisePlaces } from './read-file.ts'
import { type ReadingRule, readingRuleOf } from './reading-rule.ts'
import { type MadeRow, standardRows } from './standard-rows.ts'

const BATCH = 250

export interface CheckOptions {
  source: FileSource
  limit: number
  /** What is done with columns of which nobody said what they are: read as they seem, or asked. */
  whenUnknown?: 'propose' | 'ask'
  /** How its columns are read this time, whatever was said before. */
  mapping?: Mapping | null
  /** Told how the file is read, before it is. */
  onRule?: (rule: ReadingRule) => void
  onProgress?: OnProgress
}

/** How many rows were read, of about how many. */
export type OnProgress = (done: number, total: number) => void

/**
 * Reads the whole file and notes what an import would do, without touching a single place (DIR-31). May be run
 * again: it starts afresh. An unreadable file is marked so, with its reason.
 */
export async function checkImport(
  context: Context,
  run: Import,
  {
    source,
    limit,
    whenUnknown = 'propose',
    mapping = null,
    onRule = () => {},
    onProgress = () => {},
  }: CheckOptions,
): Promise<ImportCounts | FileRefusal | Refusal<'import-running' | 'mapping-asked'>> {
  const outcome = await withSourceLock(context.db, context.network.id, run.source, async () => {
    await clearStaging(context.db, run.id)
    const table = await recognisePlaces(source, limit)
    if (isRefusal(table)) return table
    const rule: ReadingRule = mapping
      ? { kind: 'proposed', mapping }
      : await readingRuleOf(context, run.source, table)
    if (rule.kind === 'proposed' && whenUnknown === 'ask') {
      await markImport(context.db, run.id, { awaits_mapping: true })
      return refuse('mapping-asked')
    }
    if (rule.kind !== 'standard' && !rule.mapping.columns.nom)
      return refuseFile('other-columns', { found: shortList(table.header) })
    onRule(rule)
    return readAll(context, run, { table, rule, onProgress })
  })
  if (isRefusal(outcome) && outcome.refused !== 'import-running' && outcome.refused !== 'mapping-asked') {
    await clearStaging(context.db, run.id)
    await markImport(context.db, run.id, { refusal: sentenceOf(outcome as FileRefusal) })
  }
  return outcome
}

interface Reading {
  table: PlaceTable
  rule: ReadingRule
  onProgress: OnProgress
}

async function readAll(context: Context, run: Import, reading: Reading): Promise<ImportCounts | FileRefusal> {
  const { db, network } = context
  const scope: Scope = { run: run.id, network: network.id, source: run.source }
  try {
    const tally = await stageFile(context, run, reading)
    if (tally.read === 0) return refuseFile('header-only')
    await measureStaging(db)
    const duplicates = await holdRepeatedIds(db, run.id)
    await classifyRows(db, scope)
    const missing = await noteMissing(db, scope)
    const outcomes = await countOutcomes(db, run.id)
    const counts: ImportCounts = {
      read: tally.read,
      created: outcomes.create,
      updated: outcomes.update,
      unchanged: outcomes.unchanged,
      held: outcomes.held,
      grouped: tally.grouped,
      rejected: tally.rejected,
      corrected: tally.corrected,
      warnings: tally.warnings,
      duplicates,
      missing,
    }
    const mapping = reading.rule.kind === 'saved' ? reading.rule.id : null
    await markImport(db, run.id, { checked_at: context.now, counts, mapping_id: mapping })
    return counts
  } catch (error) {
    if (error instanceof UnreadableRow || error instanceof UnreadableJson) return error.refusal
    throw error
  }
}

interface Tally {
  read: number
  rejected: number
  corrected: number
  warnings: number
  /** Rows that only add services to a place of a row before. */
  grouped: number
}

async function stageFile(
  { db, today }: Context,
  run: Import,
  { table, rule, onProgress }: Reading,
): Promise<Tally> {
  const tally: Tally = { read: 0, rejected: 0, corrected: 0, warnings: 0, grouped: 0 }
  const reference = { communes: loadCommunes(), today }
  await noteFindings(db, run.id, aboutHeader(table.header, rule))
  let rows: StagedRow[] = []
  let findings: NewFinding[] = []
  const write = async () => {
    await stageRows(db, run.id, rows)
    await noteFindings(db, run.id, findings)
    const total = Math.max(table.rows, tally.read)
    await reportProgress(db, progressOf(run.id), { done: tally.read, total, step: 'Lecture du fichier' })
    onProgress(tally.read, total)
    rows = []
    findings = []
  }
  for await (const row of standardRows(table, rule)) {
    const read = readRow(row, reference)
    if (read.staged) rows.push(read.staged)
    findings.push(...read.findings)
    addTo(tally, read, row)
    if (rows.length >= BATCH || findings.length >= BATCH) await write()
  }
  await write()
  return tally
}

interface ReadRow {
  /** Null when the row cannot be a place. */
  staged: StagedRow | null
  findings: NewFinding[]
}

function readRow({ line, row, unknown }: MadeRow, reference: Reference): ReadRow {
  const { fields, findings, refused } = validateRow(row, reference)
  const { id, derived } = externalIdOf(row)
  const about = new Findings()
  if (derived && !refused) {
    about.remark(
      'id',
      row.id,
      'id-missing',
      'L’identifiant manque ou est trop long : le lieu est reconnu à son nom, son adresse et sa commune.',
    )
  }
  for (const { column, value } of unknown)
    about.warn(
      column,
      value,
      'value-unknown',
      `« ${cut(value, 100)} » n’est pas une valeur du standard : dites ce qu’elle veut dire dans la correspondance des colonnes.`,
    )
  const all = [...about.list, ...findings]
  return {
    staged: refused
      ? null
      : {
          line,
          externalId: id,
          fingerprint: fingerprintOf(fields),
          placeId: newId(),
          slug: slugOf(fields),
          fields,
        },
    findings: all.map((finding, position) => ({
      ...finding,
      line,
      position,
      externalId: derived ? null : id,
    })),
  }
}

function addTo(tally: Tally, { staged, findings }: ReadRow, { rows }: MadeRow): void {
  tally.read += rows
  tally.grouped += rows - 1
  if (staged === null) tally.rejected += 1
  if (staged && findings.some((finding) => finding.severity === 'correction')) tally.corrected += 1
  if (staged && findings.some((finding) => finding.severity === 'warning')) tally.warnings += 1
}
