import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { DocumentRefusal } from '../../../../platform/files/kept-files.ts'
import { documentProblems } from '../../../../platform/http/document-wording.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { RejectionReason } from '../../domain/course.ts'
import type { PlannedRefusal } from '../../use-cases/letters/planned-letter.ts'
import type { AbandonRefusal, DepositRefusal } from '../../use-cases/letters/prepare-letter.ts'
import { rejectionSentences } from '../reading-wording.ts'

export type PreparedRefusal =
  | PlannedRefusal
  | DepositRefusal
  | AbandonRefusal
  | DocumentRefusal
  | 'no-address'
  | 'no-signatory'

const refusals: Record<PreparedRefusal, (details: Refusal['details']) => Problem> = {
  'no-such-agreement': () => whole('Cette convention n’existe pas ou n’est pas à votre portée.'),
  'changed-meanwhile': () =>
    whole(
      'Un acte a été enregistré sur cette convention pendant votre saisie. Vérifiez son état, puis recommencez : votre saisie est conservée.',
    ),
  'unknown-party': () => at('partie', 'Choisissez une des parties à la convention.'),
  'planned-in-the-past': ({ day }) =>
    at(
      'date',
      `Le ${said(day)} est passé : indiquez le jour où vous déposerez la lettre, aujourd’hui au plus tôt.`,
    ),
  'dated-in-the-future': ({ day }) =>
    at('date', `Le ${said(day)} n’est pas encore arrivé : reportez la date du bordereau de dépôt.`),
  'not-in-force-that-day': ({ day }) => at('date', outsideLife(day)),
  'not-alive-that-day': ({ day }) => at('date', outsideLife(day)),
  'letter-without-effect': ({ reason }) =>
    whole(
      `Cette lettre resterait sans effet : elle n’est pas préparée. ${rejectionSentences[reason as RejectionReason]}`,
    ),
  'no-letter-for-disputes': () =>
    whole('Cette convention ne dit rien des différends : aucun article n’est à citer.'),
  'scope-without-place': () => at('lieux', 'Cochez au moins un lieu, ou choisissez la convention entière.'),
  'place-not-in-annex': () =>
    at('lieux', 'Un des lieux cochés n’est pas, ou n’est plus, dans la convention : cochez-en d’autres.'),
  'no-such-notice': () =>
    at(
      'mise',
      'Cette mise en demeure n’est pas enregistrée sur la convention : choisissez-en une de la liste.',
    ),
  'no-such-request': () =>
    at('demande', 'Cette demande n’est pas enregistrée sur la convention : choisissez-en une de la liste.'),
  'nothing-to-renew': ({ day }) => at('date', outsideLife(day)),
  'no-address': () => at('destinataire', 'L’adresse du destinataire n’est pas connue : écrivez-la.'),
  'no-signatory': () => at('signataire', 'La personne qui signe n’est pas connue : écrivez son nom.'),
  'letter-no-longer-waits': () =>
    whole('Cette lettre n’attend plus : son acte est enregistré, ou elle est abandonnée. Rouvrez sa page.'),
  ...documentProblems('document'),
}

export function problemOfPrepared({ refused, details }: Refusal<PreparedRefusal>): Problem {
  return refusals[refused](details)
}

function outsideLife(day: string | null | undefined): string {
  return `La convention n’est pas en vigueur le ${said(day)} : vérifiez le jour prévu.`
}

function said(day: string | null | undefined): string {
  return day ? formatDay(day as Day) : '…'
}

function at(field: string, message: string): Problem {
  return { field, message }
}

function whole(message: string): Problem {
  return { field: null, message }
}
