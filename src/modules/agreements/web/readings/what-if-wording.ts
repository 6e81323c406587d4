import { type Day, isDay } from '../../../../kernel/day.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { PlaceLabel } from '../../domain/annex.ts'
import type { Difference, StateValue } from '../../domain/differences.ts'
import type { AgreementState, AgreementStatus } from '../../domain/state.ts'
import { warningSentences } from '../reading-wording.ts'
import { deadlineWords, statusTag } from '../wording.ts'

export const simulatedActs = {
  denonciation: 'Une dénonciation',
  resiliation: 'Une mise en demeure, puis la résiliation',
  reconduction: 'Une reconduction expresse',
  duree: 'Un avenant qui fixe un autre dernier jour',
} as const

export type SimulatedAct = keyof typeof simulatedActs

export const isSimulatedAct = (text: string): text is SimulatedAct => Object.hasOwn(simulatedActs, text)

export const labelWords: Record<PlaceLabel['status'], string> = {
  active: 'label en cours',
  withdrawn: 'label retiré',
  ended: 'label arrivé à son terme',
}

/** What one column of a comparison says, in the order of the consequences: agreement, then its dates. */
export function factsOf(state: AgreementState): { label: string; value: string }[] {
  const { status, lastDayInForce, period, nextDeadlines, amendmentRequestDeadline } = state
  const toDenounce = nextDeadlines.find(({ kind }) => kind === 'last_day_to_denounce_before_renewal')
  return [
    { label: 'État', value: statusTag[status].word },
    {
      label: 'Dernier jour de la convention',
      value: lastDayInForce ? formatDay(lastDayInForce) : period ? 'Aucun n’est fixé' : '—',
    },
    { label: deadlineWords.period_end, value: dayOr(period?.lastDay) },
    { label: deadlineWords.last_day_to_denounce_before_renewal, value: dayOr(toDenounce?.day) },
    { label: deadlineWords.last_day_to_request_amendment, value: dayOr(amendmentRequestDeadline) },
  ]
}

function dayOr(day: Day | null | undefined): string {
  return day ? formatDay(day) : 'Sans objet'
}

const NAMES: Readonly<Record<string, string>> = {
  status: 'État',
  enteredIntoForceOn: 'Entrée en vigueur',
  lastDayInForce: 'Dernier jour de la convention',
  'period.start': 'Début de la période',
  'period.lastDay': 'Fin de la période',
  amendmentRequestDeadline: deadlineWords.last_day_to_request_amendment,
  cureLastDay: 'Fin du délai de mise en demeure',
  cureLastDayIfShifted: 'Le même jour, reporté au jour ouvré',
  terminationAvailableFrom: 'Résiliation possible à partir du',
  amicableLastDay: 'Fin de la phase amiable',
  courtAvailableFrom: 'Tribunal possible à partir du',
  effectiveOn: 'Effet d’un avenant',
  inTime: 'Demande d’avenant arrivée à temps',
  validatedOn: 'Compte rendu validé le',
}

/** Families of values told together, by how many change: « 4 réunions ou fiches ». */
const FAMILIES: Readonly<Record<string, string>> = {
  obligations: 'Obligations des parties',
  motions: 'Résultat d’un vote',
  minutes: 'Compte rendu',
  communications: 'Demande de communication',
  formalNotices: 'Mise en demeure',
  disputes: 'Différend',
  amendments: 'Avenant',
  labels: 'Label d’un lieu',
  rejectedActs: 'Acte gardé sans effet',
}

/** A change in words; null for what only repeats another line. */
export function differenceSentence({ path, before, after }: Difference): string | null {
  const [family = '', ...rest] = path.split('.')
  if (['inForce', 'endReason', 'missingSignatures'].includes(path) || /^period\.(index|kind)$/.test(path))
    return null
  if (family === 'warnings') return after ? warningSentences[rest[0] as keyof typeof warningSentences] : null
  const name =
    NAMES[path] ??
    (family === 'nextDeadlines' ? deadlineWords[rest[0] as keyof typeof deadlineWords] : undefined) ??
    NAMES[rest.at(-1) ?? ''] ??
    FAMILIES[family] ??
    'Une autre valeur'
  return `${name} : ${inWords(before)} devient ${inWords(after)}.`
}

/** The changes in words, each once. */
export function differenceSentences(differences: readonly Difference[]): string[] {
  return [...new Set(differences.flatMap((one) => differenceSentence(one) ?? []))]
}

const VALUES: Readonly<Record<string, string>> = {
  active: 'en cours',
  withdrawn: 'retiré',
  upcoming: 'à venir',
  due: 'à faire',
  fulfilled: 'fait',
  overdue: 'en retard',
  adopted: 'adopté',
  not_adopted: 'non adopté',
  not_required: 'accord non requis',
  awaiting_other_party: 'en attente de l’autre partie',
  approved: 'approuvé',
  refused: 'refusé',
  running: 'délai en cours',
  cured: 'manquement réparé',
  termination_available: 'résiliation possible',
  terminated: 'résilié',
  amicable: 'phase amiable',
  court_available: 'tribunal possible',
  awaiting_receipt: 'réception attendue',
  settled: 'réglé',
}

function inWords(value: StateValue): string {
  if (value === null) return '« aucun »'
  if (typeof value === 'boolean') return value ? '« oui »' : '« non »'
  if (isDay(value)) return formatDay(value)
  const text = String(value)
  const status = Object.hasOwn(statusTag, text)
    ? statusTag[text as AgreementStatus].word.toLowerCase()
    : undefined
  return `« ${VALUES[text] ?? status ?? text.replaceAll('_', ' ')} »`
}
