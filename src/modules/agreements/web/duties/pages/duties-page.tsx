import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { plural } from '../../../../../ui/french.ts'
import type { DeclaredEvidence } from '../../../data/declared-evidence.store.ts'
import type { Agreement } from '../../../domain/agreement.ts'
import type { DutyGroup, TrackedDuty } from '../../../domain/tracked-duties.ts'
import { ReadingNote } from '../../pages/reading-note.tsx'
import { paths } from '../../paths.ts'
import type { DutiesRead } from '../duties-of-page.ts'
import { GROUPS, groupTitles } from '../duties-wording.ts'
import { DeclaredSection } from './declared-section.tsx'
import { DutyLine, type DutyReader } from './duty-line.tsx'

interface DutiesProps {
  view: View
  agreement: Agreement
  read: DutiesRead
  declared: readonly DeclaredEvidence[]
  reader: DutyReader
}

/** Every duty of the clauses, by window: what is owed, by whom, until when, and the fact that proves it. AGR-72. */
export function DutiesPage({ view, agreement, read, declared, reader }: DutiesProps) {
  const { base } = view.network
  const { duties } = read
  const byGroup = (group: DutyGroup) => duties.filter((duty) => duty.group === group)
  return (
    <Frame
      view={view}
      space="member"
      title="Obligations"
      heading={`Obligations de la convention avec ${agreement.partner.name}`}
      kicker={agreement.reference}
      intro={countSentence(duties)}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
    >
      {duties.length === 0 ? (
        <EmptyState title="Aucune obligation ne court encore">
          <p>Les obligations d’une convention commencent le jour où elle entre en vigueur.</p>
        </EmptyState>
      ) : (
        <ReadingNote base={base} agreement={agreement.id} />
      )}
      {GROUPS.map((group) => (
        <Group
          title={groupTitles[group]}
          group={group}
          lines={byGroup(group).map((duty) => (
            <DutyLine view={view} agreement={agreement} duty={duty} read={read} reader={reader} />
          ))}
        />
      ))}
      <DeclaredSection
        view={view}
        agreement={agreement}
        declared={declared}
        own={reader.own}
        placeNames={read.placeNames}
      />
    </Frame>
  )
}

/** What is over is folded: what is to do comes first. */
function Group({ title, group, lines }: { title: string; group: DutyGroup; lines: unknown[] }) {
  if (lines.length === 0) return null
  const heading = (
    <>
      {title} <span class="deadlines-count">{String(lines.length)}</span>
    </>
  )
  const list = <ul class="deadlines-list">{lines}</ul>
  if (group !== 'past' && group !== 'coming') {
    return (
      <section class="deadlines">
        <h2 class="deadlines-title">{heading}</h2>
        {list}
      </section>
    )
  }
  return (
    <section class="deadlines">
      <h2 class="deadlines-title">{heading}</h2>
      <details class="why">
        <summary>{group === 'past' ? 'Voir ce qui a été tenu' : 'Voir ce qui vient'}</summary>
        {list}
      </details>
    </section>
  )
}

function countSentence(duties: readonly TrackedDuty[]): string {
  const count = (wanted: (duty: TrackedDuty) => boolean) => duties.filter(wanted).length
  const late = count(({ status }) => status === 'overdue')
  const due = count(({ status, bestEfforts }) => status === 'due' && !bestEfforts)
  if (duties.length === 0) return ''
  const said = [
    late > 0 ? `${plural(late, 'obligation', 'obligations')} en retard` : '',
    due > 0 ? `${plural(due, 'obligation', 'obligations')} sans preuve à ce jour` : '',
  ].filter(Boolean)
  return said.length === 0
    ? 'Toutes les obligations en cours ont leur preuve.'
    : `${said.join(', ')}. Une obligation sans preuve n’est jamais tenue pour faite.`
}
