import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { StoredAct } from '../../domain/agreement.ts'
import type { ClaimRefusal } from '../../use-cases/letters/claim-damages.ts'

/** « Mise en demeure du 3 mars 2026 ». */
export function claimedActName(act: StoredAct): string {
  const isNotice = 'purpose' in act && act.purpose === 'formal_notice'
  const day = act.occurredOn ? ` du ${formatDay(act.occurredOn)}` : ''
  return `${isNotice ? 'Mise en demeure' : 'Résiliation'}${day}`
}

/** « 1 250,50 € », or that no figure is given yet. `cents`: in euro cents. */
export function amountWords(cents: number | null): string {
  if (cents === null) return 'Montant non chiffré'
  const money = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' })
  return money.format(cents / 100)
}

const refusals: Record<ClaimRefusal, Problem> = {
  'no-such-agreement': whole('Cette convention n’existe pas ou n’est pas à votre portée.'),
  'unknown-party': { field: 'partie', message: 'Choisissez une des parties à la convention.' },
  'no-act-to-claim-on': {
    field: 'acte',
    message: 'Choisissez une mise en demeure ou une résiliation de cette convention.',
  },
  'no-such-claim': whole('La demande à corriger n’existe pas, ou elle est déjà corrigée.'),
  'claim-already-corrected': whole('Cette demande vient d’être corrigée par une autre personne.'),
}

export function problemOfClaim({ refused }: Refusal<ClaimRefusal>): Problem {
  return refusals[refused]
}

function whole(message: string): Problem {
  return { field: null, message }
}
