import { civil, type Day } from '../../../../kernel/day.ts'
import { FRENCH_MONTHS } from '../../../../kernel/french-months.ts'
import { formatDay, formatNumber } from '../../../../ui/french.ts'
import { departmentName } from '../../data/departments.queries.ts'
import {
  CORRECTABLE_DAYS,
  type CountedOutcome,
  FEWEST_SHOWN,
  FOLLOWED_DAYS,
  type Outcome,
} from '../../domain/orientation/outcome.ts'
import type { Service } from '../../domain/vocabulary.ts'
import { plainService } from '../wording.ts'

export const countedTexts: Readonly<Record<CountedOutcome, string>> = {
  came: 'Venues',
  absent: 'Pas venues',
  unknown: 'On ne sait pas',
  unanswered: 'Sans réponse',
}

/** What became of one person, as one answers it. */
export const outcomeTexts: Readonly<Record<Outcome, string>> = {
  came: 'Venue',
  absent: 'Pas venue',
  unknown: 'On ne sait pas',
}

export const TOO_LATE = `Cette réponse ne se corrige plus : elle a plus de ${CORRECTABLE_DAYS} jours. Le nombre reste tel quel.`

/** Few enough to tell of somebody: their number is not said. */
export function countText(sheets: number | undefined): string {
  if (!sheets) return '0'
  return sheets < FEWEST_SHOWN ? `moins de ${FEWEST_SHOWN}` : formatNumber(sheets)
}

/** « juin 2026 » */
export function monthText(month: Day): string {
  const { year, month: number } = civil(month)
  return `${FRENCH_MONTHS[number - 1]} ${year}`
}

export function needText(need: string): string {
  return need === '' ? 'Sans besoin précis' : plainService(need as Service)
}

export function territoryText(department: string): string {
  return department === '' ? 'Non situé' : `${departmentName(department)} (${department})`
}

/** On the sheet itself: what is kept of whoever bears it, until when, and how to change one’s mind. */
export function consentText(prescriber: string, until: Day): string {
  return `Avec votre accord, ${prescriber} garde votre prénom et ces adresses jusqu’au ${formatDay(until)} au plus tard, pour savoir si vous avez trouvé de l’aide. Ensuite tout est effacé. Vous changez d’avis ? Dites-le à qui vous a remis cette fiche : c’est effacé aussitôt.`
}

export const KEPT_SENTENCE = `Son prénom et votre nom sont gardés ${FOLLOWED_DAYS} jours au plus. Ils sont effacés dès que quelqu’un répond « venue » ou « pas venue ». Il reste un nombre, sans nom, et qui a répondu peut corriger sa réponse pendant ${CORRECTABLE_DAYS} jours.`
