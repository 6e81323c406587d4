import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { HOLIDAY_CALENDARS } from '../../../kernel/working-day.ts'

/**
 * The interpretation profile: how each unclear clause is read (AGR-77). The first value of each parameter is the
 * default of the product; every other is a reading the rules apply as well. A single value cannot be changed.
 */
export const READINGS = {
  timezone: ['Europe/Paris'],
  dayCount: ['calendar_days_excluding_trigger_day'],
  monthCount: ['same_day_number_else_last_day_of_month', 'reject_ambiguous'],
  termLastDay: ['eve_of_anniversary_else_last_day_of_month', 'anniversary_day'],
  anchor: ['original_entry_date', 'previous_period_start'],
  weekendHolidayShift: ['none', 'next_working_day'],
  signatureOfPluralParties: ['last'],
  denunciationInInitialTerm: ['allowed', 'renewals_only'],
  denunciationPastTerm: ['notice_runs_to_its_end', 'term_ends_it'],
  formalNoticeReading: ['cure_period', 'window'],
  lateRemedy: ['recorded_only', 'closes_right'],
  terminationLastDay: ['day_of_sending', 'day_of_receipt'],
  unclaimedLetterReceipt: ['first_presentation', 'return_date', 'none'],
  silenceIsConsent: [false],
  requestLimitEnd: ['period_end_or_earlier_end', 'period_end'],
  lateRequest: ['flagged', 'refused'],
  correctedReadings: ['listed'],
  renewalWithoutModality: ['signed_act_required', 'committee_decision_suffices'],
  expressRenewalWithoutDuration: ['refused'],
  labelScopeOnPartialTermination: ['places_in_scope', 'all_places'],
  labelAfterOtherEnd: ['ended', 'withdrawn'],
  semester: ['civil'],
  entrySemester: ['covered', 'owed'],
  committeeYear: ['contract', 'civil'],
  abstention: ['blocks', 'neutral'],
  delegationOutsideValidity: ['counts_flagged', 'does_not_count'],
  existenceUnwritten: ['approval', 'free'],
  holidayCalendar: HOLIDAY_CALENDARS,
} as const

export type Reading = keyof typeof READINGS

type ValueOf<R extends Reading> = (typeof READINGS)[R][number]

/** The readings that differ from the defaults: of a template, of one agreement, or of a case file. */
export type Profile = { readonly [R in Reading]?: ValueOf<R> }

/** Every reading, chosen. `committeeYear` is null when nobody chose: the committee's own terms then say (AGR-62). */
export type Readings = {
  readonly [R in Exclude<Reading, 'committeeYear'>]: ValueOf<R>
} & { readonly committeeYear: ValueOf<'committeeYear'> | null }

const DEFAULTS = {
  ...Object.fromEntries(Object.entries(READINGS).map(([parameter, [first]]) => [parameter, first])),
  committeeYear: null,
} as Readings

/** The defaults, then what each profile changes: the later ones prevail. */
export function readingsFrom(...profiles: readonly (Profile | undefined)[]): Readings {
  let readings = DEFAULTS
  for (const profile of profiles) if (profile) readings = { ...readings, ...profile }
  return readings
}

/** A profile whose every value the rules apply; refused with the first parameter or value that they do not. */
export function parseProfile(raw: unknown): Profile | Refusal<'unknown_reading'> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return refuse('unknown_reading', { parameter: 'profile', value: String(raw) })
  }
  for (const [parameter, value] of Object.entries(raw)) {
    const applied: readonly unknown[] = isReading(parameter) ? READINGS[parameter] : []
    if (!applied.includes(value)) return refuse('unknown_reading', { parameter, value: String(value) })
  }
  return raw
}

export function isReading(parameter: string): parameter is Reading {
  return Object.hasOwn(READINGS, parameter)
}
