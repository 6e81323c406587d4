import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { CorrectedMember } from '../../domain/correctable.ts'
import type { CorrectionRefusal } from '../../use-cases/history/correct-act.ts'

/** The field of each member of an act, and its words. */
export const memberFields: Record<CorrectedMember, { field: string; label: string }> = {
  occurredOn: { field: 'date', label: 'Date de l’acte' },
  party: { field: 'partie', label: 'Partie' },
  years: { field: 'duree', label: 'Durée de la reconduction' },
  effectiveOn: { field: 'effet', label: 'Date d’effet' },
  newLastDay: { field: 'fin', label: 'Nouveau dernier jour' },
  sentOn: { field: 'envoi', label: 'Date d’envoi' },
  tracking: { field: 'suivi', label: 'Numéro de suivi' },
  object: { field: 'objet', label: 'Objet' },
  capacity: { field: 'qualite', label: 'Signataire et qualité' },
}

type OwnRefusal = Exclude<CorrectionRefusal, 'dated-in-the-future' | 'unknown-party'>

export const correctionRefusals: Record<OwnRefusal, (details: Refusal['details']) => Problem> = {
  'no-such-act': () => whole('Cet acte n’existe pas sur cette convention.'),
  'already-corrected': () => whole('Cet acte vient d’être corrigé : corrigez plutôt sa correction.'),
  'nothing-corrected': () => whole('Rien ne change : corrigez au moins une information, ou retirez l’acte.'),
  'letter-out-of-order': ({ day, other }) => ({
    field: 'date',
    message: `Une lettre est déposée, puis présentée, puis remise ou retournée. La date du ${said(day)} ne tient pas avec celle du ${said(other)} : vérifiez les deux.`,
  }),
  'invalid-correction': ({ path = '' }) => whole(`Une information ne convient pas : ${path}.`),
  'signed-in-the-application': () =>
    whole('Cette signature a été donnée dans l’application : son heure est prouvée, elle ne se corrige pas.'),
  'listed-at-signature': () =>
    whole('Les lieux ont été signés avec la convention : leur liste change par un avenant.'),
  'is-a-withdrawal': () => whole('Ce retrait ne se corrige pas : enregistrez de nouveau l’acte retiré.'),
}

function whole(message: string): Problem {
  return { field: null, message }
}

function said(day: string | undefined): string {
  return day ? formatDay(day as Day) : '…'
}
