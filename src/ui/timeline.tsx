import { scaleLinear } from 'd3-scale'
import type { Child } from 'hono/jsx'
import { civil, type Day, fromCivil, fromEpochDay, toEpochDay } from '../kernel/day.ts'
import { formatDay, relativeDay } from './french.ts'

export interface TimelinePoint {
  day: Day
  label: Child
  detail?: Child
  /** Will only happen if someone acts, or does not: drawn hollow, said « sous condition ». */
  conditional?: boolean | undefined
}

type Moment = 'past' | 'today' | 'future' | 'conditional'

const MOMENT_WORDS: Readonly<Record<Moment, string>> = {
  past: 'Passé',
  today: 'Aujourd’hui',
  future: 'À venir',
  conditional: 'À venir',
}

/** Past acts, today, what is to come. The drawn track is to scale; the list under it says everything. */
export function Timeline({ today, points }: { today: Day; points: readonly TimelinePoint[] }) {
  const ordered = points.toSorted((one, other) => one.day.localeCompare(other.day))
  const past = ordered.filter((point) => point.day <= today)
  const future = ordered.filter((point) => point.day > today)
  return (
    <div class="timeline">
      <Track today={today} points={ordered} />
      <div class="timeline-columns">
        {past.length > 0 && (
          <ol class="timeline-list timeline-list-past">
            {past.map((point) => (
              <Item point={point} today={today} />
            ))}
          </ol>
        )}
        <ol class="timeline-list">
          <li class="timeline-item timeline-today">
            <Marker moment="today" />
            <p class="timeline-day">
              <strong>Aujourd’hui</strong>, <time datetime={today}>{formatDay(today)}</time>
            </p>
          </li>
          {future.map((point) => (
            <Item point={point} today={today} />
          ))}
        </ol>
      </div>
    </div>
  )
}

function Item({ point, today }: { point: TimelinePoint; today: Day }) {
  const moment = momentOf(point, today)
  return (
    <li class={`timeline-item timeline-${moment}`}>
      <Marker moment={moment} />
      <p class="timeline-day">
        <span class="visually-hidden">{MOMENT_WORDS[moment]} : </span>
        <time datetime={point.day}>{formatDay(point.day)}</time>, {relativeDay(point.day, today)}
        {moment === 'conditional' && <em>, sous condition</em>}
      </p>
      <p class="timeline-label">{point.label}</p>
      {point.detail && <p class="timeline-detail">{point.detail}</p>}
    </li>
  )
}

/** Coordinates are percentages: the track takes any width and its text keeps its size. */
function Track({ today, points }: { today: Day; points: readonly TimelinePoint[] }) {
  const days = [...points.map((point) => point.day), today].map(toEpochDay)
  const scale = scaleLinear([Math.min(...days), Math.max(...days)], [3, 97])
  const at = (day: Day) => `${scale(toEpochDay(day)).toFixed(2)}%`
  return (
    <svg class="timeline-track" width="100%" height="64" aria-hidden="true">
      {yearStarts(days).map((start) => (
        <g class="timeline-year">
          <line x1={at(start)} x2={at(start)} y1="26" y2="44" />
          <text x={at(start)} y="60" text-anchor="middle">
            {civil(start).year}
          </text>
        </g>
      ))}
      <line class="timeline-line" x1="0" x2={at(today)} y1="30" y2="30" />
      <line class="timeline-line timeline-line-future" x1={at(today)} x2="100%" y1="30" y2="30" />
      <line class="timeline-now" x1={at(today)} x2={at(today)} y1="18" y2="42" />
      <text class="timeline-now-word" x={at(today)} y="12" text-anchor={anchor(scale(toEpochDay(today)))}>
        aujourd’hui
      </text>
      {points.map((point) => (
        <Dot moment={momentOf(point, today)} cx={at(point.day)} cy="30" />
      ))}
    </svg>
  )
}

function Marker({ moment }: { moment: Moment }) {
  return (
    <svg class="timeline-marker" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {moment === 'today' ? (
        <line class="timeline-now" x1="8" x2="8" y1="0" y2="16" />
      ) : (
        <Dot moment={moment} cx="8" cy="8" />
      )}
    </svg>
  )
}

function Dot({ moment, cx, cy }: { moment: Moment; cx: string; cy: string }) {
  return <circle class={`timeline-dot timeline-dot-${moment}`} cx={cx} cy={cy} r="5.5" />
}

function momentOf(point: TimelinePoint, today: Day): Moment {
  if (point.day <= today) return 'past'
  return point.conditional ? 'conditional' : 'future'
}

/** First days of the years inside the span, thinned so that a century still reads. */
function yearStarts(days: readonly number[]): Day[] {
  const from = civil(fromEpochDay(Math.min(...days))).year + 1
  const to = civil(fromEpochDay(Math.max(...days))).year
  const step = Math.max(1, Math.ceil((to - from) / 8))
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  return years.filter((year) => (year - from) % step === 0).map((year) => fromCivil(year, 1, 1))
}

function anchor(percent: number): 'start' | 'middle' | 'end' {
  if (percent < 8) return 'start'
  return percent > 92 ? 'end' : 'middle'
}
