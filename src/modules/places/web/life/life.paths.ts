import type { AwaitedId } from '../../data/life/awaited-changes.store.ts'
import type { LinkId, WorkId } from '../../data/life/place-links.store.ts'
import type { Section } from '../../domain/life/sections.ts'
import type { PlaceId } from '../../domain/place.ts'

/** The word of each section in an address. */
export const SECTION_PATHS: Readonly<Record<Section, string>> = {
  identity: 'identite',
  hours: 'horaires',
  services: 'services',
  contact: 'contact',
  address: 'adresse',
  presentation: 'presentation',
  publics: 'publics',
  programmes: 'programmes',
}

export function sectionAt(word: string): Section | null {
  const found = Object.entries(SECTION_PATHS).find(([, path]) => path === word)
  return found ? (found[0] as Section) : null
}

export const lifeRoutesOf = {
  mine: '/lieux/mes-lieux',
  create: '/lieux/nouveau',
  awaited: '/lieux/a-relire',
  accept: '/lieux/a-relire/:id/accord',
  refuse: '/lieux/a-relire/:id/refus',
  sheet: '/lieux/:id/fiche',
  section: '/lieux/:id/modifier/:rubrique',
  history: '/lieux/:id/historique',
  publish: '/lieux/:id/publication',
  hide: '/lieux/:id/masquage',
  show: '/lieux/:id/demasquage',
  close: '/lieux/:id/fermeture',
  reopen: '/lieux/:id/reouverture',
  links: '/lieux/:id/rattachements',
  unlink: '/lieux/:id/rattachements/:lien/fin',
  people: '/lieux/:id/equipe',
  endWork: '/lieux/:id/equipe/:lien/fin',
  leave: '/lieux/:id/depart',
  rule: '/reglages/lieux',
} as const

/** Members' pages of a place bear its id: its readable address may change. */
export const lifePaths = {
  mine: (base: string, asked: { q?: string; page?: number } = {}) =>
    `${base}/lieux/mes-lieux${queryOf(asked)}`,
  create: (base: string) => `${base}/lieux/nouveau`,
  awaited: (base: string) => `${base}/lieux/a-relire`,
  accept: (base: string, id: AwaitedId) => `${base}/lieux/a-relire/${id}/accord`,
  refuse: (base: string, id: AwaitedId) => `${base}/lieux/a-relire/${id}/refus`,
  /** The sheet as those who keep it read it: what is missing, each section, each act. */
  sheet: (base: string, id: PlaceId) => `${base}/lieux/${id}/fiche`,
  section: (base: string, id: PlaceId, section: Section) =>
    `${base}/lieux/${id}/modifier/${SECTION_PATHS[section]}`,
  history: (base: string, id: PlaceId) => `${base}/lieux/${id}/historique`,
  publish: (base: string, id: PlaceId) => `${base}/lieux/${id}/publication`,
  hide: (base: string, id: PlaceId) => `${base}/lieux/${id}/masquage`,
  show: (base: string, id: PlaceId) => `${base}/lieux/${id}/demasquage`,
  close: (base: string, id: PlaceId) => `${base}/lieux/${id}/fermeture`,
  reopen: (base: string, id: PlaceId) => `${base}/lieux/${id}/reouverture`,
  links: (base: string, id: PlaceId) => `${base}/lieux/${id}/rattachements`,
  unlink: (base: string, id: PlaceId, link: LinkId) => `${base}/lieux/${id}/rattachements/${link}/fin`,
  people: (base: string, id: PlaceId) => `${base}/lieux/${id}/equipe`,
  endWork: (base: string, id: PlaceId, work: WorkId) => `${base}/lieux/${id}/equipe/${work}/fin`,
  leave: (base: string, id: PlaceId) => `${base}/lieux/${id}/depart`,
  rule: (base: string) => `${base}/reglages/lieux`,
}

function queryOf({ q = '', page = 1 }: { q?: string; page?: number }): string {
  const query = new URLSearchParams({ ...(q ? { q } : {}), ...(page > 1 ? { page: String(page) } : {}) })
  return query.size > 0 ? `?${query}` : ''
}
