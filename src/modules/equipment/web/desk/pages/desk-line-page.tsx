import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { LineAtDesk } from '../../../use-cases/desk-line.ts'
import { lineStateWord } from '../../line-wording.ts'
import { momentText } from '../../moment-wording.ts'
import { deskPaths } from '../desk.paths.ts'
import { DESK_STEPS, REPORT_NAMES } from '../desk-wording.ts'
import { HandOverForm, InspectionForm, PreparationForm, ReturnForm } from './passage-forms.tsx'
import { ReportSection } from './report-section.tsx'

export interface LineProps {
  view: View
  at: LineAtDesk
  state: FormState
  /** May serve: the acts are proposed. */
  serves: boolean
  /** May let a thing leave without a report signed by both. */
  decides: boolean
}

/** One loan at the desk: what there is to do now comes first. EQP-1304. */
export function DeskLinePage({ view, at, state, serves, decides }: LineProps) {
  const { line, units, desk } = at
  const { zone } = desk.calendar
  const step = DESK_STEPS[line.state]
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={units[0] ? `${units[0].modelName}, ${units[0].assetNumber}` : 'Prêt'}
      intro={at.borrower}
      breadcrumb={[{ label: 'Guichet', href: deskPaths.day(base, { desk: desk.id }) }]}
      problems={state.problems}
    >
      <p>
        <Tag state={step?.look ?? 'neutral'}>{step?.word ?? lineStateWord(line.state)}</Tag>
      </p>
      <SummaryList
        rows={[
          { term: 'Retrait', value: line.pickupAt ? momentText(line.pickupAt, zone) : 'Pas encore choisi' },
          { term: 'Retour', value: at.dueAt ? momentText(at.dueAt, zone) : 'Pas encore choisi' },
          { term: 'Personne qui vient', value: collectorText(at) },
          ...(['out', 'in'] as const).flatMap((direction) =>
            at.reports[direction]?.documentId
              ? [
                  {
                    term: REPORT_NAMES[direction],
                    value: (
                      <a href={deskPaths.document(base, line.id, direction)}>Ouvrir le document (PDF)</a>
                    ),
                  },
                ]
              : [],
          ),
        ]}
      />
      {line.state === 'partially_returned' && (
        <Notice state="warning" title="Il manque encore une partie du matériel">
          Reste chez l’emprunteur :{' '}
          {at.stillOut.map((unit) => `${unit.modelName}, ${unit.assetNumber}`).join(' ; ')}.
        </Notice>
      )}
      <div data-island="equipment/desk-queue" data-home={deskPaths.day(base, { desk: desk.id })}>
        {serves && <Steps view={view} at={at} state={state} serves={serves} decides={decides} />}
      </div>
    </Frame>
  )
}

function Steps(props: LineProps) {
  const { line } = props.at
  if (line.state === 'approved') return <PreparationForm {...props} />
  if (line.state === 'prepared')
    return (
      <>
        <ReportSection {...props} direction="out" />
        <HandOverForm {...props} />
      </>
    )
  if (line.state === 'out' || line.state === 'partially_returned')
    return (
      <>
        <ReportSection {...props} direction="in" />
        <ReturnForm {...props} />
      </>
    )
  if (line.state === 'returned')
    return (
      <>
        <ReportSection {...props} direction="in" />
        <InspectionForm {...props} />
      </>
    )
  return null
}

function collectorText({ people }: LineAtDesk): string {
  if (people.collectorName === '') return 'Pas encore nommée'
  return [people.collectorName, people.collectorQuality, people.collectorPhone]
    .filter((one) => one !== '')
    .join(', ')
}
