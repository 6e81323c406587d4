import type { View } from '../../../../../platform/http/page.tsx'
import { formatDay, plural } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { CountedLine } from '../../../domain/telling/statistics.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import type { AskedStatistics } from '../asked.ts'
import { DISPLACEMENT_ANSWERS } from '../statistics-wording.ts'

interface DisplacementTableProps {
  view: View
  inventory: Inventory
  asked: AskedStatistics
  lines: readonly CountedLine[]
  href: string
}

/** More are in the list behind the figure. */
const MOST_SHOWN = 20

/** What the owner took back in the period: why, and how long before. EQP-605. */
export function DisplacementTable({ view, inventory, asked, lines, href }: DisplacementTableProps) {
  const { first, last } = asked.period
  const rows = lines
    .flatMap((line) => line.displacements.map((displacement) => ({ line, displacement })))
    .filter(({ displacement: { on } }) => first <= on && on <= last)
  if (rows.length === 0) return null
  return (
    <section>
      <Table
        caption="Prêts repris par le propriétaire"
        columns={[
          {
            label: 'Prêt',
            header: true,
            cell: ({ line }) => (
              <a href={managingPaths.line(view.network.base, inventory.id, line.id)}>
                {line.unitName ?? line.modelName}
              </a>
            ),
          },
          { label: 'Repris le', cell: ({ displacement }) => formatDay(displacement.on) },
          { label: 'Raison', cell: ({ displacement }) => displacement.reason },
          {
            label: 'Préavis',
            cell: ({ displacement }) => plural(displacement.noticeDays, 'jour ouvert', 'jours ouverts'),
          },
          {
            label: 'Suite',
            cell: ({ displacement: { answer } }) =>
              answer === null ? 'en attente de réponse' : (DISPLACEMENT_ANSWERS[answer] ?? answer),
          },
        ]}
        rows={rows.slice(0, MOST_SHOWN)}
      />
      {rows.length > MOST_SHOWN && (
        <p>
          <a href={href}>Voir les {plural(rows.length, 'reprise', 'reprises')}</a>
        </p>
      )}
    </section>
  )
}
