import { type Day, day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import type { Context } from '../../platform/context.ts'
import type { OrganisationId, PersonId } from '../../platform/session/actor.ts'
import { aPlace } from '../agreements/testing.ts'
import { addOrganisation } from '../identity/index.ts'
import type { PlaceId } from '../places/index.ts'
import { saveAnswers } from './data/applications/answers.store.ts'
import {
  type ApplicationId,
  addApplication,
  lockApplication,
  moveApplication,
} from './data/applications/applications.store.ts'
import { addGroup, addSeat, type GroupId } from './data/instruction/groups.store.ts'
import { addOpinion, type OpinionId } from './data/instruction/opinions.store.ts'
import { addVisit, type VisitId } from './data/instruction/visits.store.ts'
import type { Answer } from './domain/applications/answers.ts'
import type { ApplicationState } from './domain/applications/application.ts'
import { aScheme } from './domain/schemes/testing.ts'
import { aLabel } from './testing-applications.ts'
import { routeFiles } from './use-cases/instruction/route-file.ts'

const NOBODY = { by: null } as const

type Label = Awaited<ReturnType<typeof aLabel>>

/** A file that was sent, routed as any other; `until`: the states it went through after. */
export async function aSentFile(
  context: Context,
  {
    label,
    organisation,
    place,
    answers = { A1: true, A2: false },
    through = [],
  }: {
    label: Label
    organisation?: OrganisationId
    place?: PlaceId
    answers?: Readonly<Record<string, Answer>>
    through?: readonly ApplicationState[]
  },
): Promise<ApplicationId> {
  const { db, network, now } = context
  const recorded = { at: now, ...NOBODY }
  const fields = { name: `Demandeur ${newId()}`, kind: 'commune', siret: null, commune: 'Honfleur' }
  const applicantId = organisation ?? (await addOrganisation(db, network.id, fields, now))
  const id = await addApplication(
    db,
    {
      ...{ networkId: network.id, schemeId: label.id, versionId: label.version, purpose: 'application' },
      ...{ editionId: null, applicantId, agreementId: null },
      holder: { kind: 'place', id: place ?? (await aPlace(context, `Lieu ${applicantId.slice(-6)}`)) },
    },
    recorded,
  )
  const given = Object.entries(answers).map(([code, value]) => ({
    ...{ code, value, known: null, contested: '', isToConfirm: false },
  }))
  await saveAnswers(db, id, given, recorded)
  for (const state of ['submitted', ...through] as const) {
    const file = await lockApplication(
      db,
      { kind: 'these', network: network.id, organisations: [applicantId] },
      id,
    )
    if (file) await moveApplication(db, file, state, recorded)
  }
  await routeFiles(db, context)
  return id
}

/** Where a place stands, as its address says. */
export async function aPlaceIn(context: Context, inseeCode: string, name: string): Promise<PlaceId> {
  const id = await aPlace(context, name)
  await context.db.updateTable('places.place').set({ insee_code: inseeCode }).where('id', '=', id).execute()
  return id
}

/** A group and who sits in it. */
export async function aGroup(
  context: Context,
  { name, departments = [], epcis = [] }: { name: string; departments?: string[]; epcis?: string[] },
  people: readonly PersonId[] = [],
): Promise<GroupId> {
  const { db, network, now, today } = context
  const fields = { name, schemeId: null, departments, epcis }
  const group = await addGroup(db, network.id, fields, { at: now, ...NOBODY })
  for (const person of people) await addSeat(db, group, person, { from: today, ...NOBODY })
  await routeFiles(db, context)
  return group
}

/** The one person who acts for an organisation made for a test. */
export async function onlyMemberOf({ db }: Context, organisation: OrganisationId): Promise<PersonId> {
  const row = await db
    .selectFrom('identity.membership')
    .select('person_id')
    .where('organisation_id', '=', organisation)
    .executeTakeFirstOrThrow()
  return row.person_id
}

/** What the addresses of the instruction name: a file examined, a group, a visit to come. */
export async function someInstruction(
  context: Context,
  organisation: OrganisationId,
): Promise<{
  instructed: ApplicationId
  instructorGroup: GroupId
  visit: VisitId
  opinion: OpinionId
}> {
  const { db, now, today } = context
  const recorded = { at: now, ...NOBODY }
  const code = `instruit-${organisation.slice(-12)}`
  const label = await aLabel(context, aScheme(), { code, name: code })
  const instructed = await aSentFile(context, { label, organisation, through: ['under_instruction'] })
  const instructorGroup = await aGroup(context, { name: `Groupe ${organisation.slice(-6)}` })
  const expert = newId<'person'>()
  await db
    .insertInto('identity.person')
    .values({
      id: expert,
      given_name: 'Alix',
      family_name: 'Experte',
      email: `${expert}@example.fr`,
      created_at: now,
    })
    .execute()
  const asked = {
    personId: expert,
    question: 'Est-ce ouvert ?',
    codes: ['A1'],
    isShared: true,
    dueOn: later(today),
  }
  return {
    instructed,
    instructorGroup,
    visit: await addVisit(
      db,
      instructed,
      { plannedOn: later(today), plannedTime: '14:30', visitors: 'Une instructrice', codes: ['A1'] },
      recorded,
    ),
    opinion: await addOpinion(db, instructed, asked, recorded),
  }
}

function later(today: Day): Day {
  return day(`${Number(today.slice(0, 4)) + 1}${today.slice(4)}`)
}
