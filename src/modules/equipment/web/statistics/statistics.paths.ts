import type { InventoryId } from '../../domain/equipment.ts'

const ONE = '/materiel/gestion/:inventaire'

export const statisticsRoutePaths = {
  statistics: `${ONE}/statistiques`,
  statisticsCsv: `${ONE}/statistiques.csv`,
  behind: `${ONE}/statistiques/prets`,
  behindCsv: `${ONE}/statistiques/prets.csv`,
  outcomes: `${ONE}/bilans`,
  outcomesCsv: `${ONE}/bilans.csv`,
} as const

/** What the address of a figure says: the period, what is kept, how it is divided. Empty values are left out. */
export interface StatisticsAsked {
  readonly du?: string
  readonly au?: string
  readonly modele?: string
  readonly exemplaire?: string
  readonly categorie?: string
  readonly guichet?: string
  readonly type?: string
  readonly territoire?: string
  readonly par?: string
  readonly chiffre?: string
  readonly motif?: string
  readonly page?: string
}

const to =
  (end: string) =>
  (base: string, id: InventoryId, asked: StatisticsAsked = {}): string => {
    const given = Object.entries(asked).filter(([, value]) => value !== '')
    const query = given.length === 0 ? '' : `?${new URLSearchParams(given)}`
    return `${base}/materiel/gestion/${id}/${end}${query}`
  }

export const statisticsPaths = {
  statistics: to('statistiques'),
  statisticsCsv: to('statistiques.csv'),
  behind: to('statistiques/prets'),
  behindCsv: to('statistiques/prets.csv'),
  outcomes: to('bilans'),
  outcomesCsv: to('bilans.csv'),
}
