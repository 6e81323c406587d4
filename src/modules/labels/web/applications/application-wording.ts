import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay, formatNumber } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { Known } from '../../data/applications/answers.store.ts'
import type { Answer, Verdict } from '../../domain/applications/answers.ts'
import type { ApplicationState } from '../../domain/applications/application.ts'
import type { Gap } from '../../domain/applications/completion.ts'
import type { Obstacle } from '../../domain/applications/eligibility.ts'
import type { WrongAnswer } from '../../domain/applications/typed-answer.ts'
import type { AutoSource, Criterion, EvidenceAsked } from '../../domain/schemes/scheme.ts'
import type { SendRefusal } from '../../use-cases/applications/send-application.ts'
import type { StartRefusal } from '../../use-cases/applications/start-application.ts'

export const STATE_WORDS: Readonly<Record<ApplicationState, { word: string; state: State }>> = {
  draft: { word: 'Brouillon', state: 'pending' },
  submitted: { word: 'Envoyée', state: 'info' },
  incomplete: { word: 'À compléter', state: 'warning' },
  under_instruction: { word: 'En instruction', state: 'info' },
  proposed: { word: 'Attend la décision', state: 'info' },
  decided: { word: 'Décidée', state: 'neutral' },
  withdrawn: { word: 'Retirée', state: 'neutral' },
  not_followed_up: { word: 'Classée sans suite', state: 'neutral' },
}

export const VERDICT_WORDS: Readonly<Record<Verdict, { word: string; state: State }>> = {
  met: { word: 'Rempli', state: 'positive' },
  not_met: { word: 'Non rempli', state: 'warning' },
  unknown: { word: 'On ne sait pas encore', state: 'pending' },
}

/** What a file of each kind is called, with its article. */
export const EVIDENCE_WORDS: Readonly<Record<EvidenceAsked['kind'], string>> = {
  file: 'un document',
  photo: 'une photo',
  url: 'une adresse de page',
  declaration: 'une déclaration',
  platform_data: 'une donnée du réseau',
  visit: 'une visite',
}

export const SOURCE_WORDS: Readonly<Record<AutoSource, string>> = {
  opening_hours: 'Horaires déclarés sur la fiche du lieu',
  last_update: 'Dernière mise à jour de la fiche du lieu',
  workshops_12_months: 'Ateliers tenus depuis douze mois',
  facilitator_listed: 'Animateurs inscrits dans le réseau',
}

/** What an answer says, in words. */
export function answerText(
  { kind, choices }: Criterion,
  value: Answer,
  titles: ReadonlyMap<string, string>,
): string {
  if (kind === 'initiatives' && typeof value === 'object')
    return value.map((id) => titles.get(id) ?? 'Initiative retirée').join(' ; ')
  if (kind === 'choice') return choices.find((one) => one.value === value)?.value ?? String(value)
  if (typeof value === 'boolean') return value ? 'Oui' : 'Non'
  if (typeof value === 'number') return formatNumber(value)
  if (kind === 'date' && typeof value === 'string') return formatDay(value as Day)
  return typeof value === 'string' ? value : ''
}

/** « Mo-Fr 09:00-17:00, au 3 mars 2026 ». */
export function knownText(known: Known): string {
  const told = known.says || (typeof known.value === 'string' ? '' : known.value === true ? 'Oui' : '')
  const on = known.on ? `au ${formatDay(known.on)}` : ''
  return [told, on].filter(Boolean).join(', ')
}

/** What a criterion waits for: « une réponse », « un document de moins de 12 mois ». */
export function gapText(gap: Gap): string {
  if (gap.kind === 'answer') return 'une réponse'
  if (gap.kind === 'to_confirm') return 'votre confirmation de la réponse reprise'
  const { kind, maxAgeMonths } = gap.evidence
  const young = maxAgeMonths === null ? '' : ` de moins de ${maxAgeMonths} mois, avec sa date`
  return `${EVIDENCE_WORDS[kind]}${young}`
}

/** Why the label is not within reach yet, and what to do. LAB-8. */
export function obstacleText(obstacle: Obstacle, holder: 'place' | 'collectivite'): string {
  const who = holder === 'place' ? 'ce lieu' : 'cette collectivité'
  switch (obstacle.kind) {
    case 'no_agreement':
      return `Non éligible : ${who} n’est rattaché${holder === 'place' ? '' : 'e'} à aucune convention en vigueur qui porte ce label. Le brouillon est gardé : faites d’abord ajouter ${who} à votre convention.`
    case 'not_open_yet':
      return `La campagne s’ouvre le ${formatDay(obstacle.on)} : vous pourrez envoyer à partir de ce jour.`
    case 'closed':
      return `La campagne s’est terminée le ${formatDay(obstacle.on)} à 23\u00a0h\u00a059. Le brouillon est gardé, et ses réponses pourront être reprises.`
    case 'borne_already':
      return `${holder === 'place' ? 'Ce lieu' : 'Cette collectivité'} porte déjà ce label, et ce n’est pas encore le moment de le renouveler.`
    case 'other_version':
      return 'Le cahier des charges a changé depuis l’ouverture de ce dossier : passez à la nouvelle version avant d’envoyer.'
    case 'not_met':
      return `Non éligible : votre réponse à « ${obstacle.criterion.title} » ne remplit pas le critère${obstacle.isBlocking ? ', qui est éliminatoire' : ''}.`
  }
}

export const WRONG_ANSWERS: Readonly<Record<WrongAnswer, string>> = {
  number_expected: 'Écrivez un nombre, par exemple 12 ou 12,5.',
  day_expected: 'Cette date n’existe pas dans le calendrier. Écrivez-la ainsi : 17/06/2026.',
  address_expected: 'Écrivez l’adresse complète de la page, avec https:// au début.',
  siret_expected: 'Un SIRET compte quatorze chiffres : vérifiez celui-ci.',
  choice_expected: 'Choisissez une réponse de la liste.',
  too_long: 'Cette réponse est trop longue : raccourcissez-la.',
}

const START: Record<StartRefusal, Problem> = {
  'no-such-scheme': { field: null, message: 'Ce label n’a pas encore de cahier des charges publié.' },
  'not-by-application': {
    field: null,
    message: 'Ce label ne se demande pas par un dossier : votre structure propose une liste de lieux.',
  },
  'no-campaign': {
    field: 'objet',
    message:
      'Aucune campagne n’est ouverte aujourd’hui : commencez par une auto-évaluation, vous en ferez une candidature à l’ouverture.',
  },
  'no-such-place': { field: 'lieu', message: 'Choisissez le lieu qui porterait le label.' },
  'place-of-another': {
    field: 'lieu',
    message: 'Ce lieu est listé par la convention d’une autre structure : c’est à elle de candidater.',
  },
  'not-a-local-authority': {
    field: null,
    message:
      'Seule une collectivité peut porter ce label, et votre structure n’est pas enregistrée comme telle. Demandez à la tête de réseau de corriger sa nature.',
  },
  'open-already': {
    field: 'lieu',
    message: 'Votre structure a déjà un dossier ouvert pour ce label : continuez celui-là.',
  },
  'open-elsewhere': {
    field: 'lieu',
    message:
      'Une autre structure a déjà un dossier ouvert pour ce lieu et ce label. Rapprochez-vous de la tête de réseau.',
  },
}

export function problemOfStart({ refused }: Refusal<StartRefusal>): Problem {
  return START[refused]
}

const SENDING: Record<Exclude<SendRefusal, 'no-such-application' | 'closed'>, Problem> = {
  'already-sent': { field: null, message: 'Cette candidature est déjà envoyée : rien n’a changé.' },
  'self-assessment': {
    field: null,
    message: 'Une auto-évaluation ne s’envoie pas : faites-en d’abord une candidature.',
  },
  'changed-meanwhile': {
    field: null,
    message: 'Un collègue vient de modifier ce dossier : relisez-le ci-dessous, puis envoyez-le.',
  },
  'not-open-yet': { field: null, message: 'La campagne n’est pas encore ouverte : le brouillon est gardé.' },
  'other-version': {
    field: null,
    message: 'Le cahier des charges a changé : passez à la nouvelle version depuis la page du dossier.',
  },
  'no-agreement': {
    field: null,
    message: 'Aucune convention en vigueur ne porte ce label pour ce lieu : le brouillon est gardé.',
  },
  'not-eligible': {
    field: null,
    message: 'Un critère éliminatoire n’est pas rempli : le brouillon est gardé.',
  },
  incomplete: {
    field: null,
    message: 'Il manque encore des réponses ou des pièces : complétez-les ci-dessous.',
  },
  'reason-missing': { field: 'motif', message: 'Dites pourquoi vous envoyez ce dossier malgré tout.' },
  'initiative-gone': {
    field: null,
    message: 'Une initiative choisie n’est plus déclarée par votre structure : choisissez-en une autre.',
  },
}

export function problemOfSending({
  refused,
  details,
}: Refusal<Exclude<SendRefusal, 'no-such-application'>>): Problem {
  if (refused !== 'closed') return SENDING[refused]
  const on = formatDay(details.day as Day)
  return {
    field: null,
    message: `La campagne s’est terminée le ${on} à 23\u00a0h\u00a059 : cet envoi est arrivé trop tard. Votre brouillon est gardé en entier.`,
  }
}
