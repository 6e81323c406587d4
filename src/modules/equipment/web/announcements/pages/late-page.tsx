import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { formatDay, plural } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { LateLoan } from '../../../use-cases/telling/late-loans.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { trail } from '../../managing/pages/trail.ts'
import { slotText } from '../../moment-wording.ts'
import { latePaths } from '../late.paths.ts'
import { sentWord } from '../late-wording.ts'

interface LateProps {
  view: View
  inventory: Inventory
  loans: readonly (LateLoan & { borrower: string })[]
}

/** What did not come back, what was said about it, and the letter that a person may send. EQP-1103. */
export function LatePage({ view, inventory, loans }: LateProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Retards"
      intro="Des rappels partent à 8 h, les jours d’ouverture : à qui a demandé le prêt, puis à sa structure, puis à qui la représente. Une mise en demeure ne part jamais seule."
      breadcrumb={trail(base, inventory)}
    >
      <Table
        caption="Prêts en retard"
        silentCaption
        columns={[
          {
            label: 'Prêt',
            header: true,
            cell: ({ id, borrower, name }) => (
              <a href={managingPaths.line(base, inventory.id, id)}>
                {borrower}, {name}
              </a>
            ),
          },
          { label: 'À rendre le', cell: ({ dueAt, zone }) => slotText(dueAt, zone) },
          { label: 'Retard', cell: ({ daysLate }) => plural(daysLate, 'jour', 'jours') },
          {
            label: 'Déjà envoyé',
            cell: ({ sent }) =>
              sent.length === 0 ? (
                'rien encore'
              ) : (
                <ul>
                  {sent.map(({ kind, day }) => (
                    <li>
                      {formatDay(day)} : {sentWord(kind)}
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            label: 'Ensuite',
            cell: ({ id, borrower }) => (
              <a href={latePaths.notice(base, inventory.id, id)}>
                Préparer la mise en demeure<span class="visually-hidden"> de {borrower}</span>
              </a>
            ),
          },
        ]}
        rows={loans}
        empty={
          <EmptyState title="Rien n’est en retard">
            Un prêt apparaît ici le lendemain du jour où il devait être rendu.
          </EmptyState>
        }
      />
    </Frame>
  )
}
