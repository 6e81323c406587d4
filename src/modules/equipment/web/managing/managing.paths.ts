import type { DeskId, InventoryId, LineId, ModelId, UnitId } from '../../domain/equipment.ts'

const WORK = '/materiel/gestion'
const ONE = `${WORK}/:inventaire`

export const routes = {
  work: WORK,
  opening: `${WORK}/nouvel-inventaire`,
  inventory: ONE,
  sheet: `${ONE}/fiche`,
  rules: `${ONE}/reglement`,
  roles: `${ONE}/roles`,
  roleEnd: `${ONE}/roles/retrait`,
  desks: `${ONE}/guichets`,
  desk: `${ONE}/guichets/:guichet`,
  week: `${ONE}/guichets/:guichet/semaine`,
  day: `${ONE}/guichets/:guichet/jour`,
  deskPlace: `${ONE}/guichets/:guichet/lieu`,
  stock: `${ONE}/catalogue`,
  newModel: `${ONE}/catalogue/nouveau-modele`,
  model: `${ONE}/catalogue/:modele`,
  accessories: `${ONE}/catalogue/:modele/accessoires`,
  substitutes: `${ONE}/catalogue/:modele/remplacants`,
  units: `${ONE}/catalogue/:modele/exemplaires`,
  unit: `${ONE}/exemplaires/:exemplaire`,
  lifecycle: `${ONE}/exemplaires/:exemplaire/etat`,
  ownerUse: `${ONE}/exemplaires/:exemplaire/usage-propre`,
  line: `${ONE}/prets/:ligne`,
  approval: `${ONE}/prets/:ligne/accord`,
  rejection: `${ONE}/prets/:ligne/refus`,
  extension: `${ONE}/prets/:ligne/prolongation`,
  displacement: `${ONE}/prets/:ligne/reprise`,
  otherUnit: `${ONE}/prets/:ligne/exemplaire`,
  proofs: `${ONE}/assurances`,
  proof: `${ONE}/assurances/:attestation`,
  waiting: `${ONE}/attente`,
  entry: `${ONE}/nouvelle-demande`,
} as const

const one = (base: string, inventory: InventoryId) => `${base}${WORK}/${inventory}`

export const managingPaths = {
  work: (base: string) => `${base}${WORK}`,
  opening: (base: string) => `${base}${routes.opening}`,
  inventory: one,
  sheet: (base: string, id: InventoryId) => `${one(base, id)}/fiche`,
  rules: (base: string, id: InventoryId) => `${one(base, id)}/reglement`,
  roles: (base: string, id: InventoryId) => `${one(base, id)}/roles`,
  roleEnd: (base: string, id: InventoryId) => `${one(base, id)}/roles/retrait`,
  desks: (base: string, id: InventoryId) => `${one(base, id)}/guichets`,
  desk: (base: string, id: InventoryId, desk: DeskId) => `${one(base, id)}/guichets/${desk}`,
  stock: (base: string, id: InventoryId) => `${one(base, id)}/catalogue`,
  newModel: (base: string, id: InventoryId) => `${one(base, id)}/catalogue/nouveau-modele`,
  model: (base: string, id: InventoryId, model: ModelId) => `${one(base, id)}/catalogue/${model}`,
  unit: (base: string, id: InventoryId, unit: UnitId) => `${one(base, id)}/exemplaires/${unit}`,
  line: (base: string, id: InventoryId, line: LineId) => `${one(base, id)}/prets/${line}`,
  proofs: (base: string, id: InventoryId) => `${one(base, id)}/assurances`,
  waiting: (base: string, id: InventoryId) => `${one(base, id)}/attente`,
  entry: (base: string, id: InventoryId) => `${one(base, id)}/nouvelle-demande`,
}
