import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { AmendableTerm } from '../../domain/amendment-draft.ts'
import type { AmendmentStatus } from '../../domain/amendments.ts'
import type { RenewalTerms } from '../../domain/terms.ts'
import type { AmendmentChangeRefusal } from '../../use-cases/amendments/change-amendment.ts'
import type { AmendmentDraftRefusal } from '../../use-cases/amendments/draft-amendment.ts'
import type { RequestRefusal } from '../../use-cases/amendments/request-amendment.ts'
import type { AmendmentSignatureRefusal } from '../../use-cases/amendments/sign-amendment.ts'

/** `draft`: nobody has signed it, and its text may still change. */
export const amendmentTag: Record<AmendmentStatus | 'draft', { state: State; word: string }> = {
  draft: { state: 'pending', word: 'En préparation' },
  awaiting_signatures: { state: 'warning', word: 'En attente de signature' },
  signed_not_yet_effective: { state: 'info', word: 'Signé, pas encore en vigueur' },
  effective: { state: 'positive', word: 'En vigueur' },
  never_effective: { state: 'neutral', word: 'Sans effet' },
}

export const termLabels: Record<AmendableTerm, { label: string; unit: string }> = {
  initialYears: { label: 'Durée de la première période', unit: 'ans' },
  'renewal.years': { label: 'Durée de chaque reconduction', unit: 'ans' },
  'denunciation.months': { label: 'Préavis de dénonciation', unit: 'mois' },
  'amendmentRequest.months': { label: 'Délai pour demander un avenant', unit: 'mois' },
  'formalNotice.days': { label: 'Délai d’une mise en demeure', unit: 'jours' },
  'dispute.amicableDays': { label: 'Durée de la phase amiable', unit: 'jours' },
}

export const renewalModeWords: Record<RenewalTerms['mode'], string> = {
  tacit: 'Tacite : d’elle-même, sans acte',
  express: 'Expresse : par un acte signé de tous, qui en fixe la durée',
  none_unless_agreed: 'Aucune, sauf si les parties en conviennent par un acte',
}

export type AmendmentRefusal =
  | RequestRefusal
  | AmendmentDraftRefusal
  | AmendmentChangeRefusal
  | AmendmentSignatureRefusal

/** Without those every act has: `wording.ts` says them. */
type OwnRefusal = Exclude<
  AmendmentRefusal,
  | 'no-such-agreement'
  | 'changed-meanwhile'
  | 'dated-in-the-future'
  | 'unknown-party'
  | 'already-signed'
  | 'not-their-power'
  | 'invalid-terms'
  | 'no-such-place'
>

export const amendmentRefusals: Record<OwnRefusal, (details: Refusal['details']) => Problem> = {
  'sent-after-arrival': ({ sentOn, arrivedOn }) => ({
    field: 'envoi',
    message: `Une demande arrivée le ${said(arrivedOn)} ne peut pas être partie le ${said(sentOn)} : vérifiez les deux dates.`,
  }),
  'no-amendment-before-entry': () =>
    whole(
      'La convention n’est pas encore en vigueur : son texte se corrige dans le projet, ou attend la dernière signature.',
    ),
  'no-amendment-after-end': ({ day }) =>
    whole(
      `La convention a pris fin le ${said(day)} : un avenant n’y changerait rien. Préparez une nouvelle convention.`,
    ),
  'no-such-amendment': () => whole('Cet avenant n’existe pas sur cette convention.'),
  'rewritten-meanwhile': () =>
    whole(
      'Quelqu’un a modifié cet avenant pendant votre saisie. Relisez-le, puis enregistrez de nouveau : votre saisie est conservée.',
    ),
  'amendment-is-signed': () =>
    whole('Une partie a déjà signé cet avenant : il ne peut plus changer. Préparez-en un autre.'),
  'effect-before-entry': ({ day }) => ({
    field: 'effet',
    message: `La convention est entrée en vigueur le ${said(day)} : un avenant ne peut pas prendre effet avant.`,
  }),
  'no-such-clause': () => whole('Cet article n’existe pas dans la convention.'),
  'term-words-missing': ({ missing }) => ({
    field: 'texte',
    message: `Une phrase suit un terme de la convention : gardez ${missing}. Pour la changer, changez le terme.`,
  }),
  'place-already-listed': () => ({
    field: 'lieu',
    message: 'Ce lieu est déjà dans la convention, ou un autre avenant l’y ajoute.',
  }),
  'place-has-left': () => ({
    field: 'lieu',
    message: 'Ce lieu a déjà quitté cette convention : il ne peut pas y revenir par un avenant.',
  }),
  'signed-before-entry': ({ day }) => ({
    field: 'date',
    message: day
      ? `La convention est entrée en vigueur le ${said(day)} : cet acte ne peut pas être signé avant.`
      : 'La convention n’est pas encore en vigueur : cet acte ne peut pas être signé.',
  }),
  'amendment-changes-nothing': () =>
    whole('Cet avenant ne change encore rien : écrivez ce qu’il change avant de recueillir les signatures.'),
}

/** « Demande arrivée le 3 mars 2029, hors délai : elle devait arriver au plus tard le 11 mars 2029. » */
export function requestSentence(arrivedOn: Day, limit: Day | null, inTime: boolean): string {
  if (limit === null)
    return `Demande arrivée le ${formatDay(arrivedOn)} : la convention ne fixe pas de délai.`
  return inTime
    ? `Demande arrivée le ${formatDay(arrivedOn)}, dans le délai : le dernier jour utile est le ${formatDay(limit)}.`
    : `Demande arrivée le ${formatDay(arrivedOn)}, hors délai : le dernier jour utile était le ${formatDay(limit)}. Les parties peuvent tout de même signer un avenant.`
}

/** Where another open amendment writes the same thing. */
export function conflictSentence(what: string, number: string): string {
  return `${what} : l’avenant n° ${number} y touche aussi. Le dernier à prendre effet l’emportera.`
}

function whole(message: string): Problem {
  return { field: null, message }
}

function said(day: string | null | undefined): string {
  return day ? formatDay(day as Day) : '…'
}
