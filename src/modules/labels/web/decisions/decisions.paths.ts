import type { Id } from '../../../../kernel/id.ts'

type DecisionId = Id<'decision'>
type AppealId = Id<'appeal'>

const one = '/decisions-labels/:id'

export const decisionAddresses = {
  list: '/decisions-labels',
  /** One application to decide. */
  decide: '/decisions-labels/candidatures/:candidature',
  decision: one,
  opening: `${one}/ouverture`,
  letter: `${one}/lettre.pdf`,
  notification: `${one}/notification`,
  replacement: `${one}/remplacement`,
  newAppeal: `${one}/recours`,
  appeal: `${one}/recours/:recours`,
  review: `${one}/recours/:recours/examen`,
  rejection: `${one}/recours/:recours/rejet`,
  appealWithdrawal: `${one}/recours/:recours/abandon`,
} as const

const of = (base: string, id: DecisionId) => `${base}/decisions-labels/${id}`
const appealOf = (base: string, id: DecisionId, appeal: AppealId) => `${of(base, id)}/recours/${appeal}`

export const decisionPaths = {
  list: (base: string) => `${base}/decisions-labels`,
  decide: (base: string, application: Id<'application'>) =>
    `${base}/decisions-labels/candidatures/${application}`,
  decision: of,
  opening: (base: string, id: DecisionId) => `${of(base, id)}/ouverture`,
  letter: (base: string, id: DecisionId) => `${of(base, id)}/lettre.pdf`,
  notification: (base: string, id: DecisionId) => `${of(base, id)}/notification`,
  /** `appeal`: the one it accepts. */
  replacement: (base: string, id: DecisionId, appeal: AppealId | null = null) =>
    `${of(base, id)}/remplacement${appeal ? `?recours=${appeal}` : ''}`,
  newAppeal: (base: string, id: DecisionId) => `${of(base, id)}/recours`,
  appeal: appealOf,
  review: (base: string, id: DecisionId, appeal: AppealId) => `${appealOf(base, id, appeal)}/examen`,
  rejection: (base: string, id: DecisionId, appeal: AppealId) => `${appealOf(base, id, appeal)}/rejet`,
  appealWithdrawal: (base: string, id: DecisionId, appeal: AppealId) =>
    `${appealOf(base, id, appeal)}/abandon`,
}
