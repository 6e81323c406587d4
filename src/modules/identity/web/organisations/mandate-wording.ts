import { addDays, type Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { DocumentRefusal } from '../../../../platform/files/kept-files.ts'
import { documentSentences } from '../../../../platform/http/document-wording.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay, relativeDay } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { Flagged, MandateAct, Moment, Power, Subject } from '../../domain/organisations/capacity.ts'
import type { EndRefusal } from '../../use-cases/organisations/end-mandate.ts'
import type { DelegationRefusal } from '../../use-cases/organisations/record-delegation.ts'
import type { MandateRefusal } from '../../use-cases/organisations/record-mandate.ts'
import { problemOfOrganisation } from './organisation-wording.ts'

export const actNames: Record<MandateAct, string> = {
  election: 'Élection',
  deliberation: 'Délibération',
  appointment: 'Arrêté ou décision de nomination',
  statutes: 'Statuts',
  other: 'Autre acte',
}

export const subjectNames: Record<Subject, string> = {
  all: 'Tous les actes',
  agreements: 'Conventions',
  labels: 'Labels',
  committees: 'Comités',
  equipment: 'Matériel',
  funding: 'Financements',
}

export const momentTag: Record<Moment, { state: State; word: string }> = {
  'in-force': { state: 'positive', word: 'En cours' },
  'to-come': { state: 'pending', word: 'À venir' },
  past: { state: 'neutral', word: 'Terminé' },
  withdrawn: { state: 'neutral', word: 'Enregistré par erreur' },
}

/** « Du 17 juin 2026 au 16 juin 2029 », last day included; « Depuis le 17 juin 2026 ». */
export function daysOf({ from, until }: Pick<Power, 'from' | 'until'>): string {
  return until ? `Du ${formatDay(from)} au ${formatDay(addDays(until, -1))}` : `Depuis le ${formatDay(from)}`
}

/** Who signed in which power: what a flag's sentence is about. */
export interface Flaggable {
  holderName: string
  giver: { name: string } | null
}

/** « Signée 2 mois après la fin du mandat de … »: it counts, and says why it wants a second look. `day`: of the act. */
export function flagSentence(
  { flag, day: limit }: Flagged,
  { holderName, giver }: Flaggable,
  day: Day,
): string {
  const by = giver ? 'Signée par délégation, ' : 'Signée '
  const representative = giver?.name ?? holderName
  switch (flag) {
    case 'no-mandate':
      return 'Signée sans mandat : celui qui était indiqué a été enregistré par erreur.'
    case 'mandate-not-started':
      return `${by}${before(day, limit)} le début du mandat de ${representative}.`
    case 'mandate-ended':
    case 'giver-mandate-ended':
      return `${by}${after(day, limit)} la fin du mandat de ${representative}.`
    case 'delegation-not-started':
      return `${by}${before(day, limit)} le début de la délégation de ${holderName}.`
    case 'delegation-ended':
      return `${by}${after(day, limit)} la fin de la délégation de ${holderName}.`
    case 'delegation-out-of-scope':
      return `${by}pour un objet que la délégation de ${holderName} ne prévoit pas.`
  }
}

/** `limit` is the first day without the power: its last day is the eve. */
function after(day: Day, limit: Day | null): string {
  const words = limit ? relativeDay(day, addDays(limit, -1)) : ''
  return words === 'demain' ? 'le lendemain de' : `${words.replace(/^dans /, '')} après`
}

function before(day: Day, limit: Day | null): string {
  const words = limit ? relativeDay(limit, day) : ''
  return words === 'demain' ? 'la veille de' : `${words.replace(/^dans /, '')} avant`
}

type PowerRefusal = MandateRefusal | DelegationRefusal | EndRefusal | DocumentRefusal

export function problemOfPower({ refused, details }: Refusal<PowerRefusal>): Problem {
  switch (refused) {
    case 'no-such-organisation':
    case 'joined-meanwhile':
      return problemOfOrganisation({ refused, details })
    case 'no-such-mandate':
      return whole('Ce mandat n’existe pas dans cette structure.')
    case 'no-such-delegation':
      return whole('Cette délégation n’existe pas dans cette structure.')
    case 'already-withdrawn':
      return whole('Cet enregistrement a déjà été retiré comme une erreur.')
    case 'ends-before-it-starts':
      return {
        field: 'dernier_jour',
        message: 'Le dernier jour vient avant le premier : vérifiez les deux dates.',
      }
    case 'already-ended':
      return {
        field: 'dernier_jour',
        message: `La fin est déjà connue : le ${formatDay(details.lastDay as Day)}. Si le mandat a été renouvelé, enregistrez le nouveau.`,
      }
    case 'not-a-member':
      return { field: 'personne', message: 'Choisissez une personne qui agit pour cette structure.' }
    case 'document-too-large':
    case 'document-unreadable':
    case 'document-locked':
      return { field: 'document', message: documentSentences[refused] }
  }
}

function whole(message: string): Problem {
  return { field: null, message }
}
