import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { ListCounts } from '../../../data/bulk/place-lists.queries.ts'
import type { PlaceList } from '../../../data/bulk/place-lists.store.ts'
import { homePaths } from '../../home/home.paths.ts'
import { policy } from '../../policy.ts'
import { bulkPaths } from '../bulk.paths.ts'
import { momentWords } from '../bulk-wording.ts'

export interface NamedList {
  readonly list: PlaceList
  readonly scheme: string
  readonly partner: string
  readonly counts: ListCounts
}

/** The lists of places proposed for a label, one's own or, for the head, those whose charter is signed. */
export function ListsPage({ view, lists }: { view: View; lists: readonly NamedList[] }) {
  const { base } = view.network
  const mayPropose = opensTo(view, policy.proposePlaces)
  const act = { label: 'Proposer une liste de lieux', href: bulkPaths.creation(base) }
  return (
    <Frame
      view={view}
      space="member"
      title="Lieux proposés par liste"
      breadcrumb={[{ label: 'Labels', href: homePaths.home(view.network.base) }]}
      intro={
        mayPropose
          ? 'Votre comité propose des lieux pour un label, vous signez la charte pour eux, la tête du réseau décide.'
          : 'Les listes dont le partenaire a signé la charte : une seule décision par liste.'
      }
      act={mayPropose && lists.length > 0 ? act : undefined}
    >
      <Table
        caption="Listes de lieux"
        silentCaption
        columns={[
          {
            label: 'Liste',
            header: true,
            cell: ({ list, scheme }) => (
              <a href={bulkPaths.list(base, list.id)}>
                {list.addsTo ? 'Avenant' : 'Liste'} pour le label {scheme}
              </a>
            ),
          },
          { label: 'Partenaire', cell: ({ partner }) => partner },
          { label: 'Comité du', cell: ({ list }) => <DayText day={list.metOn} /> },
          { label: 'Lieux', numeric: true, cell: ({ counts }) => plural(counts.places, 'lieu', 'lieux') },
          { label: 'État', cell: ({ list }) => <MomentTag moment={list.moment} /> },
        ]}
        rows={lists}
        empty={
          <EmptyState
            title={mayPropose ? 'Aucune liste n’est encore proposée' : 'Aucune liste à décider'}
            act={mayPropose && <ButtonLink href={act.href}>{act.label}</ButtonLink>}
          >
            {mayPropose
              ? 'Commencez par ce que votre comité a décidé : qui siégeait, quel jour, et son compte rendu.'
              : 'Une liste paraît ici dès que son partenaire en a signé la charte.'}
          </EmptyState>
        }
      />
    </Frame>
  )
}

export function MomentTag({ moment }: Pick<PlaceList, 'moment'>) {
  const state = { draft: 'neutral', signed: 'pending', decided: 'positive' } as const
  return <Tag state={state[moment]}>{momentWords[moment]}</Tag>
}
