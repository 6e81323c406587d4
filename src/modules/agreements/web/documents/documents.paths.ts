import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'

type AgreementId = Id<'agreement'>
type LetterId = Id<'prepared-letter'>

export const documentRoutesOf = {
  documents: '/conventions/:id/documents',
  reading: '/conventions/:id/documents/:piece',
  pdf: '/conventions/:id/documents/:piece/pdf',
  issued: '/conventions/:id/documents-emis/:document',
  prepare: '/conventions/:id/lettres/nouvelle',
  letter: '/conventions/:id/lettres/:lettre',
  editable: '/conventions/:id/lettres/:lettre/lettre.docx',
  deposit: '/conventions/:id/lettres/:lettre/depot',
  slip: '/conventions/:id/lettres/:lettre/bordereau',
  abandon: '/conventions/:id/lettres/:lettre/abandon',
} as const

const of = (base: string, id: AgreementId) => `${base}/conventions/${id}`
const letter = (base: string, id: AgreementId, one: LetterId) => `${of(base, id)}/lettres/${one}`

/** `piece`: what a document is called in its address, `avenant-2` or `fiche-des-termes`. */
export const documentPaths = {
  documents: (base: string, id: AgreementId) => `${of(base, id)}/documents`,
  reading: (base: string, id: AgreementId, piece: string, asked: { jour?: Day; duree?: number } = {}) =>
    `${of(base, id)}/documents/${piece}${query(asked)}`,
  pdf: (base: string, id: AgreementId, piece: string, asked: { jour?: Day; duree?: number } = {}) =>
    `${of(base, id)}/documents/${piece}/pdf${query(asked)}`,
  issued: (base: string, id: AgreementId, document: Id<'issued-document'>) =>
    `${of(base, id)}/documents-emis/${document}`,
  /** `about`: what the form is filled with when it opens. */
  prepare: (
    base: string,
    id: AgreementId,
    about: { objet?: string; d_apres?: string; demande?: string } = {},
  ) => `${of(base, id)}/lettres/nouvelle${query(about)}`,
  letter,
  editable: (base: string, id: AgreementId, one: LetterId) => `${letter(base, id, one)}/lettre.docx`,
  deposit: (base: string, id: AgreementId, one: LetterId) => `${letter(base, id, one)}/depot`,
  slip: (base: string, id: AgreementId, one: LetterId) => `${letter(base, id, one)}/bordereau`,
  abandon: (base: string, id: AgreementId, one: LetterId) => `${letter(base, id, one)}/abandon`,
}

function query(asked: Record<string, string | number | undefined>): string {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
