import type { Job } from '../../../platform/jobs/jobs.ts'
import { networksWithHours, workOutHours } from '../data/hours/hours.store.ts'

/**
 * Works out ahead what is new in the hours of places, and a year of dates for the others. A search would do it too: this
 * spares whoever comes first in the morning. Run twice, it finds nothing left. DIR-49.
 */
export const workOutHoursAhead: Job = {
  name: 'places/work-out-hours',
  schedule: '23 3 * * *',
  async work({ db, clock }) {
    for (const network of await networksWithHours(db)) await workOutHours(db, network, clock.today())
  },
}
