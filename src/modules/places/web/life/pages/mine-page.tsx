import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import { KEPT_PER_PAGE, type KeptPlace } from '../../../data/life/kept-places.queries.ts'
import { homePaths } from '../../home/home.paths.ts'
import { policy } from '../../policy.ts'
import { lifePaths as paths } from '../life.paths.ts'
import { CRITERION_ADVICE, STATUS_NAMES, STATUS_TONES } from '../life-wording.ts'

interface MineProps {
  view: View
  places: readonly KeptPlace[]
  total: number
  asked: { q: string; page: number }
  /** The reader sees the whole network, not the places of one organisation. */
  isAll: boolean
}

/** The places one keeps: how far each sheet is, and what it lacks most. */
export function MinePage({ view, places, total, asked, isAll }: MineProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      breadcrumb={[{ label: 'Lieux', href: homePaths.home(base) }]}
      title={isAll ? 'Tous les lieux du réseau' : 'Mes lieux'}
      intro={
        isAll
          ? 'Chaque fiche, publiée ou non, et ce qui lui manque.'
          : 'Les lieux que fait vivre votre structure, et ceux où vous travaillez.'
      }
      act={
        opensTo(view, policy.editPlaces) ? { label: 'Ajouter un lieu', href: paths.create(base) } : undefined
      }
    >
      {(total > KEPT_PER_PAGE || asked.q !== '') && (
        <SearchForm action={paths.mine(base)} label="Chercher par nom ou par commune" value={asked.q} />
      )}
      <Table
        caption="Lieux"
        silentCaption
        columns={[
          {
            label: 'Lieu',
            header: true,
            cell: ({ id, name, commune }) => (
              <>
                <a href={paths.sheet(base, id)}>{name}</a>
                {commune && (
                  <>
                    <br />
                    <span class="muted">{commune}</span>
                  </>
                )}
              </>
            ),
          },
          {
            label: 'Fiche',
            cell: ({ status }) => <Tag state={STATUS_TONES[status]}>{STATUS_NAMES[status]}</Tag>,
          },
          {
            label: 'Complète à',
            numeric: true,
            cell: ({ status, completeness }) => (status === 'closed' ? '–' : `${completeness.score}\u00a0%`),
          },
          {
            label: 'À compléter d’abord',
            cell: ({ status, completeness }) =>
              status === 'closed' ? '–' : adviceOf(completeness.missing[0]),
          },
          {
            label: 'Tenue à jour le',
            cell: ({ confirmedOn }) => (confirmedOn ? <DayText day={confirmedOn} /> : 'Jamais encore'),
          },
        ]}
        rows={places}
        empty={<NoPlace view={view} isSearch={asked.q !== ''} />}
      />
      <Pagination
        page={asked.page}
        pageSize={KEPT_PER_PAGE}
        total={total}
        href={(page) => paths.mine(base, { q: asked.q, page })}
      />
    </Frame>
  )
}

function adviceOf(criterion: KeptPlace['completeness']['missing'][number] | undefined): string {
  return criterion ? CRITERION_ADVICE[criterion] : 'Rien'
}

function NoPlace({ view, isSearch }: { view: View; isSearch: boolean }) {
  if (isSearch) {
    return (
      <EmptyState title="Aucun lieu ne porte ce nom.">
        <p>
          <a href={paths.mine(view.network.base)}>Voir tous les lieux</a>
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Vous ne tenez encore aucun lieu.">
      <p>
        S’il est déjà dans l’annuaire, demandez à la tête du réseau d’y rattacher votre structure. Sinon,
        ajoutez-le.
      </p>
    </EmptyState>
  )
}
