import type { Child } from 'hono/jsx'
import { civil, type Day, weekday } from '../kernel/day.ts'
import { formatDay } from './french.ts'

/** `closed`: nobody can come that day. The pattern of a cell never says more than its words. */
export type DayLook = 'free' | 'part' | 'taken' | 'kept' | 'closed'

export interface DayGridCell {
  look: DayLook
  /** One or two short words: « libre », « pris ». */
  word: string
  /** Said after the word: who has it, why it is closed. */
  more?: string | undefined
}

export interface DayGridRow {
  label: Child
  cells: readonly DayGridCell[]
}

interface DayGridProps {
  caption: string
  days: readonly Day[]
  rows: readonly DayGridRow[]
  /** Heads the column of row names. */
  corner: string
}

const WEEKDAYS = ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'] as const

/** Things by days: a table whose cells say their state in words, then by a pattern. Scrolls sideways by keyboard too. */
export function DayGrid({ caption, days, rows, corner }: DayGridProps) {
  return (
    <section class="day-grid-frame" tabindex={0} aria-label={caption}>
      <table class="day-grid">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {days.map((day) => (
              <th scope="col">
                <abbr title={formatDay(day)}>
                  {WEEKDAYS[weekday(day)]} {civil(day).day}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }) => (
            <tr>
              <th scope="row">{label}</th>
              {cells.map(({ look, word, more }) => (
                <td class={`day-grid-${look}`}>
                  {word}
                  {more && <span class="line-more">{more}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
