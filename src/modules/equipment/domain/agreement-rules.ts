import type { Rule, RuleName, RuleValues } from './rules.ts'

/** The rules that the text of an agreement writes, with the article that writes each. */
export type AgreementRules = { readonly [Name in RuleName]?: Rule<RuleValues[Name]> }

/** The lending term as agreements type it: only what has an effect on rules. */
export interface LendingText {
  readonly maxDays?: number | null
  readonly beyond?: 'derogation' | 'refuse'
  readonly noChaining?: boolean
  readonly chainingGapDays?: number
  readonly chainingScope?: 'item' | 'model'
  readonly ownerPriority?: { readonly displaceApproved?: 'none' | { readonly noticeOpeningDays: number } }
  readonly returnSameDesk?: boolean
  readonly conditionReport?: { readonly out?: boolean; readonly in?: boolean }
  readonly insurance?: {
    readonly risks: readonly ('theft' | 'damage')[]
    readonly proofBy?: 'approval' | 'handover'
  }
  readonly secureStorage?: boolean
  readonly emergencyIntervention?: 'justified' | 'forbidden'
  readonly borrowerBears?: readonly ('theft' | 'loss' | 'damage')[]
}

/** What the text says, and nothing it does not: a silent clause leaves the rule to the inventory. EQP-201, EQP-202. */
export function rulesOfText(text: LendingText, articleOf: (path: string) => string | null): AgreementRules {
  const displaced = text.ownerPriority?.displaceApproved
  const written: readonly (readonly [RuleName, unknown, string])[] = [
    ['maxDays', text.maxDays, 'lending.maxDays'],
    ['beyond', text.beyond, 'lending.beyond'],
    ['noChaining', text.noChaining, 'lending.noChaining'],
    ['chainingGapDays', text.chainingGapDays, 'lending.chainingGapDays'],
    ['chainingScope', text.chainingScope, 'lending.chainingScope'],
    [
      'displacementNotice',
      displaced === 'none' ? null : displaced?.noticeOpeningDays,
      'lending.ownerPriority',
    ],
    ['returnSameDesk', text.returnSameDesk, 'lending.returnSameDesk'],
    ['reportOut', text.conditionReport?.out, 'lending.conditionReport'],
    ['reportIn', text.conditionReport?.in, 'lending.conditionReport'],
    ['insuranceRisks', text.insurance?.risks, 'lending.insurance'],
    ['insuranceProofBy', text.insurance?.proofBy, 'lending.insurance'],
    ['secureStorage', text.secureStorage, 'lending.secureStorage'],
    ['emergencyIntervention', text.emergencyIntervention, 'lending.emergencyIntervention'],
    ['borrowerBears', text.borrowerBears, 'lending.borrowerBears'],
  ]
  return Object.fromEntries(
    written
      .filter(([, value]) => value !== undefined)
      .map(([name, value, path]) => [
        name,
        { value, source: { from: 'agreement', article: articleOf(path) } },
      ]),
  ) as AgreementRules
}
