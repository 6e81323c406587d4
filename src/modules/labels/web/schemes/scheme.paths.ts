import type { Id } from '../../../../kernel/id.ts'

type SchemeId = Id<'scheme'>
type EditionId = Id<'edition'>

const ALL = '/reglages/labels'
const ONE = `${ALL}/:id`
const DRAFT = `${ONE}/projet`
const CRITERION = `${DRAFT}/criteres/:rang`

export const schemeRoutesOf = {
  schemes: ALL,
  creation: `${ALL}/nouveau`,
  scheme: ONE,
  name: `${ONE}/nom`,
  version: `${ONE}/version`,
  text: `${ONE}/versions/:version`,
  holders: `${ONE}/titulaires`,
  draft: DRAFT,
  shape: `${DRAFT}/forme`,
  levels: `${DRAFT}/niveaux`,
  criteria: `${DRAFT}/criteres`,
  criterion: CRITERION,
  question: `${CRITERION}/question`,
  demand: `${CRITERION}/exigence`,
  evidence: `${CRITERION}/preuves`,
  scale: `${CRITERION}/echelle`,
  criterionPlace: `${CRITERION}/place`,
  criterionRemoval: `${CRITERION}/retrait`,
  agreement: `${DRAFT}/convention`,
  validity: `${DRAFT}/duree`,
  jury: `${DRAFT}/jury`,
  remedies: `${DRAFT}/recours`,
  names: `${DRAFT}/mots`,
  preview: `${DRAFT}/apercu`,
  publication: `${DRAFT}/publication`,
  dropping: `${DRAFT}/abandon`,
  newEdition: `${ONE}/campagnes/nouvelle`,
  extension: `${ONE}/campagnes/:campagne/prolongation`,
  /** Public: what a label asks. */
  criteriaOf: '/labels/:code',
} as const

const one = (base: string, id: SchemeId) => `${base}${ALL}/${id}`
const draft = (base: string, id: SchemeId) => `${one(base, id)}/projet`
const criterion = (base: string, id: SchemeId, rank: number) => `${draft(base, id)}/criteres/${rank}`

export const schemePaths = {
  schemes: (base: string) => `${base}${ALL}`,
  creation: (base: string) => `${base}${ALL}/nouveau`,
  scheme: one,
  name: (base: string, id: SchemeId) => `${one(base, id)}/nom`,
  version: (base: string, id: SchemeId) => `${one(base, id)}/version`,
  /** One version as members read it: `2`, or `2.1` for a revision of it. */
  text: (base: string, id: SchemeId, version: number, revision: number) =>
    `${one(base, id)}/versions/${version}.${revision}`,
  holders: (base: string, id: SchemeId, page = 1) =>
    `${one(base, id)}/titulaires${page > 1 ? `?page=${page}` : ''}`,
  draft,
  shape: (base: string, id: SchemeId) => `${draft(base, id)}/forme`,
  levels: (base: string, id: SchemeId) => `${draft(base, id)}/niveaux`,
  criteria: (base: string, id: SchemeId) => `${draft(base, id)}/criteres`,
  criterion,
  question: (base: string, id: SchemeId, rank: number) => `${criterion(base, id, rank)}/question`,
  demand: (base: string, id: SchemeId, rank: number) => `${criterion(base, id, rank)}/exigence`,
  evidence: (base: string, id: SchemeId, rank: number) => `${criterion(base, id, rank)}/preuves`,
  scale: (base: string, id: SchemeId, rank: number) => `${criterion(base, id, rank)}/echelle`,
  criterionPlace: (base: string, id: SchemeId, rank: number) => `${criterion(base, id, rank)}/place`,
  criterionRemoval: (base: string, id: SchemeId, rank: number) => `${criterion(base, id, rank)}/retrait`,
  agreement: (base: string, id: SchemeId) => `${draft(base, id)}/convention`,
  validity: (base: string, id: SchemeId) => `${draft(base, id)}/duree`,
  jury: (base: string, id: SchemeId) => `${draft(base, id)}/jury`,
  remedies: (base: string, id: SchemeId) => `${draft(base, id)}/recours`,
  names: (base: string, id: SchemeId) => `${draft(base, id)}/mots`,
  preview: (base: string, id: SchemeId) => `${draft(base, id)}/apercu`,
  publication: (base: string, id: SchemeId) => `${draft(base, id)}/publication`,
  dropping: (base: string, id: SchemeId) => `${draft(base, id)}/abandon`,
  newEdition: (base: string, id: SchemeId) => `${one(base, id)}/campagnes/nouvelle`,
  extension: (base: string, id: SchemeId, edition: EditionId) =>
    `${one(base, id)}/campagnes/${edition}/prolongation`,
  /** Public: what a label asks, now or in one of its versions. */
  criteriaOf: (base: string, code: string, version?: number) =>
    `${base}/labels/${code}${version === undefined ? '' : `?version=${version}`}`,
}
