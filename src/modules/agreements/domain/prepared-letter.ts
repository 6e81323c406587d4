import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Party } from './terms.ts'
import type { WrittenDocument } from './written-document.ts'

export const LETTER_KINDS = [
  'denunciation',
  'formal_notice',
  'termination',
  'dispute',
  'renewal_notice',
  'request_answer',
] as const

export type LetterKind = (typeof LETTER_KINDS)[number]

/** What a letter is made from. Texts are empty and lists are bare where the kind does not ask for them. */
export interface AskedLetter {
  readonly kind: LetterKind
  readonly from: Party
  readonly senderAddress: string
  readonly addresseeAddress: string
  readonly signatory: string
  readonly capacity: string
  readonly town: string
  /** The day its deposit is planned: the dates it announces are counted from it. */
  readonly plannedOn: Day
  /** What is reproached, or what the parties disagree about. */
  readonly grounds: string
  readonly scope: { readonly kind: 'full' | 'partial'; readonly places: readonly string[] }
  /** The formal notice a termination rests on. */
  readonly formalNotice: string
  /** The request for an amendment that is answered. */
  readonly request: string
}

/** A letter written, and what became of it. No date runs from it: the act recorded from its deposit does that. AGR-45 */
export interface PreparedLetter {
  readonly id: Id<'prepared-letter'>
  readonly asked: AskedLetter
  /** Word for word, as it was written that day. */
  readonly written: WrittenDocument
  readonly preparedAt: Instant
  readonly depositedOn: Day | null
  readonly tracking: string
  readonly slip: Id<'file'> | null
  readonly act: Id<'act'> | null
  readonly abandonedAt: Instant | null
}

/** `to_record`: deposited, but its act is not recorded yet: no date runs. `sent`: it has no legal effect of its own. */
export type LetterStanding = 'prepared' | 'to_record' | 'recorded' | 'sent' | 'abandoned'

export function standingOf({ asked, act, depositedOn, abandonedAt }: PreparedLetter): LetterStanding {
  if (act !== null) return 'recorded'
  if (abandonedAt !== null) return 'abandoned'
  if (depositedOn === null) return 'prepared'
  return becomesAct(asked.kind) ? 'to_record' : 'sent'
}

/** Has the other party been written to? Until then a letter is its sender's own. */
export function isSent(letter: PreparedLetter): boolean {
  return letter.depositedOn !== null
}

/** Does its deposit start something, that an act must record? */
export function becomesAct(kind: LetterKind): boolean {
  return kind !== 'renewal_notice' && kind !== 'request_answer'
}
