import { isDay } from '../../../kernel/day.ts'
import { type Instant, isInstant } from '../../../kernel/instant.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { formatDay } from '../../../ui/french.ts'
import type { LendingRefusal } from '../use-cases/lending-refusal.ts'
import { lineStateWord } from './line-wording.ts'
import { appointmentText } from './moment-wording.ts'

type Details = Readonly<Record<string, string>>

/** What is wrong, and what to do: one sentence or two for each code, figures included. EQP-1601. */
const sentences: Record<LendingRefusal, (details: Details, zone: string) => string> = {
  no_such_thing: () => 'Ce matériel ou ce prêt n’existe pas, ou n’est pas à votre portée.',
  state_changed: ({ state }) =>
    state
      ? `Ce prêt a changé entre-temps : il est maintenant « ${lineStateWord(state)} ». Relisez la page, puis recommencez si c’est encore utile.`
      : 'Ce prêt a changé entre-temps. Relisez la page, puis recommencez si c’est encore utile.',
  no_loan_right: ({ because = '', ...details }) => noRight(because, details),
  request_incomplete: () =>
    'Il manque de quoi décider : décrivez les actions prévues en 20 signes au moins, et confirmez que le matériel sera rangé dans un lieu sûr.',
  period_invalid: () => 'La date de retour doit suivre celle du retrait.',
  slot_unavailable: ({ purpose, because = '', reason }) =>
    `${purpose === 'return' ? 'Le retour' : 'Le retrait'} n’est pas possible à cette heure : ${closed(because, reason)}. Choisissez un des créneaux proposés.`,
  derogation_required: ({ days = '', limit = '' }) =>
    `Ce prêt dure ${days} jours, premier et dernier compris ; la convention en prévoit ${limit}. Raccourcissez-le, ou demandez un dépassement : la tête de réseau devra alors le motiver.`,
  too_long: ({ days = '', limit }) =>
    `Ce prêt durerait ${days} jours, premier et dernier compris${limit ? `, et le règlement n’en permet que ${limit}` : ', plus que le règlement ne permet'}. Raccourcissez-le.`,
  already_taken: ({ unit, until }, zone) =>
    unit
      ? `Ce matériel n’est plus libre à ces dates : ${unit} est pris${isInstant(until) ? ` jusqu’au ${appointmentText(until, zone)}` : ''}. Choisissez une des solutions proposées.`
      : 'Ce matériel n’est plus libre à ces dates. Choisissez une des solutions proposées, ou d’autres dates.',
  insurance_missing: ({ from, lastDay }) =>
    `Aucune attestation d’assurance vérifiée ne couvre le prêt${between(from, lastDay)}. Envoyez-en une qui couvre ces jours.`,
  reason_missing: ({ report }) =>
    report
      ? 'L’état des lieux n’est pas signé. Faites-le signer, ou dites pourquoi il ne l’est pas.'
      : 'Dites pourquoi : ce motif est gardé avec le prêt.',
  own_request: () => 'Cette demande vient de votre propre structure : une autre personne doit en décider.',
  own_entry: () =>
    'Vous agissez aussi pour cette structure : faites-en la demande en son nom, depuis « Emprunter du matériel ».',
  custody_inconsistent: () =>
    'Ces heures se contredisent avec un passage déjà enregistré pour ce matériel. Vérifiez le jour et l’heure.',
  collector_missing: () => 'Indiquez le nom de la personne qui vient chercher le matériel.',
  maintenance_overdue: ({ unit = '', title = '', due }) =>
    `${unit} ne peut pas partir : l’entretien « ${title} » devait être fait${dayText(due, ' le ')}. Faites-le enregistrer par un technicien, ou demandez à la personne qui gère l’inventaire de promettre un autre exemplaire.`,
  displacement_not_written: () =>
    'Le règlement ne permet pas de reprendre un prêt accordé. Vous pouvez demander à l’emprunteur un autre arrangement.',
  notice_too_short: ({ notice = '' }) =>
    `Il est trop tard pour reprendre ce prêt : il faut ${notice} jours d’ouverture avant le retrait. Demandez à l’emprunteur un autre arrangement.`,
  already_out: () =>
    'Ce matériel est déjà sorti. Seul un retour anticipé peut être demandé à qui le détient.',
  still_out: ({ unit = '', holder = '', until }, zone) =>
    `${unit} n’est pas rentré : il est chez ${holder}${isInstant(until) ? `, attendu le ${appointmentText(until, zone)}` : ''}. Préparez ce prêt à son retour, ou donnez un autre exemplaire.`,
  emergency_forbidden: ({ article }) =>
    `Aucune intervention n’est admise, même en urgence${article ? ` (art. ${article} de votre convention)` : ''}. Mettez le matériel à l’écart et signalez la panne : la tête de réseau vous dira quoi faire.`,
  charges_open: () =>
    'Des frais de ce prêt ne sont pas réglés. Décidez-les, notez qu’ils sont payés ou remis, puis closez le prêt.',
  answer_too_late: () =>
    'Le délai pour répondre est passé : ce qui vous était gardé est de nouveau libre. Faites une nouvelle demande, ou rejoignez la liste d’attente.',
}

const noRights: Readonly<Record<string, (details: Details) => string>> = {
  agreement_not_in_force: ({ agreement }) => `La convention${named(agreement)} n’est pas en vigueur`,
  agreement_lends_nothing: ({ agreement }) =>
    `La convention${named(agreement)} ne prévoit pas le prêt de ce matériel`,
  place_not_covered: ({ agreement }) => `Ce lieu n’est pas couvert par la convention${named(agreement)}`,
  return_after_the_last_day: ({ agreement, lastDay }) =>
    `La convention${named(agreement)} prend fin${dayText(lastDay, ' le ')} : le matériel doit être rendu ce jour-là au plus tard`,
  formal_notice_running: () => 'Les prêts sont suspendus le temps d’une mise en demeure',
  too_late_elsewhere: () => 'Un de vos prêts est trop en retard : rendez-le d’abord',
}

function noRight(because: string, details: Details): string {
  const told = noRights[because]?.(details) ?? 'Vous ne pouvez pas emprunter ce matériel à ces dates'
  const whom = details.contact ? `Écrivez à ${details.contact}` : 'Écrivez à la tête de réseau'
  return `${told}. ${whom} pour en parler.`
}

const closures: Readonly<Record<string, string>> = {
  holiday: 'le guichet est fermé, c’est un jour férié',
  weekly: 'le guichet n’ouvre pas ce jour-là',
  off_grid: 'aucun créneau ne commence à ce moment',
  full: 'le créneau est complet, trop proche ou trop lointain',
}

function closed(because: string, reason: string | undefined): string {
  if (because === 'override') return `le guichet est fermé${reason ? ` (${reason})` : ''}`
  return closures[because] ?? 'ce créneau n’est pas ouvert'
}

function named(agreement: string | undefined): string {
  return agreement ? ` ${agreement}` : ''
}

function dayText(text: string | undefined, before: string): string {
  return text && isDay(text) ? `${before}${formatDay(text)}` : ''
}

function between(from: string | undefined, lastDay: string | undefined): string {
  if (from === lastDay) return dayText(from, ' le ')
  return `${dayText(from, ' du ')}${dayText(lastDay, ' au ')}`
}

/** The sentence of a refusal. `zone` is that of the desk. */
export function refusalSentence(
  { refused, details }: Refusal<LendingRefusal>,
  zone = 'Europe/Paris',
): string {
  return sentences[refused](details, zone)
}

const INPUT: readonly LendingRefusal[] = [
  'period_invalid',
  'request_incomplete',
  'reason_missing',
  'derogation_required',
  'too_long',
  'collector_missing',
]

/** 422 for what was typed, 409 for the state of the world, 404 for what is out of reach. EQP-1601. */
export function refusalStatus({ refused }: Refusal<LendingRefusal>): 404 | 409 | 422 {
  if (refused === 'no_such_thing') return 404
  return INPUT.includes(refused) ? 422 : 409
}

/** The nearest slots of a `slot_unavailable`, in their order. */
export function nearestSlots({ details }: Refusal<LendingRefusal>): Instant[] {
  return (details.nearest ?? '').split(' ').filter(isInstant)
}
