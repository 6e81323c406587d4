/**
 * What is told by mail about a loan. Each has its words in `web/announcements/announcements-wording.ts`, and leaves once,
 * after the act it tells is committed. EQP-1104.
 */
export type AnnouncementKind =
  // Asked and answered.
  | 'submitted'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'expired'
  // The owner's priority, or a unit that is missing.
  | 'substituted'
  | 'displaced'
  | 'displacement_accepted'
  | 'displacement_declined'
  | 'displacement_lapsed'
  | 'cancelled'
  | 'unheld'
  | 'reexamination_asked'
  | 'reexamination_answered'
  | 'early_return_asked'
  | 'early_return_accepted'
  | 'early_return_declined'
  | 'entered_for_borrower'
  | 'entered_confirmed'
  // Longer.
  | 'extension_asked'
  | 'extension_granted'
  | 'extension_refused'
  // Waiting.
  | 'offer_made'
  | 'offer_lapsed'
  // At the desk.
  | 'ready'
  | 'handed_over'
  | 'returned'
  | 'partially_returned'
  | 'no_show'
  | 'recalled'
  | 'recall_lifted'
  // The desk's hours, the agreement's end, a unit that may be missing.
  | 'appointment_closed'
  | 'appointment_kept'
  | 'appointment_moved'
  | 'shortened'
  | 'ended_with_agreement'
  | 'at_risk'
  // Reminders: nothing happened, a day came.
  | 'pickup_soon'
  | 'return_soon'
  | 'return_today'
  | 'late_1'
  | 'late_3'
  | 'late_7'
  | 'formal_notice_draft'
  | 'outcome_7'
  | 'outcome_21'
  | 'insurance_ends_soon'
  | 'insurance_ends_today'
  // Incidents.
  | 'emergency_declared'
  | 'emergency_answered'
  | 'breakdown_declared'
  | 'incident_opened'
  | 'police_reference_due'
  | 'charge_announced'
  | 'charge_answered'
  | 'charge_decided'
  | 'loan_disputed'

/** Small values that the story of the loan does not hold: instants, days, counts, ids. Never personal data. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

/**
 * Who hears it. `organisation`: the borrower, and who answers for loans in its organisation; `representative`: these, who
 * represents it, the network's referent and the managers. EQP-1103.
 */
export type Audience = 'borrower' | 'managers' | 'both' | 'organisation' | 'representative'

/** One reader of a mail: on which side they are says which page they are shown. */
export interface Reader {
  readonly side: 'borrower' | 'managers'
  readonly email: string
}

/** Each address once: who is on both sides hears it as the borrower. */
export function oncePerAddress(readers: readonly Reader[]): Reader[] {
  const byAddress = new Map<string, Reader>()
  for (const reader of readers) {
    const key = reader.email.toLowerCase()
    if (!byAddress.has(key)) byAddress.set(key, { ...reader, email: key })
  }
  return [...byAddress.values()]
}
