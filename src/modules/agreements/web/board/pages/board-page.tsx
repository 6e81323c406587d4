import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Deadlines } from '../../../../../ui/deadlines.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { ActiveFilters, type FilterGroup, Filters } from '../../../../../ui/filters.tsx'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import { WithSide } from '../../../../../ui/split.tsx'
import { BOARD_PAGE, type BoardPage as Found } from '../../../data/agenda.queries.ts'
import { paths } from '../../paths.ts'
import { WORKING_READING } from '../../wording.ts'
import { periods, themes } from '../agenda-wording.ts'
import { type BoardAsked, boardPaths } from '../board.paths.ts'
import type { ToldLine } from '../board-lines.ts'
import { deadlineGroups } from './board-groups.tsx'

interface BoardProps {
  view: View
  asked: BoardAsked
  page: number
  found: Omit<Found, 'lines'> & { lines: readonly ToldLine[] }
}

/** Every deadline of the agreements: what, who, when, why, and its one act. AGR-80. */
export function BoardPage({ view, asked, page, found: { lines, counts, total } }: BoardProps) {
  const { base } = view.network
  const kept = Object.entries({ ...asked, q: undefined }).flatMap(([name, value]) =>
    value ? [[name, String(value)] as const] : [],
  )
  const isFiltered = Object.values(asked).some(Boolean)
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Échéances"
      intro="Ce que les conventions demandent, le plus pressant d’abord."
      breadcrumb={[{ label: 'Conventions', href: paths.agreements(base) }]}
    >
      <SearchForm
        action={boardPaths.board(base)}
        label="Chercher un partenaire ou une référence"
        value={asked.q}
        keep={Object.fromEntries(kept)}
      />
      <WithSide
        at="start"
        side={
          <Filters
            groups={filterGroups(base, asked, view.network.headName)}
            clearHref={isFiltered ? boardPaths.board(base) : undefined}
          />
        }
      >
        <ActiveFilters filters={activeFilters(base, asked, view.network.headName)} />
        {total === 0 ? (
          <EmptyState title="Aucune échéance">
            {isFiltered
              ? 'Rien ne répond à ces filtres. Retirez-en un pour voir davantage.'
              : 'Rien n’est attendu dans les douze mois : les échéances viendront avec les conventions signées.'}
          </EmptyState>
        ) : (
          <>
            <Deadlines today={view.today} groups={deadlineGroups(lines, counts)} />
            <Pagination
              page={page}
              pageSize={BOARD_PAGE}
              total={total}
              unit="échéances"
              href={(to) => boardPaths.board(base, { ...asked, page: to })}
            />
            <p class="muted">{WORKING_READING}</p>
          </>
        )}
        <ul class="screen-only">
          <li>
            <a href={boardPaths.renewals(base)}>Voir les reconductions des douze mois</a>
          </li>
          <li>
            <a href={boardPaths.boardCsv(base, asked)}>Télécharger cette liste (CSV)</a>
          </li>
          <li>
            <a href={boardPaths.feeds(base)}>Suivre les échéances dans un agenda</a>
          </li>
        </ul>
      </WithSide>
    </Frame>
  )
}

function filterGroups(base: string, asked: BoardAsked, headName: string): FilterGroup[] {
  const option = (name: keyof BoardAsked, value: string, label: string) => ({
    label,
    selected: asked[name] === value,
    href: boardPaths.board(base, { ...asked, [name]: asked[name] === value ? undefined : value }),
  })
  return [
    {
      label: 'Quoi',
      options: [
        option('retard', 'oui', 'Seulement ce qui est en retard'),
        ...Object.entries(themes).map(([value, { label }]) => option('theme', value, label)),
      ],
    },
    {
      label: 'À qui d’agir',
      options: [option('qui', 'tete', headName), option('qui', 'partenaires', 'Les partenaires')],
    },
    {
      label: 'D’ici',
      options: Object.entries(periods).map(([value, { label }]) => option('periode', value, label)),
    },
  ]
}

function activeFilters(base: string, asked: BoardAsked, headName: string) {
  const without = (name: keyof BoardAsked) => boardPaths.board(base, { ...asked, [name]: undefined })
  const chosen = filterGroups(base, asked, headName)
    .flatMap(({ options }) => options)
    .filter(({ selected }) => selected)
    .map(({ label, href }) => ({ label, removeHref: href }))
  return asked.q ? [{ label: `« ${asked.q} »`, removeHref: without('q') }, ...chosen] : chosen
}
