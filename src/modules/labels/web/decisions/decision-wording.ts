import type { Day } from '../../../../kernel/day.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { AwardStatus } from '../../domain/awards/award.ts'
import type { AwardDecisionKind } from '../../domain/awards/award-decision.ts'
import type { AppealKind, AppealState } from '../../domain/decisions/appeal.ts'
import type { DecisionKind, ReplacedFor } from '../../domain/decisions/decision.ts'
import type { LETTER_FACTS, Notified } from '../../domain/decisions/notification.ts'
import { countedLevel } from '../../domain/schemes/level-text.ts'
import type { Remedies } from '../../domain/schemes/scheme.ts'

export const DECISION_NAMES: Readonly<Record<DecisionKind, string>> = {
  granted: 'Attribution',
  granted_with_reserve: 'Attribution avec réserve',
  refused: 'Refus',
  suspended: 'Suspension',
  lifted: 'Levée de la suspension',
  withdrawn: 'Retrait',
  ended: 'Fin',
  restored: 'Rétablissement',
  level_changed: 'Changement de niveau',
}

/** « Attribution du label EPN Essai », « Levée de la suspension du label EPN Essai ». */
export function decisionTitle({ kind, scheme }: { kind: DecisionKind; scheme: { name: string } }): string {
  return `${DECISION_NAMES[kind]} du label ${scheme.name}`
}

export const DECISION_TAGS: Readonly<Record<DecisionKind, State>> = {
  granted: 'positive',
  granted_with_reserve: 'positive',
  refused: 'neutral',
  suspended: 'warning',
  lifted: 'positive',
  withdrawn: 'danger',
  ended: 'neutral',
  restored: 'positive',
  level_changed: 'info',
}

/** What was decided, as the letter says it after « {autorité} ». */
export const DECISION_VERBS: Readonly<Record<DecisionKind, string>> = {
  granted: 'attribue le label',
  granted_with_reserve: 'attribue, avec réserve, le label',
  refused: 'refuse le label',
  suspended: 'suspend le label',
  lifted: 'lève la suspension du label',
  withdrawn: 'retire le label',
  ended: 'met fin au label',
  restored: 'rétablit le label',
  level_changed: 'change le niveau du label',
}

export const REPLACED_FOR_NAMES: Readonly<Record<ReplacedFor, string>> = {
  mistake: 'Une erreur',
  appeal: 'Un recours accepté',
  judgement: 'Une décision de justice',
}

export const STATUS_NAMES: Readonly<Record<AwardStatus, string>> = {
  not_yet: 'Pas encore porté',
  active: 'En cours',
  suspended: 'Suspendu',
  ended: 'Terminé',
  withdrawn: 'Retiré',
}

export const STATUS_TAGS: Readonly<Record<AwardStatus, State>> = {
  not_yet: 'pending',
  active: 'positive',
  suspended: 'warning',
  ended: 'neutral',
  withdrawn: 'danger',
}

export const APPEAL_KIND_NAMES: Readonly<Record<AppealKind, string>> = {
  gracious: 'Recours gracieux',
  hierarchical: 'Recours hiérarchique',
}

export const APPEAL_STATE_NAMES: Readonly<Record<AppealState, string>> = {
  asked: 'Déposé',
  under_review: 'En examen',
  accepted: 'Accepté',
  partly: 'Accepté en partie',
  rejected: 'Rejeté',
  withdrawn: 'Abandonné par son auteur',
}

export const APPEAL_STATE_TAGS: Readonly<Record<AppealState, State>> = {
  asked: 'pending',
  under_review: 'info',
  accepted: 'positive',
  partly: 'positive',
  rejected: 'neutral',
  withdrawn: 'neutral',
}

/** « 4 arobases ». */
export function levelText(level: number, unit: string | null): string {
  return unit ? countedLevel(level, unit) : `niveau ${level}`
}

const NUMBERS = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six']

/** How a decision is contested, as its letter says it: before whom, where, within what delay. LAB-15. */
export function remediesText({ body, address, months }: Remedies, authority: string): string {
  const delay = `${NUMBERS[months] ?? months} mois`
  return [
    `Vous pouvez contester cette décision dans un délai de ${delay} à compter de sa notification :`,
    `- par un recours gracieux, adressé à ${authority || 'l’autorité qui a signé cette lettre'} ou déposé dans votre espace membre ;`,
    `- par un recours contentieux, devant : ${body}${address ? `, ${address}` : ''}.`,
    `Un recours gracieux déposé dans ce délai le prolonge : un nouveau délai de ${delay} court à partir de la réponse.`,
  ].join('\n')
}

const NOTIFIED_BY: Readonly<Record<Notified['by'], string>> = {
  opened: 'ouverte dans l’espace membre',
  received: 'lettre recommandée remise',
  presented: 'lettre recommandée présentée, puis retournée',
}

/** « Notifiée le 17 juin 2026 (ouverte dans l’espace membre) ». LAB-16. */
export function notifiedSentence(notified: Notified | null): string {
  return notified
    ? `Notifiée le ${formatDay(notified.on)} (${NOTIFIED_BY[notified.by]}).`
    : 'Pas encore notifiée : la date n’est pas connue.'
}

/** « Contestable jusqu’au 18 août 2026 inclus. » Nothing runs while the notification is unknown. LAB-16. */
export function appealDelaySentence(
  { notified, months, lastDay }: { notified: Notified | null; months: number | null; lastDay: Day | null },
  today: Day,
): string {
  if (months === null) return 'Aucun délai de recours n’est indiqué par la décision.'
  if (!notified || !lastDay) return 'Le délai de recours ne court pas encore.'
  return lastDay < today
    ? `Le délai de recours est passé depuis le ${formatDay(lastDay)}.`
    : `Contestable jusqu’au ${formatDay(lastDay)} inclus, à vérifier.`
}

export const LETTER_FACT_NAMES: Readonly<Record<(typeof LETTER_FACTS)[number], string>> = {
  posted: 'Lettre déposée',
  presented: 'Lettre présentée',
  received: 'Lettre remise',
  returned: 'Lettre retournée',
}

/** What each decision on a label does, under its name. */
export const AWARD_DECISION_HINTS: Readonly<Record<AwardDecisionKind, string>> = {
  suspended:
    'Le label ne s’affiche plus, jusqu’à la date ou à la condition dite. Le titulaire est entendu avant.',
  lifted: 'Le label s’affiche de nouveau.',
  withdrawn: 'Le label est retiré pour un motif. Le titulaire est entendu avant.',
  ended: 'Le label arrive à son terme, sans reproche : par exemple, le titulaire y renonce.',
  restored: 'Le label s’affiche de nouveau à partir de la date d’effet. L’interruption reste visible.',
  level_changed: 'Le niveau change à partir de la date d’effet.',
}
