import { isDay } from '../../../kernel/day.ts'
import type { Explanation } from '../domain/explanation.ts'
import type { AgreementState } from '../domain/state.ts'
import { deadlineWords } from './wording.ts'

export interface ArticleNote {
  label: string
  explanation: Explanation
}

/** The dates worth a line beside their article, in this order. The others are told with them. */
const LABELS: Readonly<Record<string, string>> = {
  enteredIntoForceOn: 'Entrée en vigueur',
  'period.lastDay': deadlineWords.period_end,
  lastDayInForce: deadlineWords.agreement_end,
  'nextDeadlines.last_day_to_denounce_before_renewal': deadlineWords.last_day_to_denounce_before_renewal,
  amendmentRequestDeadline: deadlineWords.last_day_to_request_amendment,
}

/** What the state says of each article, by its number: every computed date stands beside the text it comes from. */
export function notesByArticle(state: AgreementState): Map<string, ArticleNote[]> {
  const shown = state.explanation.filter(
    ({ path, article, result }) => path in LABELS && article !== null && isDay(result),
  )
  const sameEnd = state.lastDayInForce !== null && state.lastDayInForce === state.period?.lastDay
  const notes = shown
    .filter(({ path }) => !(sameEnd && path === 'period.lastDay'))
    .map((explanation) => ({ label: LABELS[explanation.path] ?? '', explanation }))
  return Map.groupBy(notes, ({ explanation }) => explanation.article ?? '')
}
