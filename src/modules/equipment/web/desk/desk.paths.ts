import type { Day } from '../../../../kernel/day.ts'
import type { Direction } from '../../domain/desk/condition.ts'
import type { DeskId, InventoryId, LineId, UnitId } from '../../domain/equipment.ts'

export const deskRoutesOf = {
  day: '/materiel/guichet',
  search: '/materiel/guichet/recherche',
  labels: '/materiel/guichet/etiquettes',
  line: '/materiel/guichet/prets/:ligne',
  preparation: '/materiel/guichet/prets/:ligne/preparation',
  shelving: '/materiel/guichet/prets/:ligne/remise-en-rayon',
  handOver: '/materiel/guichet/prets/:ligne/remise',
  return: '/materiel/guichet/prets/:ligne/retour',
  inspection: '/materiel/guichet/prets/:ligne/controle',
  report: '/materiel/guichet/prets/:ligne/etat/:sens',
  photos: '/materiel/guichet/prets/:ligne/etat/:sens/photos',
  signatures: '/materiel/guichet/prets/:ligne/etat/:sens/signatures',
  correction: '/materiel/guichet/prets/:ligne/etat/:sens/correction',
  /** For both parties. */
  photo: '/materiel/etats/:ligne/photos/:photo',
  document: '/materiel/etats/:ligne/:sens/document',
  label: '/m/:jeton',
  /** The day on the device: what it holds, and the worker that opens it without network. */
  pack: '/materiel/guichet/paquets/:guichet',
  worker: '/materiel/guichet/hors-ligne.js',
  conflicts: '/materiel/gestion/:inventaire/passages',
  relabel: '/materiel/gestion/:inventaire/exemplaires/:exemplaire/etiquette',
  sheet: '/materiel/guichet/etiquettes/:guichet',
  /** Another unit of the same model leaves instead. */
  swap: '/materiel/guichet/prets/:ligne/echange',
  /** The collector signs from their own account. */
  ownReport: '/materiel/prets/:pret/etat/:sens',
} as const

export type DeskAct = 'echange' | 'preparation' | 'remise-en-rayon' | 'remise' | 'retour' | 'controle'

const WAYS: Readonly<Record<Direction, string>> = { out: 'depart', in: 'retour' }

export const deskPaths = {
  day: (base: string, asked: { desk?: DeskId; on?: Day } = {}) => {
    const query = new URLSearchParams({
      ...(asked.desk && { guichet: asked.desk }),
      ...(asked.on && { jour: asked.on }),
    }).toString()
    return `${base}/materiel/guichet${query && `?${query}`}`
  },
  search: (base: string) => `${base}/materiel/guichet/recherche`,
  labels: (base: string, desk: DeskId) => `${base}/materiel/guichet/etiquettes?guichet=${desk}`,
  line: (base: string, line: LineId) => `${base}/materiel/guichet/prets/${line}`,
  act: (base: string, line: LineId, act: DeskAct) => `${base}/materiel/guichet/prets/${line}/${act}`,
  report: (
    base: string,
    line: LineId,
    direction: Direction,
    part: '' | '/photos' | '/signatures' | '/correction' = '',
  ) => `${base}/materiel/guichet/prets/${line}/etat/${WAYS[direction]}${part}`,
  photo: (base: string, line: LineId, photo: string) => `${base}/materiel/etats/${line}/photos/${photo}`,
  document: (base: string, line: LineId, direction: Direction) =>
    `${base}/materiel/etats/${line}/${WAYS[direction]}/document`,
  label: (base: string, token: string) => `${base}/m/${token}`,
  home: (base: string) => `${base}/materiel/guichet`,
  pack: (base: string, desk: DeskId, on: Day) => `${base}/materiel/guichet/paquets/${desk}?jour=${on}`,
  worker: (base: string) => `${base}${deskRoutesOf.worker}`,
  conflicts: (base: string, inventory: InventoryId) => `${base}/materiel/gestion/${inventory}/passages`,
  relabel: (base: string, inventory: InventoryId, unit: UnitId) =>
    `${base}/materiel/gestion/${inventory}/exemplaires/${unit}/etiquette`,
  sheet: (base: string, desk: DeskId, asked: Readonly<Record<string, string>>) =>
    `${base}/materiel/guichet/etiquettes/${desk}?${new URLSearchParams(asked)}`,
  ownReport: (base: string, line: LineId, direction: Direction) =>
    `${base}/materiel/prets/${line}/etat/${WAYS[direction]}`,
}

/** Null for a word that is neither. */
export function directionOf(way: string): Direction | null {
  return way === 'depart' ? 'out' : way === 'retour' ? 'in' : null
}
