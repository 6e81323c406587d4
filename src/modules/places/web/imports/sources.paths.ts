import type { SourceId } from '../../data/imports/sources.store.ts'

export const sourceRoutesOf = {
  sources: '/lieux/imports/sources',
  newSource: '/lieux/imports/sources/nouvelle',
  source: '/lieux/imports/sources/:id',
  harvest: '/lieux/imports/sources/:id/recolte',
} as const

export const sourcePaths = {
  sources: (base: string) => `${base}/lieux/imports/sources`,
  newSource: (base: string) => `${base}/lieux/imports/sources/nouvelle`,
  source: (base: string, id: SourceId) => `${base}/lieux/imports/sources/${id}`,
  harvest: (base: string, id: SourceId) => `${base}/lieux/imports/sources/${id}/recolte`,
}
