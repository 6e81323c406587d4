import { blankForm } from '../../../../../platform/http/form.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { LineAtDesk } from '../../../use-cases/desk/desk-line.ts'
import { lineStateWord } from '../../line-wording.ts'
import { DESK_STEPS } from '../desk-wording.ts'
import { factsOf, type LineProps } from './desk-line-page.tsx'
import { HandOverForm, InspectionForm, PreparationForm, ReturnForm } from './passage-forms.tsx'
import { ReportSection } from './report-section.tsx'

interface PackedProps {
  view: View
  at: LineAtDesk
  decides: boolean
}

/** One loan as the device keeps it: every step from where it is, one after the other, since no page comes in between. */
export function PackedLoan({ view, at, decides }: PackedProps) {
  const { line } = at
  const step = DESK_STEPS[line.state]
  const props: LineProps = { view, at, state: blankForm, serves: true, decides, isPacked: true }
  const leaves = line.state === 'approved' || line.state === 'prepared'
  const isBack = line.state === 'returned'
  return (
    <>
      <p>
        <Tag state={step?.look ?? 'neutral'}>{step?.word ?? lineStateWord(line.state)}</Tag>
      </p>
      <SummaryList rows={factsOf(at)} />
      {line.state === 'approved' && <PreparationForm {...props} />}
      {leaves && (
        <>
          <ReportSection {...props} direction="out" />
          <HandOverForm {...props} />
        </>
      )}
      {!leaves && line.state !== 'inspected' && (
        <>
          <ReportSection {...props} direction="in" />
          {!isBack && <ReturnForm {...props} />}
          <InspectionForm {...props} />
        </>
      )}
    </>
  )
}
