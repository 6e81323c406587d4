import type { ProposalId } from '../../data/imports/proposals.store.ts'
import type { ImportId } from '../../domain/imports/import.ts'

export const importQueueRoutesOf = {
  held: '/lieux/imports/attente',
  safe: '/lieux/imports/attente/sures',
  heldDecision: '/lieux/imports/:id/lignes/:line/decision',
  proposals: '/lieux/imports/propositions',
  proposalDecision: '/lieux/imports/propositions/:id/decision',
  missing: '/lieux/imports/disparus',
} as const

/** Of one source, or of all; from page 1. */
export interface Shown {
  source?: string | null
  page?: number
}

export const importQueuePaths = {
  held: (base: string, shown: Shown = {}) => `${base}/lieux/imports/attente${query(shown)}`,
  safe: (base: string, source: string) => `${base}/lieux/imports/attente/sures${query({ source })}`,
  heldDecision: (base: string, id: ImportId, line: number) =>
    `${base}/lieux/imports/${id}/lignes/${line}/decision`,
  proposals: (base: string, shown: Shown = {}) => `${base}/lieux/imports/propositions${query(shown)}`,
  proposalDecision: (base: string, id: ProposalId) => `${base}/lieux/imports/propositions/${id}/decision`,
  missing: (base: string, shown: Shown = {}) => `${base}/lieux/imports/disparus${query(shown)}`,
}

function query({ source = null, page = 1 }: Shown): string {
  const asked = new URLSearchParams()
  if (source) asked.set('source', source)
  if (page > 1) asked.set('page', String(page))
  return asked.size > 0 ? `?${asked}` : ''
}
