import { isDay } from '../../../../kernel/day.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { Bearer } from '../../data/incidents/costs.store.ts'
import type { Cause, Evidence, Worth } from '../../domain/incidents/charge.ts'
import type { IncidentKind, IncidentState } from '../../domain/incidents/incident.ts'
import type { Rule, RuleSource } from '../../domain/rules.ts'
import type { IncidentRefused } from '../../use-cases/incidents/incident-refusal.ts'
import { refusalSentence, refusalStatus } from '../refusal-wording.ts'

export const KIND_WORDS: Readonly<Record<IncidentKind, string>> = {
  breakdown: 'panne',
  damage: 'détérioration',
  loss: 'perte',
  theft: 'vol',
  unauthorised_repair: 'réparation interdite',
  missing_part: 'pièce manquante',
  emergency_intervention: 'intervention d’urgence',
}

export const KIND_HINTS: Partial<Record<IncidentKind, string>> = {
  loss: 'Le prêt en cours devient « perdu », et l’exemplaire aussi.',
  theft: 'Le prêt en cours devient « volé ». La référence de la plainte vous sera demandée.',
  unauthorised_repair: 'L’emprunteur a réparé sans le dire.',
}

export const INCIDENT_STATE_WORDS: Readonly<Record<IncidentState, string>> = {
  declared: 'à examiner',
  assessed: 'examiné',
  charged: 'frais décidés',
  not_charged: 'sans frais',
  contested: 'frais contestés',
  closed: 'clos',
}

export const INCIDENT_STATE_LOOKS: Readonly<Record<IncidentState, State>> = {
  declared: 'pending',
  assessed: 'info',
  charged: 'warning',
  not_charged: 'positive',
  contested: 'danger',
  closed: 'neutral',
}

export const INCIDENT_ACT_WORDS: Readonly<Record<string, string>> = {
  declared: 'Incident déclaré',
  assessed: 'Incident examiné',
  emergency_accepted: 'Intervention d’urgence acceptée',
  emergency_contested: 'Intervention d’urgence contestée',
  beyond_repair: 'Déclaré irréparable, exemplaire réformé',
  found: 'Matériel retrouvé, mis de côté',
  charge_announced: 'Frais annoncés à l’emprunteur',
  charge_accepted: 'Frais acceptés par l’emprunteur',
  charge_contested: 'Frais contestés par l’emprunteur',
  charge_decided: 'Frais décidés',
  charge_paid: 'Frais payés',
  charge_waived: 'Frais remis',
  cost_added: 'Coût de réparation noté',
  not_charged: 'Rien n’est demandé à l’emprunteur',
  closed: 'Incident clos',
}

export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  theft: 'le vol',
  loss: 'la perte',
  damage: 'la détérioration',
}

export const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  quote: 'un devis',
  invoice: 'une facture',
  replacement_value: 'la valeur de remplacement, vétusté déduite',
}

export const BEARER_WORDS: Readonly<Record<Bearer, string>> = {
  owner: 'nous',
  borrower: 'l’emprunteur',
  insurer: 'l’assurance',
}

const EUROS = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' })

/** « 1 234,50 € ». */
export function euros(cents: number): string {
  return EUROS.format(cents / 100)
}

/** « 450 €, moins 40 % pour 2 ans d’usage : 270 € ». */
export function worthText({ newCents, off, years, cents }: Worth): string {
  if (off === 0) return `${euros(newCents)}, acquis depuis moins d’un an`
  return `${euros(newCents)} à neuf, moins ${off} % pour ${years} ${years > 1 ? 'ans' : 'an'} d’usage : ${euros(cents)}`
}

export function sourceWords(source: RuleSource): string {
  if (source.from === 'agreement')
    return source.article ? `art. ${source.article} de la convention` : 'la convention'
  return source.from === 'policy'
    ? `règlement de l’inventaire, version ${source.version}`
    : 'règle du produit'
}

/** « le vol, la perte, la détérioration (art. 4.1 de la convention) ». */
export function bornText({ value, source }: Rule<readonly Cause[]>): string {
  return `${value.map((cause) => CAUSE_WORDS[cause]).join(', ')} (${sourceWords(source)})`
}

type Own = Exclude<IncidentRefused['refused'], Parameters<typeof refusalSentence>[0]['refused']>

const sentences: Record<Own, (details: Readonly<Record<string, string>>) => string> = {
  incident_changed: () =>
    'Cet incident a changé entre-temps. Relisez la page, puis recommencez si c’est encore utile.',
  incident_known: () => 'Cette pièce manquante a déjà son incident pour ce prêt. Ouvrez-le dans la liste.',
  not_yet: () => 'Cette date est à venir. Indiquez une date passée, ou aujourd’hui.',
  answer_awaited: ({ until = '' }) =>
    `L’emprunteur a jusqu’au ${isDay(until) ? formatDay(until) : until} pour répondre. Décidez après sa réponse, ou après ce jour.`,
  no_borrower: () =>
    'Aucun emprunteur n’avait ce matériel en main : personne ne peut en supporter les frais.',
  not_in_hand: () =>
    'L’emprunteur de ce prêt n’a plus cet exemplaire en main. Ouvrez l’incident sans le rattacher au prêt.',
  charge_open: () => 'Des frais attendent déjà leur décision. Décidez-les d’abord.',
  decided_too_high: () => 'La décision ne peut pas dépasser le montant annoncé à l’emprunteur.',
  cause_not_borne: () =>
    'La convention ne met pas cette cause à la charge de l’emprunteur. Notez le coût comme le vôtre.',
  normal_wear: () =>
    'Les deux états des lieux ne disent que de l’usure. L’usure normale n’est jamais à la charge de l’emprunteur.',
  evidence_missing: () => 'Joignez le devis ou la facture : les frais ne s’annoncent pas sans leur preuve.',
  above_worth: ({ worth = '' }) =>
    `Le montant dépasse la valeur de remplacement, vétusté déduite : ${euros(Number(worth))} au plus.`,
  worth_unknown: () =>
    'La valeur de remplacement de ce modèle n’est pas connue. Indiquez-la sur la fiche du modèle, ou joignez un devis.',
}

/** What is wrong about an incident, and what to do. */
export function incidentSentence(refusal: IncidentRefused, zone: string): string {
  const own = sentences[refusal.refused as Own]
  return own ? own(refusal.details) : refusalSentence(refusal as Parameters<typeof refusalSentence>[0], zone)
}

const INPUT: readonly string[] = [
  ...['not_yet', 'decided_too_high', 'cause_not_borne', 'normal_wear', 'evidence_missing', 'above_worth'],
  'worth_unknown',
]

/** 422 for what was typed, 409 for the state of the world, 404 for what is out of reach. EQP-1601. */
export function incidentStatus(refusal: IncidentRefused): 404 | 409 | 422 {
  if (INPUT.includes(refusal.refused)) return 422
  if (sentences[refusal.refused as Own]) return 409
  return refusalStatus(refusal as Parameters<typeof refusalStatus>[0])
}
