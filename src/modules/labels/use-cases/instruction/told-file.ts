import type { Day } from '../../../../kernel/day.ts'
import type { Context } from '../../../../platform/context.ts'
import { actingOn, emailsOf, listPeople } from '../../../identity/index.ts'
import {
  type Application,
  type ApplicationId,
  findApplication,
} from '../../data/applications/applications.store.ts'
import { completionsOf } from '../../data/instruction/completions.store.ts'
import { eventsOf } from '../../data/instruction/file-content.queries.ts'
import { seatsOf } from '../../data/instruction/groups.store.ts'
import { opinionsOn } from '../../data/instruction/opinions.store.ts'
import { currentRouting } from '../../data/instruction/routing.store.ts'
import { visitsOf } from '../../data/instruction/visits.store.ts'
import { versionById } from '../../data/schemes/schemes.store.ts'
import type { Told } from '../../jobs/tell-instruction-queue.ts'
import { holderNames } from './holder-names.ts'

type Side = 'applicant' | 'instructors' | 'expert'

const TOLD_TO: Readonly<Record<Told['kind'], Side>> = {
  completion_asked: 'applicant',
  completion_answered: 'instructors',
  not_followed_up: 'applicant',
  opinion_asked: 'expert',
  opinion_revoked: 'expert',
  opinion_given: 'instructors',
  visit_proposed: 'applicant',
  visit_confirmed: 'instructors',
  visit_declined: 'instructors',
  visit_cancelled: 'applicant',
  visit_reported: 'applicant',
  visit_replied: 'instructors',
}

/** Whom to tell, and the words that change: null when there is nothing to tell any more. */
export interface ToldFile {
  readonly file: string
  readonly side: Side
  readonly to: readonly string[]
  readonly day: Day | null
  readonly reason: string
}

export async function toldFile(
  context: Context,
  { kind, application, subject }: Told,
): Promise<ToldFile | null> {
  const { db } = context
  const file = await findApplication(db, context.reach, application)
  if (!file) return null
  const request = (await completionsOf(db, application)).find(({ id }) => id === subject)
  const opinion = (await opinionsOn(db, application)).find(({ id }) => id === subject)
  const visit = (await visitsOf(db, application)).find(({ id }) => id === subject)
  const given = kind === 'not_followed_up' ? (await eventsOf(db, application)).at(-1)?.reason : undefined
  const side = TOLD_TO[kind]
  return {
    file: await fileName(context, file),
    side,
    to:
      side === 'expert'
        ? await addressOf(context, opinion?.personId)
        : await addressesOf(context, file, side),
    day: request?.dueOn ?? opinion?.dueOn ?? visit?.plannedOn ?? null,
    reason: given ?? (visit?.cancelledReason || visit?.declinedReason || ''),
  }
}

/** « EPN Normandie, Médiathèque de Valmer, Valmer ». */
export async function fileName({ db, network }: Context, file: Application): Promise<string> {
  const version = await versionById(db, network.id, file.versionId)
  const { holders } = await holderNames(db, network.id, [file])
  return [version?.scheme.name ?? '', holders.get(file.holder.id) ?? ''].join(', ')
}

/** Those who may answer for the applicant; or whoever is in charge, else their group, else the officers. */
export function addressesOf(
  context: Context,
  file: Pick<Application, 'id' | 'applicantId'>,
  side: 'applicant' | 'instructors',
): Promise<readonly string[]> {
  return side === 'applicant' ? applicantAddresses(context, file) : instructorAddresses(context, file.id)
}

async function applicantAddresses(
  { db, network, today }: Context,
  { applicantId }: Pick<Application, 'applicantId'>,
): Promise<string[]> {
  const acting = await actingOn(db, network.id, { organisations: [applicantId], people: [] }, today)
  const answer = acting.filter(({ role }) => role === 'partner' || role === 'facilitator')
  return [...new Set(answer.map(({ email }) => email))]
}

async function instructorAddresses(context: Context, id: ApplicationId): Promise<string[]> {
  const { db, network, today } = context
  const { groupId, personId } = await currentRouting(db, id)
  const seats = groupId ? await seatsOf(db, groupId, today) : []
  const people = personId ? [personId] : seats.map((seat) => seat.personId)
  const all = await Promise.all(people.map((person) => addressOf(context, person)))
  const found = [...new Set(all.flat())]
  return found.length > 0 ? found : emailsOf(db, network.id, ['officer'], today)
}

/** Of somebody who still acts in the network: what a former member is asked is told to nobody. */
export async function addressOf(
  { db, network, today }: Context,
  person: Parameters<typeof actingOn>[2]['people'][number] | undefined,
): Promise<string[]> {
  if (!person) return []
  const people = await listPeople(db, network.id, {}, today)
  return [...new Set(people.filter(({ personId }) => personId === person).map(({ email }) => email))]
}
