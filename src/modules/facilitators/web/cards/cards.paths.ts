import type { Id } from '../../../../kernel/id.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { AskedCards } from '../../domain/card.ts'

export const routes = {
  cards: '/animateurs',
  formerDirectory: '/annuaire',
  export: '/animateurs/export.csv',
  card: '/animateurs/:id',
  photo: '/animateurs/:id/photo',
  message: '/animateurs/:id/message',
  own: '/compte/fiche-animateur',
  ownPhoto: '/compte/fiche-animateur/photo/:fichier',
  removal: '/compte/fiche-animateur/retrait',
} as const

export const cardPaths = {
  cards: (base: string, asked: Partial<AskedCards> = {}, page = 1) =>
    `${base}${routes.cards}${query(asked, page)}`,
  export: (base: string, asked: Partial<AskedCards>) => `${base}${routes.export}${query(asked, 1)}`,
  card: (base: string, id: PersonId) => `${base}/animateurs/${id}`,
  photo: (base: string, id: PersonId) => `${base}/animateurs/${id}/photo`,
  message: (base: string, id: PersonId) => `${base}/animateurs/${id}/message`,
  own: (base: string) => `${base}${routes.own}`,
  ownPhoto: (base: string, file: Id<'file'>) => `${base}${routes.own}/photo/${file}`,
  removal: (base: string) => `${base}${routes.removal}`,
}

/** Always in the same order, and nothing that asks nothing. */
function query(asked: Partial<AskedCards>, page: number): string {
  const { q, skill, theme, territory, language, isMobile } = asked
  const told = {
    ...(q && { q }),
    ...(skill && { competence: skill }),
    ...(theme && { theme }),
    ...(territory && { territoire: territory }),
    ...(language && { langue: language }),
    ...(isMobile && { intervient: 'oui' }),
    ...(page > 1 && { page: String(page) }),
  }
  const written = new URLSearchParams(told).toString().replaceAll('%3A', ':')
  return written ? `?${written}` : ''
}
