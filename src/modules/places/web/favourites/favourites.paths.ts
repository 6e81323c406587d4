import type { Id } from '../../../../kernel/id.ts'

type ListId = Id<'favourite-list'>

export const favouriteRoutesOf = {
  lists: '/lieux/favoris',
  keep: '/lieux/favoris/ajout',
  list: '/lieux/favoris/:id',
  letGo: '/lieux/favoris/:id/retrait',
  rename: '/lieux/favoris/:id/nom',
  remove: '/lieux/favoris/:id/suppression',
  share: '/lieux/favoris/:id/partage',
  unshare: '/lieux/favoris/:id/partage/fin',
  shared: '/lieux/liste-partagee/:jeton',
} as const

const of = (base: string, id: ListId) => `${base}/lieux/favoris/${id}`

export const favouritePaths = {
  lists: (base: string) => `${base}/lieux/favoris`,
  keep: (base: string, slug = '') => `${base}/lieux/favoris/ajout${slug ? `?lieu=${slug}` : ''}`,
  list: of,
  letGo: (base: string, id: ListId) => `${of(base, id)}/retrait`,
  rename: (base: string, id: ListId) => `${of(base, id)}/nom`,
  remove: (base: string, id: ListId) => `${of(base, id)}/suppression`,
  share: (base: string, id: ListId) => `${of(base, id)}/partage`,
  unshare: (base: string, id: ListId) => `${of(base, id)}/partage/fin`,
  /** For whoever was given it. */
  shared: (base: string, token: string) => `${base}/lieux/liste-partagee/${token}`,
}
