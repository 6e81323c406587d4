import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { Fault, SchemeFault } from '../../domain/schemes/publishable.ts'
import type { DraftRefusal } from '../../use-cases/schemes/change-draft.ts'
import type { CreationRefusal } from '../../use-cases/schemes/create-scheme.ts'
import type { DraftingRefusal } from '../../use-cases/schemes/draft-scheme.ts'
import type { ExtensionRefusal } from '../../use-cases/schemes/extend-edition.ts'
import type { EditionRefusal } from '../../use-cases/schemes/open-edition.ts'
import type { PublicationRefusal } from '../../use-cases/schemes/publish-scheme.ts'

export type SchemeRefusal =
  | CreationRefusal
  | DraftRefusal
  | DraftingRefusal
  | PublicationRefusal
  | EditionRefusal
  | ExtensionRefusal

type Details = Refusal['details']

const sentences: Record<SchemeRefusal, (details: Details) => Problem> = {
  'scheme-code-unusable': () => ({
    field: 'adresse',
    message: 'Écrivez l’adresse en lettres sans accent, chiffres et tirets : « epn-de-la-cote ».',
  }),
  'scheme-code-taken': ({ code }) => ({
    field: 'adresse',
    message: `Un autre label du réseau a déjà l’adresse « ${code} » : choisissez-en une autre.`,
  }),
  'no-such-starter': () => ({ field: 'depart', message: 'Choisissez un point de départ de la liste.' }),
  'no-such-label': () => ({ field: null, message: 'Ce label n’existe pas dans ce réseau.' }),
  'already-drafted': () => ({
    field: null,
    message: 'Une version est déjà en préparation : ouvrez-la, elle garde ce qui y est écrit.',
  }),
  'no-scheme-draft': () => ({
    field: null,
    message: 'Cette version n’est plus en préparation : elle a été publiée ou abandonnée entre-temps.',
  }),
  'scheme-rewritten-meanwhile': () => ({
    field: null,
    message: 'Quelqu’un a enregistré cette page pendant votre saisie : relisez, puis enregistrez.',
  }),
  'no-such-criterion': () => ({ field: null, message: 'Ce critère n’est plus dans le projet.' }),
  'scheme-not-publishable': () => ({
    field: null,
    message: 'Des points restent à reprendre : ils sont listés plus bas, chacun avec sa page.',
  }),
  'nothing-changed': () => ({
    field: null,
    message: 'Rien n’a changé depuis la version publiée : modifiez le projet, ou abandonnez-le.',
  }),
  'in-force-too-soon': ({ day }) => ({
    field: 'date',
    message: `Choisissez un jour à partir du ${told(day)} : chacun doit pouvoir lire ce qui change avant.`,
  }),
  'no-version-in-force': ({ day }) => ({
    field: 'ouverture',
    message: `Aucune version du label n’est en vigueur le ${told(day)} : publiez-en une, ou ouvrez plus tard.`,
  }),
  'no-campaign': () => ({
    field: null,
    message: 'Ce label se demande à tout moment : préparez une version qui prévoit une campagne.',
  }),
  'no-former-edition': () => ({
    field: 'formulaire',
    message: 'Il n’y a pas encore de campagne dont reprendre le formulaire.',
  }),
  'closes-before-it-opens': () => ({
    field: 'cloture',
    message: 'La clôture vient avant l’ouverture : vérifiez les deux dates.',
  }),
  'closes-in-the-past': () => ({
    field: 'cloture',
    message: 'Ce jour est passé : personne ne pourrait candidater.',
  }),
  'edition-of-that-year': ({ year }) => ({
    field: 'annee',
    message: `Ce label a déjà une campagne en ${year} : prolongez-la, ou changez l’année.`,
  }),
  'no-such-edition': () => ({ field: null, message: 'Cette campagne n’existe pas.' }),
  'not-later': ({ day }) => ({
    field: 'cloture',
    message: `La campagne se termine déjà le ${told(day)} : choisissez un jour plus tard.`,
  }),
  'extended-into-the-past': () => ({
    field: 'cloture',
    message: 'Ce jour est passé : choisissez-en un à venir.',
  }),
  'edition-published': () => ({
    field: null,
    message: 'Les résultats de cette campagne sont publiés : elle ne se prolonge plus.',
  }),
}

export function problemOfScheme({ refused, details }: Refusal<SchemeRefusal>): Problem {
  return sentences[refused](details)
}

/** Where a fault is put right: the page of the draft, or that of the criterion. */
export type FaultPlace =
  | 'criteria'
  | 'levels'
  | 'remedies'
  | 'jury'
  | 'names'
  | 'question'
  | 'demand'
  | 'scale'

const faults: Record<SchemeFault, { place: FaultPlace; sentence: (code: string) => string }> = {
  no_criterion: { place: 'criteria', sentence: () => 'Le label ne demande rien : ajoutez un critère.' },
  code_reused: {
    place: 'question',
    sentence: (code) => `Deux critères portent le code « ${code} » : changez l’un des deux.`,
  },
  weights_sum_to_zero: {
    place: 'criteria',
    sentence: () => 'Tous les critères pèsent zéro : donnez un poids à l’un d’eux au moins.',
  },
  condition_unknown: {
    place: 'demand',
    sentence: (code) =>
      `Le critère « ${code} » dépend d’un critère qui n’est pas placé avant lui : déplacez-le, ou changez la condition.`,
  },
  choice_without_choices: {
    place: 'question',
    sentence: (code) => `Le critère « ${code} » est un choix : donnez-lui deux réponses au moins.`,
  },
  min_level_unknown: {
    place: 'demand',
    sentence: (code) => `Le critère « ${code} » vaut à partir d’un niveau que le label n’a pas.`,
  },
  levels_not_contiguous: {
    place: 'levels',
    sentence: () => 'Les niveaux ne se suivent pas : il en manque un, ou aucun n’est défini.',
  },
  thresholds_not_rising: {
    place: 'levels',
    sentence: () => 'La note demandée doit augmenter d’un niveau au suivant.',
  },
  remedies_missing: {
    place: 'remedies',
    sentence: () => 'Les voies de recours manquent : aucune décision défavorable ne pourrait être signée.',
  },
  jury_rules_missing: {
    place: 'jury',
    sentence: () => 'Les règles du jury manquent : combien lisent chaque dossier.',
  },
  anchors_missing: {
    place: 'scale',
    sentence: (code) => `L’échelle du critère « ${code} » n’a pas ses cinq descriptions.`,
  },
  suspension_without_words: {
    place: 'names',
    sentence: () => 'Le label peut être suspendu : écrivez les mots publics d’un label suspendu.',
  },
}

export function faultWords({ fault, code }: Fault): { place: FaultPlace; sentence: string } {
  const { place, sentence } = faults[fault]
  return { place, sentence: sentence(code) }
}

function told(day: string | undefined): string {
  return day ? formatDay(day as Day) : ''
}
