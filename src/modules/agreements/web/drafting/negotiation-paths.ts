import type { Id } from '../../../../kernel/id.ts'

type AgreementId = Id<'agreement'>

export const negotiationRoutesOf = {
  negotiation: '/conventions/:id/negociation',
  sharing: '/conventions/:id/negociation/partage',
  partnerPart: '/conventions/:id/negociation/renseignements',
  approval: '/conventions/:id/negociation/approbation',
  word: '/conventions/:id/negociation/projet.docx',
  wordBack: '/conventions/:id/negociation/word',
  clause: '/conventions/:id/negociation/articles/:cle',
  writing: '/conventions/:id/negociation/articles/:cle/redaction',
  comment: '/conventions/:id/negociation/articles/:cle/commentaire',
  text: '/conventions/:id/negociation/articles/:cle/texte',
  term: '/conventions/:id/negociation/articles/:cle/terme',
  acceptance: '/conventions/:id/negociation/propositions/:proposition/accord',
  refusal: '/conventions/:id/negociation/propositions/:proposition/refus',
  withdrawal: '/conventions/:id/negociation/propositions/:proposition/retrait',
} as const

const of = (base: string, id: AgreementId) => `${base}/conventions/${id}/negociation`
const clauseOf = (base: string, id: AgreementId, key: string) => `${of(base, id)}/articles/${key}`
const proposalOf = (base: string, id: AgreementId, proposal: Id<'draft-remark'>) =>
  `${of(base, id)}/propositions/${proposal}`

export const negotiationPaths = {
  negotiation: of,
  sharing: (base: string, id: AgreementId) => `${of(base, id)}/partage`,
  partnerPart: (base: string, id: AgreementId) => `${of(base, id)}/renseignements`,
  approval: (base: string, id: AgreementId) => `${of(base, id)}/approbation`,
  word: (base: string, id: AgreementId) => `${of(base, id)}/projet.docx`,
  wordBack: (base: string, id: AgreementId) => `${of(base, id)}/word`,
  clause: clauseOf,
  writing: (base: string, id: AgreementId, key: string) => `${clauseOf(base, id, key)}/redaction`,
  comment: (base: string, id: AgreementId, key: string) => `${clauseOf(base, id, key)}/commentaire`,
  text: (base: string, id: AgreementId, key: string) => `${clauseOf(base, id, key)}/texte`,
  term: (base: string, id: AgreementId, key: string) => `${clauseOf(base, id, key)}/terme`,
  acceptance: (base: string, id: AgreementId, proposal: Id<'draft-remark'>) =>
    `${proposalOf(base, id, proposal)}/accord`,
  refusal: (base: string, id: AgreementId, proposal: Id<'draft-remark'>) =>
    `${proposalOf(base, id, proposal)}/refus`,
  withdrawal: (base: string, id: AgreementId, proposal: Id<'draft-remark'>) =>
    `${proposalOf(base, id, proposal)}/retrait`,
}
