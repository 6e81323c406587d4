import { scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import {
  ChartFrame,
  type ChartProps,
  fillOf,
  Legend,
  numberOf,
  Patterns,
  TONES,
  type Value,
  valueText,
} from './chart-frame.tsx'
import { formatNumber } from './french.ts'

export interface StackedBar {
  label: string
  /** One per series, in the same order. */
  values: readonly Value[]
}

interface StackedBarsProps extends ChartProps {
  /** Four at most: beyond, group the smallest. */
  series: readonly string[]
  bars: readonly StackedBar[]
  labelHead: string
}

/** Shows of what each total is made. */
export function StackedBars(props: StackedBarsProps) {
  const { id, series, bars, labelHead } = props
  const width = scaleLinear([0, Math.max(1, ...bars.map(totalOf))], [0, 100])
  const columns = [
    { label: labelHead, cell: (bar: StackedBar) => bar.label, header: true },
    ...series.map((label, index) => ({
      label,
      cell: (bar: StackedBar) => valueText(bar.values[index] ?? 0),
      numeric: true,
    })),
  ]
  return (
    <ChartFrame {...props} columns={columns} rows={bars}>
      <Patterns id={id} />
      <Legend id={id} labels={series} />
      <ul class="bars">
        {bars.map((bar) => (
          <li>
            <span class="bars-label">{bar.label}</span>
            <svg class="bars-bar" width="100%" height="18" aria-hidden="true">
              {segments(bar).map(([from, to], index) => (
                <rect
                  class={`tone-${(index % TONES) + 1}`}
                  x={`${width(from).toFixed(2)}%`}
                  width={`${(width(to) - width(from)).toFixed(2)}%`}
                  height="18"
                  fill={fillOf(id, index)}
                />
              ))}
            </svg>
            <span class="bars-value">
              {formatNumber(totalOf(bar))}
              <span class="visually-hidden"> : {spoken(series, bar)}</span>
            </span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}

function segments(bar: StackedBar): [number, number][] {
  const keys = bar.values.map((_, index) => index)
  const layers = stack<StackedBar, number>()
    .keys(keys)
    .value((of, key) => numberOf(of.values[key] ?? 0))([bar])
  return layers.map((layer) => [layer[0]?.[0] ?? 0, layer[0]?.[1] ?? 0])
}

function totalOf(bar: StackedBar): number {
  return bar.values.reduce<number>((sum, value) => sum + numberOf(value), 0)
}

function spoken(series: readonly string[], bar: StackedBar): string {
  return series.map((label, index) => `${label} ${valueText(bar.values[index] ?? 0)}`).join(', ')
}
