import { addDays } from '../../src/kernel/day.ts'
import { startOfDay } from '../../src/kernel/instant.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import {
  type ApplicationId,
  readApplication,
  type SchemeId,
  saveSection,
  sendApplication,
  startApplication,
} from '../../src/modules/labels/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { PersonId } from '../../src/platform/session/actor.ts'
import { actingAs } from './negotiation.ts'

type PlaceId = Parameters<typeof startApplication>[1]['placeId']

interface Applicants {
  manager: PersonId
  facilitator: PersonId
  label: SchemeId
  places: readonly PlaceId[]
}

/** A place asks for a second label: one file sent three weeks ago, another that several evenings are filling. */
export async function seedApplications(context: Context, told: Applicants): Promise<void> {
  const { manager, facilitator, label: schemeId, places } = told
  const [first = null, second = null] = places
  const sentOn = addDays(context.today, -20)
  const then = { ...context, today: sentOn, now: startOfDay(sentOn) }
  const sender = await member(then, manager)
  const sent = await opened(sender, { schemeId, placeId: first })
  for (const rank of [1, 2, 3, 4, 5, 6, 7]) await fill(sender, sent, rank, 'all')
  const { stamp } = await readApplication(sender, sent)
  sure(await sendApplication(sender, { id: sent, seen: stamp, reason: '' }))
  const writer = await member(context, facilitator)
  const draft = await opened(writer, { schemeId, placeId: second })
  await fill(writer, draft, 1, 'all')
  await fill(writer, draft, 2, 'first')
}

async function opened(
  context: Context,
  { schemeId, placeId }: { schemeId: SchemeId; placeId: PlaceId },
): Promise<ApplicationId> {
  return sure(await startApplication(context, { schemeId, placeId, purpose: 'application', copyFrom: null }))
}

/** Every criterion of a section is met, or the first one alone. */
async function fill(
  context: Context,
  id: ApplicationId,
  rank: number,
  which: 'all' | 'first',
): Promise<void> {
  const { sections } = await readApplication(context, id)
  const section = sections.find((one) => one.rank === rank)
  if (!section) return
  const criteria = section.criteria
    .slice(0, which === 'all' ? undefined : 1)
    .map(({ criterion }) => criterion)
  sure(
    await saveSection(context, {
      ...{ id, rank, seen: 0, isReadAgain: false, shownAgain: [], takenOff: [], dated: [] },
      answers: new Map(criteria.map(({ code }) => [code, { value: true, contested: '' }])),
      brought: criteria
        .filter(({ evidence }) => evidence.some(({ kind }) => kind === 'declaration'))
        .map(({ code }) => ({
          ...{ code, kind: 'declaration' as const, file: null, on: context.today },
          words: 'Le lieu ouvre à tous, cinq jours par semaine, avec une médiatrice.',
        })),
    }),
  )
}

/** With the reach of their own organisation, as on the pages. */
async function member(context: Context, person: PersonId): Promise<Context> {
  const acting = await actingAs(context, person)
  const { actor, network } = acting
  const organisations = actor.kind === 'member' ? actor.organisations : []
  return { ...acting, reach: { kind: 'these', network: network.id, organisations } }
}

function sure<T>(outcome: T): Exclude<T, { refused: string }> {
  if (isRefusal(outcome)) throw new Error(`The demonstration could not be made: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<T, { refused: string }>
}
