import type { ApplicationId } from '../../data/applications/applications.store.ts'
import type { ProofId } from '../../data/applications/proofs.store.ts'
import type { SchemeId } from '../../data/awards/awards.store.ts'

export const applicationRoutesOf = {
  list: '/candidatures',
  choice: '/candidatures/nouvelle',
  start: '/candidatures/nouvelle/:label',
  proofs: '/candidatures/preuves',
  proofFile: '/candidatures/preuves/:preuve/fichier',
  replacement: '/candidatures/preuves/:preuve/remplacement',
  one: '/candidatures/:id',
  section: '/candidatures/:id/rubriques/:rang',
  reading: '/candidatures/:id/lecture',
  sending: '/candidatures/:id/envoi',
  withdrawal: '/candidatures/:id/retrait',
  version: '/candidatures/:id/version',
  conversion: '/candidatures/:id/candidature',
} as const

/** Where an applicant works. */
export const applicationPaths = {
  list: (base: string) => `${base}/candidatures`,
  choice: (base: string) => `${base}/candidatures/nouvelle`,
  start: (base: string, scheme: SchemeId) => `${base}/candidatures/nouvelle/${scheme}`,
  proofs: (base: string) => `${base}/candidatures/preuves`,
  proofFile: (base: string, proof: ProofId) => `${base}/candidatures/preuves/${proof}/fichier`,
  replacement: (base: string, proof: ProofId) => `${base}/candidatures/preuves/${proof}/remplacement`,
  one: (base: string, id: ApplicationId) => `${base}/candidatures/${id}`,
  section: (base: string, id: ApplicationId, rank: number) => `${base}/candidatures/${id}/rubriques/${rank}`,
  reading: (base: string, id: ApplicationId) => `${base}/candidatures/${id}/lecture`,
  sending: (base: string, id: ApplicationId) => `${base}/candidatures/${id}/envoi`,
  withdrawal: (base: string, id: ApplicationId) => `${base}/candidatures/${id}/retrait`,
  version: (base: string, id: ApplicationId) => `${base}/candidatures/${id}/version`,
  conversion: (base: string, id: ApplicationId) => `${base}/candidatures/${id}/candidature`,
}
