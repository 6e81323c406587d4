import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Problem } from '../../../platform/http/form.ts'
import { formatDay } from '../../../ui/french.ts'
import type { State } from '../../../ui/tag.tsx'
import type { DeadlineKind } from '../domain/deadlines.ts'
import type { EndReason } from '../domain/ending.ts'
import type { AgreementState, AgreementStatus } from '../domain/state.ts'
import type { DisputeRefusal } from '../use-cases/disputes/open-dispute.ts'
import type { SettlementRefusal } from '../use-cases/disputes/settle-dispute.ts'
import type { AnnexRefusal } from '../use-cases/drafting/change-annex.ts'
import type { CompletionRefusal } from '../use-cases/drafting/complete-draft.ts'
import type { DraftRefusal } from '../use-cases/drafting/draft-agreement.ts'
import type { ReadingRefusal } from '../use-cases/history/choose-reading.ts'
import type { CorrectionRefusal } from '../use-cases/history/correct-act.ts'
import type { DenunciationRefusal } from '../use-cases/letters/record-denunciation.ts'
import type { RenewalRefusal } from '../use-cases/renewal/sign-renewal.ts'
import type { SignatureRefusal } from '../use-cases/signing/record-signature.ts'
import type { TakeoverRefusal } from '../use-cases/takeover/take-over.ts'
import { type AmendmentRefusal, amendmentRefusals } from './amendments/amendment-wording.ts'
import { disputeRefusals } from './disputes/dispute-wording.ts'
import { completionRefusals, lockSentence } from './drafting/negotiation-wording.ts'
import { correctionRefusals } from './history/history-wording.ts'
import { type LettersRefusal, letterRefusals } from './letters/letters-wording.ts'
import { type OwnWaitingRefusal, waitingRefusals } from './letters/waiting-wording.ts'
import { readingRefusals } from './readings/reading-choice-wording.ts'
import { renewalRefusals } from './renewal/renewal-wording.ts'
import { takeoverRefusals } from './takeover/takeover-wording.ts'

/** Legal readings are working defaults: said wherever a computed date is shown. AGR-3. */
export const WORKING_READING =
  'Ces dates sont calculées selon une lecture de travail des articles : faites-la confirmer par votre service juridique.'

export const statusTag: Record<AgreementStatus, { state: State; word: string }> = {
  draft: { state: 'pending', word: 'Projet' },
  awaiting_signatures: { state: 'warning', word: 'En attente de signature' },
  declined: { state: 'danger', word: 'Signature refusée' },
  in_force: { state: 'positive', word: 'En vigueur' },
  denunciation_pending: { state: 'warning', word: 'Dénoncée' },
  ended: { state: 'neutral', word: 'Terminée' },
}

/** The state in one sentence, in the convention's own words. */
export function stateSentence({ status, endReason, lastDayInForce, period }: AgreementState): string {
  switch (status) {
    case 'draft':
      return 'Projet : personne n’a encore signé.'
    case 'awaiting_signatures':
      return 'Une signature manque encore : la convention n’est pas en vigueur.'
    case 'declined':
      return 'Une partie a refusé de signer : la convention n’est pas en vigueur.'
    case 'denunciation_pending':
      return `Dénoncée : elle produit ses effets jusqu’au ${on(lastDayInForce)} inclus.`
    case 'ended':
      return `${endWords[endReason ?? 'expired']} le ${on(lastDayInForce)}.`
    case 'in_force':
      if (lastDayInForce) return `En vigueur jusqu’au ${on(lastDayInForce)} inclus.`
      return period?.kind === 'tacit'
        ? `En vigueur, reconduite jusqu’au ${on(period.lastDay)}, puis d’année en année.`
        : `En vigueur : première période jusqu’au ${on(period?.lastDay ?? null)}, puis d’année en année.`
  }
}

const endWords: Record<EndReason, string> = {
  expired: 'Arrivée à son terme',
  denounced: 'Dénoncée : elle a pris fin',
  terminated: 'Résiliée : elle a pris fin',
  mutual: 'Terminée d’un commun accord',
}

export const deadlineWords: Record<DeadlineKind, string> = {
  agreement_end: 'Dernier jour de la convention',
  period_end: 'Fin de la période en cours',
  last_day_to_denounce_before_renewal: 'Dernier jour utile pour dénoncer avant la reconduction',
  last_day_to_request_amendment: 'Dernier jour pour demander un avenant',
}

export type ActRefusal =
  | DraftRefusal
  | CompletionRefusal
  | AnnexRefusal
  | SignatureRefusal
  | DenunciationRefusal
  | LettersRefusal
  | AmendmentRefusal
  | RenewalRefusal
  | DisputeRefusal
  | SettlementRefusal
  | CorrectionRefusal
  | ReadingRefusal
  | TakeoverRefusal
  | OwnWaitingRefusal

const refusals: Record<ActRefusal, (details: Refusal['details']) => Problem> = {
  'no-such-agreement': () => whole('Cette convention n’existe pas ou n’est pas à votre portée.'),
  'changed-meanwhile': () =>
    whole(
      'Un acte a été enregistré sur cette convention pendant votre saisie. Vérifiez son état, puis enregistrez de nouveau : votre saisie est conservée.',
    ),
  'unknown-template': () => ({ field: 'modele', message: 'Choisissez un modèle de la liste.' }),
  'no-such-partner': () => ({
    field: 'structure',
    message: 'Cette structure n’est pas dans le réseau : cherchez-la par son nom.',
  }),
  'invalid-terms': ({ path = '' }) => whole(`Un terme ne convient pas : ${path}.`),
  'already-signed-text': (details) => whole(lockSentence({ refused: 'already-signed-text', details })),
  'signing-is-open': (details) => whole(lockSentence({ refused: 'signing-is-open', details })),
  ...completionRefusals,
  'annex-is-signed': () =>
    whole('Une partie a déjà signé : la liste des lieux ne peut plus changer que par un avenant.'),
  'no-such-place': () => ({
    field: 'lieu',
    message: 'Ce lieu n’est pas dans le réseau : cherchez-le par son nom.',
  }),
  'dated-in-the-future': ({ day }) => ({
    field: 'date',
    message: `Cet acte est daté du ${on(day)} : il ne pourra être enregistré qu’à partir de ce jour.`,
  }),
  'already-signed': () => ({ field: 'partie', message: 'Cette partie a déjà signé.' }),
  'unknown-party': () => ({ field: 'partie', message: 'Choisissez une des parties à la convention.' }),
  'texts-incomplete': ({ missing = '' }) =>
    whole(`Le texte est incomplet. Il manque : ${missing}. Complétez le projet avant de signer.`),
  'no-place-listed': () =>
    whole('La convention ne liste aucun lieu : ajoutez-en un à l’annexe avant de signer.'),
  'not-their-power': () => ({
    field: 'pouvoir',
    message:
      'Cette personne ne représente pas la partie choisie : choisissez l’autre partie, ou une autre personne.',
  }),
  'not-in-force-that-day': ({ day }) => ({
    field: 'date',
    message: `La convention n’est pas en vigueur le ${on(day)} : elle ne peut pas être dénoncée ce jour-là.`,
  }),
  ...letterRefusals,
  ...amendmentRefusals,
  ...renewalRefusals,
  ...disputeRefusals,
  ...correctionRefusals,
  ...readingRefusals,
  ...takeoverRefusals,
  ...waitingRefusals,
}

export function problemOfRefusal({ refused, details }: Refusal<ActRefusal>): Problem {
  return refusals[refused](details)
}

function whole(message: string): Problem {
  return { field: null, message }
}

function on(day: string | null | undefined): string {
  return day ? formatDay(day as Day) : '…'
}
