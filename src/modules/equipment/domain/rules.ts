import type { AgreementRules } from './agreement-rules.ts'

/** The figures by which one inventory lends. Each comes from the agreement, else the inventory, else the product. */
export interface RuleValues {
  /** Calendar days of one loan; null: no limit. 002 art. 4.3 a. */
  maxDays: number | null
  beyond: 'derogation' | 'refuse'
  noChaining: boolean
  chainingGapDays: number
  chainingScope: 'item' | 'model'
  /** Opening days before the pickup; null: an approved loan never makes way. EQP-602. */
  displacementNotice: number | null
  insuranceRisks: readonly ('theft' | 'damage')[]
  insuranceProofBy: 'approval' | 'handover'
  secureStorage: boolean
  returnSameDesk: boolean
  reportOut: boolean
  reportIn: boolean
  emergencyIntervention: 'justified' | 'forbidden'
  borrowerBears: readonly ('theft' | 'loss' | 'damage')[]
  slotMinutes: number
  seatsPerSlot: number
  /** Opening days between the request and the pickup, at least. */
  earliestNotice: number
  /** Days ahead that may be booked. */
  horizonDays: number
  /** Opening days the manager has to answer, the unit held meanwhile. EQP-502. */
  answerDays: number
  /** Opening days after a pickup nobody came to. EQP-1204. */
  noShowGrace: number
  /** Opening days an offer to the waiting list stays open. EQP-1202. */
  offerDays: number
  /** Opening days the borrower has to answer a displacement. EQP-603. */
  displacementAnswer: number
  /** Days ahead during which a late unit takes no new loan. EQP-1102. */
  riskHorizonDays: number
  /** Days late from which a borrower asks for nothing new; null: never. EQP-1103. */
  suspendAfterDaysLate: number | null
  /** A running formal notice suspends requests. EQP-203. */
  suspendDuringNotice: boolean
  /** Members read who borrows. EQP-1502. */
  showsBorrowers: boolean
  /** Days a borrower has to answer a charge. EQP-905. */
  chargeAnswerDays: number
  /** Percent of the replacement value lost each whole year, and the percent under which it never falls. EQP-905. */
  depreciationPercent: number
  depreciationFloor: number
  photosPerReport: number
  /** Days after which a unit that was not updated is listed; null: never. EQP-1002, 002 art. 4.2. */
  updateDelayDays: number | null
}

export type RuleName = keyof RuleValues

/** The rules written for one inventory: any of them. */
export type PolicyRules = Partial<RuleValues>

export type RuleSource =
  | { readonly from: 'agreement'; readonly article: string | null }
  | { readonly from: 'policy'; readonly version: number }
  | { readonly from: 'product' }

export interface Rule<Value> {
  readonly value: Value
  readonly source: RuleSource
}

/** Every rule with where it is written, so that the page which applies it can say so. EQP-102. */
export type Rules = { readonly [Name in RuleName]: Rule<RuleValues[Name]> }

export const PRODUCT_RULES: Readonly<RuleValues> = {
  maxDays: null,
  beyond: 'derogation',
  noChaining: false,
  chainingGapDays: 1,
  chainingScope: 'item',
  displacementNotice: 3,
  insuranceRisks: [],
  insuranceProofBy: 'handover',
  secureStorage: false,
  returnSameDesk: true,
  reportOut: true,
  reportIn: true,
  emergencyIntervention: 'justified',
  borrowerBears: [],
  slotMinutes: 30,
  seatsPerSlot: 1,
  earliestNotice: 1,
  horizonDays: 365,
  answerDays: 5,
  noShowGrace: 1,
  offerDays: 1,
  displacementAnswer: 3,
  riskHorizonDays: 30,
  suspendAfterDaysLate: null,
  suspendDuringNotice: false,
  showsBorrowers: false,
  chargeAnswerDays: 15,
  depreciationPercent: 20,
  depreciationFloor: 10,
  photosPerReport: 12,
  updateDelayDays: 180,
}

export interface Policy {
  readonly version: number
  readonly rules: PolicyRules
}

/** The agreement first, then the inventory, then the product. EQP-102. */
export function rulesFrom(agreement: AgreementRules, policy: Policy | null): Rules {
  const rules = Object.entries(PRODUCT_RULES).map(([name, value]) => [
    name,
    agreement[name as RuleName] ??
      fromPolicy(policy, name as RuleName) ?? { value, source: { from: 'product' } },
  ])
  return Object.fromEntries(rules) as Rules
}

function fromPolicy(policy: Policy | null, name: RuleName): Rule<unknown> | null {
  const value = policy?.rules[name]
  return policy && value !== undefined ? { value, source: { from: 'policy', version: policy.version } } : null
}
