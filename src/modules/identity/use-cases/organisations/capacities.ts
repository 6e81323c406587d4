import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import { delegationsOf, type StoredDelegation } from '../../data/organisations/delegations.store.ts'
import { mandatesOf, type StoredMandate } from '../../data/organisations/mandates.store.ts'
import {
  organisationNames,
  organisationWithin,
  sameAs,
} from '../../data/organisations/organisations.store.ts'
import {
  capacityOn,
  type Flagged,
  heldUnder,
  type Moment,
  momentOf,
  type Subject,
} from '../../domain/organisations/capacity.ts'

/** A way for somebody to act in an organisation's name: their own mandate, or a delegation from its holder. */
export interface Capacity {
  organisationId: OrganisationId
  organisationName: string
  personId: PersonId | null
  holderName: string
  quality: string
  mandateId: Id<'mandate'>
  delegationId: Id<'delegation'> | null
  /** Whose mandate the delegation comes from. */
  giver: { name: string; quality: string } | null
  from: Day
  /** The first day it no longer holds; null: until further notice. */
  until: Day | null
  /** On the day that was asked about. */
  moment: Moment
}

export type CapacityRef = Pick<Capacity, 'mandateId' | 'delegationId'>

/**
 * Everything an organisation may be bound by, mandates then delegations, those that hold on `day` first. Past and
 * future ones are there too: an act recorded today may be dated otherwise. Those put aside are not.
 */
export async function capacitiesOf(
  db: Database,
  network: NetworkId,
  organisation: OrganisationId,
  day: Day,
): Promise<Capacity[]> {
  const powers = await powersOf(db, network, organisation)
  const order: readonly Moment[] = ['in-force', 'past', 'to-come']
  return powers
    .map((power) => capacityFrom(power, day))
    .filter(({ moment }) => moment !== 'withdrawn')
    .sort((one, other) => order.indexOf(one.moment) - order.indexOf(other.moment))
}

/** The capacity named by its ids, and what is to be said of an act done in it on `day`. Null when it is not theirs. */
export async function capacityOf(
  db: Database,
  network: NetworkId,
  organisation: OrganisationId,
  { mandateId, delegationId }: CapacityRef,
  { day, subject }: { day: Day; subject: Subject },
): Promise<{ capacity: Capacity; flags: Flagged[] } | null> {
  const found = (await powersOf(db, network, organisation)).find(
    ({ mandate, delegation }) => mandate.id === mandateId && (delegation?.id ?? null) === delegationId,
  )
  if (!found) return null
  return {
    capacity: capacityFrom(found, day),
    flags: capacityOn(day, found.mandate, found.delegation, subject),
  }
}

interface PowerHeld {
  mandate: StoredMandate
  delegation: StoredDelegation | null
  organisationName: string
}

async function powersOf(
  db: Database,
  network: NetworkId,
  organisation: OrganisationId,
): Promise<PowerHeld[]> {
  const found = await organisationWithin(db, { kind: 'all', network }, organisation)
  if (!found) return []
  const same = await sameAs(db, organisation)
  const mandates = await mandatesOf(db, same)
  const delegations = await delegationsOf(db, same)
  const organisationName = (await organisationNames(db, [organisation])).get(organisation) ?? ''
  return [
    ...mandates.map((mandate) => ({ mandate, delegation: null, organisationName })),
    ...delegations.flatMap((delegation) => {
      const mandate = mandates.find(({ id }) => id === delegation.mandateId)
      return mandate ? [{ mandate, delegation, organisationName }] : []
    }),
  ]
}

function capacityFrom({ mandate, delegation, organisationName }: PowerHeld, day: Day): Capacity {
  const power = delegation ?? mandate
  return {
    organisationId: mandate.organisationId,
    organisationName,
    personId: power.personId,
    holderName: power.holderName,
    quality: power.quality,
    mandateId: mandate.id,
    delegationId: delegation?.id ?? null,
    giver: delegation ? { name: mandate.holderName, quality: mandate.quality } : null,
    from: power.from,
    until: power.until,
    moment: momentOf(delegation ? heldUnder(mandate, delegation) : mandate, day),
  }
}
