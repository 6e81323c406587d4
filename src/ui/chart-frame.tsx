import type { Child } from 'hono/jsx'
import { formatNumber } from './french.ts'
import { type Column, Table } from './table.tsx'

export interface ChartProps {
  /** Distinct on the page: anchors the patterns and the description. */
  id: string
  /** The finding, in one sentence. */
  title: string
  /** What is counted, where and when. */
  subtitle?: string | undefined
  csvHref?: string | undefined
  method?: Child
}

/** A figure nobody may see, and why: « Moins de 5 réponses ». */
export type Value = number | { hidden: string }

export const TONES = 4

/** Title, drawing, then the same figures as a table and as a file. */
export function ChartFrame<Row>(
  props: ChartProps & { columns: Column<Row>[]; rows: readonly Row[]; children: Child },
) {
  const { title, subtitle, csvHref, method, columns, rows, children } = props
  return (
    <figure class="chart">
      <figcaption>
        <p class="chart-title">{title}</p>
        {subtitle && <p class="chart-subtitle">{subtitle}</p>}
      </figcaption>
      {children}
      <div class="chart-foot">
        <details class="chart-data">
          <summary>
            Voir les chiffres<span class="visually-hidden"> : {title}</span>
          </summary>
          <Table caption={title} silentCaption columns={columns} rows={rows} />
        </details>
        {csvHref && (
          <a href={csvHref} download>
            Télécharger (CSV)<span class="visually-hidden"> : {title}</span>
          </a>
        )}
      </div>
      {method && <p class="chart-method">{method}</p>}
    </figure>
  )
}

/** Fills that differ by drawing as well as by colour: plain, hatched, dotted, striped. */
export function Patterns({ id }: { id: string }) {
  return (
    <svg class="chart-patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id={`${id}-2`} class="tone-2" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" class="tone-back" />
          <path d="M-1 5L5 -1M2 8L8 2" class="tone-line" />
        </pattern>
        <pattern id={`${id}-3`} class="tone-3" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" class="tone-back" />
          <circle cx="3" cy="3" r="1.4" class="tone-point" />
        </pattern>
        <pattern id={`${id}-4`} class="tone-4" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" class="tone-back" />
          <path d="M0 3h6" class="tone-line" />
        </pattern>
      </defs>
    </svg>
  )
}

/** `fill` of the n-th series (from 0). */
export function fillOf(id: string, series: number): string {
  const tone = (series % TONES) + 1
  return tone === 1 ? 'currentColor' : `url(#${id}-${tone})`
}

export function Legend({ id, labels }: { id: string; labels: readonly string[] }) {
  return (
    <ul class="legend">
      {labels.map((label, series) => (
        <li>
          <svg class={`legend-key tone-${(series % TONES) + 1}`} width="18" height="12" aria-hidden="true">
            <rect width="18" height="12" fill={fillOf(id, series)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}

export function valueText(value: Value): string {
  return typeof value === 'number' ? formatNumber(value) : value.hidden
}

export function numberOf(value: Value): number {
  return typeof value === 'number' ? value : 0
}
