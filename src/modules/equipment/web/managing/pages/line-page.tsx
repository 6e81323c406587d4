import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { capital, plural } from '../../../../../ui/french.ts'
import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Extension } from '../../../data/borrowing/extensions.store.ts'
import type { Reexamination } from '../../../data/borrowing/reexaminations.store.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { StoryLine } from '../../../data/telling/queue.queries.ts'
import type { Proposal } from '../../../domain/moving/displacement.ts'
import type { UnitChoice } from '../../../use-cases/deciding/change-unit.ts'
import { AppointmentActs } from '../../appointments/pages/appointment-acts.tsx'
import { LineIncidents, type LineIncidentsData } from '../../incidents/pages/line-incidents.tsx'
import { lineStateWord } from '../../line-wording.ts'
import { appointmentText, momentText } from '../../moment-wording.ts'
import { ACT_WORDS, ACTION_WORDS, flagsOf, REASON_WORDS } from '../managing-wording.ts'
import type { NamedLine } from './inventory-page.tsx'
import { LateActs } from './late-acts.tsx'
import { ApprovalForm, DisplacementForm, ExtensionForm, OtherUnitForm, RejectionForm } from './line-forms.tsx'
import { PeopleActLinks } from './people-act-links.tsx'
import { trail } from './trail.ts'

export interface LineProps {
  view: View
  inventory: Inventory
  line: NamedLine
  story: readonly (StoryLine & { by: string })[]
  extension: Extension | null
  choices: readonly UnitChoice[]
  mayDecide: boolean
  mayDisplace: boolean
  state: FormState
  /** What a displacement would offer: its consequence, shown first. */
  preview: { proposal: Proposal; noticeDays: number; unitName: string } | null
  /** What its borrower asked to look at again, and the answer. EQP-506. */
  reexamination: Reexamination | null
  /** Its incidents, and what the return report gives to open. */
  happened: LineIncidentsData
}

/** One loan before whoever decides it: what is asked, what to look at, what may be done, what was done. EQP-504. */
export function LinePage(props: LineProps) {
  const { view, inventory, line, story, extension, mayDecide, mayDisplace, state } = props
  const zone = inventory.timeZone
  const isWaiting = line.state === 'submitted'
  const mayMakeWay = ['approved', 'prepared'].includes(line.state)
  return (
    <Frame
      view={view}
      space="member"
      title={`${line.unitName ?? line.modelName}, ${line.borrower}`}
      kicker={lineStateWord(line.state)}
      breadcrumb={trail(view.network.base, inventory)}
      problems={state.problems}
    >
      <p>
        {flagsOf(line).map(({ state: look, text }) => (
          <Tag state={look}>{text}</Tag>
        ))}
        {line.isUnderNotice && <Tag state="warning">mise en demeure en cours</Tag>}
      </p>
      {mayDecide && (
        <AppointmentActs
          base={view.network.base}
          inventory={inventory.id}
          line={line}
          isBeyond={line.isBeyond === true}
        />
      )}
      <SummaryList rows={facts(line, zone)} />
      {mayDecide && (
        <LateActs
          base={view.network.base}
          inventory={inventory.id}
          line={{ id: line.id, isLate: line.isLate, unitId: props.happened.unitId }}
        />
      )}
      {mayDecide && (
        <PeopleActLinks
          base={view.network.base}
          inventory={inventory.id}
          line={line}
          reexamination={props.reexamination}
        />
      )}
      {mayDecide && isWaiting && <ApprovalForm {...props} />}
      {mayDecide && isWaiting && <RejectionForm {...props} />}
      {mayDecide && extension && <ExtensionForm {...props} extension={extension} />}
      {mayDecide && <OtherUnitForm {...props} />}
      {mayDisplace && mayMakeWay && <DisplacementForm {...props} />}
      <LineIncidents
        {...props.happened}
        base={view.network.base}
        inventory={inventory.id}
        line={line}
        mayDecide={mayDecide}
        state={state}
      />
      <Table
        caption="Histoire du prêt"
        columns={[
          { label: 'Quand', header: true, cell: ({ occurredAt }) => momentText(occurredAt, zone) },
          { label: 'Quoi', cell: ({ act }) => ACT_WORDS[act] ?? act },
          { label: 'Par', cell: ({ by }) => by },
          {
            label: 'Motif',
            cell: ({ reasonCode, reason }) =>
              [REASON_WORDS[reasonCode as keyof typeof REASON_WORDS], reason].filter(Boolean).join('. '),
          },
        ]}
        rows={story}
      />
    </Frame>
  )
}

function facts(line: NamedLine, zone: string): SummaryRow[] {
  const { pickupAt, returnAt, dueAt, days, expectedPeople } = line
  const rows: (SummaryRow | null)[] = [
    { term: 'Retrait', value: pickupAt ? appointmentText(pickupAt, zone) : 'sans date' },
    { term: 'Retour', value: returnAt ? appointmentText(returnAt, zone) : 'sans date' },
    dueAt && dueAt !== returnAt ? { term: 'Attendu', value: appointmentText(dueAt, zone) } : null,
    days ? { term: 'Durée', value: `${plural(days, 'jour', 'jours')}, premier et dernier compris` } : null,
    { term: 'Pour', value: capital(`${ACTION_WORDS[line.actionKind] ?? ''} : ${line.actions}`) },
    {
      term: 'Public',
      value: `${line.audience}${expectedPeople ? `, ${expectedPeople} personnes` : ''}`,
    },
    { term: 'Lieu d’usage', value: line.usedAt },
    { term: 'Rangé en lieu sûr', value: line.isStoredSafely ? 'oui' : 'non' },
    line.heldUntil ? { term: 'Gardé jusqu’au', value: appointmentText(line.heldUntil, zone) } : null,
  ]
  return rows.filter((row) => row !== null)
}
