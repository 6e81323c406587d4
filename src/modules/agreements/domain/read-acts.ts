import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import {
  type Act,
  type CommitteeDecisionAct,
  type LetterFactAct,
  type LetterSentAct,
  type NoticeSentAct,
  nameOf,
} from './acts.ts'
import { type Course, newCourse, type Outcome, reject } from './course.ts'
import { readDenunciation, readWithdrawal, trackReceipt } from './denunciation.ts'
import { readDecline, readSignature } from './entry.ts'
import { readListing } from './labels.ts'
import { readDeposit, readLetterFact } from './letters.ts'
import { inReadingOrder, type Ranked } from './reading-order.ts'
import { noteRenewalDecision, readRenewal } from './renewal.ts'
import type { Terms } from './terms.ts'

/** Reads the acts one after the other; `onDate` null reads them all. Each kind of act has one rule. */
export function readActs(terms: Terms, acts: readonly Act[], onDate: Day | null, knownAt?: Instant): Course {
  const course = newCourse(terms)
  for (const ranked of inReadingOrder(acts, onDate, knownAt)) {
    const reason = readAct(course, ranked)
    if (reason) reject(course, ranked, reason)
  }
  return course
}

function readAct(course: Course, { act, seq }: Ranked): Outcome {
  switch (act.type) {
    case 'signature':
      return readSignature(course, { act, seq })
    case 'signature_declined':
      return readDecline(course, { act, seq })
    case 'place_listed':
      return readListing(course, { act, seq })
    case 'renewal_signed':
      return readRenewal(course, { act, seq })
    case 'committee_decision':
      return readDecision(course, { act, seq })
    case 'registered_letter_sent':
      return readLetter(course, { act, seq })
    case 'notice_sent':
      return readNotice(course, { act, seq })
    case 'registered_letter_first_presented':
    case 'registered_letter_received':
    case 'registered_letter_returned_unclaimed':
      return readFact(course, { act, seq })
    case 'denunciation_withdrawn':
      return readWithdrawal(course, { act, seq })
    default:
      return leaveUnread(course, { act, seq })
  }
}

function readLetter(course: Course, ranked: Ranked<LetterSentAct>): Outcome {
  readDeposit(course, ranked)
  return readNotice(course, ranked)
}

/** A letter of another purpose than those of the clauses has no effect on the agreement: nothing to read. */
function readNotice(course: Course, ranked: Ranked<LetterSentAct | NoticeSentAct>): Outcome {
  if (ranked.act.purpose === 'denunciation') return readDenunciation(course, ranked)
  return ranked.act.purpose === 'other' ? null : leaveUnread(course, ranked)
}

function readFact(course: Course, ranked: Ranked<LetterFactAct>): Outcome {
  const outcome = readLetterFact(course, ranked)
  trackReceipt(course, ranked.act.letter)
  return outcome
}

/** Of the decisions of a committee, only those on renewal bear on the state of the agreement. */
function readDecision(course: Course, ranked: Ranked<CommitteeDecisionAct>): Outcome {
  if (ranked.act.subject === 'renewal') noteRenewalDecision(course, ranked.act)
  return null
}

function leaveUnread(course: Course, { act, seq }: Ranked): Outcome {
  course.unread.push(nameOf(act, seq))
  return null
}
