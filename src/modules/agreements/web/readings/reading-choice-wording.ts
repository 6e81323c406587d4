import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import type { Reading } from '../../domain/profile.ts'
import type { ReadingRefusal } from '../../use-cases/history/choose-reading.ts'

export const readingRefusals: Record<ReadingRefusal, (details: Refusal['details']) => Problem> = {
  'unknown-reading': () => ({ field: 'lecture', message: 'Choisissez une des lectures proposées.' }),
  'fixed-reading': () => ({
    field: null,
    message: 'Cette lecture est la même pour toutes les conventions : elle ne se change pas.',
  }),
  'reading-already-chosen': () => ({
    field: 'lecture',
    message: 'Cette lecture est déjà retenue : choisissez-en une autre, ou revenez à la liste.',
  }),
}

/** The term whose clause each reading is about: its article is cited. A reading of every clause has none. */
export const TERM_OF_READING: Readonly<Partial<Record<Reading, string>>> = {
  termLastDay: 'initialYears',
  anchor: 'renewal',
  signatureOfPluralParties: 'entry',
  denunciationInInitialTerm: 'denunciation',
  denunciationPastTerm: 'denunciation',
  formalNoticeReading: 'formalNotice',
  lateRemedy: 'formalNotice',
  terminationLastDay: 'formalNotice',
  requestLimitEnd: 'amendmentRequest',
  lateRequest: 'amendmentRequest',
  correctedReadings: 'amendmentRequest',
  renewalWithoutModality: 'renewal',
  expressRenewalWithoutDuration: 'renewal',
  labelScopeOnPartialTermination: 'labelLoss',
  labelAfterOtherEnd: 'labelLoss',
  semester: 'placeUpdate',
  entrySemester: 'placeUpdate',
  committeeYear: 'committee',
  abstention: 'committee',
  delegationOutsideValidity: 'entry',
  unclaimedLetterReceipt: 'dispute',
  existenceUnwritten: 'communication',
}
