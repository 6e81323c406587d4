import type { Day } from '../../../../kernel/day.ts'
import type { Context } from '../../../../platform/context.ts'
import { reportProgress } from '../../../../platform/jobs/progress.ts'
import { loadCommunes } from '../../data/communes.ts'
import { loadCentreFinder } from '../../data/geocoding/built-in-centres.ts'
import { acceptedCorrections } from '../../data/imports/accepted-corrections.store.ts'
import { keepRefusedRows, type RefusedRow } from '../../data/imports/held-rows.store.ts'
import { type NewFinding, noteFindings } from '../../data/imports/import.findings.ts'
import { type StagedRow, stageRows } from '../../data/imports/import.staging.ts'
import { sourceNamed } from '../../data/imports/sources.store.ts'
import { type Acceptance, acceptance, validateAccepted } from '../../domain/imports/accepted-corrections.ts'
import { type DayOrder, withDayFirst } from '../../domain/imports/day-order.ts'
import { Findings } from '../../domain/imports/finding.ts'
import { externalIdOf, fingerprintOf, type Import, rawDigestOf } from '../../domain/imports/import.ts'
import type { Reference } from '../../domain/standard/validate-row.ts'
import { cut } from '../../domain/text.ts'
import { dayOrderIn } from './day-order-in.ts'
import { aboutHeader } from './header-findings.ts'
import { progressOf } from './import-progress.ts'
import { type RecalledRow, withKnownSirets } from './known-sirets.ts'
import type { PlaceTable } from './read-file.ts'
import type { ReadingRule } from './reading-rule.ts'
import { type MadeRow, standardRows } from './standard-rows.ts'
import { stopIfAsked } from './stop-import.ts'

/** Rows written together. */
const BATCH = 200

/** A file, and how its columns are read. */
export interface Reading {
  table: PlaceTable
  rule: ReadingRule
  onProgress: OnProgress
}

/** How many rows were read, of about how many. */
export type OnProgress = (done: number, total: number) => void

/** What was met in the rows of a file. */
export interface Tally {
  read: number
  rejected: number
  corrected: number
  warnings: number
  /** Rows that only add services to a place of a row before. */
  grouped: number
}

/** Reads every row, notes what there is to say of it and puts it beside the directory, where it waits. `ImportStopped` when asked. */
export async function stageFile(
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
