import type { Id } from '../../../../kernel/id.ts'

type DecisionId = Id<'decision'>

export const decisionRoutesOf = {
  decisions: '/decisions',
  newDecision: '/decisions/nouvelle',
  decision: '/decisions/:id',
  pdf: '/decisions/:id/decision.pdf',
  draft: '/decisions/:id/projet',
  publication: '/decisions/:id/publication',
  transmission: '/decisions/:id/transmission',
  withdrawal: '/decisions/:id/retrait',
} as const

const of = (base: string, id: DecisionId) => `${base}/decisions/${id}`

export const decisionPaths = {
  decisions: (base: string, asked: { q?: string; page?: number } = {}) => {
    const given = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')
    const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
    return `${base}/decisions${given.length > 0 ? `?${query}` : ''}`
  },
  /** `agreement`: what it is about; `replaces`: the one it will take the place of. */
  newDecision: (
    base: string,
    { agreement = '', replaces = '' }: { agreement?: string; replaces?: string } = {},
  ) => {
    const query = [agreement && `convention=${agreement}`, replaces && `remplace=${replaces}`].filter(Boolean)
    return `${base}/decisions/nouvelle${query.length > 0 ? `?${query.join('&')}` : ''}`
  },
  decision: of,
  pdf: (base: string, id: DecisionId) => `${of(base, id)}/decision.pdf`,
  draft: (base: string, id: DecisionId) => `${of(base, id)}/projet`,
  publication: (base: string, id: DecisionId) => `${of(base, id)}/publication`,
  transmission: (base: string, id: DecisionId) => `${of(base, id)}/transmission`,
  withdrawal: (base: string, id: DecisionId) => `${of(base, id)}/retrait`,
}
