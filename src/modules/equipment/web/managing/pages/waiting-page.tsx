import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { WaitingEntry } from '../../../data/telling/queue.queries.ts'
import { slotText } from '../../moment-wording.ts'
import { trail } from './trail.ts'

interface WaitingProps {
  view: View
  inventory: Inventory
  entries: readonly (WaitingEntry & { borrower: string })[]
}

/** Who waits for what, in the order in which they are served. EQP-1201. */
export function WaitingPage({ view, inventory, entries }: WaitingProps) {
  const zone = inventory.timeZone
  return (
    <Frame
      view={view}
      space="member"
      title="Liste d’attente"
      intro="Ce qui se libère est offert à une structure à la fois, dans cet ordre, le temps qu’elle réponde."
      breadcrumb={trail(view.network.base, inventory)}
    >
      <Table
        caption="En attente"
        silentCaption
        columns={[
          { label: 'Structure', header: true, cell: ({ borrower }) => borrower },
          { label: 'Modèle', cell: ({ modelName }) => modelName },
          { label: 'Du', cell: ({ startsAt }) => slotText(startsAt, zone) },
          { label: 'Au', cell: ({ endsAt }) => slotText(endsAt, zone) },
          {
            label: 'Offre',
            cell: ({ offeredUntil }) =>
              offeredUntil ? `à accepter avant le ${slotText(offeredUntil, zone)}` : '',
          },
        ]}
        rows={entries}
        empty={
          <EmptyState title="Personne n’attend">
            Une structure qui ne trouve rien de libre peut s’inscrire ici depuis sa demande.
          </EmptyState>
        }
      />
    </Frame>
  )
}
