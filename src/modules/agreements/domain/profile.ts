import { type Refusal, refuse } from '../../../kernel/refusal.ts'

/**
 * The interpretation profile: how each unclear clause is read (AGR-77). These are the readings the rules apply; an
 * alternative must come with its rule before it is listed here.
 */
export const READINGS = {
  timezone: ['Europe/Paris'],
  dayCount: ['calendar_days_excluding_trigger_day'],
  monthCount: ['same_day_number_else_last_day_of_month'],
  termLastDay: ['eve_of_anniversary_else_last_day_of_month'],
  anchor: ['original_entry_date'],
  weekendHolidayShift: ['none'],
  signatureOfPluralParties: ['last'],
  denunciationInInitialTerm: ['allowed'],
  denunciationPastTerm: ['notice_runs_to_its_end'],
  formalNoticeReading: ['cure_period'],
  lateRemedy: ['recorded_only'],
  terminationLastDay: ['day_of_sending'],
  unclaimedLetterReceipt: ['first_presentation'],
  silenceIsConsent: [false],
  requestLimitEnd: ['period_end_or_earlier_end'],
  lateRequest: ['flagged'],
  correctedReadings: ['listed'],
  renewalWithoutModality: ['signed_act_required'],
  expressRenewalWithoutDuration: ['refused'],
  labelScopeOnPartialTermination: ['places_in_scope'],
  labelAfterOtherEnd: ['ended'],
  semester: ['civil'],
  entrySemester: ['covered'],
  committeeYear: ['contract', 'civil'],
  abstention: ['blocks'],
  delegationOutsideValidity: ['counts_flagged'],
  existenceUnwritten: ['approval'],
  holidayCalendar: ['metropole'],
} as const

export type Reading = keyof typeof READINGS

/** The value of each parameter that differs by template, or that a file states. */
export type Profile = Readonly<Partial<Record<Reading, string | boolean>>>

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

function isReading(parameter: string): parameter is Reading {
  return Object.hasOwn(READINGS, parameter)
}
