import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import { BOARD_PAGE, type BoardLine } from '../../../data/agenda.queries.ts'
import { lastDayBeforeRenewal } from '../../../domain/renewal-days.ts'
import { type AgreementState, stateOn } from '../../../domain/state.ts'
import { paths } from '../../paths.ts'
import { WORKING_READING } from '../../wording.ts'
import { boardPaths } from '../board.paths.ts'

interface RenewalsProps {
  view: View
  lines: readonly BoardLine[]
  total: number
  page: number
  q: string
  mayManage: boolean
}

/** What ends or renews within twelve months, and until when one can still choose. AGR-50, AGR-80. */
export function RenewalsPage({ view, lines, total, page, q, mayManage }: RenewalsProps) {
  const { base } = view.network
  const rows = lines.map((line) => {
    const state = stateOn(line.agreement.terms, line.agreement.acts, view.today)
    return { ...line, state, lastDay: lastDayBeforeRenewal(state, line.day) }
  })
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Reconductions des douze mois"
      intro="Chaque fin de période, le dernier jour où l’on peut encore dénoncer, et ce qui se passe si personne n’agit."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: 'Échéances', href: boardPaths.board(base) },
      ]}
    >
      <SearchForm
        action={boardPaths.renewals(base)}
        label="Chercher un partenaire ou une référence"
        value={q}
      />
      <Table
        caption={plural(total, 'fin de période', 'fins de période')}
        empty={
          <EmptyState title="Aucune fin de période">
            Aucune période ne s’achève dans les douze mois pour ce que vous cherchez.
          </EmptyState>
        }
        columns={[
          {
            label: 'Convention',
            header: true,
            cell: ({ agreement }) => (
              <a href={paths.agreement(base, agreement.id)}>
                {agreement.partner.name} ({agreement.reference})
              </a>
            ),
          },
          { label: 'Fin de la période', cell: ({ day }) => <DayText day={day} today={view.today} /> },
          {
            label: 'Dernier jour utile pour dénoncer',
            cell: ({ lastDay }) =>
              lastDay === null ? (
                'Sans objet'
              ) : lastDay < view.today ? (
                <>
                  <DayText day={lastDay} /> <Tag state="neutral">Passé</Tag>
                </>
              ) : (
                <DayText day={lastDay} today={view.today} />
              ),
          },
          { label: 'Sans acte', cell: ({ state }) => withoutAct(state) },
          {
            label: 'Acte',
            silent: true,
            cell: ({ agreement, lastDay }) => (
              <a href={boardPaths.simulation(base, agreement.id)}>
                {mayManage && lastDay !== null ? 'Simuler une dénonciation' : 'Simuler un acte'}
                <span class="visually-hidden"> avec {agreement.partner.name}</span>
              </a>
            ),
          },
        ]}
        rows={rows}
      />
      <Pagination
        page={page}
        pageSize={BOARD_PAGE}
        total={total}
        href={(to) => boardPaths.renewals(base, { q, page: to })}
      />
      {total > 0 && <p class="muted">{WORKING_READING}</p>}
    </Frame>
  )
}

function withoutAct({ lastDayInForce, status, termsInForce: { renewal } }: AgreementState): string {
  if (status === 'denunciation_pending') return 'Elle prend fin : elle est dénoncée'
  if (lastDayInForce === null) return `Elle se reconduit pour ${plural(renewal.years ?? 1, 'an', 'ans')}`
  return renewal.mode === 'tacit'
    ? 'Elle prend fin'
    : 'Elle prend fin, faute d’un acte signé par toutes les parties'
}
