import type { RuleName, RuleSource, Rules } from '../../domain/rules.ts'

/** The rule on which a reason of refusal stands; the reasons that stand on none are left out. EQP-504. */
const RULE_OF: Readonly<Record<string, RuleName>> = {
  owner_need: 'displacementNotice',
  insurance: 'insuranceRisks',
  incomplete: 'secureStorage',
  duration: 'maxDays',
  overdue: 'suspendAfterDaysLate',
}

/** « l’art. 4.3 de votre convention »: where the rule behind a refusal is written; null when no text writes it. */
export function groundText(reasonCode: string | null, rules: Rules | null): string | null {
  const rule = reasonCode ? RULE_OF[reasonCode] : undefined
  return rule && rules ? writtenIn(rules[rule].source) : null
}

function writtenIn(source: RuleSource): string | null {
  if (source.from === 'product') return null
  if (source.from === 'policy') return `le règlement de l’inventaire, version ${source.version}`
  return source.article ? `l’art. ${source.article} de votre convention` : 'votre convention'
}
