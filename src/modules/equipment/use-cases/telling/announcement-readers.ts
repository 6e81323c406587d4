import type { Day } from '../../../../kernel/day.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { findAgreement, referentsOn } from '../../../agreements/index.ts'
import { type Acting, actingOn, capacitiesOf } from '../../../identity/index.ts'
import { findInventory } from '../../data/inventory.store.ts'
import { givenRoles } from '../../data/roles.store.ts'
import type { AnnouncedLoan } from '../../data/telling/announcements.queries.ts'
import type { InventoryId } from '../../domain/equipment.ts'
import { allows, roleIn } from '../../domain/rights.ts'
import { type Audience, oncePerAddress, type Reader } from '../../domain/telling/announcements.ts'

/**
 * Who hears an announcement about a loan today. The borrower is who asked, while they still act in the network, else who
 * answers for the organisation; the managers are those who decide in the inventory. EQP-1103, EQP-1104.
 */
export async function readersOf(
  db: Database,
  loan: AnnouncedLoan,
  audience: Audience,
  today: Day,
  /** Whoever did it themselves needs no mail about it. */
  except: PersonId | null = null,
): Promise<Reader[]> {
  const representatives = audience === 'representative' ? await representativesOf(db, loan, today) : []
  const people = [...loan.deciders, ...(loan.requestedBy ? [loan.requestedBy] : []), ...representatives]
  const organisations = [loan.organisationId, loan.ownerId]
  const acting = await actingOn(db, loan.networkId, { organisations, people }, today)
  const asker = acting.filter(({ personId }) => personId === loan.requestedBy)
  const contacts = acting.filter(
    ({ role, organisationId }) => role === 'partner' && organisationId === loan.organisationId,
  )
  const borrower = asker.length > 0 ? asker : contacts
  const managers = acting.filter((person) => person.personId !== except && deciderOf(person, loan))
  const read = (people: readonly Acting[], side: Reader['side']) =>
    people.map(({ email }): Reader => ({ email, side }))
  switch (audience) {
    case 'borrower':
      return oncePerAddress(read(borrower, 'borrower'))
    case 'managers':
      return oncePerAddress(read(managers, 'managers'))
    case 'both':
      return oncePerAddress([...read(borrower, 'borrower'), ...read(managers, 'managers')])
    case 'organisation':
      return oncePerAddress(read([...borrower, ...contacts], 'borrower'))
    case 'representative':
      return oncePerAddress([
        ...read([...borrower, ...contacts], 'borrower'),
        ...read(
          acting.filter(({ personId }) => representatives.includes(personId)),
          'borrower',
        ),
        ...(await referentsFor(db, loan, today)),
        ...read(managers, 'managers'),
      ])
  }
}

/** Who holds a mandate of the borrower's organisation that day, and has an account. */
async function representativesOf(db: Database, loan: AnnouncedLoan, today: Day): Promise<PersonId[]> {
  const capacities = await capacitiesOf(db, loan.networkId, loan.organisationId, today)
  return capacities.flatMap(({ personId, delegationId, moment }) =>
    personId && delegationId === null && moment === 'in-force' ? [personId] : [],
  )
}

/** Whom each party of the agreement wants written to. 002 art. 6. */
async function referentsFor(db: Database, loan: AnnouncedLoan, today: Day): Promise<Reader[]> {
  const { agreementId: id, networkId: network } = loan
  const agreement = id && (await findAgreement(db, { kind: 'all', network }, id))
  if (!agreement) return []
  const [lead] = agreement.terms.parties
  const referents = await referentsOn(db, agreement.id, today)
  return referents.map(({ email, party }) => ({ email, side: party === lead ? 'managers' : 'borrower' }))
}

/** The addresses of those who decide in an inventory today, each once. EQP-1501. */
export async function decidersOf(
  { db, network, reach, today }: Pick<Context, 'db' | 'network' | 'reach' | 'today'>,
  id: InventoryId,
): Promise<string[]> {
  const inventory = await findInventory(db, reach, id)
  if (!inventory) return []
  const deciders = (await givenRoles(db, id))
    .filter(({ role }) => allows(role, 'decide'))
    .map(({ personId }) => personId)
  const { ownerId } = inventory
  const acting = await actingOn(db, network.id, { organisations: [ownerId], people: deciders }, today)
  const chosen = acting.filter((person) => deciderOf(person, { deciders, ownerId }))
  return [...new Set(chosen.map(({ email }) => email))]
}

/** A role given by name, or the one that comes with the owner's officers. EQP-1501. */
export function deciderOf(
  { personId, role, organisationId }: Acting,
  inventory: Pick<AnnouncedLoan, 'deciders' | 'ownerId'>,
): boolean {
  const held = roleIn({
    given: inventory.deciders.includes(personId) ? 'manager' : null,
    networkRole: role,
    isOwner: organisationId === inventory.ownerId,
  })
  return held !== null && allows(held, 'decide')
}
