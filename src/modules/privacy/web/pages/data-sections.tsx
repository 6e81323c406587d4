import { type Day, isDay } from '../../../../kernel/day.ts'
import { dayOf, type Instant, isInstant } from '../../../../kernel/instant.ts'
import type { Section } from '../../../../platform/privacy/personal-data.ts'
import { formatDay, plural } from '../../../../ui/french.ts'
import { Table } from '../../../../ui/table.tsx'
import type { DataOfModule } from '../../use-cases/read-personal-data.ts'

/** Everything that is held, one fold per kind of fact; what is empty is said in one line. */
export function DataSections({ parts }: { parts: readonly DataOfModule[] }) {
  const empty = parts.flatMap(({ sections }) => sections.filter(({ rows }) => rows.length === 0))
  return (
    <>
      {parts.map(({ title, sections }) => {
        const held = sections.filter(({ rows }) => rows.length > 0)
        return (
          held.length > 0 && (
            <section>
              <h2>{title}</h2>
              {held.map((section) => (
                <SectionFold section={section} />
              ))}
            </section>
          )
        )
      })}
      {empty.length > 0 && (
        <section>
          <h2>Rien à votre nom</h2>
          <p>Rien n’est gardé pour : {empty.map(({ title }) => title.toLowerCase()).join(', ')}.</p>
        </section>
      )}
    </>
  )
}

function SectionFold({ section: { title, columns, rows } }: { section: Section }) {
  return (
    <details class="why">
      <summary>
        {title} ({plural(rows.length, 'ligne', 'lignes')})
      </summary>
      <Table
        caption={title}
        silentCaption
        columns={columns.map(({ key, label }) => ({
          label,
          cell: (row: Readonly<Record<string, unknown>>) => textOf(row[key]),
        }))}
        rows={rows}
      />
    </details>
  )
}

/** As a person reads it: days in French, yes and no, nothing as a dash. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (isInstant(value)) return formatDay(dayOf(value as Instant))
  if (isDay(value)) return formatDay(value as Day)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
