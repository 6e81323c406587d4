import { addDays, type Day, daysBetween } from '../../../../kernel/day.ts'

/** One request to complete the file, and when it was answered. */
export interface Completion {
  readonly askedOn: Day
  readonly answeredOn: Day | null
}

export interface Delay {
  /** Spans that count and spans that do not, half-open; the last one has no end yet while the file is open. */
  readonly spans: readonly { readonly isRunning: boolean; readonly from: Day; readonly until: Day | null }[]
  readonly daysUsed: number
  /** The last day to decide; null while the applicant has the word. */
  readonly lastDay: Day | null
}

/**
 * The delay to instruct: it runs from the submission, stops on the day the file is asked to be completed and runs again
 * from the day of the answer. LAB-10, LAB-59.
 */
export function instructionDelay(
  submittedOn: Day,
  completions: readonly Completion[],
  { days, today }: { days: number; today: Day },
): Delay {
  const spans: { isRunning: boolean; from: Day; until: Day | null }[] = []
  let from: Day | null = submittedOn
  let used = 0
  for (const { askedOn, answeredOn } of completions) {
    if (from === null) break
    spans.push(
      { isRunning: true, from, until: askedOn },
      { isRunning: false, from: askedOn, until: answeredOn },
    )
    used += daysBetween(from, askedOn)
    from = answeredOn
  }
  if (from === null) return { spans, daysUsed: used, lastDay: null }
  spans.push({ isRunning: true, from, until: null })
  const lastDay = addDays(from, days - used)
  return { spans, daysUsed: used + Math.max(0, daysBetween(from, today)), lastDay }
}
