import { dayOf } from '../../../../kernel/instant.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { type Deadline, Deadlines } from '../../../../ui/deadlines.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { Table } from '../../../../ui/table.tsx'
import { DayText } from '../../../../ui/time.tsx'
import { Why } from '../../../../ui/why.tsx'
import { PAGE_SIZE, type RightsRequest } from '../../data/requests.store.ts'
import { type Urgency, urgencyOf } from '../../domain/request.ts'
import { paths } from '../paths.ts'
import { kindNames, outcomeNames } from '../wording.ts'
import { dueSteps } from './due-date.tsx'

interface DeskProps {
  view: View
  open: readonly RightsRequest[]
  answered: readonly RightsRequest[]
  total: number
  page: number
}

export function DeskPage({ view, open, answered, total, page }: DeskProps) {
  const { base } = view.network
  const group = (urgency: Urgency) =>
    open.filter(({ dueOn }) => urgencyOf(dueOn, view.today) === urgency).map((one) => deadlineOf(view, one))
  return (
    <Frame
      view={view}
      space="member"
      title="Demandes sur les données"
      intro="Chaque demande attend une réponse en un mois (RGPD, art. 12). Les plus urgentes sont en tête."
      breadcrumb={[{ label: 'Réglages', href: `${base}/reglages` }]}
    >
      <p>
        <a href={paths.retention(base)}>Voir ce qui est effacé chaque nuit</a> ·{' '}
        <a href={paths.privacy(base)}>Voir la page publique</a>
      </p>
      {open.length === 0 ? (
        <EmptyState title="Aucune demande n’attend de réponse">
          <p>Toute personne peut en faire une depuis la page « Vie privée ». Un courriel vous préviendra.</p>
        </EmptyState>
      ) : (
        <Deadlines
          today={view.today}
          groups={[
            { title: 'En retard', late: true, items: group('late') },
            { title: 'Cette semaine', items: group('soon') },
            { title: 'À venir', items: group('later') },
          ]}
        />
      )}
      {total > 0 && (
        <>
          <Table
            caption="Demandes répondues"
            columns={[
              {
                label: 'Demande',
                header: true,
                cell: ({ id, kind, name }) => (
                  <a href={paths.deskRequest(base, id)}>
                    {kindNames[kind]}, {name}
                  </a>
                ),
              },
              { label: 'Reçue le', cell: ({ filedOn }) => <DayText day={filedOn} /> },
              {
                label: 'Répondue le',
                cell: ({ answeredAt }) => answeredAt && <DayText day={dayOf(answeredAt)} />,
              },
              { label: 'Suite', cell: ({ outcome }) => outcome && outcomeNames[outcome] },
            ]}
            rows={answered}
          />
          <Pagination page={page} pageSize={PAGE_SIZE} total={total} href={(n) => paths.desk(base, n)} />
        </>
      )}
    </Frame>
  )
}

function deadlineOf(view: View, request: RightsRequest): Deadline {
  const { id, kind, name, dueOn, verifiedAt } = request
  return {
    day: dueOn,
    text: (
      <>
        {kindNames[kind]}, demandé par {name}
        {!verifiedAt && '. L’adresse n’est pas encore confirmée'}
      </>
    ),
    reason: <Why about="cette échéance" steps={dueSteps(request)} />,
    act: { label: 'Ouvrir', about: `la demande de ${name}`, href: paths.deskRequest(view.network.base, id) },
  }
}
