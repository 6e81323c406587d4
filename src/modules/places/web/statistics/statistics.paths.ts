import type { Ground } from '../../domain/search/asked.ts'

export const routes = {
  statistics: '/statistiques',
  statisticsCsv: '/statistiques.csv',
} as const

/** The territory is named as the list of places names it: `?epci=200067205`. Without any, the whole network. */
export const statisticsPaths = {
  statistics: (base: string, ground: Ground | null = null) => `${base}${routes.statistics}${asked(ground)}`,
  statisticsCsv: (base: string, ground: Ground | null = null) =>
    `${base}${routes.statisticsCsv}${asked(ground)}`,
}

function asked(ground: Ground | null): string {
  return ground ? `?${ground.kind}=${encodeURIComponent(ground.code)}` : ''
}
