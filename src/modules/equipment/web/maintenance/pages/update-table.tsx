import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import type { UpdateLine } from '../../../data/upkeep/updates.store.ts'
import { RESULT_WORDS } from '../maintenance-wording.ts'

interface UpdateTableProps {
  caption: string
  updates: readonly UpdateLine[]
  /** Of several units. */
  withUnit?: boolean
  empty: string
}

/** The log, the last one first. */
export function UpdateTable({ caption, updates, withUnit = false, empty }: UpdateTableProps) {
  return (
    <Table
      caption={caption}
      columns={[
        { label: 'Le', header: true, cell: ({ day }) => formatDay(day) },
        ...(withUnit ? [{ label: 'Exemplaire', cell: ({ unitName }: UpdateLine) => unitName }] : []),
        { label: 'Logiciel', cell: ({ software }) => software },
        {
          label: 'Version',
          cell: ({ versionBefore, versionAfter }) =>
            versionBefore === '' ? versionAfter : `${versionBefore} puis ${versionAfter}`,
        },
        {
          label: 'Résultat',
          cell: ({ result, note }) =>
            note === '' ? RESULT_WORDS[result] : `${RESULT_WORDS[result]}. ${note}`,
        },
      ]}
      rows={updates}
      empty={<p>{empty}</p>}
    />
  )
}
