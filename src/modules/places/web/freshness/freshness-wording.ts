import type { Day } from '../../../../kernel/day.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay, plural } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { FollowUpKind } from '../../data/freshness/follow-up.store.ts'
import type { FreshnessBadge } from '../../domain/freshness/badge.ts'
import { type FreshnessState, missed } from '../../domain/freshness/duty.ts'
import type { Period, PeriodLength } from '../../domain/freshness/period.ts'
import type { ReminderStep } from '../../domain/freshness/reminders.ts'
import type { ExemptionRefusal, FollowUpRefusal } from '../../use-cases/freshness/follow-place.ts'
import type { BoardLine } from '../../use-cases/freshness/freshness-board.ts'

const RANKS = ['premier', 'deuxième', 'troisième', 'quatrième'] as const

/** « premier semestre 2026 », « troisième trimestre 2026 », « année 2026 ». */
export function periodText({ name }: Named): string {
  const { year, half, quarter } = partsOf(name)
  if (half) return `${half === 1 ? 'premier' : 'second'} semestre ${year}`
  return quarter ? `${RANKS[quarter - 1]} trimestre ${year}` : `année ${year}`
}

/** « le premier semestre 2026 », « l’année 2026 ». */
export function thePeriodText(period: Named): string {
  return isYear(period) ? `l’${periodText(period)}` : `le ${periodText(period)}`
}

/** « du premier semestre 2026 », « de l’année 2026 ». */
export function ofPeriodText(period: Named): string {
  return isYear(period) ? `de l’${periodText(period)}` : `du ${periodText(period)}`
}

/** « ce semestre », « ce trimestre », « cette année ». */
export function thisPeriodText({ name }: Named): string {
  const { half, quarter } = partsOf(name)
  return half ? 'ce semestre' : quarter ? 'ce trimestre' : 'cette année'
}

/** « chaque semestre civil », « chaque trimestre civil », « chaque année civile ». */
export function eachPeriodText({ name }: Named): string {
  const { half, quarter } = partsOf(name)
  return half ? 'chaque semestre civil' : quarter ? 'chaque trimestre civil' : 'chaque année civile'
}

export const lengthNames: Readonly<Record<PeriodLength, string>> = {
  quarter: 'Chaque trimestre',
  semester: 'Chaque semestre',
  year: 'Chaque année',
}

type Named = Pick<Period, 'name'>

function isYear({ name }: Named): boolean {
  return /^\d+$/.test(name)
}

function partsOf(name: string) {
  const [year = '', part = ''] = name.split('-')
  const rank = Number(part.slice(1))
  return { year, half: part.startsWith('H') ? rank : 0, quarter: part.startsWith('Q') ? rank : 0 }
}

/** « Informations confirmées le 3 mars 2026 », « Informations non confirmées depuis 9 mois ». DIR-59. */
export function badgeText(badge: FreshnessBadge): string {
  switch (badge.kind) {
    case 'confirmed':
      return `Informations confirmées le ${formatDay(badge.on)}`
    case 'silent':
      return `Informations non confirmées depuis ${badge.months} mois`
    case 'never':
      return 'Informations jamais confirmées par le lieu'
  }
}

export const stateNames: Readonly<Record<FreshnessState, string>> = {
  due: 'À faire',
  done: 'Fait',
  overdue: 'En retard',
  exempted: 'Dispensé',
}

export const stateTags: Readonly<Record<FreshnessState, State>> = {
  due: 'pending',
  done: 'positive',
  overdue: 'warning',
  exempted: 'neutral',
}

interface RemindedPlace {
  name: string
  commune: string
  /** Where one click says that nothing changed; null: this person has no account, the list is for them. */
  link: string | null
}

interface ReminderMail {
  places: readonly RemindedPlace[]
  period: Period
  step: ReminderStep
  today: Day
  networkName: string
  /** Of the list of one's places. */
  list: string
}

/** More places than that are confirmed on the list: a mail of forty links helps nobody. */
const MOST_LINKS = 10

/** One mail per person, whatever the number of places. DIR-59. */
export function reminderMail({ places, period, step, today, networkName, list }: ReminderMail): {
  subject: string
  body: string
} {
  const isLate = today > period.lastDay
  const when = isLate
    ? `C’était attendu pour le ${formatDay(period.lastDay)} au plus tard.`
    : `C’est attendu pour le ${formatDay(period.lastDay)} au plus tard${step === 'end' ? ', aujourd’hui' : ''}.`
  const withLinks = places.length <= MOST_LINKS
  return {
    subject: `${networkName} : ${plural(places.length, 'fiche de lieu', 'fiches de lieux')} à confirmer, ${periodText(period)}`,
    body: [
      'Bonjour,',
      `Personne n’a encore dit, ${thisPeriodText(period)}, que ${places.length === 1 ? 'cette fiche est juste' : 'ces fiches sont justes'}. ${when}`,
      ...places.map((place) => lineOf(place, withLinks)),
      `Pour corriger une fiche, dire qu’un lieu a fermé, ou tout confirmer sur une seule page : ${list}`,
      ...(withLinks && places.some(({ link }) => link)
        ? ['Chaque lien est pour vous, sans mot de passe, pendant 30 jours. L’ouvrir n’enregistre rien.']
        : []),
      networkName,
    ].join('\n\n'),
  }
}

function lineOf({ name, commune, link }: RemindedPlace, withLinks: boolean): string {
  const place = commune ? `${name}, ${commune}` : name
  return withLinks && link ? `- ${place}. Rien n’a changé ? ${link}` : `- ${place}`
}

/** Told to the head the day after the period. LAB-32. */
export function overdueMail({
  count,
  period,
  networkName,
  address,
}: {
  count: number
  period: Period
  networkName: string
  address: string
}): { subject: string; body: string } {
  return {
    subject: `${networkName} : ${plural(count, 'fiche de lieu en retard', 'fiches de lieux en retard')}`,
    body: [
      'Bonjour,',
      `La fin ${ofPeriodText(period)} est passée sans que ${count === 1 ? 'la fiche de ce lieu soit confirmée' : 'les fiches de ces lieux soient confirmées'}. Aucun label ne tombe pour cela.`,
      `La liste, avec qui appeler : ${address}`,
      networkName,
    ].join('\n\n'),
  }
}

/** The states, as addresses name them. */
export const STATE_PARAMETERS: Readonly<Record<FreshnessState, string>> = {
  due: 'a-faire',
  done: 'fait',
  overdue: 'en-retard',
  exempted: 'dispense',
}

export const followUpNames: Readonly<Record<FollowUpKind, string>> = {
  phone: 'Appelé le lieu',
  mail: 'Écrit au lieu',
  note: 'Gardé une note',
  postponed: 'Reporté',
  closure_asked: 'Demandé au lieu s’il a fermé',
}

export const followUpProblems: Readonly<Record<FollowUpRefusal, Problem>> = {
  'not-late': {
    field: null,
    message: 'Ce lieu n’est plus en retard : sa fiche vient d’être confirmée. Rien n’a été noté.',
  },
  'waits-in-the-past': {
    field: 'jusqu_au',
    message: 'Choisissez un jour à venir.',
  },
}

export const exemptionProblems: Readonly<Record<ExemptionRefusal, Problem>> = {
  'no-such-semester': {
    field: 'semestre',
    message: 'Ce lieu ne doit rien pour cette période. Choisissez-en une à faire ou manquée.',
  },
  'already-exempted': { field: 'semestre', message: 'Ce lieu en est déjà dispensé.' },
}

/** The board as a file: one line per place, counted as the page counts them. */
export const BOARD_HEADER = [
  'lieu',
  'commune',
  'departement',
  'structure',
  'label',
  'etat',
  'derniere_confirmation',
  'periodes_manquees',
  'reporte_au',
] as const

export function boardRow({ place, freshness, waitsUntil }: BoardLine): string[] {
  return [
    place.name,
    place.commune,
    place.department,
    place.runBy.map(({ name }) => name).join(' | '),
    freshness.labels.join(' | '),
    stateNames[freshness.state],
    freshness.lastSaidOn ?? '',
    missed(freshness.duties)
      .map(({ name }) => name)
      .join(' | '),
    waitsUntil ?? '',
  ]
}

/** Said to those who keep a place that was hidden by itself. */
export function hiddenBecause(months: number): string {
  return `Sans nouvelles depuis ${months} mois au moins, après deux avis.`
}

/** Before a silent place is hidden: told twice, a month apart. DIR-60. */
export function hidingMail({
  places,
  afterMonths,
  networkName,
  list,
}: {
  places: readonly { name: string }[]
  afterMonths: number
  networkName: string
  list: string
}): { subject: string; body: string } {
  return {
    subject: `${networkName} : ${plural(places.length, 'lieu va quitter l’annuaire', 'lieux vont quitter l’annuaire')}`,
    body: [
      'Bonjour,',
      `Depuis ${afterMonths} mois au moins, personne n’a dit que ${places.length === 1 ? 'cette fiche est juste' : 'ces fiches sont justes'} :`,
      places.map(({ name }) => `- ${name}`).join('\n'),
      'Après deux avis à un mois d’intervalle, puis un mois de plus, le lieu n’est plus montré au public. Un mot de vous suffit à l’y garder.',
      `Confirmez ou corrigez la fiche : ${list}`,
      networkName,
    ].join('\n\n'),
  }
}
