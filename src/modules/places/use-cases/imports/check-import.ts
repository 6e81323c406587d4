import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { reportProgress } from '../../../../platform/jobs/progress.ts'
import type { FileSource } from '../../../../platform/tables/file-source.ts'
import { UnreadableJson } from '../../../../platform/tables/json-rows.ts'
import { UnreadableRow } from '../../../../platform/tables/read-table.ts'
import { loadCommunes } from '../../data/communes.ts'
import { acceptedCorrections } from '../../data/imports/accepted-corrections.store.ts'
import { keepHeldRows, keepRefusedRows, type RefusedRow } from '../../data/imports/held-rows.store.ts'
import { type NewFinding, noteFindings } from '../../data/imports/import.findings.ts'
import { withSourceLock } from '../../data/imports/import.lock.ts'
import {
  classifyRows,
  clearStaging,
  countOutcomes,
  holdRepeatedIds,
  measureStaging,
  noteMissing,
  recallDecisions,
  type Scope,
  type StagedRow,
  stageRows,
} from '../../data/imports/import.staging.ts'
import { markImport } from '../../data/imports/import.store.ts'
import { sourceNamed } from '../../data/imports/sources.store.ts'
import { type Acceptance, acceptance, validateAccepted } from '../../domain/imports/accepted-corrections.ts'
import { type DayOrder, withDayFirst } from '../../domain/imports/day-order.ts'
import { shortList } from '../../domain/imports/detect-file.ts'
import { Findings } from '../../domain/imports/finding.ts'
import {
  externalIdOf,
  fingerprintOf,
  type Import,
  type ImportCounts,
  slugOf,
} from '../../domain/imports/import.ts'
import { type FileRefusal, refuseFile, sentenceOf } from '../../domain/imports/refused-file.ts'
import type { Mapping } from '../../domain/mapping/mapping.ts'
import type { Reference } from '../../domain/standard/validate-row.ts'
import { cut } from '../../domain/text.ts'
import { dayOrderIn } from './day-order-in.ts'
import { aboutHeader } from './header-findings.ts'
import { holdLikenesses } from './hold-likenesses.ts'
import { progressOf } from './import-progress.ts'
import { type PlaceTable, recognisePlaces } from './read-file.ts'
import { type ReadingRule, readingRuleOf } from './reading-rule.ts'
import { type MadeRow, standardRows } from './standard-rows.ts'
import { ImportStopped, stopIfAsked } from './stop-import.ts'

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
): Promise<ImportCounts | FileRefusal | Refusal<'import-running' | 'mapping-asked' | 'import-stopped'>> {
  const outcome = await withSourceLock(context.db, context.network.id, run.source, async () => {
    await clearStaging(context.db, run.id)
    await markImport(context.db, run.id, { waits_because: null })
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
    await markImport(context.db, run.id, { header: [...table.header] })
    return readAll(context, run, { table, rule, onProgress })
  })
  if (isRefusal(outcome)) await afterRefusal(context, run, outcome)
  return outcome
}

async function afterRefusal({ db, now }: Context, { id }: Import, { refused, details }: Refusal<string>) {
  if (refused === 'import-running' || refused === 'mapping-asked') return
  await clearStaging(db, id)
  if (refused === 'import-stopped') await markImport(db, id, { abandoned_at: now })
  else await markImport(db, id, { refusal: sentenceOf({ refused, details } as FileRefusal) })
}

interface Reading {
  table: PlaceTable
  rule: ReadingRule
  onProgress: OnProgress
}

async function readAll(
  context: Context,
  run: Import,
  reading: Reading,
): Promise<ImportCounts | FileRefusal | Refusal<'import-stopped'>> {
  const { db, network } = context
  const scope: Scope = { run: run.id, network: network.id, source: run.source }
  try {
    const tally = await stageFile(context, run, reading)
    if (tally.read === 0) return refuseFile('header-only')
    await measureStaging(db)
    await recallDecisions(db, scope)
    const duplicates = await holdRepeatedIds(db, scope)
    await classifyRows(db, scope)
    await holdLikenesses(context, scope)
    await keepHeldRows(db, run.id)
    const missing = await noteMissing(db, scope)
    const outcomes = await countOutcomes(db, run.id)
    const counts: ImportCounts = {
      read: tally.read,
      created: outcomes.create,
      updated: outcomes.update,
      unchanged: outcomes.unchanged + outcomes.ignored,
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
    if (error instanceof ImportStopped) return refuse('import-stopped')
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
  { db, network, today }: Context,
  run: Import,
  { table, rule, onProgress }: Reading,
): Promise<Tally> {
  const tally: Tally = { read: 0, rejected: 0, corrected: 0, warnings: 0, grouped: 0 }
  const accepted = acceptance(await acceptedCorrections(db, network.id, run.source))
  const source = await sourceNamed(db, network.id, run.source)
  const reader: Reader = {
    ...{ communes: loadCommunes(), today, accepted, defaultDay: source?.defaultDay ?? null },
    dayOrder: rule.kind === 'standard' ? 'day-first' : await dayOrderIn(table, rule),
  }
  await noteFindings(db, run.id, aboutHeader(table.header, rule))
  let rows: StagedRow[] = []
  let findings: NewFinding[] = []
  let refused: RefusedRow[] = []
  const write = async () => {
    await stopIfAsked(db, run.id)
    await stageRows(db, { run: run.id, network: network.id, source: run.source }, rows)
    await keepRefusedRows(db, run.id, refused)
    await noteFindings(db, run.id, findings)
    const total = Math.max(table.rows, tally.read)
    await reportProgress(db, progressOf(run.id), { done: tally.read, total, step: 'Lecture du fichier' })
    onProgress(tally.read, total)
    rows = []
    findings = []
    refused = []
  }
  for await (const row of standardRows(table, rule)) {
    const read = readRow(row, reader)
    if (read.staged) rows.push(read.staged)
    else refused.push(read.refused)
    findings.push(...read.findings)
    addTo(tally, read, row)
    if (rows.length + refused.length >= BATCH || findings.length >= BATCH) await write()
  }
  await write()
  return tally
}

type ReadRow = { findings: NewFinding[] } & (
  | { staged: StagedRow }
  /** It cannot be a place. */
  | { staged: null; refused: RefusedRow }
)

/** What the rows of one source are held against. */
interface Reader extends Reference {
  accepted: Acceptance
  defaultDay: Day | null
  dayOrder: DayOrder
}

function readRow({ line, row: received, unknown, raw }: MadeRow, reader: Reader): ReadRow {
  const row = withDayFirst(received, reader.dayOrder)
  const { fields, findings, refused } = validateAccepted(row, reader, reader.accepted)
  const { id, derived, placeKey } = externalIdOf(row)
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
  const told = [...about.list, ...findings].map((finding, position) => ({
    ...finding,
    line,
    position,
    externalId: derived ? null : id,
  }))
  if (refused) return { findings: told, staged: null, refused: { line, externalId: id, placeKey, raw } }
  const kept = { ...fields, updatedOn: fields.updatedOn ?? reader.defaultDay }
  const fingerprint = fingerprintOf(kept)
  return {
    findings: told,
    staged: {
      ...{
        line,
        externalId: id,
        fingerprint,
        placeId: newId(),
        slug: slugOf(kept),
        fields: kept,
        raw,
        placeKey,
      },
    },
  }
}

function addTo(tally: Tally, { staged, findings }: ReadRow, { rows }: MadeRow): void {
  tally.read += rows
  tally.grouped += rows - 1
  if (staged === null) tally.rejected += 1
  if (staged && findings.some((finding) => finding.severity === 'correction')) tally.corrected += 1
  if (staged && findings.some((finding) => finding.severity === 'warning')) tally.warnings += 1
}
