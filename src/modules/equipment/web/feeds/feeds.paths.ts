import type { InventoryId } from '../../domain/equipment.ts'
import type { FeedId } from '../../domain/telling/feed.ts'

export const feedRoutePaths = {
  /** What calendars read: its secret says whose it is. */
  calendar: '/materiel/agenda.ics',
  lending: '/materiel/gestion/:inventaire/agendas',
  lendingEnd: '/materiel/gestion/:inventaire/agendas/:agenda/retrait',
  borrowing: '/materiel/agendas',
  borrowingEnd: '/materiel/agendas/:agenda/retrait',
} as const

export const feedPaths = {
  calendar: (address: string, secret: string) =>
    `${address}/materiel/agenda.ics?${new URLSearchParams({ jeton: secret })}`,
  lending: (base: string, inventory: InventoryId) => `${base}/materiel/gestion/${inventory}/agendas`,
  lendingEnd: (base: string, inventory: InventoryId, feed: FeedId) =>
    `${base}/materiel/gestion/${inventory}/agendas/${feed}/retrait`,
  borrowing: (base: string) => `${base}/materiel/agendas`,
  borrowingEnd: (base: string, feed: FeedId) => `${base}/materiel/agendas/${feed}/retrait`,
}
