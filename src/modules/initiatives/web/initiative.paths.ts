import type { InitiativeId } from '../domain/initiative.ts'

export const routes = {
  atlas: '/initiatives',
  shown: '/initiatives/:id',
  own: '/mes-initiatives',
  declaration: '/mes-initiatives/nouvelle',
  one: '/mes-initiatives/:id',
  change: '/mes-initiatives/:id/modification',
  publication: '/mes-initiatives/:id/publication',
  hiding: '/mes-initiatives/:id/retrait',
} as const

export const initiativePaths = {
  atlas: (
    base: string,
    { q = '', enjeu = '', page = 1 }: { q?: string; enjeu?: string; page?: number } = {},
  ) => {
    const asked = new URLSearchParams({
      ...(q && { q }),
      ...(enjeu && { enjeu }),
      ...(page > 1 && { page: `${page}` }),
    })
    return `${base}/initiatives${asked.size > 0 ? `?${asked}` : ''}`
  },
  shown: (base: string, id: InitiativeId) => `${base}/initiatives/${id}`,
  own: (base: string) => `${base}/mes-initiatives`,
  declaration: (base: string) => `${base}/mes-initiatives/nouvelle`,
  one: (base: string, id: InitiativeId) => `${base}/mes-initiatives/${id}`,
  change: (base: string, id: InitiativeId) => `${base}/mes-initiatives/${id}/modification`,
  publication: (base: string, id: InitiativeId) => `${base}/mes-initiatives/${id}/publication`,
  hiding: (base: string, id: InitiativeId) => `${base}/mes-initiatives/${id}/retrait`,
}
