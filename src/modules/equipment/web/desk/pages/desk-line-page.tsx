import type { Instant } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { personOf } from '../../../../../platform/session/actor.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { UnitChoice } from '../../../use-cases/deciding/change-unit.ts'
import type { LineAtDesk } from '../../../use-cases/desk/desk-line.ts'
import { lineStateWord } from '../../line-wording.ts'
import { appointmentText } from '../../moment-wording.ts'
import { deskPaths } from '../desk.paths.ts'
import { DESK_STEPS, REPORT_NAMES } from '../desk-wording.ts'
import { HandOverForm, InspectionForm, PreparationForm, ReturnForm } from './passage-forms.tsx'
import { ReportSection } from './report-section.tsx'
import { Swap } from './swap-section.tsx'

export interface LineProps {
  view: View
  at: LineAtDesk
  state: FormState
  /** May serve: the acts are proposed. */
  serves: boolean
  /** May let a thing leave without a report signed by both. */
  decides: boolean
  /** Drawn for a device: what comes after an act is there already. EQP-1303. */
  isPacked?: boolean
  /** Other units that could leave instead, when this one cannot. EQP-806. */
  swaps?: readonly UnitChoice[]
  /** Who still has what is to leave, and until when. EQP-503. */
  away?: string | null
  now?: Instant
}

/** One loan at the desk: what there is to do now comes first. EQP-1304. */
export function DeskLinePage(props: LineProps) {
  const { view, at, state, serves } = props
  const { line, units, desk } = at
  const step = DESK_STEPS[line.state]
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={units[0] ? `${units[0].modelName}, ${units[0].assetNumber}` : 'Prêt'}
      breadcrumb={[{ label: 'Guichet', href: deskPaths.day(base, { desk: desk.id }) }]}
      problems={state.problems}
    >
      <p>
        <Tag state={step?.look ?? 'neutral'}>{step?.word ?? lineStateWord(line.state)}</Tag>
      </p>
      <SummaryList
        rows={[
          ...factsOf(at),
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
          Reste chez l’emprunteur :{' '}
          {at.stillOut.map((unit) => `${unit.modelName}, ${unit.assetNumber}`).join(' ; ')}.
        </Notice>
      )}
      <div
        data-island="equipment/desk-queue"
        data-home={deskPaths.home(base)}
        data-person={personOf(view.actor)?.personId}
        data-version={props.now}
      >
        {props.away && (
          <Notice state="warning" title="Pas encore rentré">
            {props.away}
          </Notice>
        )}
        {serves && <Swap {...props} />}
        {serves && <Steps {...props} />}
      </div>
    </Frame>
  )
}

function Steps(props: LineProps) {
  const { line } = props.at
  if (line.state === 'approved') return props.away ? null : <PreparationForm {...props} />
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

/** Whose loan, from when to when; a passage noted without network says so. */
export function factsOf(at: LineAtDesk) {
  const { line, custody, desk } = at
  const { zone } = desk.calendar
  return [
    { term: 'Emprunteur', value: at.borrower },
    { term: 'Retrait', value: line.pickupAt ? appointmentText(line.pickupAt, zone) : 'Pas encore choisi' },
    { term: 'Retour', value: at.dueAt ? appointmentText(at.dueAt, zone) : 'Pas encore choisi' },
    { term: 'Personne qui vient', value: collectorText(at) },
    ...(custody.some(({ isOffline }) => isOffline)
      ? [{ term: 'Passage', value: 'Noté sur un appareil sans réseau, envoyé ensuite' }]
      : []),
  ]
}

function collectorText({ people }: LineAtDesk): string {
  if (people.collectorName === '') return 'Pas encore nommée'
  return [people.collectorName, people.collectorQuality, people.collectorPhone]
    .filter((one) => one !== '')
    .join(', ')
}
