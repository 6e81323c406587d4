import type { StockTakingId } from '../../data/upkeep/stock-taking.store.ts'
import type { InventoryId } from '../../domain/equipment.ts'

const ALL = '/materiel/gestion/:inventaire/inventaires-physiques'
const ONE = `${ALL}/:seance`

export const stockTakingRoutesOf = {
  sessions: ALL,
  session: ONE,
  readings: `${ONE}/lectures`,
  signature: `${ONE}/signature`,
  abandonment: `${ONE}/abandon`,
  differences: `${ONE}/ecarts.csv`,
} as const

const all = (base: string, id: InventoryId) => `${base}/materiel/gestion/${id}/inventaires-physiques`

type Part = '' | '/lectures' | '/signature' | '/abandon' | '/ecarts.csv'

export const stockTakingPaths = {
  sessions: all,
  session: (base: string, id: InventoryId, session: StockTakingId, part: Part = '') =>
    `${all(base, id)}/${session}${part}`,
}
