import type { Day } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import {
  type Capacity,
  type CapacityRef,
  capacitiesOf,
  capacityOf,
  type Flagged,
  headOf,
} from '../../../identity/index.ts'
import type { SignatureAct } from '../../domain/acts.ts'
import type { Agreement, StoredAct } from '../../domain/agreement.ts'
import { standingActs } from '../../domain/corrections.ts'
import type { Party } from '../../domain/terms.ts'

/** A party and one of the ways somebody may sign for it. */
export interface SigningPower {
  party: Party
  capacity: Capacity
}

/** Every mandate and delegation by which these parties may be bound, those that hold on `day` first. */
export async function powersToSign(
  db: Database,
  agreement: Agreement,
  parties: readonly Party[],
  day: Day,
): Promise<SigningPower[]> {
  const powers = await Promise.all(
    parties.map(async (party) => {
      const organisation = await organisationOfParty(db, agreement, party)
      const held = organisation ? await capacitiesOf(db, agreement.networkId, organisation, day) : []
      return held.map((capacity) => ({ party, capacity }))
    }),
  )
  return powers.flat()
}

/** The power named by its ids, when it is that party's; and what is to be said of a signature by it that day. */
export async function powerOfParty(
  db: Database,
  agreement: Agreement,
  party: Party,
  ref: CapacityRef,
  day: Day,
): Promise<{ capacity: Capacity; flags: Flagged[] } | null> {
  const organisation = await organisationOfParty(db, agreement, party)
  if (!organisation) return null
  return capacityOf(db, agreement.networkId, organisation, ref, { day, subject: 'agreements' })
}

/** One signature as the page tells it: read anew each time, since an end may be known only later. */
export interface ReadSignature {
  act: StoredAct & SignatureAct
  capacity: Capacity | null
  flags: Flagged[]
}

export async function readSignatures(db: Database, agreement: Agreement): Promise<ReadSignature[]> {
  const signatures = standingActs(agreement.acts).filter(
    (act): act is StoredAct & SignatureAct => act.type === 'signature',
  )
  return Promise.all(
    signatures.map(async (act) => {
      const ref = refOf(act)
      const read = ref ? await powerOfParty(db, agreement, act.party, ref, act.occurredOn) : null
      return { act, capacity: read?.capacity ?? null, flags: read?.flags ?? [] }
    }),
  )
}

function refOf({ signatory }: SignatureAct): CapacityRef | null {
  const { mandate, delegationId } = signatory ?? {}
  if (!mandate || !isId<'mandate'>(mandate)) return null
  return {
    mandateId: mandate,
    delegationId: delegationId && isId<'delegation'>(delegationId) ? delegationId : null,
  }
}

/** The lead is the first party: the head of the network, once it is known. */
export async function organisationOfParty(
  db: Database,
  agreement: Agreement,
  party: Party,
): Promise<OrganisationId | null> {
  return party === agreement.terms.parties[0] ? headOf(db, agreement.networkId) : agreement.partner.id
}
