import { daysBetween } from '../../../../kernel/day.ts'
import type { Job } from '../../../../platform/jobs/jobs.ts'
import { listNetworks, networkById } from '../../../identity/index.ts'
import { semesterBefore, semesterOf } from '../../domain/freshness/semester.ts'
import { keepSemester } from '../../use-cases/statistics/keep-semester.ts'

/** Later, today's directory would say too little of what it was. */
const LATEST_DAYS = 14

/** In the first nights of a semester, keeps the figures of the one that ended. A second run finds them and does nothing. */
export const keepSemesterFigures: Job = {
  name: 'places/keep-semester-figures',
  schedule: '7 1 * * *',
  async work({ db, clock }) {
    const today = clock.today()
    const now = semesterOf(today)
    if (daysBetween(now.start, today) > LATEST_DAYS) return
    for (const { id } of await listNetworks(db)) {
      const network = await networkById(db, id)
      if (network) await keepSemester({ db, network, now: clock.now() }, semesterBefore(now))
    }
  },
}
