import { newId } from '../../../kernel/id.ts'
import { isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { reportProgress } from '../../../platform/jobs/progress.ts'
import type { FileSource } from '../../../platform/tables/file-source.ts'
import { readRows, type Table, type TableRow, UnreadableRow } from '../../../platform/tables/read-table.ts'
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
import { unknownColumns } from '../domain/detect-file.ts'
import { Findings } from '../domain/finding.ts'
import { externalIdOf, fingerprintOf, type Import, type ImportCounts, slugOf } from '../domain/import.ts'
import { type FileRefusal, refuseFile, sentenceOf } from '../domain/refused-file.ts'
import { type ColumnPlaces, placesOfColumns, toStandardRow } from '../domain/standard.ts'
import { cut } from '../domain/text.ts'
import { type Reference, validateRow } from '../domain/validate-row.ts'
import { progressOf } from './import-progress.ts'
import { recognisePlaces } from './read-file.ts'

const BATCH = 250

/** How many rows were read, of about how many. */
export type OnProgress = (done: number, total: number) => void

/**
 * Reads the whole file and notes what an import would do, without touching a single place (DIR-31). May be run
 * again: it starts afresh. An unreadable file is marked so, with its reason.
 */
export async function checkImport(
  context: Context,
  run: Import,
  { source, limit, onProgress = () => {} }: { source: FileSource; limit: number; onProgress?: OnProgress },
): Promise<ImportCounts | FileRefusal | Refusal<'import-running'>> {
  const outcome = await withSourceLock(context.db, context.network.id, run.source, async () => {
    await clearStaging(context.db, run.id)
    const table = await recognisePlaces(source, limit)
    return isRefusal(table) ? table : readAll(context, run, { source, table, onProgress })
  })
  if (isRefusal(outcome) && outcome.refused !== 'import-running') {
    await clearStaging(context.db, run.id)
    await markImport(context.db, run.id, { refusal: sentenceOf(outcome as FileRefusal) })
  }
  return outcome
}

interface Reading {
  source: FileSource
  table: Table
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
      rejected: tally.rejected,
      corrected: tally.corrected,
      warnings: tally.warnings,
      duplicates,
      missing,
    }
    await markImport(db, run.id, { checked_at: context.now, counts })
    return counts
  } catch (error) {
    if (error instanceof UnreadableRow) return error.refusal
    throw error
  }
}

interface Tally {
  read: number
  rejected: number
  corrected: number
  warnings: number
}

async function stageFile(
  { db, today }: Context,
  run: Import,
  { source, table, onProgress }: Reading,
): Promise<Tally> {
  const tally: Tally = { read: 0, rejected: 0, corrected: 0, warnings: 0 }
  const places = placesOfColumns(table.header)
  const reference = { communes: loadCommunes(), today }
  await noteFindings(db, run.id, aboutHeader(table.header))
  let rows: StagedRow[] = []
  let findings: NewFinding[] = []
  const write = async () => {
    await stageRows(db, run.id, rows)
    await noteFindings(db, run.id, findings)
    const total = Math.max(table.lines - 1, tally.read)
    await reportProgress(db, progressOf(run.id), { done: tally.read, total, step: 'Lecture du fichier' })
    onProgress(tally.read, total)
    rows = []
    findings = []
  }
  for await (const row of readRows(source, table)) {
    const read = readRow(row, places, reference)
    if (read.staged) rows.push(read.staged)
    findings.push(...read.findings)
    addTo(tally, read)
    if (tally.read % BATCH === 0) await write()
  }
  await write()
  return tally
}

interface ReadRow {
  /** Null when the row cannot be a place. */
  staged: StagedRow | null
  findings: NewFinding[]
}

function readRow({ line, cells }: TableRow, places: ColumnPlaces, reference: Reference): ReadRow {
  const row = toStandardRow(cells, places)
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

function addTo(tally: Tally, { staged, findings }: ReadRow): void {
  tally.read += 1
  if (staged === null) tally.rejected += 1
  if (staged && findings.some((finding) => finding.severity === 'correction')) tally.corrected += 1
  if (staged && findings.some((finding) => finding.severity === 'warning')) tally.warnings += 1
}

/** A column that nobody asked for is announced, not lost in silence (DIR-30). */
function aboutHeader(header: readonly string[]): NewFinding[] {
  return unknownColumns(header).map((name, position) => ({
    line: 1,
    position,
    externalId: null,
    column: '',
    value: cut(name, 100),
    code: 'column-unknown',
    severity: 'remark',
    message: 'Cette colonne n’est pas du standard national : son contenu n’est pas importé.',
    proposal: null,
  }))
}
