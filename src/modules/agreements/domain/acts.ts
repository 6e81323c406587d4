import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Party } from './terms.ts'

export type CommitteeKind = 'steering' | 'network' | 'bilateral' | 'governance'
export type CommunicationKind = 'existence_and_content' | 'promotional' | 'event'

/**
 * A dated fact of an agreement, never edited (AGR-83). `occurredOn` decides; `recordedAt` says since when it is
 * known. Payload members keep the names of AGR-103.
 */
export type Act =
  | SignatureAct
  | DeclineAct
  | LetterSentAct
  | LetterFactAct
  | NoticeSentAct
  | WithdrawalAct
  | RenewalAct
  | CommitteeDecisionAct
  | PlaceListedAct
  | AmendmentRequestedAct
  | AmendmentSignedAct
  | RemedyAct
  | TerminationNotifiedAct
  | DisputeOpenedAct
  | PlaceUpdatedAct
  | MeetingAct
  | VoteAct
  | MinutesValidatedAct
  | CommunicationRequestedAct
  | CommunicationAnsweredAct
  | RatificationAct
  | SigningReopenedAct
  | MinutesIssuedAct
  | MinutesReservedAct
  | DisputeSettledAct
  | OperationReportedAct
  | ReadingChosenAct
  | ActVoidedAct

export type ActType = Act['type']

/** What every act may carry. Without `seq`, its position in the list it is read from stands for it. */
export interface Recorded {
  /** The name other acts refer to it by. */
  readonly id?: string
  readonly seq?: number
  readonly recordedAt?: Instant
  /** The `id` of the act this one corrects. The correction answers to the same name. */
  readonly supersedes?: string
  /** Why it corrects: said beside it for ever. AGR-84. */
  readonly correctionReason?: string
}

export interface Dated extends Recorded {
  /** The civil day in Paris. When `at` is there, the day it falls on: `parseAct` sees to it. */
  readonly occurredOn: Day
  readonly at?: Instant
}

/** Whatever a party signs: who held the pen, and by which power. */
export interface Signed extends Dated {
  readonly party: Party
  readonly capacity?: string
  readonly onBehalfOf?: string
  readonly delegation?: Delegation
  readonly signatory?: Signatory
}

export interface SignatureAct extends Signed {
  readonly type: 'signature'
}

/** Who signed and in which power: the words as they stood when it was recorded, and the ids they came from. */
export interface Signatory {
  readonly name: string
  readonly quality: string
  readonly organisation: string
  readonly person?: string
  readonly mandate?: string
  readonly delegationId?: string
}

/** The days on which a delegation of signature is valid, both inclusive; a missing end is open. */
export interface Delegation {
  readonly from?: Day
  readonly until?: Day
}

export interface DeclineAct extends Dated {
  readonly type: 'signature_declined'
  readonly party: Party
  readonly reason?: string
}

export type LetterPurpose = 'denunciation' | 'formal_notice' | 'termination' | 'dispute' | 'other'

/** The deposit of a registered letter: its day of sending. */
export interface LetterSentAct extends Dated {
  readonly type: 'registered_letter_sent'
  readonly purpose: LetterPurpose
  readonly from: Party
  readonly formalNotice?: string
  readonly scope?: 'full' | 'partial'
  readonly places?: readonly string[]
  readonly tracking?: string
  /** What the sender reproaches, in its words. */
  readonly grounds?: string
}

export interface LetterFactAct extends Dated {
  readonly type:
    | 'registered_letter_first_presented'
    | 'registered_letter_received'
    | 'registered_letter_returned_unclaimed'
  readonly letter: string
}

/** A notice by any other channel than a registered letter. */
export interface NoticeSentAct extends Dated {
  readonly type: 'notice_sent'
  readonly purpose: LetterPurpose
  readonly channel: string
  readonly from: Party
  readonly formalNotice?: string
  readonly scope?: 'full' | 'partial'
  readonly places?: readonly string[]
  /** What the sender reproaches, in its words. */
  readonly grounds?: string
}

export interface WithdrawalAct extends Dated {
  readonly type: 'denunciation_withdrawn'
  readonly letter: string
  readonly agreedBy: readonly Party[]
}

export interface RenewalAct extends Signed {
  readonly type: 'renewal_signed'
  readonly renewal: string
  /** Kept even when it is missing or senseless: the rule refuses it. */
  readonly years?: number | null
}

export interface CommitteeDecisionAct extends Dated {
  readonly type: 'committee_decision'
  readonly subject: string
  readonly result: string
  /** For a renewal, where the decision of a committee is read as enough. */
  readonly years?: number
}

/** A place of the annex. Without a day it holds from the start. */
export interface PlaceListedAct extends Recorded {
  readonly type: 'place_listed'
  readonly place: string
  readonly occurredOn?: Day
  readonly at?: Instant
}

export interface AmendmentRequestedAct extends Dated {
  readonly type: 'amendment_requested'
  readonly from: Party
  readonly sentOn?: Day
  /** What is asked, in the words of the request. */
  readonly object?: string
}

export interface AmendmentSignedAct extends Signed {
  readonly type: 'amendment_signed'
  readonly amendment: string
  readonly effectiveOn?: Day
  readonly newLastDay?: Day
  readonly changes?: Changes
}

/** What an amendment changes besides the last day (AGR-60). */
export interface Changes {
  /** Values by dotted path into the terms. */
  readonly terms?: Readonly<Record<string, unknown>>
  /** New texts by clause key. */
  readonly clauses?: Readonly<Record<string, string>>
  readonly addedPlaces?: readonly string[]
  readonly removedPlaces?: readonly string[]
}

/** The breach is remedied, or the party that sent the notice gives the procedure up. */
export interface RemedyAct extends Dated {
  readonly type: 'formal_notice_remedied' | 'formal_notice_abandoned'
  readonly formalNotice: string
}

export interface TerminationNotifiedAct extends Dated {
  readonly type: 'termination_notified'
  readonly from: Party
  readonly formalNotice?: string
  readonly scope?: 'full' | 'partial'
  readonly places?: readonly string[]
}

export interface DisputeOpenedAct extends Dated {
  readonly type: 'dispute_opened'
  readonly from: Party
  /** What the parties disagree about. */
  readonly object?: string
}

export interface PlaceUpdatedAct extends Dated {
  readonly type: 'place_information_updated'
  readonly place: string
}

export interface MeetingAct extends Dated {
  readonly type: 'meeting_held'
  readonly committee: CommitteeKind
}

export interface VoteAct extends Dated {
  readonly type: 'vote'
  readonly motion: string
  /** What was put to the vote, in the words of the meeting. */
  readonly subject?: string
  readonly meeting?: string
  readonly ballots: readonly { readonly party: Party; readonly vote: 'for' | 'against' | 'abstain' }[]
}

export interface MinutesValidatedAct extends Dated {
  readonly type: 'minutes_validated'
  readonly meeting: string
  readonly party: Party
  /** Fingerprint of the version it validates. AGR-64. */
  readonly version?: string
}

export interface CommunicationRequestedAct extends Dated {
  readonly type: 'communication_requested'
  readonly kind: CommunicationKind
  readonly from: Party
  /** The day of the operation: its results are owed from then on. */
  readonly operationOn?: Day
  /** For whom, by which media, in which words. AGR-66. */
  readonly audience?: string
  readonly media?: string
  readonly text?: string
  /** The visuals, and the logos they bear. */
  readonly files?: readonly ActFile[]
  readonly logos?: string
}

/** A document kept with an act. */
export interface ActFile {
  readonly id: string
  readonly name: string
  readonly sha256: string
}

export interface CommunicationAnsweredAct extends Dated {
  readonly type: 'communication_answered'
  readonly communication: string
  readonly party: Party
  readonly answer: 'approved' | 'refused'
  /** Why it is refused, or what an approval asks for. AGR-67. */
  readonly reason?: string
}

/** A signature given outside its delegation is confirmed by who could give it (AGR-17). */
export interface RatificationAct extends Dated {
  readonly type: 'delegation_ratified'
  readonly party: Party
}

/** A declined signing is opened again (AGR-27). */
export interface SigningReopenedAct extends Dated {
  readonly type: 'signing_reopened'
  readonly party: Party
}

/** A new version of the minutes of a meeting: what was validated before is to be validated again (AGR-64). */
export interface MinutesIssuedAct extends Dated {
  readonly type: 'minutes_issued'
  readonly meeting: string
  readonly files?: readonly ActFile[]
}

export interface MinutesReservedAct extends Dated {
  readonly type: 'minutes_reserved'
  readonly meeting: string
  readonly party: Party
  readonly reason: string
}

export interface DisputeSettledAct extends Dated {
  readonly type: 'dispute_settled'
  readonly dispute: string
}

/** The results of an operation of communication are told to the other party (AGR-67). */
export interface OperationReportedAct extends Dated {
  readonly type: 'operation_reported'
  readonly communication: string
  /** What came of it, in words and in figures. */
  readonly account?: string
  readonly figures?: string
  readonly files?: readonly ActFile[]
}

/** For this agreement, a clause is read otherwise: everything is computed again (AGR-77). */
export interface ReadingChosenAct extends Dated {
  readonly type: 'reading_chosen'
  readonly parameter: string
  readonly value: string
  readonly reason: string
}

/** What it supersedes was recorded by mistake: as if it had never been, and still shown struck through. AGR-84. */
export interface ActVoidedAct extends Dated {
  readonly type: 'act_voided'
}

/** How a list of acts names this one: its id, else what it is a part of, else its type and rank (AGR-105). */
export function nameOf(act: Act, seq: number): string {
  if (act.id !== undefined) return act.id
  if (act.type === 'renewal_signed') return act.renewal
  if (act.type === 'amendment_signed') return act.amendment
  if (act.type === 'vote') return act.motion
  return `${act.type}#${seq}`
}
