import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { type FilterGroup, Filters } from '../../../../../ui/filters.tsx'
import { capital, formatDay, plural } from '../../../../../ui/french.ts'
import { WithSide } from '../../../../../ui/split.tsx'
import { type Column, Table } from '../../../../../ui/table.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import { departmentName } from '../../../data/departments.queries.ts'
import type { FreshnessState } from '../../../domain/freshness/duty.ts'
import type { Period } from '../../../domain/freshness/period.ts'
import { type BoardFilter, type BoardLine, isAsked } from '../../../use-cases/freshness/freshness-board.ts'
import { homePaths } from '../../home/home.paths.ts'
import { type BoardAsked, freshnessPaths } from '../freshness.paths.ts'
import {
  followUpNames,
  STATE_PARAMETERS,
  stateNames,
  thePeriodText,
  thisPeriodText,
} from '../freshness-wording.ts'
import { MissedText, StateTag } from './freshness-tag.tsx'

interface BoardProps {
  view: View
  /** That of today, by the rule of the network. */
  period: Period
  lines: readonly BoardLine[]
  filter: BoardFilter
}

const STATES = ['overdue', 'due', 'done', 'exempted'] as const

/** Who confirmed in this period, by territory and by who runs the places; the late ones first. DIR-60. */
export function FreshnessBoardPage({ view, period, lines, filter }: BoardProps) {
  const { base } = view.network
  const shown = lines.filter((line) => isAsked(line, filter))
  const done = lines.filter(({ freshness }) => freshness.state === 'done').length
  return (
    <Frame
      view={view}
      space="member"
      title="Fraîcheur des fiches"
      intro={
        lines.length === 0
          ? 'Aucun lieu ne doit confirmer sa fiche aujourd’hui.'
          : `${plural(done, 'lieu a confirmé', 'lieux ont confirmé')} sa fiche sur ${lines.length}. ${capital(thePeriodText(period))} se termine le ${formatDay(period.lastDay)}.`.replace(
              'ont confirmé sa fiche',
              'ont confirmé leur fiche',
            )
      }
      breadcrumb={[{ label: 'Lieux', href: homePaths.home(base) }]}
      width="full"
    >
      <WithSide
        side={<Filters groups={groupsOf(base, period, lines, filter)} clearHref={clearOf(base, filter)} />}
      >
        {shown.length === 0 ? (
          <EmptyState title="Aucun lieu ne répond à ces filtres.">
            <p>
              <a href={freshnessPaths.board(base)}>Voir tous les lieux suivis</a>
            </p>
          </EmptyState>
        ) : (
          <>
            <p>
              <a href={freshnessPaths.boardFile(base, askedBy(filter))}>
                Télécharger cette liste ({plural(shown.length, 'lieu', 'lieux')}, CSV)
              </a>
              {' · '}
              <a href={freshnessPaths.rule(base)}>Règle du réseau</a>
              {' · '}
              <a href={freshnessPaths.notice(base)}>Mises en demeure</a>
            </p>
            <Table
              caption={plural(shown.length, 'lieu', 'lieux')}
              columns={columnsOf(view, period)}
              rows={[...shown].sort(lateFirst)}
            />
          </>
        )}
      </WithSide>
    </Frame>
  )
}

function lateFirst(one: BoardLine, other: BoardLine): number {
  const rank = ({ freshness, waitsUntil }: BoardLine) =>
    STATES.indexOf(freshness.state) + (waitsUntil === null ? 0 : 0.5)
  return rank(one) - rank(other)
}

function columnsOf({ network: { base }, today }: View, period: Period): Column<BoardLine>[] {
  return [
    {
      label: 'Lieu',
      header: true,
      cell: ({ place }) => (
        <>
          <a href={freshnessPaths.case(base, place.id)}>{place.name}</a>
          {place.commune && `, ${place.commune}`}
        </>
      ),
    },
    {
      label: 'Structure',
      cell: ({ place }) => place.runBy.map(({ name }) => name).join(', ') || 'Non connue',
    },
    {
      label: capital(thisPeriodText(period)),
      cell: ({ freshness, waitsUntil, steps }) => (
        <>
          <StateTag state={freshness.state} /> <MissedText duties={freshness.duties} />
          {waitsUntil && (
            <>
              <br />
              Reporté au <DayText day={waitsUntil} today={today} />
            </>
          )}
          {!waitsUntil && steps[0] && (
            <>
              <br />
              {followUpNames[steps[0].kind]}
            </>
          )}
        </>
      ),
    },
    {
      label: 'Dernière confirmation',
      cell: ({ freshness }) =>
        freshness.lastSaidOn ? <DayText day={freshness.lastSaidOn} today={today} /> : 'Aucune encore',
    },
  ]
}

function groupsOf(
  base: string,
  period: Period,
  lines: readonly BoardLine[],
  filter: BoardFilter,
): FilterGroup[] {
  const option = (label: string, change: Partial<BoardFilter>, selected: boolean) => ({
    label,
    selected,
    href: freshnessPaths.board(base, askedBy(selected ? without(filter, change) : { ...filter, ...change })),
    count: lines.filter((line) => isAsked(line, { ...filter, ...change })).length,
  })
  const departments = [...new Set(lines.map(({ place }) => place.department))].filter((code) => code !== '')
  const runners = new Map(
    lines.flatMap(({ place }) => place.runBy.map(({ id, name }) => [id, name] as const)),
  )
  return [
    {
      label: capital(thisPeriodText(period)),
      options: STATES.map((state) => option(stateNames[state], { state }, filter.state === state)),
    },
    {
      label: 'Département',
      options: departments
        .sort()
        .map((code) => option(departmentName(code), { department: code }, filter.department === code)),
    },
    {
      label: 'Structure',
      options: [...runners]
        .sort(([, one], [, other]) => one.localeCompare(other, 'fr'))
        .map(([id, name]) => option(name, { organisation: id }, filter.organisation === id)),
    },
  ].filter(({ options }) => options.length > 0)
}

function without(filter: BoardFilter, change: Partial<BoardFilter>): BoardFilter {
  return {
    state: 'state' in change ? null : filter.state,
    department: 'department' in change ? '' : filter.department,
    organisation: 'organisation' in change ? '' : filter.organisation,
  }
}

function askedBy({ state, department, organisation }: BoardFilter): Partial<BoardAsked> {
  return { state: state ? STATE_PARAMETERS[state as FreshnessState] : '', department, organisation }
}

function clearOf(base: string, filter: BoardFilter): string | undefined {
  const isNarrowed = filter.state !== null || filter.department !== '' || filter.organisation !== ''
  return isNarrowed ? freshnessPaths.board(base) : undefined
}
