import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Problem } from '../../../platform/http/form.ts'
import { formatDay } from '../../../ui/french.ts'
import type { State } from '../../../ui/tag.tsx'
import type { BoardKind } from '../domain/board.ts'
import type { RejectionReason, WarningCode } from '../domain/course.ts'
import type { DeadlineKind } from '../domain/deadlines.ts'
import type { AgreementState, AgreementStatus } from '../domain/state.ts'
import type { AnnexRefusal } from '../use-cases/change-annex.ts'
import type { DraftRefusal } from '../use-cases/draft-agreement.ts'
import type { DenunciationRefusal } from '../use-cases/record-denunciation.ts'
import type { SignatureRefusal } from '../use-cases/record-signature.ts'

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
      return `${endReason === 'denounced' ? 'Dénoncée : elle a pris fin' : 'Arrivée à son terme'} le ${on(lastDayInForce)}.`
    case 'in_force':
      if (lastDayInForce) return `En vigueur jusqu’au ${on(lastDayInForce)} inclus.`
      return period?.kind === 'tacit'
        ? `En vigueur, reconduite jusqu’au ${on(period.lastDay)}, puis d’année en année.`
        : `En vigueur : première période jusqu’au ${on(period?.lastDay ?? null)}, puis d’année en année.`
  }
}

export const deadlineWords: Record<DeadlineKind, string> = {
  agreement_end: 'Dernier jour de la convention',
  period_end: 'Fin de la période en cours',
  last_day_to_denounce_before_renewal: 'Dernier jour utile pour dénoncer avant la reconduction',
  last_day_to_request_amendment: 'Dernier jour pour demander un avenant',
}

export const warningSentences: Record<WarningCode, string> = {
  notice_runs_past_term: 'Le préavis court au-delà de la fin de la période.',
  wrong_channel: 'Un courrier n’a pas suivi la forme prévue : il est conservé sans effet.',
  no_denunciation_clause:
    'Cette convention ne prévoit pas de dénonciation : le courrier est conservé sans effet.',
  renewal_incomplete: 'Le renouvellement n’a pas été signé par toutes les parties avant le terme.',
  renewal_after_expiry: 'Le renouvellement a été signé après le terme : il est sans effet.',
  renewal_decided_not_signed: 'Le renouvellement est décidé, mais l’acte n’est pas signé.',
  receipt_presumed_from_first_presentation:
    'La réception du courrier est présumée à sa première présentation.',
  delegation_not_valid_on_signature_date:
    'Une signature est datée hors de la validité de sa délégation : elle compte, et doit être ratifiée.',
}

export const rejectionSentences: Record<RejectionReason, string> = {
  unknown_party: 'La partie n’est pas dans la convention.',
  already_signed: 'Cette partie avait déjà signé.',
  already_declined: 'Cette partie avait déjà refusé.',
  after_entry: 'La convention était déjà en vigueur.',
  before_entry: 'La convention n’était pas encore en vigueur.',
  after_end: 'La convention était déjà terminée.',
  unknown_letter: 'Le courrier désigné n’existe pas.',
  no_denunciation_clause: 'La convention ne prévoit pas de dénonciation.',
  wrong_channel: 'La forme prévue par la convention n’est pas respectée.',
  no_denunciation_to_withdraw: 'Aucune dénonciation à retirer.',
  withdrawal_not_agreed_by_all: 'Le retrait demande l’accord de toutes les parties.',
  renewal_is_tacit: 'La reconduction est tacite : cet acte est sans effet.',
  renewal_without_duration: 'La durée de la reconduction est obligatoire.',
  renewal_durations_differ: 'Les parties ont indiqué des durées différentes.',
  renewal_already_complete: 'Cette reconduction était déjà signée par tous.',
  renewal_incomplete: 'Cette reconduction n’a pas été signée par tous avant le terme.',
  renewal_after_expiry: 'Cette reconduction a été complétée après le terme.',
}

type ActRefusal = DraftRefusal | AnnexRefusal | SignatureRefusal | DenunciationRefusal

const refusals: Record<ActRefusal, (details: Refusal['details']) => Problem> = {
  'no-such-agreement': () => whole('Cette convention n’existe pas ou n’est pas à votre portée.'),
  'changed-meanwhile': () =>
    whole(
      'Un acte a été enregistré sur cette convention pendant votre saisie. Vérifiez son état, puis enregistrez de nouveau : votre saisie est conservée.',
    ),
  'unknown-template': () => ({ field: 'modele', message: 'Choisissez un modèle de la liste.' }),
  'invalid-terms': ({ path = '' }) => whole(`Un terme ne convient pas : ${path}.`),
  'already-signed-text': () =>
    whole('Une partie a déjà signé : le texte ne peut plus changer que par un avenant.'),
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
  'not-in-force-that-day': ({ day }) => ({
    field: 'date',
    message: `La convention n’est pas en vigueur le ${on(day)} : elle ne peut pas être dénoncée ce jour-là.`,
  }),
  'no-denunciation-clause': () =>
    whole('Cette convention ne prévoit pas de dénonciation : aucun article ne donne d’effet à ce courrier.'),
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

/** One line of the board. `who` is the partner's name. */
export const boardSentences: Record<BoardKind, (who: string) => string> = {
  draft: (who) => `Le projet de convention avec ${who} attend d’être complété et signé.`,
  awaiting_signatures: (who) => `La convention avec ${who} attend encore une signature.`,
  agreement_end: (who) => `La convention avec ${who} prend fin : c’est son dernier jour.`,
  period_end: (who) =>
    `La période en cours de la convention avec ${who} s’achève ; elle se reconduit si personne ne la dénonce.`,
  last_day_to_denounce_before_renewal: (who) =>
    `Dernier jour utile pour dénoncer la convention avec ${who} avant sa reconduction.`,
  last_day_to_request_amendment: (who) => `Dernier jour pour que ${who} demande un avenant à sa convention.`,
}
