import type { InventoryId } from '../../domain/equipment.ts'
import type { ImportId } from '../../domain/exchange/import.ts'
import type { TableName } from '../../domain/exchange/tables.ts'

const ONE = '/materiel/gestion/:inventaire'

export const routes = {
  exchange: `${ONE}/echanges`,
  export: `${ONE}/echanges/export`,
  newImport: `${ONE}/imports/nouveau`,
  template: `${ONE}/imports/gabarits/:gabarit`,
  import: `${ONE}/imports/:import`,
  decision: `${ONE}/imports/:import/decision`,
  abandon: `${ONE}/imports/:import/abandon`,
  wrongLines: `${ONE}/imports/:import/refus/:tableau`,
} as const

const one = (base: string, inventory: InventoryId) => `${base}/materiel/gestion/${inventory}`
const oneImport = (base: string, inventory: InventoryId, id: ImportId) =>
  `${one(base, inventory)}/imports/${id}`

export const exchangePaths = {
  exchange: (base: string, id: InventoryId) => `${one(base, id)}/echanges`,
  export: (base: string, id: InventoryId) => `${one(base, id)}/echanges/export`,
  newImport: (base: string, id: InventoryId) => `${one(base, id)}/imports/nouveau`,
  template: (base: string, id: InventoryId, name: TemplateName) =>
    `${one(base, id)}/imports/gabarits/${name}`,
  import: (base: string, id: InventoryId, run: ImportId, page = 1) =>
    `${oneImport(base, id, run)}${page > 1 ? `?page=${page}` : ''}`,
  decision: (base: string, id: InventoryId, run: ImportId) => `${oneImport(base, id, run)}/decision`,
  abandon: (base: string, id: InventoryId, run: ImportId) => `${oneImport(base, id, run)}/abandon`,
  wrongLines: (base: string, id: InventoryId, run: ImportId, table: TableName) =>
    `${oneImport(base, id, run)}/refus/${table}`,
}

export type TemplateName = 'classeur.xlsx' | `${TableName}.csv`
