import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import { appealLimit } from '../../domain/appeal.ts'
import type { Decision, DecisionKind, DecisionStanding, PublicationBlank } from '../../domain/decision.ts'
import type { BasisRefusal } from '../../use-cases/decisions/keep-publication-basis.ts'
import type { DecisionRefusal } from '../../use-cases/decisions/prepare-decision.ts'
import type {
  PublicationRefusal,
  TransmissionRefusal,
  WithdrawalOfDecisionRefusal,
} from '../../use-cases/decisions/publish-decision.ts'

export const decisionKinds: Record<DecisionKind, string> = {
  deliberation: 'Délibération',
  decision: 'Décision',
  order: 'Arrêté',
}

export const decisionTag: Record<DecisionStanding, { state: State; word: string }> = {
  draft: { state: 'pending', word: 'À publier' },
  published: { state: 'positive', word: 'Publiée' },
  replaced: { state: 'neutral', word: 'Remplacée' },
  withdrawn: { state: 'warning', word: 'Retirée' },
}

/** « Délibération 2026-031 ». */
export function decisionName({ kind, reference }: Pick<Decision, 'kind' | 'reference'>): string {
  return `${decisionKinds[kind]} ${reference}`
}

/** The last day for a third party to appeal, or why none can be told. AGR-71. */
export function appealSentence(decision: Pick<Decision, 'transmittedOn' | 'publishedOn'>): string {
  const limit = appealLimit(decision)
  if (limit) {
    return `À vérifier : un tiers pourrait la contester jusqu’au ${formatDay(limit)} inclus. C’est deux mois francs après la plus tardive de la transmission et de la publication, reportés au premier jour ouvré.`
  }
  if (decision.transmittedOn === null) {
    return 'La date de transmission au représentant de l’État n’est pas connue : aucun dernier jour n’est calculé.'
  }
  return 'Elle n’est pas encore publiée : aucun dernier jour n’est calculé.'
}

export const blankWords: Record<PublicationBlank, { field: string; message: string }> = {
  'legal-basis': {
    field: 'fondement',
    message: 'Indiquez les textes sur lesquels la décision s’appuie : elle ne peut pas être publiée sans.',
  },
  text: { field: 'texte', message: 'Écrivez le texte de la décision : elle ne peut pas être publiée sans.' },
  remedies: {
    field: 'recours',
    message: 'Écrivez les délais et voies de recours : la décision ne peut pas être publiée sans.',
  },
}

export type AnyDecisionRefusal =
  | DecisionRefusal
  | PublicationRefusal
  | TransmissionRefusal
  | WithdrawalOfDecisionRefusal
  | BasisRefusal

const refusals: Record<
  Exclude<AnyDecisionRefusal, 'blank-before-publication'>,
  (details: Refusal['details']) => Problem
> = {
  'no-such-decision': () => whole('Cette décision n’existe pas dans ce réseau.'),
  'no-such-agreement': () => ({
    field: 'convention',
    message: 'Choisissez une convention de la liste, ou aucune.',
  }),
  'decided-in-the-future': ({ day }) => ({
    field: 'date',
    message: `La décision est datée du ${on(day)} : elle pourra être enregistrée à partir de ce jour.`,
  }),
  'transmitted-before-the-decision': () => ({
    field: 'transmission',
    message: 'La transmission ne peut pas précéder la décision : vérifiez les deux dates.',
  }),
  'transmitted-in-the-future': ({ day }) => ({
    field: 'transmission',
    message: `La transmission est datée du ${on(day)} : elle pourra être enregistrée à partir de ce jour.`,
  }),
  'reference-taken': () => ({
    field: 'reference',
    message: 'Cette instance a déjà une décision sous cette référence : vérifiez la référence.',
  }),
  'already-replaced': () =>
    whole('Une autre décision est déjà préparée pour remplacer celle-ci : complétez-la.'),
  'not-replaceable': () => whole('Seule une décision publiée se remplace : corrigez plutôt ce projet.'),
  'already-published': () =>
    whole('Cette décision est publiée : elle ne se modifie plus. Retirez-la, ou remplacez-la par une autre.'),
  'published-in-the-future': ({ day }) => ({
    field: 'publication',
    message: `La publication est datée du ${on(day)} : enregistrez-la à partir de ce jour.`,
  }),
  'published-before-the-decision': ({ day }) => ({
    field: 'publication',
    message: `La décision est du ${on(day)} : elle ne peut pas être publiée avant.`,
  }),
  'already-transmitted': ({ day }) => whole(`La transmission est déjà enregistrée au ${on(day)}.`),
  'not-published': () => whole('Cette décision n’est pas publiée : il n’y a rien à retirer.'),
  'already-withdrawn': () => whole('Cette décision est déjà retirée.'),
  'basis-already-recorded': () => whole('Un fondement est déjà enregistré : retirez-le d’abord.'),
  'no-basis': () => whole('Aucun fondement n’est enregistré pour cette convention.'),
}

/** A blank is named field by field; the others are one sentence. */
export function problemsOfDecision({ refused, details }: Refusal<AnyDecisionRefusal>): Problem[] {
  if (refused !== 'blank-before-publication') return [refusals[refused](details)]
  return String(details.blanks ?? '')
    .split(' ')
    .map((blank) => blankWords[blank as PublicationBlank])
}

function on(day: string | null | undefined): string {
  return day ? formatDay(day as Day) : '…'
}

function whole(message: string): Problem {
  return { field: null, message }
}
