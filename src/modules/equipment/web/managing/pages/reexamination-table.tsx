import { dayOf } from '../../../../../kernel/instant.ts'
import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import type { OpenReexamination } from '../../../data/borrowing/reexaminations.store.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import { peopleActPaths } from '../people-acts.paths.ts'

interface ReexaminationTableProps {
  base: string
  inventory: Inventory
  asked: readonly (OpenReexamination & { readonly borrower: string })[]
}

/** The decisions that borrowers ask to look at again, and that wait for an answer. EQP-506. */
export function ReexaminationTable({ base, inventory, asked }: ReexaminationTableProps) {
  if (asked.length === 0) return null
  return (
    <Table
      caption="Réexamens à répondre"
      columns={[
        {
          label: 'Demande',
          header: true,
          cell: ({ lineId, borrower, model }) => (
            <a href={peopleActPaths.reexamination(base, inventory.id, lineId)}>
              {borrower}, {model}
            </a>
          ),
        },
        { label: 'Demandé le', cell: ({ askedAt }) => formatDay(dayOf(askedAt, inventory.timeZone)) },
        { label: 'Ce qui est demandé', cell: ({ question }) => question },
      ]}
      rows={asked}
    />
  )
}
