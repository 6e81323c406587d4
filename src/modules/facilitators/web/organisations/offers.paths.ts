import type { OrganisationId } from '../../../../platform/session/actor.ts'
import type { AskedOffers } from '../../domain/offer.ts'

export const routes = {
  organisations: '/organisations',
  organisation: '/organisations/:id',
  offer: '/structures/:id/competences',
  settings: '/reglages/annuaire-structures',
} as const

export const offerPaths = {
  organisations: (base: string, asked: Partial<AskedOffers> = {}, page = 1) =>
    `${base}${routes.organisations}${query(asked, page)}`,
  organisation: (base: string, id: OrganisationId) => `${base}/organisations/${id}`,
  offer: (base: string, id: OrganisationId) => `${base}/structures/${id}/competences`,
  settings: (base: string) => `${base}${routes.settings}`,
}

function query({ q, competence, serves, territory }: Partial<AskedOffers>, page: number): string {
  const told = {
    ...(q && { q }),
    ...(competence && { competence }),
    ...(serves && { pour: serves }),
    ...(territory && { territoire: territory }),
    ...(page > 1 && { page: String(page) }),
  }
  const written = new URLSearchParams(told).toString().replaceAll('%3A', ':')
  return written ? `?${written}` : ''
}
