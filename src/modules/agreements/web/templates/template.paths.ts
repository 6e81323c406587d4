import type { Id } from '../../../../kernel/id.ts'

type AgreementId = Id<'agreement'>

const ONE = '/conventions/modeles/:id'

export const templateRoutesOf = {
  templates: '/conventions/modeles',
  reference: '/conventions/modeles/reference',
  template: ONE,
  differences: `${ONE}/differences`,
  copy: `${ONE}/copie`,
  version: `${ONE}/version`,
  retirement: `${ONE}/retrait`,
  draft: `${ONE}/projet`,
  clauses: `${ONE}/projet/articles`,
  clause: `${ONE}/projet/articles/:cle`,
  clausePlace: `${ONE}/projet/articles/:cle/place`,
  clauseRemoval: `${ONE}/projet/articles/:cle/retrait`,
  terms: `${ONE}/projet/termes`,
  readings: `${ONE}/projet/lectures`,
  annexes: `${ONE}/projet/annexes`,
  variables: `${ONE}/projet/variables`,
  preview: `${ONE}/projet/apercu`,
  publication: `${ONE}/projet/publication`,
  dropping: `${ONE}/projet/abandon`,
  comparison: '/conventions/:id/comparaison',
} as const

const of = (base: string, id: string) => `${base}/conventions/modeles/${id}`
const draft = (base: string, id: string) => `${of(base, id)}/projet`
const clause = (base: string, id: string, key: string) => `${draft(base, id)}/articles/${key}`

export const templatePaths = {
  templates: (base: string) => `${base}/conventions/modeles`,
  reference: (base: string) => `${base}/conventions/modeles/reference`,
  /** The current version, or the one asked for. */
  template: (base: string, id: string, version?: number) =>
    `${of(base, id)}${version === undefined ? '' : `?version=${version}`}`,
  /** What that version says otherwise than `other`: a template, or one of its versions (`canope~1`). */
  differences: (base: string, id: string, other?: string, version?: number | 'projet') => {
    const asked = new URLSearchParams({
      ...(version !== undefined && { version: String(version) }),
      ...(other !== undefined && { avec: other }),
    })
    return `${of(base, id)}/differences${asked.size > 0 ? `?${asked}` : ''}`
  },
  copy: (base: string, id: string) => `${of(base, id)}/copie`,
  version: (base: string, id: string) => `${of(base, id)}/version`,
  retirement: (base: string, id: string) => `${of(base, id)}/retrait`,
  draft,
  clauses: (base: string, id: string) => `${draft(base, id)}/articles`,
  clause,
  clausePlace: (base: string, id: string, key: string) => `${clause(base, id, key)}/place`,
  clauseRemoval: (base: string, id: string, key: string) => `${clause(base, id, key)}/retrait`,
  terms: (base: string, id: string) => `${draft(base, id)}/termes`,
  readings: (base: string, id: string) => `${draft(base, id)}/lectures`,
  annexes: (base: string, id: string) => `${draft(base, id)}/annexes`,
  variables: (base: string, id: string) => `${draft(base, id)}/variables`,
  preview: (base: string, id: string) => `${draft(base, id)}/apercu`,
  publication: (base: string, id: string) => `${draft(base, id)}/publication`,
  dropping: (base: string, id: string) => `${draft(base, id)}/abandon`,
  /** An agreement beside the reference of the network. */
  comparison: (base: string, id: AgreementId) => `${base}/conventions/${id}/comparaison`,
}
