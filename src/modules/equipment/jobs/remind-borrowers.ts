import type { Job } from '../../../platform/jobs/jobs.ts'
import { remindBorrowers } from '../use-cases/telling/remind-borrowers.ts'

/** Each hour, for the desks where the morning has come: 8:00 by their clocks. Missed hours are made up for. EQP-1103, L7. */
export const remindEachMorning: Job = {
  name: 'equipment/remind-borrowers',
  schedule: '0 * * * *',
  async work({ db, clock }) {
    await remindBorrowers(db, clock.now())
  },
}
