import type { Id } from '../../../kernel/id.ts'
import { compareInstants } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/context.ts'
import { printedPhoto } from '../../../platform/files/photo.ts'
import type { Services } from '../../../platform/services.ts'
import { articleOf, coverOn } from '../../agreements/index.ts'
import { networkById, organisationNames } from '../../identity/index.ts'
import { appointmentOf } from '../data/desk/appointment-documents.store.ts'
import { peopleOfLine } from '../data/desk/desk-acts.store.ts'
import { lineOfReport } from '../data/desk/reports.store.ts'
import { findLines } from '../data/lines.store.ts'
import type { FrozenReport, PrintedAppointment, PrintedSheet } from '../documents/report-document.ts'
import { isDocumentDue } from '../domain/desk/appointment-document.ts'
import type { Report, ReportId } from '../domain/desk/report.ts'
import { frameOf } from '../use-cases/deciding/decide-line.ts'
import { type LineAtDesk, linesAtDeskWhole } from '../use-cases/desk/desk-line.ts'

export interface ToPrint extends PrintedAppointment {
  within: Context['network']
  bookingId: Id<'slot-booking'> | null
  isDue: boolean
}

/**
 * All that the document of a report's appointment says, read within its own network: every report of it that both parties
 * have answered; null while there is none. EQP-805.
 */
export async function printedReport(
  { db, clock, files }: Pick<Services, 'db' | 'clock' | 'files'>,
  id: ReportId,
): Promise<ToPrint | null> {
  const of = await lineOfReport(db, id)
  const people = of && (await peopleOfLine(db, of.lineId))
  const network = people && (await networkById(db, people.networkId))
  if (!network) return null
  const { direction, lineId } = of
  const context: Context = {
    ...{ db, reach: { kind: 'all', network: network.id }, network },
    ...{ today: clock.today(), now: clock.now(), actor: { kind: 'system' } },
    ...{ requestId: null, origin: null, journalled: new Set<string>() },
  }
  const { bookingId, lines } = await appointmentOf(db, lineId, direction)
  const known = await findLines(
    db,
    context.reach,
    lines.map((line) => line.id),
  )
  const inOrder = lines.flatMap((line) => known.filter((one) => one.id === line.id))
  const all = await linesAtDeskWhole(context, inOrder)
  const sheets: PrintedSheet[] = []
  for (const at of all) {
    const sheet = await sheetOf(context, files, at, at.reports[direction])
    if (sheet) sheets.push(sheet)
  }
  const frame = inOrder[0] && (await frameOf(db, context, inOrder[0]))
  const last = sheets.map(({ report }) => report.frozenAt).toSorted(compareInstants)
  const [at, frozenAt] = [all[0], last.at(-1)]
  if (!frame || !at || !frozenAt) return null
  const names = await organisationNames(db, [frame.inventory.ownerId])
  const { terms } = coverOn(frame.agreement, context.today)
  return {
    ...{ within: network, bookingId, direction, sheets, frozenAt },
    isDue: isDocumentDue(
      all.map(({ line, reports }) => ({ state: line.state, isFrozen: isFrozen(reports[direction]) })),
      direction,
    ),
    network: network.name,
    owner: names.get(frame.inventory.ownerId) ?? '',
    borrower: at.borrower,
    agreement: frame.agreement.reference,
    noRepairArticle: terms.lending?.repairByBorrower ? articleOf(terms, 'lending.repairByBorrower') : null,
    desk: { name: frame.desk.name, location: frame.desk.location, zone: frame.desk.calendar.zone },
  }
}

async function sheetOf(
  context: Context,
  files: Services['files'],
  { line, units, dueAt }: LineAtDesk,
  report: Report | null,
): Promise<PrintedSheet | null> {
  const rules = line.rules ?? (await frameOf(context.db, context, line))?.rules
  if (!isFrozen(report) || !line.pickupAt || !dueAt || !rules) return null
  const unit = units[0]
  return {
    report,
    what: unit ? `${unit.modelName}, ${unit.assetNumber}` : '',
    replacementCents: unit?.replacementCents ?? null,
    pickupAt: line.pickupAt,
    dueAt,
    rules,
    pictures: await picturesOf(files, report),
  }
}

function isFrozen(report: Report | null): report is FrozenReport {
  return report?.frozenAt != null
}

async function picturesOf(files: Services['files'], report: Report): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>()
  for (const { sha256 } of report.photos) pictures.set(sha256, await printedPhoto(await files.get(sha256)))
  for (const { drawing } of report.signatures) if (drawing) pictures.set(drawing, await files.get(drawing))
  return pictures
}
