import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { ChartFrame, type ChartProps, numberOf, TONES, type Value, valueText } from './chart-frame.tsx'
import { formatNumber } from './french.ts'

export interface LineSeries {
  label: string
  /** One per period, in the same order. A hidden value breaks the line. */
  values: readonly Value[]
}

interface LineChartProps extends ChartProps {
  /** Short: « 2026 », « janv. ». */
  periods: readonly string[]
  /** Four at most. */
  series: readonly LineSeries[]
  periodHead: string
}

const HEIGHT = 220

/** Shows a change over time. The plot stretches with the page; its text and strokes do not. */
export function LineChart(props: LineChartProps) {
  const { id, title, periods, series, periodHead } = props
  const columns = [
    { label: periodHead, cell: (row: Row) => row.period, header: true },
    ...series.map(({ label }, index) => ({
      label,
      cell: (row: Row) => valueText(row.values[index] ?? 0),
      numeric: true,
    })),
  ]
  return (
    <ChartFrame {...props} columns={columns} rows={rowsOf(periods, series)}>
      {series.length > 1 && <LineLegend series={series} />}
      <div class="plot">
        <svg width="100%" height={HEIGHT + 30} role="img" aria-labelledby={`${id}-titre ${id}-texte`}>
          <title id={`${id}-titre`}>{title}</title>
          <desc id={`${id}-texte`}>{series.map((one) => summary(one, periods)).join(' ')}</desc>
          <Plot periods={periods} series={series} />
        </svg>
      </div>
    </ChartFrame>
  )
}

function Plot({ periods, series }: { periods: readonly string[]; series: readonly LineSeries[] }) {
  const highest = Math.max(1, ...series.flatMap((one) => one.values.map(numberOf)))
  const y = scaleLinear([0, highest], [HEIGHT, 12]).nice(4)
  const x = scalePoint(
    periods.map((_, index) => index),
    [2, 98],
  )
  const at = (index: number) => x(index) ?? 0
  const every = Math.ceil(periods.length / 6)
  return (
    <>
      {y.ticks(4).map((tick) => (
        <g class="plot-tick">
          <line x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
          <text x="-8" y={y(tick)} dy="0.32em" text-anchor="end">
            {formatNumber(tick)}
          </text>
        </g>
      ))}
      {periods.map((period, index) =>
        index % every === 0 ? (
          <text
            class={(index / every) % 2 === 1 ? 'plot-period plot-period-second' : 'plot-period'}
            x={`${at(index)}%`}
            y={HEIGHT + 22}
            text-anchor={anchor(index, periods.length)}
          >
            {period}
          </text>
        ) : null,
      )}
      {series.map((one, index) => (
        <g class={`tone-${(index % TONES) + 1}`}>
          <svg
            aria-hidden="true"
            x="0"
            y="0"
            width="100%"
            height={HEIGHT}
            viewBox={`0 0 100 ${HEIGHT}`}
            preserveAspectRatio="none"
          >
            <path class={`plot-line plot-line-${(index % TONES) + 1}`} d={pathOf(one.values, at, y)} />
          </svg>
          {one.values.map((value, point) =>
            typeof value === 'number' ? (
              <circle class="plot-point" cx={`${at(point).toFixed(2)}%`} cy={y(value).toFixed(1)} r="3.5" />
            ) : null,
          )}
        </g>
      ))}
    </>
  )
}

function LineLegend({ series }: { series: readonly LineSeries[] }) {
  return (
    <ul class="legend">
      {series.map(({ label }, index) => (
        <li>
          <svg class={`legend-key tone-${(index % TONES) + 1}`} width="28" height="12" aria-hidden="true">
            <path class={`plot-line plot-line-${(index % TONES) + 1}`} d="M0 6h28" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}

interface Row {
  period: string
  values: Value[]
}

function rowsOf(periods: readonly string[], series: readonly LineSeries[]): Row[] {
  return periods.map((period, index) => ({ period, values: series.map((one) => one.values[index] ?? 0) }))
}

function pathOf(
  values: readonly Value[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  const draw = line<Value>()
    .defined((value) => typeof value === 'number')
    .x((_, index) => x(index))
    .y((value) => y(numberOf(value)))
  return draw([...values]) ?? ''
}

function summary({ label, values }: LineSeries, periods: readonly string[]): string {
  const [first, last] = [values[0], values.at(-1)]
  if (first === undefined || last === undefined) return `${label} : aucune valeur.`
  return `${label} : de ${valueText(first)} (${periods[0]}) à ${valueText(last)} (${periods.at(-1)}).`
}

/** The first and last words stay inside the plot. */
function anchor(index: number, count: number): 'start' | 'middle' | 'end' {
  if (index === 0 && count > 1) return 'start'
  return index === count - 1 && count > 1 ? 'end' : 'middle'
}
