import type { Day } from '../../../../../kernel/day.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { ResultList } from '../../../../../ui/result-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { OwnLine } from '../../../data/borrowing/borrowing.queries.ts'
import { feedPaths } from '../../feeds/feeds.paths.ts'
import { LINE_STATE_LOOKS, LINE_STATE_WORDS } from '../../line-wording.ts'
import { daysText } from '../../moment-wording.ts'
import { borrowingPaths } from '../borrowing.paths.ts'
import { lateText, nextStep } from '../line-story-wording.ts'

const OVER = ['rejected', 'withdrawn', 'expired', 'no_show', 'closed']

/** Nothing is left to do or to know about it. */
function isSettled({ state, hasOutcome }: OwnLine): boolean {
  return state === 'withdrawn' || (state === 'closed' && hasOutcome)
}

/** What one's structure asked for and has in hand, the next appointment first; what is over, the latest first. */
export function RequestsPage({ view, lines }: { view: View; lines: readonly OwnLine[] }) {
  const { base } = view.network
  const running = lines.filter(({ state }) => !OVER.includes(state))
  const over = lines.filter(({ state }) => OVER.includes(state)).toReversed()
  return (
    <Frame
      view={view}
      space="member"
      title="Mes demandes de prêt"
      breadcrumb={[{ label: 'Matériel', href: borrowingPaths.catalogue(base) }]}
      act={{ label: 'Emprunter du matériel', href: borrowingPaths.catalogue(base) }}
    >
      {lines.length === 0 && (
        <EmptyState
          title="Votre structure n’a encore rien demandé."
          act={<ButtonLink href={borrowingPaths.catalogue(base)}>Choisir un matériel</ButtonLink>}
        />
      )}
      {running.length > 0 && (
        <>
          <h2>À suivre</h2>
          <Lines view={view} lines={running} />
        </>
      )}
      {over.length > 0 && (
        <>
          <h2>Terminées</h2>
          <Lines view={view} lines={over} />
        </>
      )}
      <LinkList
        items={[
          { label: 'Nos attestations d’assurance', href: borrowingPaths.insurance(base) },
          { label: 'Suivre nos prêts dans un agenda', href: feedPaths.borrowing(base) },
        ]}
      />
    </Frame>
  )
}

function Lines({ view, lines }: { view: View; lines: readonly OwnLine[] }) {
  return (
    <ResultList
      level={3}
      results={lines.map((line) => ({
        title: line.unit ? `${line.model}, ${line.unit}` : line.model,
        href: borrowingPaths.line(view.network.base, line.id),
        line: (
          <>
            <LineTag line={line} today={view.today} />
            {line.pickupAt && line.returnAt && (
              <p>{daysText({ from: line.pickupAt, until: line.dueAt ?? line.returnAt }, line.zone)}</p>
            )}
            {!isSettled(line) && <p>{nextStep(line, view.today)}</p>}
          </>
        ),
      }))}
    />
  )
}

/** The state of a line, and its lateness when it has any. */
export function LineTag({ line, today }: { line: OwnLine; today: Day }) {
  const late = lateText(line, today)
  if (late) return <Tag state="danger">{late}</Tag>
  return <Tag state={LINE_STATE_LOOKS[line.state]}>{LINE_STATE_WORDS[line.state]}</Tag>
}
