import { formatNumber } from '../../../../ui/french.ts'
import type { GroundKind } from '../../domain/search/asked.ts'
import {
  inhabitantsPerPlace,
  type LabelFigure,
  type TerritoryFigures,
} from '../../domain/statistics/figures.ts'

/** How the parts of a territory are called, in the plural. */
export const partNames: Partial<Record<GroundKind, string>> = {
  region: 'Départements',
  departement: 'Intercommunalités',
  epci: 'Communes',
}

/** « 62 % »; « sans objet » when there is nothing to take a share of. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? 'sans objet' : `${formatNumber(Math.round((part / whole) * 100))} %`
}

/** The finding, in one sentence. */
export function finding({ places, labelled, inhabitants }: TerritoryFigures): string {
  if (places === 0) return 'Aucun lieu du réseau n’est publié ici.'
  const per = inhabitantsPerPlace({ places, inhabitants })
  const listed = places === 1 ? '1 lieu' : `${formatNumber(places)} lieux`
  const borne =
    labelled === 0 ? '' : `, dont ${formatNumber(labelled)} ${labelled === 1 ? 'labellisé' : 'labellisés'}`
  return `${listed}${borne}${per === null ? '' : ` : un lieu pour ${formatNumber(per)} habitants`}.`
}

/** « EPN Normandie », « Territoire, ville internet : niveau 4 ». */
export function labelText({ name, level }: LabelFigure): string {
  return level === null ? name : `${name} : niveau ${level}`
}

/** What each figure counts: on the page, and in the file. */
export const METHOD = {
  places: 'Lieux publiés : ni brouillon, ni masqué, ni fermé. Un doublon réuni compte une fois.',
  labelled: 'Lieux qui portent au moins un label aujourd’hui. Un lieu qui en porte deux compte une fois.',
  confirmed:
    'Lieux dont la structure ou l’équipe a confirmé ou modifié la fiche depuis le début du semestre civil. Un import ne compte pas.',
  hoursKnown: 'Lieux dont les horaires sont donnés et se lisent. Les autres ne comptent pas comme fermés.',
  openEvening: 'Une semaine ordinaire les voit ouverts en soirée.',
  openSaturday: 'Une semaine ordinaire les voit ouverts le samedi.',
  openSunday: 'Une semaine ordinaire les voit ouverts le dimanche.',
  completeness:
    'Moyenne des fiches, sur 100 : horaires, services, contact et adresse comptent 15 points chacun, le reste moins.',
  inhabitants:
    'Population des communes du territoire. Pour tout le réseau : celle des départements où il a des lieux.',
  farCommunes: 'Communes dont le centre est à plus de 20 km, à vol d’oiseau, de tout lieu du réseau.',
} as const

export const EVOLUTION =
  'Chiffres relevés à la fin de chaque semestre civil, et jamais recalculés depuis : corriger l’annuaire aujourd’hui ne les change pas.'

/** « S1 2026 »: short, for the foot of a drawing. */
export function shortSemester(name: string): string {
  const [year = '', half = ''] = name.split('-H')
  return `S${half} ${year}`
}
