import type { Job } from '../../../platform/jobs/jobs.ts'
import type { LineId } from '../domain/equipment.ts'
import type { ReportId } from '../domain/report.ts'

/** The queues of what follows an act of the desk: acts put work there, the workers are beside. */
export const writeReport: Pick<Job<{ report: ReportId }>, 'name'> = { name: 'equipment/write-report' }
export const tellHandOver: Pick<Job<{ line: LineId }>, 'name'> = { name: 'equipment/tell-hand-over' }
