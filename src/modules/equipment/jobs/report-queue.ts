import type { Job } from '../../../platform/jobs/jobs.ts'
import type { ReportId } from '../domain/desk/report.ts'

/** The queue of what follows an act of the desk: acts put work there, the worker is beside. */
export const writeReport: Pick<Job<{ report: ReportId }>, 'name'> = { name: 'equipment/write-report' }
