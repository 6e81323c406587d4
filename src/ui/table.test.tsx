import { gzipSync } from 'node:zlib'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { type Column, Table } from './table.tsx'

interface Row {
  name: string
  town: string
  visits: number
}

const columns: Column<Row>[] = [
  { label: 'Lieu', cell: (row) => <a href={`/lieux/${row.visits}`}>{row.name}</a>, header: true },
  { label: 'Commune', cell: (row) => row.town, sortHref: '?tri=commune', sorted: 'ascending' },
  { label: 'Visites', cell: (row) => row.visits, numeric: true },
]

const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `Espace numérique ${index + 1}`,
    town: index % 2 ? 'Valmer' : 'Hautmesnil',
    visits: index * 37,
  }))

test('each cell carries the name of its column, for the narrow layout', () => {
  const { document } = parseHTML(String(<Table caption="Lieux" columns={columns} rows={rows(1)} />))
  expect(document.querySelector('tbody th')?.textContent).toBe('Espace numérique 1')
  const labels = [...document.querySelectorAll('td')].map((cell) => cell.getAttribute('data-label'))
  expect(labels).toEqual(['Commune', 'Visites'])
  expect(document.querySelectorAll('thead th')[1]?.getAttribute('aria-sort')).toBe('ascending')
})

test('without a row, what is offered instead stands alone', () => {
  expect(String(<Table caption="Lieux" columns={columns} rows={[]} empty={<p>Rien encore.</p>} />)).toBe(
    '<p>Rien encore.</p>',
  )
})

test('names are text: markup typed by people stays visible', () => {
  const hostile = [{ name: '<img src=x onerror=alert(1)>', town: '"><b>', visits: 0 }]
  expect(String(<Table caption="Lieux" columns={columns} rows={hostile} />)).not.toMatch(/<img|<b>/)
})

test('a hundred rows weigh at most 3 KB gzipped', () => {
  const html = String(<Table caption="Lieux" columns={columns} rows={rows(100)} />)
  expect(gzipSync(html).byteLength).toBeLessThanOrEqual(3 * 1024)
})
