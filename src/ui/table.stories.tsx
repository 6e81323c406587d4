import { ButtonLink } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import type { Story } from './story.ts'
import { LONG_NAME } from './story-samples.ts'
import { type Column, Table } from './table.tsx'
import { Tag } from './tag.tsx'

interface Row {
  name: string
  town: string
  visits: string
}

const COLUMNS: Column<Row>[] = [
  {
    label: 'Lieu',
    cell: (row) => <a href="#lieu">{row.name}</a>,
    header: true,
    sortHref: '#tri-nom',
    sorted: 'ascending',
  },
  { label: 'Commune', cell: (row) => row.town, sortHref: '#tri-commune' },
  { label: 'État', cell: () => <Tag state="positive">À jour</Tag> },
  { label: 'Visites', cell: (row) => row.visits, numeric: true },
]

const ROWS: Row[] = [
  { name: 'Espace numérique de Valmer', town: 'Valmer', visits: '1 248' },
  { name: 'La Passerelle', town: 'Port-Sainte-Aude', visits: '312' },
  { name: LONG_NAME, town: 'Saint-Aubin-des-Landes-sur-la-Vireuse', visits: '7' },
]

export const stories: Story[] = [
  {
    name: 'Plusieurs lignes',
    render: () => <Table caption="Lieux du réseau" columns={COLUMNS} rows={ROWS} />,
  },
  {
    name: 'Une ligne',
    render: () => <Table caption="Lieux du réseau" columns={COLUMNS} rows={ROWS.slice(0, 1)} />,
  },
  {
    name: 'Vide',
    render: () => (
      <Table
        caption="Lieux du réseau"
        columns={COLUMNS}
        rows={[]}
        empty={
          <EmptyState
            title="Aucun lieu pour l’instant"
            act={<ButtonLink href="#import">Importer vos lieux</ButtonLink>}
          >
            <p>Un tableur suffit pour commencer.</p>
          </EmptyState>
        }
      />
    ),
  },
  {
    name: 'Deux cents lignes',
    render: () => (
      <Table
        caption="Lieux du réseau"
        silentCaption
        columns={COLUMNS}
        rows={Array.from({ length: 200 }, (_, index) => ({
          name: `Lieu ${index + 1}`,
          town: 'Valmer',
          visits: `${index}`,
        }))}
      />
    ),
  },
]
