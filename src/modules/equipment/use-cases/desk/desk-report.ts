import { createHash } from 'node:crypto'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { type Document, keepFile } from '../../../../platform/files/kept-files.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { partsOf } from '../../data/desk/parts.queries.ts'
import {
  addPhoto,
  addReport,
  addSignature,
  copyPhotos,
  freezeReport,
  lockReports,
  type NewSignature,
  noteParts,
  reportsOf,
} from '../../data/desk/reports.store.ts'
import { findLine, type Line } from '../../data/lines.store.ts'
import {
  canonicalText,
  type Direction,
  type PartFound,
  type PartToCheck,
} from '../../domain/desk/condition.ts'
import type { Report, ReportId } from '../../domain/desk/report.ts'
import type { LineId } from '../../domain/equipment.ts'
import type { LineState } from '../../domain/line.ts'
import { writeReport } from '../../jobs/report-queue.ts'
import { changed, recordedBy } from '../act-on-line.ts'
import { refused } from '../lending-refusal.ts'
import { type DeskRefused, deskRefused, reportRefusal } from './desk-refusal.ts'

/** When a report of each direction may be drawn. */
const DRAWN_IN: Readonly<Record<Direction, readonly LineState[]>> = {
  out: ['prepared', 'out'],
  in: ['out', 'partially_returned', 'returned', 'inspected', 'disputed'],
}

/** What is looked at: the parts of this loan, as they were noted, never as the kit is today. EQP-105, EQP-106. */
export async function partsToCheck(db: Database, line: Line): Promise<PartToCheck[]> {
  const { out } = await reportsOf(db, line.id)
  if (out && out.parts.length > 0) return [...out.parts]
  return line.unitId ? partsOf(db, line.unitId) : []
}

/** What the agent typed for one part. */
export type PartTyped = Pick<PartFound, 'rank' | 'found' | 'condition' | 'remark' | 'powersOn' | 'charge'>

/** What of a report a page showed, in a few signs: whoever notes it anew has seen that and nothing later. */
export function knownReport(report: Report | null): string {
  if (!report || report.parts.length === 0) return 'aucun'
  return createHash('sha256').update(canonicalText(report.parts)).digest('base64url').slice(0, 22)
}

/** Notes what was found. It may be noted again until somebody signs. EQP-802. */
export function noteCondition(
  context: Context,
  lineId: LineId,
  direction: Direction,
  typed: readonly PartTyped[],
  /** Empty: whoever notes it has not said what they had seen. */
  known = '',
): Promise<Report | DeskRefused> {
  return onReport(context, lineId, direction, 'loan-report.noted', async (tx, report, line) => {
    if (known !== '' && known !== knownReport(report)) return deskRefused('report_changed')
    const parts = report.parts.length > 0 ? report.parts : await partsToCheck(tx, line)
    await noteParts(
      tx,
      report.id,
      parts.map((part) => ({ ...part, ...foundOf(part, typed) })),
    )
    return undefined
  })
}

function foundOf({ rank }: PartToCheck, typed: readonly PartTyped[]): PartTyped {
  const found = typed.find((one) => one.rank === rank)
  return found ?? { rank, found: 0, condition: 'not_checked', remark: '', powersOn: null, charge: null }
}

/** A photo whose bytes are already kept, without what it told of the place where it was taken. EQP-803. */
export function addConditionPhoto(
  context: Context,
  lineId: LineId,
  direction: Direction,
  photo: { document: Document; sha256: string; rank: number | null; alt: string },
): Promise<Report | DeskRefused> {
  return onReport(context, lineId, direction, 'loan-report.photographed', async (tx, report, line) => {
    const most = line.rules?.photosPerReport.value ?? 12
    if (report.photos.length >= most) return deskRefused('too_many_photos', { most: String(most) })
    const fileId = await keepFile(tx, context, photo.document, photo.sha256)
    await addPhoto(tx, report.id, { rank: photo.rank, fileId, alt: photo.alt })
    return undefined
  })
}

export interface Signing extends Omit<NewSignature, 'drawingId'> {
  drawing: { document: Document; sha256: string } | null
}

/** One party signs, with reservations or not, or refuses. The second answer freezes the report. EQP-804. */
export function signReport(
  context: Context,
  lineId: LineId,
  direction: Direction,
  { drawing, ...signature }: Signing,
): Promise<Report | DeskRefused> {
  return onReport(
    context,
    lineId,
    direction,
    'loan-report.signed',
    async (tx, report, line) => {
      if (report.parts.length === 0) return deskRefused('report_missing')
      const drawingId = drawing ? await keepFile(tx, context, drawing.document, drawing.sha256) : null
      await addSignature(tx, report.id, { ...signature, drawingId }, context.now)
      if (report.signatures.length === 0) return undefined
      await freeze(tx, context, line, direction)
      await enqueue(tx, writeReport, { report: report.id }, { once: report.id })
      return undefined
    },
    { mayBeSigned: true },
  )
}

/** A signed report that was wrong is not rewritten: another takes its place, and both sign it. EQP-804. */
export function correctReport(
  context: Context,
  lineId: LineId,
  direction: Direction,
): Promise<Report | DeskRefused> {
  return reportAct(context, lineId, direction, async (tx, line, report) => {
    if (!report?.frozenAt) return deskRefused('report_missing')
    const written = { lineId, direction, supersedes: report.id }
    const next = await addReport(tx, written, recordedBy(context))
    await noteParts(tx, next, report.parts)
    await copyPhotos(tx, report.photos, next)
    await journal(tx, context, 'loan-report.corrected', line, next)
    return undefined
  })
}

type Work = (tx: Database, report: Report, line: Line) => Promise<DeskRefused | undefined>

/** An act on the report that is being drawn, the blank one included. */
function onReport(
  context: Context,
  lineId: LineId,
  direction: Direction,
  action: `${string}.${string}`,
  work: Work,
  { mayBeSigned = false } = {},
): Promise<Report | DeskRefused> {
  return reportAct(context, lineId, direction, async (tx, line, known) => {
    if (!DRAWN_IN[direction].includes(line.state)) return changed(line)
    const report = known ?? (await blankReport(tx, context, line, direction))
    // What one party has signed is not written again behind their back.
    if (report.frozenAt || (!mayBeSigned && report.signatures.length > 0))
      return deskRefused('already_signed')
    const outcome = await work(tx, report, line)
    if (outcome) return outcome
    await journal(tx, context, action, line, report.id)
    return undefined
  })
}

async function reportAct(
  context: Context,
  lineId: LineId,
  direction: Direction,
  work: (tx: Database, line: Line, report: Report | null) => Promise<DeskRefused | undefined>,
): Promise<Report | DeskRefused> {
  try {
    return await inTransaction<Report | DeskRefused>(context.db, async (tx) => {
      const line = await findLine(tx, context.reach, lineId)
      if (!line) return refused('no_such_thing')
      await lockReports(tx, lineId)
      const outcome = await work(tx, line, (await reportsOf(tx, lineId))[direction])
      if (outcome) return outcome
      const after = (await reportsOf(tx, lineId))[direction]
      return after ?? refused('no_such_thing')
    })
  } catch (error) {
    return reportRefusal(error)
  }
}

async function blankReport(
  tx: Database,
  context: Context,
  line: Line,
  direction: Direction,
): Promise<Report> {
  await addReport(tx, { lineId: line.id, direction, supersedes: null }, recordedBy(context))
  const report = (await reportsOf(tx, line.id))[direction]
  if (!report) throw new Error('a report just drawn is not there')
  return report
}

/** What was signed, without the names: they leave with time, the facts stay. EQP-1503. */
async function freeze(tx: Database, context: Context, line: Line, direction: Direction): Promise<void> {
  const report = (await reportsOf(tx, line.id))[direction]
  if (!report) return
  const { id, drawnAt, parts, photos, supersedes } = report
  const content = canonicalText({
    report: { id, direction, drawnAt, supersedes },
    loan: {
      id: line.id,
      unit: line.unitId,
      borrower: line.organisationId,
      agreement: line.agreementId,
      pickupAt: line.pickupAt,
      returnAt: line.returnAt,
    },
    parts,
    photos: photos.map(({ sha256, alt, rank }) => ({ sha256, alt, rank })),
    signatures: report.signatures.map(
      ({ party, manner, reservations, refusalReason, signedAt, drawing }) => ({
        party,
        manner,
        reservations,
        refusalReason,
        signedAt,
        drawing,
      }),
    ),
  })
  await freezeReport(tx, id, content, context.now)
}

function journal(
  tx: Database,
  context: Context,
  action: `${string}.${string}`,
  line: Line,
  report: ReportId,
): Promise<void> {
  return writeJournal(tx, context, action, line.requestId, { line: line.id, report })
}
