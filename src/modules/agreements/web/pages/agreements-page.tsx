import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { SearchForm } from '../../../../ui/search-field.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { DayText } from '../../../../ui/time.tsx'
import { PAGE_SIZE } from '../../data/agreements.queries.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import { boardPaths } from '../board/board.paths.ts'
import { paths } from '../paths.ts'
import { takeoverPaths } from '../takeover/takeover.paths.ts'
import { templatePaths } from '../templates/template.paths.ts'
import { statusTag, WORKING_READING } from '../wording.ts'

interface AgreementsProps {
  view: View
  agreements: readonly Agreement[]
  total: number
  q: string
  page: number
  mayDraft: boolean
}

export function AgreementsPage({ view, agreements, total, q, page, mayDraft }: AgreementsProps) {
  const { base } = view.network
  const rows = agreements.map((agreement) => ({
    agreement,
    state: stateOn(agreement.terms, agreement.acts, view.today),
  }))
  return (
    <Frame
      view={view}
      space="member"
      title="Conventions"
      width="full"
      act={mayDraft && { label: 'Préparer une convention', href: paths.newAgreement(base) }}
    >
      <SearchForm
        action={paths.agreements(base)}
        label="Chercher par référence ou co-contractant"
        value={q}
      />
      {total === 0 ? (
        <EmptyState
          title={q ? 'Aucune convention ne correspond' : 'Aucune convention pour le moment'}
          act={q ? <a href={paths.agreements(base)}>Voir toutes les conventions</a> : undefined}
        >
          {!q && mayDraft && <ButtonLink href={paths.newAgreement(base)}>Préparer la première</ButtonLink>}
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Conventions du réseau"
            silentCaption
            columns={[
              {
                label: 'Référence',
                header: true,
                cell: ({ agreement }) => (
                  <a href={paths.agreement(base, agreement.id)}>{agreement.reference}</a>
                ),
              },
              { label: 'Co-contractant', cell: ({ agreement }) => agreement.partner.name },
              {
                label: 'État',
                cell: ({ state }) => (
                  <Tag state={statusTag[state.status].state}>{statusTag[state.status].word}</Tag>
                ),
              },
              {
                label: 'Entrée en vigueur',
                cell: ({ state }) =>
                  state.enteredIntoForceOn ? <DayText day={state.enteredIntoForceOn} /> : '—',
              },
              {
                label: 'Dernier jour connu',
                cell: ({ state }) =>
                  state.lastDayInForce ? (
                    <DayText day={state.lastDayInForce} />
                  ) : state.period ? (
                    'sans terme fixé'
                  ) : (
                    '—'
                  ),
              },
            ]}
            rows={rows}
          />
          <Pagination
            page={page}
            pageSize={PAGE_SIZE}
            total={total}
            href={(to) => paths.agreements(base, { q, page: to })}
          />
          <p class="muted">{WORKING_READING}</p>
        </>
      )}
      {mayDraft && (
        <p>
          <a href={takeoverPaths.takeover(base)}>Reprendre une convention déjà signée</a>
        </p>
      )}
      <p>
        <a href={boardPaths.board(base)}>Voir les échéances</a>
      </p>
      <p>
        <a href={boardPaths.renewals(base)}>Voir les reconductions des douze mois</a>
      </p>
      <p>
        <a href={templatePaths.templates(base)}>Voir les modèles de convention</a>
      </p>
    </Frame>
  )
}
