import type { Job } from '../../../platform/jobs/jobs.ts'
import type { LineId } from '../domain/equipment.ts'
import type { AnnouncementKind, Facts } from '../domain/telling/announcements.ts'

/** What there is to tell about a loan, as it stood at the event of rank `seq`. */
export interface Announcement {
  readonly kind: AnnouncementKind
  readonly line: LineId
  readonly seq: number
  /** Names what is told: one mail per name and address, whatever the number of runs. */
  readonly once: string
  readonly facts: Facts
}

/** The queue of mails about loans: acts put work there, the worker is beside. */
export const announcing: Pick<Job<Announcement>, 'name'> = { name: 'equipment/announce' }
