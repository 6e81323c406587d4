import type { PlaceId } from '../../domain/place.ts'

/** What the queue is asked, as its address says it. */
export interface QueueShown {
  /** `certain`, `probable`, `possible`; none: the first two. */
  surete?: string | undefined
  departement?: string | undefined
  source?: string | undefined
  page?: number | undefined
}

export const duplicatesRoutesOf = {
  queue: '/lieux/doublons',
  comparison: '/lieux/doublons/comparaison',
  certain: '/lieux/doublons/certains',
  pair: '/lieux/doublons/:un/:autre',
  merge: '/lieux/doublons/:un/:autre/fusion',
  distinction: '/lieux/doublons/:un/:autre/distinction',
  merges: '/lieux/fusions',
  mergeDone: '/lieux/fusions/:id',
  undoing: '/lieux/fusions/:id/annulation',
} as const

const pair = (base: string, one: PlaceId, other: PlaceId) => `${base}/lieux/doublons/${one}/${other}`

export const duplicatesPaths = {
  queue: (base: string, asked: QueueShown = {}) => `${base}/lieux/doublons${queryOf(asked)}`,
  comparison: (base: string) => `${base}/lieux/doublons/comparaison`,
  certain: (base: string, asked: QueueShown = {}) => `${base}/lieux/doublons/certains${queryOf(asked)}`,
  /** `garder`: the one that the reviewer wants to keep. */
  pair: (base: string, one: PlaceId, other: PlaceId, keep?: PlaceId) =>
    `${pair(base, one, other)}${keep ? `?garder=${keep}` : ''}`,
  merge: (base: string, one: PlaceId, other: PlaceId) => `${pair(base, one, other)}/fusion`,
  distinction: (base: string, one: PlaceId, other: PlaceId) => `${pair(base, one, other)}/distinction`,
  merges: (base: string, page = 1) => `${base}/lieux/fusions${page > 1 ? `?page=${page}` : ''}`,
  mergeDone: (base: string, id: string) => `${base}/lieux/fusions/${id}`,
  undoing: (base: string, id: string) => `${base}/lieux/fusions/${id}/annulation`,
}

function queryOf(asked: QueueShown): string {
  const given = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined || value === '' || (name === 'page' && value === 1) ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
