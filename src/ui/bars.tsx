import { scaleLinear } from 'd3-scale'
import { ChartFrame, type ChartProps, numberOf, type Value, valueText } from './chart-frame.tsx'

export interface Bar {
  label: string
  value: Value
  /** The list behind the figure. */
  href?: string | undefined
}

interface BarsProps extends ChartProps {
  bars: readonly Bar[]
  /** Heads of the two columns of the table. */
  labelHead: string
  valueHead: string
}

/** Compares things by one figure each. The label stands above its bar: it may be long. */
export function Bars(props: BarsProps) {
  const { bars, labelHead, valueHead } = props
  const width = scaleLinear([0, Math.max(1, ...bars.map((bar) => numberOf(bar.value)))], [0, 100])
  const columns = [
    { label: labelHead, cell: barLabel, header: true },
    { label: valueHead, cell: (bar: Bar) => valueText(bar.value), numeric: true },
  ]
  return (
    <ChartFrame {...props} columns={columns} rows={bars}>
      <ul class="bars">
        {bars.map((bar) => (
          <li>
            <span class="bars-label">{barLabel(bar)}</span>
            <svg class="bars-bar tone-1" width="100%" height="14" aria-hidden="true">
              <rect width={`${width(numberOf(bar.value)).toFixed(2)}%`} height="14" fill="currentColor" />
            </svg>
            <span class="bars-value">{valueText(bar.value)}</span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}

function barLabel({ label, href }: Bar) {
  return href ? <a href={href}>{label}</a> : label
}
