import { Table } from '../../../../../ui/table.tsx'
import type { NextVersion } from '../../../domain/schemes/next-version.ts'
import type { SchemeContent } from '../../../domain/schemes/scheme.ts'
import { type ChangeLine, changeLines } from '../change-lines-wording.ts'

interface ChangesProps {
  changes: Pick<NextVersion, 'criteria' | 'rules' | 'manners'>
  before: SchemeContent
  after: SchemeContent
}

/** What one version changes of the other: its criteria, then its rules, with their words. LAB-4. */
export function SchemeChanges({ changes, before, after }: ChangesProps) {
  return (
    <Table
      caption="Ce qui change"
      silentCaption
      columns={[
        { label: 'Sur', header: true, cell: ({ what }: ChangeLine) => what },
        { label: 'Changement', cell: ({ how }) => how },
        { label: 'Avant', cell: (line) => line.before },
        { label: 'Après', cell: (line) => line.after },
      ]}
      rows={changeLines(changes, before, after)}
    />
  )
}
