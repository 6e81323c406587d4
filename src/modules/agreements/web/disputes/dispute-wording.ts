import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { DisputeState } from '../../domain/disputes.ts'
import type { DisputeRefusal } from '../../use-cases/disputes/open-dispute.ts'
import type { SettlementRefusal } from '../../use-cases/disputes/settle-dispute.ts'

export const disputeTag: Record<DisputeState['status'], { state: State; word: string }> = {
  awaiting_receipt: { state: 'pending', word: 'En attente de réception' },
  amicable: { state: 'warning', word: 'Phase amiable' },
  court_available: { state: 'danger', word: 'Le tribunal peut être saisi' },
  settled: { state: 'positive', word: 'Réglé' },
}

type OwnRefusal = Exclude<
  DisputeRefusal | SettlementRefusal,
  'no-such-agreement' | 'changed-meanwhile' | 'dated-in-the-future' | 'unknown-party'
>

export const disputeRefusals: Record<OwnRefusal, (details: Refusal['details']) => Problem> = {
  'received-in-the-future': ({ day }) => ({
    field: 'reception',
    message: `La réception est datée du ${said(day)} : elle ne pourra être enregistrée qu’à partir de ce jour.`,
  }),
  'received-before-sending': ({ sentOn, receivedOn }) => ({
    field: 'reception',
    message: `La lettre partie le ${said(sentOn)} ne peut pas être reçue le ${said(receivedOn)} : vérifiez les deux dates.`,
  }),
  'dispute-before-entry': () => ({
    field: 'date',
    message:
      'La convention n’était pas encore en vigueur ce jour-là : aucun de ses articles ne s’appliquait.',
  }),
  'no-such-dispute': () => ({ field: null, message: 'Ce différend n’existe pas sur cette convention.' }),
  'already-settled': ({ day }) => ({
    field: null,
    message: `Ce différend a déjà été réglé le ${said(day)}.`,
  }),
  'settled-before-opening': ({ day }) => ({
    field: 'date',
    message: `Le différend a été signalé le ${said(day)} : l’accord ne peut pas être antérieur.`,
  }),
}

function said(day: string | null | undefined): string {
  return day ? formatDay(day as Day) : '…'
}
