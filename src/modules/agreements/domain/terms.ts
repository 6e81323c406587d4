import type { Day } from '../../../kernel/day.ts'
import type { LendingTerms } from './lending-terms.ts'
import type { Profile } from './profile.ts'

/** The role a party plays in its agreement: `region`, `cocontractant`, `departement`… Named by the template. */
export type Party = string

/**
 * The typed terms of one agreement, pinned at signature: every duration and delay is data of that agreement. The
 * acts are read against them by `stateOn`. A null clause is a clause the agreement does not have.
 */
export interface Terms {
  /** Required signers, in the order of the heading. */
  readonly parties: readonly Party[]
  readonly entry: 'last_signature' | 'fixed_date'
  /** Only with `entry: 'fixed_date'`: the agreement enters into force that day, or at the last signature if later. */
  readonly entryDate?: Day
  readonly initialYears: number
  readonly renewal: RenewalTerms
  readonly denunciation: DenunciationTerms | null
  readonly amendmentRequest: AmendmentRequestTerms | null
  readonly amendmentEffect: 'first_day_of_month_after_last_signature'
  readonly formalNotice: FormalNoticeTerms | null
  readonly dispute: DisputeTerms | null
  readonly labelLoss: 'on_termination_all_places' | null
  readonly placeUpdate: 'once_per_civil_semester' | null
  readonly committee: CommitteeTerms | null
  /** The network's committee of governance, where the parties take part in one. */
  readonly governance?: GovernanceTerms
  /** What a party may say in public without asking. Missing: everything takes the approval of the others. */
  readonly communication?: CommunicationTerms
  /** The lending of shared equipment. Missing: the agreement opens none. EQP-201. */
  readonly lending?: LendingTerms
  /** Who signs after whom: the parties of a rank sign before the next rank is called. Missing: no order. AGR-26. */
  readonly signingRanks?: readonly (readonly Party[])[]
  /** The readings of these terms that are not the defaults. AGR-77. */
  readonly profile?: Profile
  /** Where each term is written: term path → number of the article (`{ renewal: '8' }`). Never derived. */
  readonly articles?: Articles
}

export type Articles = Readonly<Record<string, string>>

export interface RenewalTerms {
  readonly mode: 'tacit' | 'express' | 'none_unless_agreed'
  /** Years of one tacit period. Null for an express renewal: the act says them. */
  readonly years: number | null
  /** Number of tacit periods allowed; null: no limit. */
  readonly max: number | null
}

export interface DenunciationTerms {
  /** False: the notice takes effect only at the end of the period in which it runs out. */
  readonly anyTime: boolean
  readonly months: number
  readonly from: 'sending' | 'receipt'
  /** Required channel; a registered letter is always enough. */
  readonly channel: string
}

export interface AmendmentRequestTerms {
  readonly months: number
  readonly beforeEnd: boolean
  readonly addressee: Party
  readonly from: 'arrival'
}

export interface FormalNoticeTerms {
  readonly days: number
  readonly from: 'sending' | 'receipt'
  readonly scope: readonly ('full' | 'partial')[]
  readonly terminationBy: 'registered_letter' | 'notification'
}

export interface DisputeTerms {
  /** Null: an amicable effort without delay. */
  readonly amicableDays: number | null
  readonly from?: 'sending' | 'receipt'
  readonly court: string
}

export interface CommitteeTerms {
  readonly perYear: number
  readonly decision?: string
  readonly minutesValidatedBy?: string
  readonly kinds?: readonly string[]
  readonly secretariat?: Party
}

export interface GovernanceTerms {
  readonly perYear: number
}

export interface CommunicationTerms {
  /**
   * Telling that the agreement exists, what it contains and who its parties are: `free` for all, free for the parties
   * named, or not written at all (read by `existenceUnwritten`). AGR-66.
   */
  readonly existence: 'free' | 'approval' | 'unwritten' | readonly Party[]
}

/** The party that owes what the terms ask of « le co-contractant »; the last one where nobody has that name. */
export function partnerOf({ parties }: Terms): Party | null {
  return parties.includes('cocontractant') ? 'cocontractant' : (parties.at(-1) ?? null)
}

/** The article that writes the term at `path`, or null when the template does not say. */
export function articleOf(terms: Terms, path: string): string | null {
  const articles = terms.articles
  if (!articles) return null
  return articles[path] ?? articles[path.split('.')[0] ?? path] ?? null
}
