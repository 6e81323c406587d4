import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { type Capacity, type CapacityRef, capacitiesOf, capacityOf, headOf } from '../../../identity/index.ts'

export type SignerRefusal = 'signer-unknown' | 'signer-without-delegation'

/** Who signs, in what power: what `ApplicationDecision` needs to name them. */
export interface Signer {
  readonly authority: string
  readonly signerName: string
  readonly signerTitle: string
  readonly mandateId: Id<'mandate'>
  readonly delegationId: Id<'delegation'> | null
  readonly personId: Capacity['personId']
}

/** The ways somebody may sign for the head of the network, those that hold on that day first; none without a known head. */
export async function signersOf(
  { network }: Pick<Context, 'network'>,
  db: Database,
  on: Day,
): Promise<Capacity[]> {
  const head = await headOf(db, network.id)
  return head ? capacitiesOf(db, network.id, head, on) : []
}

/**
 * The signer named by their ids. A decision needs a power that holds that day and covers labels: unlike an agreement's
 * signature, it is refused otherwise. LAB-52.
 */
export async function signerOf(
  { network }: Pick<Context, 'network'>,
  db: Database,
  ref: CapacityRef | null,
  on: Day,
): Promise<Signer | Refusal<SignerRefusal>> {
  const head = await headOf(db, network.id)
  const found =
    head && ref ? await capacityOf(db, network.id, head, ref, { day: on, subject: 'labels' }) : null
  if (!found) return refuse('signer-unknown')
  if (found.flags.length > 0) return refuse('signer-without-delegation', { name: found.capacity.holderName })
  const { organisationName, holderName, quality, giver, mandateId, delegationId, personId } = found.capacity
  return {
    authority: organisationName,
    signerName: holderName,
    signerTitle: giver ? `${quality}, par délégation de ${giver.name}` : quality,
    ...{ mandateId, delegationId, personId },
  }
}
