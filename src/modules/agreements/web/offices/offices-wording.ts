import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { AuthorityAct, AuthorityKind } from '../../domain/authority.ts'
import type { Office } from '../../domain/offices.ts'
import type { LinkRefusal } from '../../use-cases/offices/declare-link.ts'
import type { OfficeRefusal } from '../../use-cases/offices/keep-office.ts'
import type { AuthorityRefusal } from '../../use-cases/offices/record-authority.ts'

export const officeWords: Record<Office, { one: string; several: string; hint: string }> = {
  representative: {
    one: 'Représentant',
    several: 'Représentant',
    hint: 'La personne nommée en tête de la convention. Une seule à la fois.',
  },
  signer: {
    one: 'Signataire',
    several: 'Signataires',
    hint: 'Qui signe la convention, ses avenants et ses lettres.',
  },
  referent: {
    one: 'Référent',
    several: 'Référents',
    hint: 'Le contact au quotidien : reçoit les rappels et les copies par courriel.',
  },
}

export const authorityWords: Record<AuthorityKind, string> = {
  deliberation: 'Délibération',
  decision: 'Décision',
  delegation_of_signature: 'Délégation de signature',
}

/** « Délibération 2026-031 du Conseil municipal, 14 mars 2026 ». */
export function authorityName({ kind, reference, body, decidedOn }: AuthorityAct): string {
  const named = [authorityWords[kind], reference].filter(Boolean).join(' ')
  return `${named}, ${body}, ${formatDay(decidedOn)}`
}

export type PaperRefusal = OfficeRefusal | LinkRefusal | AuthorityRefusal

const refusals: Record<PaperRefusal, (details: Refusal['details']) => Problem> = {
  'no-such-agreement': () => whole('Cette convention n’existe pas ou n’est pas à votre portée.'),
  'not-your-party': () => whole('Vous tenez à jour votre propre structure : l’autre partie tient la sienne.'),
  'no-such-office': () => whole('Cette personne n’est pas dans la liste : rouvrez la page.'),
  'already-in-office': () => ({
    field: 'nom',
    message: 'Cette personne tient déjà cette fonction à ces dates.',
  }),
  'one-representative': () => ({
    field: 'debut',
    message: 'Un autre représentant est déjà annoncé à partir de cette date : une seule personne à la fois.',
  }),
  'begins-before-the-former': ({ day }) => ({
    field: 'debut',
    message: `La personne remplacée est en fonction depuis le ${on(day)} : choisissez un jour après celui-là.`,
  }),
  'ends-before-it-begins': ({ day }) => ({
    field: 'dernier_jour',
    message: `Elle commence le ${on(day)} : le dernier jour ne peut pas être avant.`,
  }),
  'already-ended': () => whole('La fin est déjà enregistrée.'),
  'no-such-link': () => whole('Cette déclaration n’existe pas sur cette convention.'),
  'decided-in-the-future': ({ day }) => ({
    field: 'date',
    message: `L’acte est daté du ${on(day)} : il pourra être joint à partir de ce jour.`,
  }),
  'no-paper': () => ({
    field: 'document',
    message: 'Joignez le scan de l’acte, ou choisissez la décision publiée qui en tient lieu.',
  }),
  'no-such-decision': () => ({
    field: 'decision',
    message: 'Choisissez une décision déjà publiée dans la liste.',
  }),
  'no-such-authority': () => whole('Cet acte n’est pas joint à cette convention.'),
  'already-set-aside': () => whole('Cet acte est déjà mis de côté.'),
}

export function problemOfPaper({ refused, details }: Refusal<PaperRefusal>): Problem {
  return refusals[refused](details)
}

function on(day: string | null | undefined): string {
  return day ? formatDay(day as Day) : '…'
}

function whole(message: string): Problem {
  return { field: null, message }
}
