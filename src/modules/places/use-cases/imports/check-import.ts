import type { Day } from '../../../../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { reportProgress } from '../../../../platform/jobs/progress.ts'
import { UnreadableGzip } from '../../../../platform/tables/expanded.ts'
import type { FileSource } from '../../../../platform/tables/file-source.ts'
import { UnreadableJson } from '../../../../platform/tables/json-rows.ts'
import { UnreadableRow } from '../../../../platform/tables/read-table.ts'
import { loadCommunes } from '../../data/communes.ts'
import { loadCentreFinder } from '../../data/geocoding/built-in-centres.ts'
import { acceptedCorrections } from '../../data/imports/accepted-corrections.store.ts'
import { keepHeldRows, keepRefusedRows, type RefusedRow } from '../../data/imports/held-rows.store.ts'
import { type NewFinding, noteFindings } from '../../data/imports/import.findings.ts'
import { withSourceLock } from '../../data/imports/import.lock.ts'
import {
  classifyRows,
  clearStaging,
  countOutcomes,
  fillHeldRows,
  holdRepeatedIds,
  measureStaging,
  noteMissing,
  recallDecisions,
  type Scope,
  type StagedRow,
  stageRows,
} from '../../data/imports/import.staging.ts'
import { markImport } from '../../data/imports/import.store.ts'
import {
  type OwnScope,
  reachOfOrganisation,
  recogniseOwnPlaces,
  refuseRowsOfOthers,
} from '../../data/imports/own-rows.ts'
import { savedMapping } from '../../data/imports/source-mappings.store.ts'
import { sourceNamed } from '../../data/imports/sources.store.ts'
import { type Acceptance, acceptance, validateAccepted } from '../../domain/imports/accepted-corrections.ts'
import { type DayOrder, withDayFirst } from '../../domain/imports/day-order.ts'
import { Findings } from '../../domain/imports/finding.ts'
import {
  externalIdOf,
  fingerprintOf,
  type Import,
  type ImportCounts,
  rawDigestOf,
} from '../../domain/imports/import.ts'
import {
  type FileRefusal,
  isReadingRefusal,
  refuseFile,
  sentenceOf,
} from '../../domain/imports/refused-file.ts'
import type { Mapping } from '../../domain/mapping/mapping.ts'
import type { Reference } from '../../domain/standard/validate-row.ts'
import { cut } from '../../domain/text.ts'
import { dayOrderIn } from './day-order-in.ts'
import { aboutHeader } from './header-findings.ts'
import { holdLikenesses } from './hold-likenesses.ts'
import { progressOf } from './import-progress.ts'
import { type RecalledRow, withKnownSirets } from './known-sirets.ts'
import { type PlaceTable, recognisePlaces } from './read-file.ts'
import { type ReadingRule, readingRuleOf, uselessColumns } from './reading-rule.ts'
import { type MadeRow, standardRows } from './standard-rows.ts'
import { ImportStopped, stopIfAsked } from './stop-import.ts'

const BATCH = 200

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
    const said = mapping ?? (await savedMapping(context.db, context.network.id, run.source))?.mapping
    const table = await recognisePlaces(source, limit, said?.reading)
    if (isRefusal(table) && isReadingRefusal(table) && whenUnknown === 'ask') return askMapping(context, run)
    if (isRefusal(table)) return table
    const rule: ReadingRule | FileRefusal = mapping
      ? { kind: 'proposed', mapping }
      : await readingRuleOf(context, run.source, table).catch(unreadable)
    if (isRefusal(rule)) return rule
    if (rule.kind === 'proposed' && whenUnknown === 'ask') return askMapping(context, run)
    const useless = uselessColumns(rule, table.header)
    if (useless) return useless
    onRule(rule)
    await markImport(context.db, run.id, { header: [...table.header] })
    return readAll(context, run, { table, rule, onProgress })
  })
  if (isRefusal(outcome)) await afterRefusal(context, run, outcome)
  return outcome
}

async function askMapping({ db }: Context, { id }: Import): Promise<Refusal<'mapping-asked'>> {
  await markImport(db, id, { awaits_mapping: true })
  return refuse('mapping-asked')
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
    const own = await ownScopeOf(context, run)
    if (own) await recogniseOwnPlaces(db, own)
    await holdLikenesses(context, scope)
    await fillHeldRows(db, scope)
    const ofOthers = own ? await refuseRowsOfOthers(db, own) : 0
    await keepHeldRows(db, run.id)
    // An organisation may send a few of its places: the others are not lost.
    const missing = own ? 0 : await noteMissing(db, scope)
    const outcomes = await countOutcomes(db, run.id)
    const counts: ImportCounts = {
      read: tally.read,
      created: outcomes.create,
      updated: outcomes.update,
      unchanged: outcomes.unchanged + outcomes.ignored,
      held: outcomes.held,
      grouped: tally.grouped,
      rejected: tally.rejected + ofOthers,
      corrected: tally.corrected,
      warnings: tally.warnings,
      duplicates,
      missing,
    }
    const mapping = reading.rule.kind === 'saved' ? reading.rule.id : null
    await markImport(db, run.id, { checked_at: context.now, counts, mapping_id: mapping })
    return counts
  } catch (error) {
    if (error instanceof ImportStopped) return refuse('import-stopped')
    return unreadable(error)
  }
}

/** A file that breaks off while it is read, at its first row or at its last. */
function unreadable(error: unknown): FileRefusal {
  if (error instanceof UnreadableRow || error instanceof UnreadableJson) return error.refusal
  if (error instanceof UnreadableGzip) return refuseFile('gzip-unreadable')
  throw error
}

/** How far the file of an organisation goes; null: the head of the network sent it. DIR-73. */
export async function ownScopeOf(
  { db, network, today }: Pick<Context, 'db' | 'network' | 'today'>,
  run: Import,
): Promise<OwnScope | null> {
  if (!run.organisation) return null
  const reach = await reachOfOrganisation(db, network.id, run.organisation.id)
  return { run: run.id, network: network.id, source: run.source, reach, today }
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
    ...{
      communes: loadCommunes(),
      centreOf: loadCentreFinder(),
      today,
      accepted,
      defaultDay: source?.defaultDay ?? null,
    },
    dayOrder: rule.kind === 'standard' ? 'day-first' : await dayOrderIn(table, rule),
  }
  await noteFindings(db, run.id, aboutHeader(table.header, rule))
  const write = async ({ rows, refused, findings, read }: Batch) => {
    await stopIfAsked(db, run.id)
    await stageRows(db, { run: run.id, network: network.id, source: run.source }, rows)
    await keepRefusedRows(db, run.id, refused)
    await noteFindings(db, run.id, findings)
    const total = Math.max(table.rows, read)
    await reportProgress(db, progressOf(run.id), { done: read, total, step: 'Lecture du fichier' })
    onProgress(read, total)
  }
  let batch = emptyBatch()
  // One is written while the next one is read, and no more: memory is bounded.
  let writing = Promise.resolve()
  try {
    for await (const row of withKnownSirets({ db, network }, standardRows(table, rule))) {
      const read = readRow(row, reader)
      if (read.staged) batch.rows.push(read.staged)
      else batch.refused.push(read.refused)
      batch.findings.push(...read.findings)
      addTo(tally, read, row)
      if (isFull(batch)) {
        await writing
        writing = write({ ...batch, read: tally.read })
        writing.catch(() => {})
        batch = emptyBatch()
      }
    }
  } finally {
    await writing
  }
  await write({ ...batch, read: tally.read })
  return tally
}

/** What is written together; `read`: how many rows of the file were read by then. */
interface Batch {
  rows: StagedRow[]
  refused: RefusedRow[]
  findings: NewFinding[]
  read: number
}

const emptyBatch = (): Batch => ({ rows: [], refused: [], findings: [], read: 0 })

function isFull({ rows, refused, findings }: Batch): boolean {
  return rows.length + refused.length >= BATCH || findings.length >= 2 * BATCH
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

function readRow({ line, row: received, unknown, raw, knownSiret }: RecalledRow, reader: Reader): ReadRow {
  const row = withDayFirst(received, reader.dayOrder)
  const { fields, findings, refused } = validateAccepted(
    row,
    knownSiret ? { ...reader, knownSiret } : reader,
    reader.accepted,
  )
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
  return {
    findings: told,
    staged: {
      ...{ line, externalId: id, fingerprint: fingerprintOf(kept), fields: kept },
      ...{ raw, rawDigest: rawDigestOf(raw), placeKey },
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
