import { formatNumber, plural } from '../../../../ui/french.ts'
import { kindNames } from '../../../identity/index.ts'
import { departmentName } from '../../../places/index.ts'
import { type Dimension, type Figures, type LineFigure, UNKNOWN } from '../../domain/telling/statistics.ts'

export type FigureName = LineFigure | 'never_lent' | 'costs'

interface FigureWords {
  /** As the address says it. */
  readonly code: string
  readonly label: string
  /** What is counted, and what is not. */
  readonly counted: string
}

export const FIGURE_WORDS: Readonly<Record<FigureName, FigureWords>> = {
  lent: {
    code: 'jours',
    label: 'Jours de prêt',
    counted:
      'Jours de calendrier où un exemplaire était chez un emprunteur, premier et dernier compris. Un jour partagé par deux prêts compte pour le premier. Une malle compte une fois, sans ses pièces.',
  },
  requests: {
    code: 'demandes',
    label: 'Demandes',
    counted: 'Demandes envoyées dans la période, une par exemplaire demandé. Les brouillons ne comptent pas.',
  },
  decided: {
    code: 'decisions',
    label: 'Demandes décidées',
    counted:
      'Demandes accordées ou refusées dans la période. L’attente va de l’envoi à la première réponse ; une demande abandonnée ou expirée n’en a pas.',
  },
  refused: { code: 'refus', label: 'Refus', counted: 'Demandes refusées dans la période, avec leur motif.' },
  displaced: {
    code: 'reprises',
    label: 'Prêts repris',
    counted: 'Prêts déjà accordés que le propriétaire a repris dans la période, quelle que soit la suite.',
  },
  no_show: {
    code: 'jamais-retires',
    label: 'Prêts jamais retirés',
    counted: 'Prêts accordés que personne n’est venu chercher, délai de grâce passé.',
  },
  due: {
    code: 'echeances',
    label: 'Retours attendus',
    counted: 'Prêts sortis dont le retour, prolongations et rappels compris, tombait dans la période.',
  },
  late: {
    code: 'retards',
    label: 'Retours en retard',
    counted:
      'Parmi les retours attendus, ceux dont la dernière pièce est rentrée un autre jour, plus tard, ou n’est pas rentrée.',
  },
  unmet: {
    code: 'non-satisfaites',
    label: 'Demandes non satisfaites',
    counted:
      'Refus faute de matériel libre, et inscriptions en liste d’attente dont la période est passée. Qui a renoncé sans s’inscrire n’y est pas.',
  },
  costs: {
    code: 'couts',
    label: 'Coût des réparations',
    counted: 'Frais datés de la période, qui que ce soit qui les supporte.',
  },
  never_lent: {
    code: 'jamais-pretes',
    label: 'Exemplaires jamais prêtés',
    counted:
      'Exemplaires en service à la fin de la période, restés douze mois sans sortir, seuls ou en malle.',
  },
}

export const LENDABLE_COUNTED =
  'Jours prêtables : jours de calendrier où l’exemplaire était en service. Les jours de réparation, de mise de côté, de perte ou de réforme n’en sont pas ; ceux où le propriétaire s’en sert en sont. L’emprunteur choisi dans les filtres n’y change rien.'

export const DIVISION_WORDS: Readonly<Record<Dimension, { code: string; label: string; one: string }>> = {
  model: { code: 'modele', label: 'par modèle', one: 'Modèle' },
  unit: { code: 'exemplaire', label: 'par exemplaire', one: 'Exemplaire' },
  category: { code: 'categorie', label: 'par catégorie', one: 'Catégorie' },
  desk: { code: 'guichet', label: 'par guichet', one: 'Guichet' },
  borrowerKind: { code: 'type', label: 'par type d’emprunteur', one: 'Type d’emprunteur' },
  territory: { code: 'territoire', label: 'par territoire', one: 'Territoire' },
}

export const BEARER_WORDS: Readonly<Record<string, string>> = {
  owner: 'le propriétaire',
  borrower: 'l’emprunteur',
  insurer: 'l’assureur',
}

export const DISPLACEMENT_ANSWERS: Readonly<Record<string, string>> = {
  accepted: 'autre exemplaire accepté',
  split: 'prêt partagé autour des dates',
  given_up: 'prêt abandonné',
  lapsed: 'sans réponse',
}

export function borrowerKindWord(kind: string): string {
  return kindNames[kind as keyof typeof kindNames] ?? kind
}

/** « Manche (50) ». */
export function territoryWord(territory: string): string {
  return territory === UNKNOWN ? 'Territoire inconnu' : `${departmentName(territory)} (${territory})`
}

/** « 42 % », of what there is; a dash when there is nothing. */
export function rateText(part: number, whole: number | null): string {
  return whole ? `${formatNumber(Math.round((part / whole) * 100))}\u202f%` : '–'
}

/** « 1 234,50 € ». */
export function euros(cents: number): string {
  return `${new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 }).format(cents / 100)}\u00a0€`
}

/** « 3 h », « 2,5 jours »: seconds as somebody waits them. */
export function waitText(seconds: number | null): string {
  if (seconds === null) return '–'
  const hours = seconds / 3600
  if (hours < 1) return 'moins d’une heure'
  if (hours < 24) return `${formatNumber(Math.round(hours))} h`
  const days = Math.round(hours / 2.4) / 10
  return plural(days, 'jour', 'jours')
}

export function lentSentence({ daysLent, daysLendable }: Figures): string {
  const days = plural(daysLent, 'jour de prêt', 'jours de prêt')
  return daysLendable === null
    ? days
    : `${days} pour ${plural(daysLendable, 'jour prêtable', 'jours prêtables')}`
}
