import { frenchHours } from '../hours/french-hours.ts'
import type { Findings } from '../imports/finding.ts'
import { checkProse } from '../text.ts'
import type { StandardRow } from './standard-columns.ts'

/** How the hours of OpenStreetMap begin; « 9h » is of nobody's grammar but ours. */
const OPENING_HOURS =
  /^(?:(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter)\b|24\/7|\d{1,2}:\d{2}|\d{4} |")/
const FRENCH_TIME = /\d\s*h/i

/**
 * The hours, kept as written whatever they are: they are understood when a page is asked whether the place is open. Those written in
 * French are told, with the same in the standard's way when every word of them is understood. DIR-25.
 */
export function checkHours(row: StandardRow, findings: Findings): string | null {
  const hours = checkProse(row, 'horaires', findings)
  if (hours === null || (OPENING_HOURS.test(hours) && !FRENCH_TIME.test(hours))) return hours
  const proposal = frenchHours(hours)
  findings.remark(
    'horaires',
    row.horaires,
    proposal === null ? 'hours-as-written' : 'hours-in-french',
    proposal === null
      ? 'Ces horaires ne sont pas au format du standard : ils sont affichés tels quels, sans dire si le lieu est ouvert.'
      : 'Ces horaires sont en toutes lettres : acceptez la proposition pour que la page dise si le lieu est ouvert.',
    proposal,
  )
  return hours
}
