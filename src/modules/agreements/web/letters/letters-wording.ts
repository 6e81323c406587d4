import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { LetterPurpose } from '../../domain/acts.ts'
import type { FormalNoticeStatus } from '../../domain/notices.ts'
import type { LetterRefusal, NoticeOutcomeRefusal } from '../../use-cases/letters/formal-notice-acts.ts'
import type { LetterFactRefusal, LetterFactType } from '../../use-cases/letters/record-letter-fact.ts'
import type { TerminationRefusal } from '../../use-cases/letters/record-termination.ts'
import type { WithdrawalRefusal } from '../../use-cases/letters/withdraw-denunciation.ts'

export const purposeWords: Record<LetterPurpose, string> = {
  denunciation: 'Dénonciation',
  formal_notice: 'Mise en demeure',
  termination: 'Résiliation',
  dispute: 'Lettre de différend',
  other: 'Courrier',
}

export const noticeTag: Record<FormalNoticeStatus, { state: State; word: string }> = {
  running: { state: 'warning', word: 'Délai en cours' },
  cured: { state: 'positive', word: 'Manquement réparé' },
  termination_available: { state: 'danger', word: 'Résiliation possible' },
  terminated: { state: 'neutral', word: 'Résiliée' },
  recorded_without_contractual_effect: { state: 'neutral', word: 'Sans effet' },
}

export const factWords: Record<LetterFactType, string> = {
  registered_letter_first_presented: 'Première présentation',
  registered_letter_received: 'Remise contre signature',
  registered_letter_returned_unclaimed: 'Retour, pli non réclamé',
}

export const channelWords: Record<string, string> = {
  email: 'courriel',
  notification: 'notification',
}

export type LettersRefusal =
  | LetterRefusal
  | NoticeOutcomeRefusal
  | TerminationRefusal
  | LetterFactRefusal
  | WithdrawalRefusal

/** Without those every act has: `wording.ts` says them. */
type OwnRefusal = Exclude<LettersRefusal, 'dated-in-the-future' | 'unknown-party'>

export const letterRefusals: Record<OwnRefusal, (details: Refusal['details']) => Problem> = {
  'not-alive-that-day': ({ day }) => ({
    field: 'date',
    message: `La convention n’est pas en vigueur le ${said(day)} : vérifiez la date d’envoi.`,
  }),
  'scope-without-place': () => ({
    field: 'lieux',
    message: 'Cochez au moins un lieu, ou choisissez la convention entière.',
  }),
  'place-not-in-annex': () => ({
    field: 'lieux',
    message: 'Un des lieux cochés n’est pas, ou n’est plus, dans la convention : cochez-en d’autres.',
  }),
  'no-such-notice': () => ({
    field: 'mise',
    message: 'Cette mise en demeure n’est pas enregistrée sur la convention : choisissez-en une de la liste.',
  }),
  'before-the-notice': ({ day, sent }) => ({
    field: 'date',
    message: `La mise en demeure est du ${said(sent)} : sa suite ne peut pas être du ${said(day)}.`,
  }),
  'no-such-letter': () => ({
    field: 'lettre',
    message: 'Cette lettre n’est pas enregistrée sur la convention : choisissez-en une de la liste.',
  }),
  'before-deposit': ({ day, sent }) => ({
    field: 'date',
    message: `La lettre a été déposée le ${said(sent)} : ce fait ne peut pas être du ${said(day)}.`,
  }),
  'letter-fact-known': ({ day }) => ({
    field: 'fait',
    message: `Ce que La Poste a fait de cette lettre est déjà enregistré, au ${said(day)}.`,
  }),
  'letter-facts-out-of-order': ({ day, other }) => ({
    field: 'date',
    message: `Une lettre est présentée avant d’être remise ou retournée : le ${said(day)} ne va pas avec le ${said(other)}, déjà enregistré.`,
  }),
  'no-such-denunciation': () => ({
    field: 'lettre',
    message: 'Aucune dénonciation de la liste n’est à retirer : choisissez-en une qui court encore.',
  }),
  'nobody-agreed': () => ({ field: 'accords', message: 'Cochez les parties qui ont donné leur accord.' }),
}

function said(day: string | null | undefined): string {
  return day ? formatDay(day as Day) : '…'
}
