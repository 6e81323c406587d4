import { dayOf, timeOf } from '../../../../kernel/instant.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatHour, formatWeekday, plural } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { UpdateResult } from '../../data/upkeep/updates.store.ts'
import type { Span } from '../../domain/availability.ts'
import type { Rhythm, Standing } from '../../domain/upkeep/maintenance.ts'
import type { Moved } from '../../use-cases/moving/make-way.ts'
import type { UpdateRefusal } from '../../use-cases/upkeep/log-updates.ts'
import { spanText } from '../moment-wording.ts'

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  late: 'en retard',
  due: 'à faire aujourd’hui',
  soon: 'bientôt',
  later: 'à jour',
}

export const STANDING_LOOKS: Readonly<Record<Standing, State>> = {
  late: 'danger',
  due: 'warning',
  soon: 'pending',
  later: 'positive',
}

export const RESULT_WORDS: Readonly<Record<UpdateResult, string>> = {
  done: 'faite',
  failed: 'échouée',
  postponed: 'reportée',
}

/** « tous les 90 jours », « après chaque retour ». */
export function rhythmText({ everyDays, everyLoans }: Rhythm): string {
  if (everyLoans === 1) return 'après chaque retour'
  if (everyLoans !== null) return `tous les ${everyLoans} prêts`
  return everyDays === 1 ? 'chaque jour' : `tous les ${everyDays} jours`
}

/** « mardi 30 mars 2027, de 10 h à 11 h ». */
export function windowText({ from, until }: Span, zone: string): string {
  if (dayOf(from, zone) !== dayOf(until, zone)) return spanText({ from, until }, zone)
  return `${formatWeekday(dayOf(from, zone))}, de ${formatHour(timeOf(from, zone))} à ${formatHour(timeOf(until, zone))}`
}

/** « 2 h 30 », « 45 min ». */
export function lengthText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}

export const updateProblems: Readonly<Record<UpdateRefusal, Problem>> = {
  no_unit: {
    field: 'numeros',
    message: 'Aucun de ces numéros n’est dans l’inventaire. Vérifiez-les sur les étiquettes, un par ligne.',
  },
  day_ahead: {
    field: 'jour',
    message: 'Ce jour n’est pas encore venu : notez une mise à jour une fois qu’elle a été faite ou tentée.',
  },
}

/** The lines that name nothing, to be corrected: the others are kept. */
export function unknownProblem(lines: readonly string[]): Problem {
  return {
    field: 'numeros',
    message: `${plural(lines.length, 'ligne n’a pas été reconnue', 'lignes n’ont pas été reconnues')} : ${lines.join(', ')}. Corrigez, puis enregistrez de nouveau ; le reste est déjà noté.`,
  }
}

const MOVED: Readonly<Record<Moved['outcome'], readonly [one: string, many: string]>> = {
  substituted: ['prêt passe sur un autre exemplaire', 'prêts passent sur un autre exemplaire'],
  displaced: ['emprunteur reçoit une proposition', 'emprunteurs reçoivent une proposition'],
  cancelled: ['prêt est annulé', 'prêts sont annulés'],
  unheld: [
    'demande en attente n’a plus d’exemplaire gardé : répondez-y',
    'demandes en attente n’ont plus d’exemplaire gardé : répondez-y',
  ],
  at_risk: ['prêt reste à risque', 'prêts restent à risque'],
}

/** What became of the loans that made way; empty when there was none. */
export function movedSentence(moved: readonly Moved[]): string {
  const counted = Map.groupBy(moved, ({ outcome }) => outcome)
  const told = [...counted].map(([outcome, list]) => plural(list.length, ...MOVED[outcome]))
  return told.length === 0 ? '' : `${told.join(', ')}.`
}
