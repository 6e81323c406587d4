import type { Network } from '../../../platform/session/actor.ts'
import { formatDay } from '../../../ui/french.ts'
import type { Act, Signed } from '../domain/acts.ts'
import type { Agreement } from '../domain/agreement.ts'
import type { SignatureLine } from '../domain/written-document.ts'
import { partyName } from '../web/parties.ts'

type SignedAct = Extract<Act, Signed>

/** A line for each party: how it signed this, or room to sign. `name`: of the amendment, or of the renewal. */
export function signatureLines(
  network: Network,
  agreement: Agreement,
  type: SignedAct['type'],
  name: string | null = null,
): SignatureLine[] {
  return agreement.terms.parties.map((party) => {
    const signed = agreement.acts.findLast(
      (act): act is SignedAct & (typeof agreement.acts)[number] =>
        act.type === type && 'party' in act && act.party === party && nameOfSigned(act as SignedAct) === name,
    )
    return { party: partyName(agreement, party, network.headName), said: signed ? saidOf(signed) : '' }
  })
}

function nameOfSigned(act: SignedAct): string | null {
  if (act.type === 'amendment_signed') return act.amendment
  return act.type === 'renewal_signed' ? act.renewal : null
}

function saidOf({ occurredOn, capacity, onBehalfOf }: Signed): string {
  // A delegation is already told in the capacity, most of the time.
  const power = onBehalfOf && !capacity?.includes(onBehalfOf) ? `, pour ${onBehalfOf}` : ''
  const by = `${capacity ? ` par ${capacity}` : ''}${power}`
  return `Signé le ${formatDay(occurredOn)}${by}.`
}
