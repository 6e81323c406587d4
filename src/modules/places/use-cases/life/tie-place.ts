import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { type OrganisationId, type PersonId, personOf } from '../../../../platform/session/actor.ts'
import { listPeople, organisationWithin } from '../../../identity/index.ts'
import {
  addOrganisationLink,
  addPersonLink,
  endLink,
  isRunBy,
  type LinkId,
  organisationLinks,
  type PlaceRole,
  type WorkId,
  worksAt,
} from '../../data/life/place-links.store.ts'
import type { PlaceId } from '../../domain/place.ts'
import { type HoldRefusal, holdKeptPlace } from './hold-kept-place.ts'

export type TieRefusal =
  | HoldRefusal
  | 'not-yours'
  | 'no-such-organisation'
  | 'no-such-person'
  | 'already-tied'
  | 'no-such-link'

/** From today, that organisation runs, owns or hosts the place: the head of the network says so. DIR-1. */
export async function tieOrganisation(
  context: Context,
  { place, organisation, role }: { place: PlaceId; organisation: OrganisationId; role: PlaceRole },
): Promise<LinkId | Refusal<TieRefusal>> {
  return once(context, place, async (tx) => {
    const found = await organisationWithin(tx, context.reach, organisation)
    if (!found) return refuse('no-such-organisation')
    const link = { place, organisation: found.id, role, from: context.today, until: null }
    const id = await addOrganisationLink(tx, context.network.id, link, recorded(context))
    await writeJournal(tx, context, 'place.tied', place, { organisation: found.id, role })
    return id
  })
}

/** The head of the network, or the organisation itself: what it is to the place ends today. */
export async function untieOrganisation(
  context: Context,
  { place, link }: { place: PlaceId; link: LinkId },
): Promise<LinkId | Refusal<TieRefusal>> {
  return once(context, place, async (tx) => {
    const found = (await organisationLinks(tx, place, context.today)).find(({ id }) => id === link)
    if (!found) return refuse('no-such-link')
    if (!isOwn(context, found.organisationId)) return refuse('not-yours')
    await endLink(tx, 'places.organisation_place', { place, id: link, on: context.today })
    await writeJournal(tx, context, 'place.untied', place, {
      organisation: found.organisationId,
      role: found.role,
    })
    return link
  })
}

/** Somebody of an organisation that runs the place works there from today; said by it, or by the head of the network. */
export async function placePerson(
  context: Context,
  { place, person, function: does }: { place: PlaceId; person: PersonId; function: string },
): Promise<WorkId | Refusal<TieRefusal>> {
  return once(context, place, async (tx) => {
    if (!(await answersFor(tx, context, place))) return refuse('not-yours')
    if (!(await peopleOfPlace(tx, context, place)).some(({ personId }) => personId === person))
      return refuse('no-such-person')
    const link = { place, person, function: does, from: context.today }
    const id = await addPersonLink(tx, context.network.id, link, recorded(context))
    await writeJournal(tx, context, 'place.staffed', place, { person })
    return id
  })
}

/** By the organisation that runs the place or the head of the network: never by a colleague. DIR-11. */
export async function endWork(
  context: Context,
  { place, work }: { place: PlaceId; work: WorkId },
): Promise<WorkId | Refusal<TieRefusal>> {
  return once(context, place, async (tx) => {
    if (!(await answersFor(tx, context, place))) return refuse('not-yours')
    const isEnded = await endLink(tx, 'places.person_place', { place, id: work, on: context.today })
    if (!isEnded) return refuse('no-such-link')
    await writeJournal(tx, context, 'place.unstaffed', place, { work })
    return work
  })
}

/** A person may leave a place by themself. DIR-11. */
export async function leavePlace(context: Context, place: PlaceId): Promise<WorkId | Refusal<TieRefusal>> {
  return once(context, place, async (tx) => {
    const person = personOf(context.actor)
    const work = person && (await worksAt(tx, person.personId, place, context.today))
    if (!work) return refuse('no-such-link')
    await endLink(tx, 'places.person_place', { place, id: work, on: context.today })
    await writeJournal(tx, context, 'place.left', place, { work })
    return work
  })
}

/** Whoever may be said to work at the place: members of the organisations that run it today. */
export async function peopleOfPlace(db: Database, { network, today }: Context, place: PlaceId) {
  const runners = (await organisationLinks(db, place, today)).filter(({ role }) => role === 'operates')
  const all = await Promise.all(
    runners.map(({ organisationId }) => listPeople(db, network.id, { organisation: organisationId }, today)),
  )
  return [...new Map(all.flat().map((member) => [member.personId, member])).values()]
}

/** Does the actor answer for the place: its organisation, or the head of the network? */
export async function answersFor(db: Database, { reach, today }: Context, place: PlaceId): Promise<boolean> {
  if (reach.kind === 'all') return true
  return reach.kind === 'these' && isRunBy(db, place, reach.organisations, today)
}

function isOwn({ reach }: Context, organisation: OrganisationId): boolean {
  return reach.kind === 'all' || (reach.kind === 'these' && reach.organisations.includes(organisation))
}

function recorded({ now, actor }: Context) {
  return { at: now, by: personOf(actor)?.personId ?? null }
}

async function once<Id extends string>(
  context: Context,
  place: PlaceId,
  work: (tx: Database) => Promise<Id | Refusal<TieRefusal>>,
): Promise<Id | Refusal<TieRefusal>> {
  try {
    return await inTransaction<Id | Refusal<TieRefusal>>(context.db, async (tx) => {
      const held = await holdKeptPlace(tx, context, place)
      return isRefusal(held) ? held : work(tx)
    })
  } catch (error) {
    const name = refusedBy(error)
    if (name === 'one_place_link_at_a_time' || name === 'nobody_works_twice_at_a_place')
      return refuse('already-tied')
    throw error
  }
}
