import type { Id } from '../../../../kernel/id.ts'
import type { Office } from '../../domain/offices.ts'
import type { Party } from '../../domain/terms.ts'

type AgreementId = Id<'agreement'>

export const officeRoutesOf = {
  people: '/conventions/:id/interlocuteurs',
  newOffice: '/conventions/:id/interlocuteurs/:partie/nouveau',
  officeEnd: '/conventions/:id/interlocuteurs/:fonction/fin',
  newLink: '/conventions/:id/liens/:partie/nouveau',
  linkEnd: '/conventions/:id/liens/:lien/fin',
  newAuthority: '/conventions/:id/actes-autorite/:partie/nouveau',
  authorityAside: '/conventions/:id/actes-autorite/:acte/retrait',
  authorityDocument: '/conventions/:id/actes-autorite/:acte/document',
} as const

const of = (base: string, id: AgreementId) => `${base}/conventions/${id}`

export const officePaths = {
  people: (base: string, id: AgreementId) => `${of(base, id)}/interlocuteurs`,
  newOffice: (base: string, id: AgreementId, party: Party, office?: Office) =>
    `${of(base, id)}/interlocuteurs/${party}/nouveau${office ? `?fonction=${office}` : ''}`,
  officeEnd: (base: string, id: AgreementId, office: Id<'office'>) =>
    `${of(base, id)}/interlocuteurs/${office}/fin`,
  newLink: (base: string, id: AgreementId, party: Party) => `${of(base, id)}/liens/${party}/nouveau`,
  linkEnd: (base: string, id: AgreementId, link: Id<'linked-office'>) => `${of(base, id)}/liens/${link}/fin`,
  newAuthority: (base: string, id: AgreementId, party: Party) =>
    `${of(base, id)}/actes-autorite/${party}/nouveau`,
  authorityAside: (base: string, id: AgreementId, act: Id<'authority-act'>) =>
    `${of(base, id)}/actes-autorite/${act}/retrait`,
  authorityDocument: (base: string, id: AgreementId, act: Id<'authority-act'>) =>
    `${of(base, id)}/actes-autorite/${act}/document`,
}
