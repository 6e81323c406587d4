import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { Act, ActType, LetterFactAct, LetterSentAct, NoticeSentAct, ReadingChosenAct } from './acts.ts'
import { applyAmendments } from './amendment-effects.ts'
import { readAmendmentRequest } from './amendment-requests.ts'
import { readAmendment } from './amendments.ts'
import { readListing, readPlaceUpdate } from './annex.ts'
import { readMeeting, readNewVersion, readReserve, readValidation, readVote } from './committees.ts'
import { readAnswer, readCommunication, readReport } from './communications.ts'
import { type Course, newCourse, type Outcome, reject } from './course.ts'
import { readDenunciation, readWithdrawal, trackDenunciation } from './denunciation.ts'
import { readDispute, readSettlement, trackDispute } from './disputes.ts'
import type { EvidenceFact } from './duties.ts'
import { readDecline, readRatification, readReopening, readSignature } from './entry.ts'
import { readFacts } from './facts.ts'
import { readDeposit, readLetterFact } from './letters.ts'
import { readFormalNotice, readRemedy, trackFormalNotice } from './notices.ts'
import { type Profile, parseProfile, readingsFrom } from './profile.ts'
import { inReadingOrder, type Ranked } from './reading-order.ts'
import { readDecision, readRenewal } from './renewal.ts'
import { readTermination, trackTermination } from './termination.ts'
import type { Terms } from './terms.ts'

export interface ReadingOptions {
  /** Only what was recorded by then; an act without `recordedAt` has always been known. */
  readonly knownAt?: Instant
  /** Readings to try instead of those of the agreement: they prevail over its own. */
  readonly suppose?: Profile
  /** What other modules know of the duties, oldest first. */
  readonly facts?: readonly EvidenceFact[]
}

type Rule<T extends ActType> = (course: Course, ranked: Ranked<Extract<Act, { type: T }>>) => Outcome

/** One rule for each kind of act. */
const RULES: { readonly [T in ActType]: Rule<T> } = {
  signature: readSignature,
  signature_declined: readDecline,
  signing_reopened: readReopening,
  delegation_ratified: readRatification,
  place_listed: readListing,
  place_information_updated: readPlaceUpdate,
  renewal_signed: readRenewal,
  committee_decision: readDecision,
  amendment_requested: readAmendmentRequest,
  amendment_signed: readAmendment,
  registered_letter_sent: readLetter,
  registered_letter_first_presented: readFact,
  registered_letter_received: readFact,
  registered_letter_returned_unclaimed: readFact,
  notice_sent: readNotice,
  denunciation_withdrawn: readWithdrawal,
  formal_notice_remedied: readRemedy,
  formal_notice_abandoned: readRemedy,
  termination_notified: readTermination,
  dispute_opened: readDispute,
  dispute_settled: readSettlement,
  meeting_held: readMeeting,
  vote: readVote,
  minutes_validated: readValidation,
  minutes_reserved: readReserve,
  minutes_issued: readNewVersion,
  communication_requested: readCommunication,
  communication_answered: readAnswer,
  operation_reported: readReport,
  reading_chosen: readChoice,
  act_voided: () => null,
}

/** Reads the acts one after the other; `onDate` null reads them all. Each is read under the terms of its day. */
export function readActs(
  terms: Terms,
  acts: readonly Act[],
  onDate: Day | null,
  { knownAt, suppose, facts = [] }: ReadingOptions = {},
): Course {
  const ordered = inReadingOrder(acts, onDate, knownAt)
  const course = newCourse(terms, readingsFrom(terms.profile, chosenReadings(ordered), suppose))
  for (const ranked of ordered) {
    if (ranked.act.occurredOn !== undefined) applyAmendments(course, ranked.act.occurredOn)
    const reason = readAct(course, ranked)
    if (reason) reject(course, ranked, reason)
  }
  applyAmendments(course, onDate)
  readFacts(course, facts, onDate)
  return course
}

function readAct(course: Course, ranked: Ranked): Outcome {
  // The table pairs each type with the rule of its own acts, which the compiler cannot follow through an index.
  const rule = RULES[ranked.act.type] as Rule<ActType>
  return rule(course, ranked)
}

function readLetter(course: Course, ranked: Ranked<LetterSentAct>): Outcome {
  readDeposit(course, ranked)
  return readNotice(course, ranked)
}

/** A letter of another purpose than those of the clauses has no effect on the agreement: nothing to read. */
function readNotice(course: Course, ranked: Ranked<LetterSentAct | NoticeSentAct>): Outcome {
  switch (ranked.act.purpose) {
    case 'denunciation':
      return readDenunciation(course, ranked)
    case 'formal_notice':
      return readFormalNotice(course, ranked)
    case 'termination':
      return readTermination(course, ranked)
    case 'dispute':
      return readDispute(course, ranked)
    case 'other':
      return null
  }
}

/** What is known of a letter may start the delay that runs from its receipt. */
function readFact(course: Course, ranked: Ranked<LetterFactAct>): Outcome {
  const { letter } = ranked.act
  const outcome = readLetterFact(course, ranked)
  trackDenunciation(course, letter)
  trackFormalNotice(course, letter)
  trackTermination(course, letter)
  trackDispute(course, letter)
  return outcome
}

/** Choices of reading count from the start, whatever their day: everything is computed again. AGR-77. */
function chosenReadings(ordered: readonly Ranked[]): Profile | undefined {
  let chosen: Profile | undefined
  for (const { act } of ordered) {
    const reading = act.type === 'reading_chosen' ? profileOf(act) : null
    if (reading) chosen = { ...chosen, ...reading }
  }
  return chosen
}

function readChoice(_course: Course, { act }: Ranked<ReadingChosenAct>): Outcome {
  return profileOf(act) ? null : 'unknown_reading'
}

function profileOf({ parameter, value }: ReadingChosenAct): Profile | null {
  const profile = parseProfile({ [parameter]: value })
  return isRefusal(profile) ? null : profile
}
