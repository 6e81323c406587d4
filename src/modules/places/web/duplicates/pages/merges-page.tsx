import { dayOf } from '../../../../../kernel/instant.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Merge } from '../../../data/duplicates/merges.store.ts'
import type { Sheet } from '../../../data/duplicates/sheets.queries.ts'
import type { PlaceId } from '../../../domain/place.ts'
import { homePaths } from '../../home/home.paths.ts'
import { duplicatesPaths as paths } from '../duplicates.paths.ts'

export const MERGES_PAGE = 50

interface MergesProps {
  view: View
  merges: readonly Merge[]
  total: number
  page: number
  sheets: ReadonlyMap<PlaceId, Sheet>
  people: ReadonlyMap<string, string>
}

export function MergesPage({ view, merges, total, page, sheets, people }: MergesProps) {
  const { base } = view.network
  const name = (id: PlaceId) => sheets.get(id)?.name ?? ''
  return (
    <Frame
      view={view}
      space="member"
      title="Fusions de doublons"
      intro="Chaque fusion garde de quoi être annulée, quel que soit le temps passé."
      breadcrumb={[
        { label: 'Lieux', href: homePaths.home(base) },
        { label: 'Doublons', href: paths.queue(base) },
      ]}
    >
      <Table
        caption="La dernière d’abord"
        columns={[
          {
            label: 'Fusion',
            header: true,
            cell: ({ id, kept, duplicate }) => (
              <a href={paths.mergeDone(base, id)}>{`« ${name(duplicate)} » dans « ${name(kept)} »`}</a>
            ),
          },
          { label: 'Le', cell: ({ at }) => <DayText day={dayOf(at)} today={view.today} /> },
          { label: 'Par', cell: ({ by }) => (by && people.get(by)) || 'Le programme' },
          {
            label: 'État',
            cell: ({ undone }) =>
              undone ? <Tag state="neutral">Annulée</Tag> : <Tag state="positive">En place</Tag>,
          },
        ]}
        rows={merges}
        empty={
          <EmptyState title="Aucune fusion pour l’instant.">
            <p>
              Elles se font depuis la <a href={paths.queue(base)}>liste des doublons</a>.
            </p>
          </EmptyState>
        }
      />
      <Pagination
        page={page}
        pageSize={MERGES_PAGE}
        total={total}
        href={(to) => paths.merges(base, to)}
        unit="fusions"
      />
    </Frame>
  )
}
