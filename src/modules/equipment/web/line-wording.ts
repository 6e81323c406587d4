import type { State } from '../../../ui/tag.tsx'
import type { LineState } from '../domain/line.ts'

/** The state of a loan in the words of those who borrow and lend. EQP-503. */
export const LINE_STATE_WORDS: Readonly<Record<LineState, string>> = {
  draft: 'brouillon',
  submitted: 'demande envoyée',
  approved: 'accordé',
  rejected: 'refusé',
  withdrawn: 'abandonné',
  expired: 'sans réponse, expiré',
  prepared: 'prêt à être retiré',
  displaced: 'repris par le propriétaire',
  no_show: 'jamais retiré',
  out: 'en cours',
  partially_returned: 'rendu en partie',
  returned: 'rendu',
  lost: 'perdu',
  stolen: 'volé',
  inspected: 'rendu et contrôlé',
  disputed: 'contesté',
  closed: 'terminé',
}

export const LINE_STATE_LOOKS: Readonly<Record<LineState, State>> = {
  draft: 'neutral',
  submitted: 'pending',
  approved: 'positive',
  rejected: 'danger',
  withdrawn: 'neutral',
  expired: 'neutral',
  prepared: 'positive',
  displaced: 'warning',
  no_show: 'warning',
  out: 'info',
  partially_returned: 'warning',
  returned: 'positive',
  lost: 'danger',
  stolen: 'danger',
  inspected: 'positive',
  disputed: 'warning',
  closed: 'neutral',
}

/** A state read from a refusal or a story; an unknown one is given back as it is. */
export function lineStateWord(state: string): string {
  return LINE_STATE_WORDS[state as LineState] ?? state
}
