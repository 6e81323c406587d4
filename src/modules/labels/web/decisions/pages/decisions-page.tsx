import type { Day } from '../../../../../kernel/day.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { formatDay, relativeDay } from '../../../../../ui/french.ts'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { ResultList } from '../../../../../ui/result-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Appeal } from '../../../data/decisions/appeals.store.ts'
import type { Waiting } from '../../../data/decisions/decidable.queries.ts'
import { DECISIONS_PER_PAGE, type Decision } from '../../../data/decisions/decisions.queries.ts'
import { homePaths } from '../../home/home.paths.ts'
import { policy } from '../../policy.ts'
import {
  APPEAL_KIND_NAMES,
  APPEAL_STATE_NAMES,
  DECISION_NAMES,
  DECISION_TAGS,
  levelText,
} from '../decision-wording.ts'
import { decisionPaths } from '../decisions.paths.ts'

export interface ListedDecision extends Decision {
  readonly holderName: string
  /** What its level is counted in; null: no level. */
  readonly levelUnit: string | null
  /** It waits for its reader: nothing of it is told before it is opened. */
  readonly isToOpen: boolean
}

export interface ListedAppeal extends Appeal {
  /** What is contested, and for whom. */
  readonly against: { readonly schemeName: string; readonly holderName: string } | null
}

interface DecisionsProps {
  view: View
  waiting: readonly (Waiting & { holderName: string })[]
  appeals: readonly ListedAppeal[]
  decisions: readonly ListedDecision[]
  total: number
  page: number
}

/** What is to be decided, what is contested, and all that was decided. */
export function DecisionsPage({ view, waiting, appeals, decisions, total, page }: DecisionsProps) {
  const { base } = view.network
  const mayDecide = opensTo(view, policy.decide)
  return (
    <Frame
      view={view}
      space="member"
      title="Décisions sur les labels"
      breadcrumb={[{ label: 'Labels', href: homePaths.home(base) }]}
      intro={
        mayDecide
          ? 'Les candidatures proposées à la décision, les recours à examiner, et tout ce qui a été décidé.'
          : 'Les décisions adressées à votre structure. Ouvrir une décision vous la notifie.'
      }
    >
      {mayDecide && (
        <>
          <h2>À décider</h2>
          {waiting.length === 0 ? (
            <p>
              Aucune candidature n’attend de décision. Elles arrivent ici quand leur instruction est finie.
            </p>
          ) : (
            <ResultList
              level={3}
              results={waiting.map((one) => ({
                title: `${one.scheme.name}, ${one.holderName}`,
                href: decisionPaths.decide(base, one.id),
                line: one.submittedOn
                  ? `Candidature envoyée le ${formatDay(one.submittedOn)}, ${relativeDay(one.submittedOn, view.today)}`
                  : '',
              }))}
            />
          )}
          <h2>Recours à examiner</h2>
          {appeals.length === 0 ? (
            <p>Aucun recours n’attend de réponse.</p>
          ) : (
            <ResultList
              level={3}
              results={appeals.map((appeal) => ({
                title: `${APPEAL_KIND_NAMES[appeal.kind]} du ${formatDay(appeal.filedOn)}`,
                href: decisionPaths.appeal(base, appeal.decisionId, appeal.id),
                line: appealLine(appeal, view.today),
              }))}
            />
          )}
        </>
      )}
      <h2>Décisions prises</h2>
      <Table
        caption="Décisions, la dernière enregistrée en premier"
        empty="Aucune décision n’a encore été prise."
        columns={[
          {
            label: 'Pour',
            header: true,
            cell: (one) => <a href={decisionPaths.decision(base, one.id)}>{one.holderName}</a>,
          },
          { label: 'Label', cell: ({ scheme }) => scheme.name },
          { label: 'Décision', cell: (one) => <Kind decision={one} /> },
          { label: 'Prise le', cell: ({ decidedOn }) => <DayText day={decidedOn} /> },
        ]}
        rows={decisions}
      />
      <Pagination
        page={page}
        pageSize={DECISIONS_PER_PAGE}
        total={total}
        unit="décisions"
        href={(to) => `${decisionPaths.list(base)}?page=${to}`}
      />
    </Frame>
  )
}

function appealLine({ against, state, filedOn }: ListedAppeal, today: Day): string {
  const about = against ? [against.holderName, against.schemeName] : []
  return [...about, APPEAL_STATE_NAMES[state].toLowerCase(), relativeDay(filedOn, today)].join(', ')
}

function Kind({ decision }: { decision: ListedDecision }) {
  if (decision.isToOpen) return <Tag state="pending">À ouvrir</Tag>
  return (
    <>
      <Tag state={DECISION_TAGS[decision.kind]}>{DECISION_NAMES[decision.kind]}</Tag>
      {decision.level !== null && ` ${levelText(decision.level, decision.levelUnit).replace(' ', '\u00a0')}`}
      {decision.supersededBy && ' (remplacée)'}
    </>
  )
}
