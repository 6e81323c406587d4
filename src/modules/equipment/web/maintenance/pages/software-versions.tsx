import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import type { UpdateLine } from '../../../data/upkeep/updates.store.ts'

/** What runs on the units, for whoever borrows them; nothing when nothing is noted. EQP-1002, 002 art. 4.2. */
export function SoftwareVersions({ software }: { software: readonly UpdateLine[] }) {
  if (software.length === 0) return null
  return (
    <Table
      caption="Logiciels à jour"
      columns={[
        { label: 'Exemplaire', header: true, cell: ({ unitName }) => unitName },
        { label: 'Logiciel', cell: ({ software: name, versionAfter }) => `${name} ${versionAfter}` },
        { label: 'Mis à jour le', cell: ({ day }) => formatDay(day) },
      ]}
      rows={software}
    />
  )
}
