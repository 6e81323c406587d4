import { plural } from '../../../../../ui/french.ts'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { StagedChange } from '../../../data/imports/staged-rows.queries.ts'
import type { Import, ImportCounts } from '../../../domain/imports/import.ts'
import { paths } from '../../paths.ts'
import { addressText } from '../../wording.ts'
import { changedFields } from '../compared-fields.ts'

export const CHANGES_PER_PAGE = 25

export interface ChangesShown {
  readonly rows: readonly StagedChange[]
  /** From 1. */
  readonly page: number
}

/** What publishing would do, place by place: who reads it before the others sees what they accept. DIR-73. */
export function ChangesSection({
  base,
  run,
  counts,
  changes,
}: {
  base: string
  run: Import
  counts: ImportCounts
  changes: ChangesShown
}) {
  if (changes.rows.length === 0) return null
  const total = counts.created + counts.updated
  return (
    <section aria-labelledby="changements">
      <h2 id="changements">{plural(total, 'lieu que ce fichier change', 'lieux que ce fichier change')}</h2>
      <Table
        caption="Lieux que ce fichier crée ou met à jour"
        silentCaption
        columns={[
          { label: 'Ligne', numeric: true, cell: (change: StagedChange) => String(change.line) },
          { label: 'Lieu', header: true, cell: (change) => String(change.fields.name ?? '') },
          { label: 'Ce qui change', cell: (change) => <WhatChanges change={change} /> },
        ]}
        rows={changes.rows}
      />
      <Pagination
        page={changes.page}
        pageSize={CHANGES_PER_PAGE}
        total={total}
        href={(page) => `${paths.import(base, run.id)}?lieux=${page}#changements`}
        unit="lieux"
      />
    </section>
  )
}

function WhatChanges({ change: { fields, place } }: { change: StagedChange }) {
  if (!place)
    return (
      <>
        <Tag state="positive">Nouveau lieu</Tag>{' '}
        {addressText({
          address: String(fields.address ?? ''),
          postalCode: fields.postal_code ? String(fields.postal_code) : null,
          commune: String(fields.commune ?? ''),
        })}
      </>
    )
  const changed = changedFields(fields, place)
  if (changed.length === 0) return <>Rien de visible</>
  return (
    <ul>
      {changed.map(({ name, row, place: before }) => (
        <li>
          {name} : {before} → <strong>{row}</strong>
        </li>
      ))}
    </ul>
  )
}
