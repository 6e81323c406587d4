import { createHash } from 'node:crypto'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { keepFile } from '../../../platform/files/kept-files.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import {
  giveDocument,
  isWritten,
  keepAppointmentDocument,
  lockAppointment,
} from '../data/desk/appointment-documents.store.ts'
import { type PrintedSheet, reportDocument } from '../documents/report-document.ts'
import type { ReportId } from '../domain/desk/report.ts'
import { REPORT_NAMES } from '../web/desk/desk-wording.ts'
import { printedReport } from './printed-report.ts'
import { writeReport as queue } from './report-queue.ts'

/** The template of the reports, from the root of the project. */
export const REPORT_TEMPLATE = 'src/modules/equipment/documents/loan-report.typ'

/**
 * The PDF of an appointment: the reports of its loans that both parties have answered, in one document, sealed when the
 * platform has a seal. Run twice, the first one stays; written again only with a report more. EQP-805.
 */
export const writeReport: Job<{ report: ReportId }> = {
  ...queue,
  async work(services, { report: id }) {
    const { db, clock, documents, files, sealer } = services
    const printed = await printedReport(services, id)
    if (!printed) return
    const { bookingId, direction, sheets, isDue } = printed
    const fingerprint = fingerprintOf(sheets)
    const isDone = bookingId
      ? await isWritten(db, bookingId, fingerprint)
      : sheets.every(({ report }) => report.documentId)
    if (!isDue || isDone) return
    const pdf = await documents.pdf({
      template: REPORT_TEMPLATE,
      data: reportDocument(printed),
      createdAt: printed.frozenAt,
      standard: 'a-2a',
    })
    const reason = `${REPORT_NAMES[direction]}, empreinte ${fingerprint.slice(0, 16)}`
    const content = sealer ? await sealer.seal(pdf, { fieldName: 'Sceau_1', reason, at: clock.now() }) : pdf
    const sha256 = await files.put(content)
    const name = `${REPORT_NAMES[direction]}.pdf`
    await inTransaction(db, async (tx) => {
      if (bookingId) await lockAppointment(tx, bookingId)
      // Answered meanwhile, another report asks for a document of its own, which holds this one too.
      const after = await printedReport({ ...services, db: tx }, id)
      if (!after || fingerprintOf(after.sheets) !== fingerprint) return
      if (bookingId && (await isWritten(tx, bookingId, fingerprint))) return
      const by = { network: printed.within, actor: { kind: 'system' }, now: clock.now() } as const
      const fileId = await keepFile(tx, by, { name, mediaType: 'application/pdf', content }, sha256)
      if (bookingId) await keepAppointmentDocument(tx, { bookingId, fileId, fingerprint }, clock.now())
      await giveDocument(
        tx,
        sheets.map(({ report }) => report.id),
        fileId,
      )
    })
  },
}

function fingerprintOf(sheets: readonly PrintedSheet[]): string {
  const told = sheets.map(({ report }) => report.fingerprint).sort()
  return createHash('sha256').update(told.join('\n')).digest('hex')
}
