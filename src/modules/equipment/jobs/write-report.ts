import type { Instant } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { keepFile } from '../../../platform/files/kept-files.ts'
import { printedPhoto } from '../../../platform/files/photo.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import type { Services } from '../../../platform/services.ts'
import { articleOf, coverOn } from '../../agreements/index.ts'
import { networkById, organisationNames } from '../../identity/index.ts'
import { peopleOfLine } from '../data/desk-acts.store.ts'
import { findLine } from '../data/lines.store.ts'
import { keepReportDocument, lineOfReport, reportsOf } from '../data/reports.store.ts'
import { type PrintedReport, reportDocument } from '../documents/report-document.ts'
import type { Report, ReportId } from '../domain/report.ts'
import { frameOf } from '../use-cases/decide-line.ts'
import { lineAtDesk } from '../use-cases/desk-line.ts'
import { REPORT_NAMES } from '../web/desk/desk-wording.ts'
import { writeReport as queue } from './report-queue.ts'

/** The template of the reports, from the root of the project. */
export const REPORT_TEMPLATE = 'src/modules/equipment/documents/loan-report.typ'

/**
 * The PDF of a report that both parties have answered, sealed when the platform has a seal. Twice, the first one stays.
 * EQP-805.
 */
export const writeReport: Job<{ report: ReportId }> = {
  ...queue,
  async work(services, { report: id }) {
    const { db, clock, documents, files, sealer } = services
    const printed = await printedReport(services, id)
    if (!printed || printed.report.documentId) return
    const { frozenAt, direction } = printed.report
    const data = reportDocument(printed)
    const pdf = await documents.pdf({
      template: REPORT_TEMPLATE,
      data,
      createdAt: frozenAt,
      standard: 'a-2a',
    })
    const reason = `${REPORT_NAMES[direction]}, empreinte ${printed.report.fingerprint?.slice(0, 16)}`
    const content = sealer ? await sealer.seal(pdf, { fieldName: 'Sceau_1', reason, at: clock.now() }) : pdf
    const sha256 = await files.put(content)
    const name = `${REPORT_NAMES[direction]}.pdf`
    await inTransaction(db, async (tx) => {
      const by = { network: printed.within, actor: { kind: 'system' }, now: clock.now() } as const
      const file = await keepFile(tx, by, { name, mediaType: 'application/pdf', content }, sha256)
      await keepReportDocument(tx, id, file)
    })
  },
}

/** All that the document says, read within its own network; null while the report is not answered by both. */
export async function printedReport(
  { db, clock, files }: Pick<Services, 'db' | 'clock' | 'files'>,
  id: ReportId,
): Promise<(PrintedReport & { within: Context['network'] }) | null> {
  const of = await lineOfReport(db, id)
  const people = of && (await peopleOfLine(db, of.lineId))
  const network = people && (await networkById(db, people.networkId))
  const reach = network && ({ kind: 'all', network: network.id } as const)
  const line = reach && (await findLine(db, reach, of.lineId))
  if (!line) return null
  const context: Context = {
    ...{ db, reach, network, today: clock.today(), now: clock.now(), actor: { kind: 'system' } },
    ...{ requestId: null, origin: null, journalled: new Set<string>() },
  }
  const at = await lineAtDesk(context, line)
  const frame = await frameOf(db, context, line)
  const report = (await reportsOf(db, line.id))[of.direction]
  if (!at || !frame || !isFrozen(report) || !line.pickupAt || !at.dueAt) return null
  const names = await organisationNames(db, [frame.inventory.ownerId])
  const { terms } = coverOn(frame.agreement, context.today)
  const unit = at.units[0]
  return {
    within: network,
    network: network.name,
    report,
    owner: names.get(frame.inventory.ownerId) ?? '',
    borrower: at.borrower,
    agreement: frame.agreement.reference,
    noRepairArticle: terms.lending?.repairByBorrower ? articleOf(terms, 'lending.repairByBorrower') : null,
    desk: { name: frame.desk.name, location: frame.desk.location, zone: frame.desk.calendar.zone },
    what: unit ? `${unit.modelName}, ${unit.assetNumber}` : '',
    replacementCents: unit?.replacementCents ?? null,
    pickupAt: line.pickupAt,
    dueAt: at.dueAt,
    rules: line.rules ?? frame.rules,
    pictures: await picturesOf(files, report),
  }
}

function isFrozen(report: Report | null): report is Report & { frozenAt: Instant } {
  return report?.frozenAt != null
}

async function picturesOf(files: Services['files'], report: Report): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>()
  for (const { sha256 } of report.photos) pictures.set(sha256, await printedPhoto(await files.get(sha256)))
  for (const { drawing } of report.signatures) if (drawing) pictures.set(drawing, await files.get(drawing))
  return pictures
}
