import type { RejectionReason, WarningCode } from '../domain/course.ts'

/** What the reading of the acts draws attention to. */
export const warningSentences: Record<WarningCode, string> = {
  notice_runs_past_term: 'Le préavis court au-delà de la fin de la période.',
  wrong_channel: 'Un courrier n’a pas suivi la forme prévue : il est conservé sans effet.',
  no_denunciation_clause:
    'Cette convention ne prévoit pas de dénonciation : le courrier est conservé sans effet.',
  no_termination_clause:
    'Cette convention ne prévoit pas de résiliation : le courrier est conservé sans effet.',
  renewal_incomplete: 'Le renouvellement n’a pas été signé par toutes les parties avant le terme.',
  renewal_after_expiry: 'Le renouvellement a été signé après le terme : il est sans effet.',
  renewal_decided_not_signed: 'Le renouvellement est décidé, mais l’acte n’est pas signé.',
  amendment_effective_after_end: 'Un avenant ne prendrait effet qu’après la fin de la convention.',
  premature_termination:
    'Une résiliation a été envoyée avant la fin du délai de mise en demeure : elle est conservée sans effet.',
  label_scope_interpreted:
    'La convention ne dit pas quels lieux perdent leur label : ceux que vise la résiliation ont été retenus.',
  receipt_presumed_from_first_presentation:
    'La réception du courrier est présumée à sa première présentation.',
  delegation_not_valid_on_signature_date:
    'Une signature est datée hors de la validité de sa délégation : elle compte, et doit être ratifiée.',
  activity_after_end: 'Des actes ont été enregistrés après la fin de la convention : ils n’y changent rien.',
}

/** Why an act is kept without effect. */
export const rejectionSentences: Record<RejectionReason, string> = {
  unknown_party: 'La partie n’est pas dans la convention.',
  already_signed: 'Cette partie avait déjà signé.',
  already_declined: 'Cette partie avait déjà refusé.',
  not_declined: 'Cette partie n’avait pas refusé de signer.',
  after_entry: 'La convention était déjà en vigueur.',
  before_entry: 'La convention n’était pas encore en vigueur.',
  after_end: 'La convention était déjà terminée.',
  delegation_not_valid: 'La délégation n’était pas valable ce jour-là.',
  no_delegation_to_ratify: 'Aucune signature par délégation n’attendait d’être ratifiée.',
  unknown_letter: 'Le courrier désigné n’existe pas.',
  no_denunciation_clause: 'La convention ne prévoit pas de dénonciation.',
  no_termination_clause: 'La convention ne prévoit pas de résiliation.',
  wrong_channel: 'La forme prévue par la convention n’est pas respectée.',
  no_denunciation_to_withdraw: 'Aucune dénonciation à retirer.',
  withdrawal_not_agreed_by_all: 'Le retrait demande l’accord de toutes les parties.',
  renewal_is_tacit: 'La reconduction est tacite : cet acte est sans effet.',
  renewal_without_duration: 'La durée de la reconduction est obligatoire.',
  renewal_durations_differ: 'Les parties ont indiqué des durées différentes.',
  renewal_already_complete: 'Cette reconduction était déjà signée par tous.',
  renewal_incomplete: 'Cette reconduction n’a pas été signée par tous avant le terme.',
  renewal_after_expiry: 'Cette reconduction a été complétée après le terme.',
  amendment_already_complete: 'Cet avenant était déjà signé par tous.',
  amendment_effective_after_end: 'Cet avenant prendrait effet après la fin de la convention.',
  amendment_request_late: 'La demande d’avenant est arrivée trop tard.',
  amended_terms_invalid: 'Les termes que fixe cet avenant ne tiennent pas ensemble.',
  new_last_day_already_past: 'Le nouveau dernier jour était déjà passé.',
  unknown_formal_notice: 'La mise en demeure désignée n’existe pas.',
  remedy_too_late: 'Le manquement a été réparé après le délai.',
  premature_termination: 'Le délai de la mise en demeure n’était pas écoulé.',
  scope_not_in_clause: 'La convention ne prévoit pas une résiliation de cette étendue.',
  partial_without_places: 'Une résiliation partielle doit dire quels lieux elle vise.',
  unknown_dispute: 'Le différend désigné n’existe pas.',
  already_settled: 'Ce différend était déjà réglé.',
  unknown_place: 'Ce lieu n’est pas dans la convention.',
  place_has_left: 'Ce lieu avait déjà quitté la convention.',
  unknown_meeting: 'La réunion désignée n’existe pas.',
  already_validated: 'Cette partie avait déjà validé le compte rendu.',
  unknown_communication: 'La demande de communication désignée n’existe pas.',
  approval_not_required: 'Cette communication ne demandait pas d’accord.',
  requester_cannot_answer: 'La partie qui demande ne peut pas répondre à sa place.',
  unknown_reading: 'Une lecture choisie pour cette convention n’existe pas.',
  ambiguous_date: 'Le jour calculé n’existe pas dans le mois, et la lecture choisie refuse de trancher.',
}
