import type { InventoryId, ModelId, UnitId } from '../../domain/equipment.ts'
import { managingPaths } from '../managing/managing.paths.ts'

const ONE = '/materiel/gestion/:inventaire'
const MODEL = `${ONE}/catalogue/:modele`
const UNIT = `${ONE}/exemplaires/:exemplaire`

export const routes = {
  media: `${MODEL}/illustrations`,
  photos: `${MODEL}/photos`,
  photoAct: `${MODEL}/photos/changement`,
  notices: `${MODEL}/notices`,
  noticeEnd: `${MODEL}/notices/retrait`,
  end: `${MODEL}/fin`,
  modelList: `${MODEL}/liste`,
  unitFile: `${UNIT}/fiche`,
  kit: `${UNIT}/contenu`,
  kitList: `${UNIT}/contenu/liste`,
  kitAdding: `${UNIT}/contenu/ajout`,
  transfer: `${UNIT}/transfert`,
  transferArrival: `${UNIT}/transfert/arrivee`,
  transferEnd: `${UNIT}/transfert/abandon`,
  consumables: `${ONE}/consommables`,
  moves: `${ONE}/consommables/mouvements`,
  photo: '/materiel/photos/:photo',
  notice: '/materiel/notices/:notice',
} as const

export const sheetPaths = {
  media: (base: string, inventory: InventoryId, model: ModelId) =>
    `${managingPaths.model(base, inventory, model)}/illustrations`,
  photos: (base: string, inventory: InventoryId, model: ModelId) =>
    `${managingPaths.model(base, inventory, model)}/photos`,
  notices: (base: string, inventory: InventoryId, model: ModelId) =>
    `${managingPaths.model(base, inventory, model)}/notices`,
  end: (base: string, inventory: InventoryId, model: ModelId) =>
    `${managingPaths.model(base, inventory, model)}/fin`,
  modelList: (base: string, inventory: InventoryId, model: ModelId) =>
    `${managingPaths.model(base, inventory, model)}/liste`,
  unitFile: (base: string, inventory: InventoryId, unit: UnitId) =>
    `${managingPaths.unit(base, inventory, unit)}/fiche`,
  kit: (base: string, inventory: InventoryId, unit: UnitId) =>
    `${managingPaths.unit(base, inventory, unit)}/contenu`,
  transfer: (base: string, inventory: InventoryId, unit: UnitId) =>
    `${managingPaths.unit(base, inventory, unit)}/transfert`,
  consumables: (base: string, inventory: InventoryId) =>
    `${managingPaths.inventory(base, inventory)}/consommables`,
  photo: (base: string, id: string) => `${base}/materiel/photos/${id}`,
  notice: (base: string, id: string) => `${base}/materiel/notices/${id}`,
}
