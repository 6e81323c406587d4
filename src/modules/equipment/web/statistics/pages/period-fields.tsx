import type { Day } from '../../../../../kernel/day.ts'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { DateField } from '../../../../../ui/text-field.tsx'
import type { AskedStatistics } from '../asked.ts'

/** The first and the last day of what is counted. */
export function PeriodFields({ asked: { asked, period, problems } }: { asked: AskedStatistics }) {
  return (
    <>
      <DateField
        name="du"
        label="Premier jour"
        value={asked.du || typedDay(period.first)}
        error={problemOf(problems, 'du')}
        optional
      />
      <DateField
        name="au"
        label="Dernier jour"
        value={asked.au || typedDay(period.last)}
        error={problemOf(problems, 'au')}
        optional
      />
    </>
  )
}

/** `17/06/2026`, as a person types it. */
function typedDay(of: Day): string {
  return of.split('-').reverse().join('/')
}
