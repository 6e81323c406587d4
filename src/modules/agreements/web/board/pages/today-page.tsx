import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { type DeadlineGroup, Deadlines } from '../../../../../ui/deadlines.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { plural } from '../../../../../ui/french.ts'
import type { AgendaGroup } from '../../../domain/agenda.ts'
import { WORKING_READING } from '../../wording.ts'
import { boardPaths } from '../board.paths.ts'
import type { ToldLine } from '../board-lines.ts'
import { deadlineGroups } from './board-groups.tsx'

interface TodayProps {
  view: View
  lines: readonly ToldLine[]
  /** What waits for the reader's own signature: before anything else. */
  toSign: DeadlineGroup
  counts: Record<AgendaGroup, number>
  total: number
  /** Whoever may read agreements finds the whole list on the board. */
  maySeeBoard: boolean
}

/** What needs an act: late, waiting, this week, then to come. A few sentences, each with its reason and its act. */
export function TodayPage({ view, lines, toSign, counts, total, maySeeBoard }: TodayProps) {
  const rest = total - lines.length
  return (
    <Frame view={view} space="member" title="Aujourd’hui">
      <Deadlines today={view.today} groups={[toSign]} />
      {lines.length === 0 && toSign.items.length > 0 ? null : lines.length === 0 ? (
        <EmptyState title="Rien n’attend aujourd’hui">
          Rien ne vous est demandé dans les douze mois. Bonne journée !
        </EmptyState>
      ) : (
        <>
          <Deadlines today={view.today} groups={deadlineGroups(lines, counts)} />
          {maySeeBoard && (
            <p>
              <a href={boardPaths.board(view.network.base)}>
                {rest > 0
                  ? `Voir ${plural(rest, 'autre échéance', 'autres échéances')} et filtrer la liste`
                  : 'Filtrer, imprimer ou exporter les échéances'}
              </a>
            </p>
          )}
          <p class="muted">{WORKING_READING}</p>
        </>
      )}
    </Frame>
  )
}
