import type { Id } from '../../../../kernel/id.ts'

type AgreementId = Id<'agreement'>

export const signingRoutesOf = {
  open: '/conventions/:id/signature-en-ligne/ouverture',
  close: '/conventions/:id/signature-en-ligne/fermeture',
  sign: '/conventions/:id/signature-en-ligne',
  code: '/conventions/:id/signature-en-ligne/code',
  decline: '/conventions/:id/signature-en-ligne/refus',
  reopen: '/conventions/:id/signature-en-ligne/reprise',
  call: '/conventions/:id/signature-en-ligne/appel',
  elsewhere: '/conventions/:id/signature-en-ligne/ailleurs',
  evidences: '/conventions/:id/preuves',
  evidence: '/conventions/:id/preuves/:acte',
  original: '/conventions/:id/preuves/:acte/original',
  ratification: '/conventions/:id/preuves/:acte/ratification',
  document: '/conventions/:id/preuves/:acte/documents/:document',
} as const

const online = (base: string, id: AgreementId) => `${base}/conventions/${id}/signature-en-ligne`
const evidence = (base: string, id: AgreementId, act: string) => `${base}/conventions/${id}/preuves/${act}`

export const signingPaths = {
  open: (base: string, id: AgreementId) => `${online(base, id)}/ouverture`,
  close: (base: string, id: AgreementId) => `${online(base, id)}/fermeture`,
  sign: online,
  code: (base: string, id: AgreementId) => `${online(base, id)}/code`,
  decline: (base: string, id: AgreementId) => `${online(base, id)}/refus`,
  reopen: (base: string, id: AgreementId) => `${online(base, id)}/reprise`,
  call: (base: string, id: AgreementId) => `${online(base, id)}/appel`,
  elsewhere: (base: string, id: AgreementId) => `${online(base, id)}/ailleurs`,
  evidences: (base: string, id: AgreementId) => `${base}/conventions/${id}/preuves`,
  evidence,
  original: (base: string, id: AgreementId, act: string) => `${evidence(base, id, act)}/original`,
  ratification: (base: string, id: AgreementId, act: string) => `${evidence(base, id, act)}/ratification`,
  document: (base: string, id: AgreementId, act: string, document: Id<'signature-document'>) =>
    `${evidence(base, id, act)}/documents/${document}`,
}
