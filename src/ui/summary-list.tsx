import type { Child } from 'hono/jsx'

export interface SummaryRow {
  term: Child
  value: Child
  /** « Modifier », completed for those who hear links alone: « Modifier » + « l’adresse ». */
  act?: { label: string; about: string; href: string } | undefined
}

/** Facts, one line each: what a thing is, or what was answered before sending. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl class="summary">
      {rows.map(({ term, value, act }) => (
        <div class="summary-row">
          <dt>{term}</dt>
          <dd>{value}</dd>
          {act && (
            <dd class="summary-act">
              <a href={act.href}>
                {act.label}
                <span class="visually-hidden"> {act.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
