import { addDays, type Day } from '../../src/kernel/day.ts'
import { instantAt, startOfDay } from '../../src/kernel/instant.ts'
import {
  type Answer,
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
import { sure } from './sure.ts'

type PlaceId = Parameters<typeof startApplication>[1]['placeId']

interface Applicants {
  manager: PersonId
  facilitator: PersonId
  label: SchemeId
  places: readonly PlaceId[]
}

/** A place asks for a second label: one file sent three weeks ago, another that several evenings are filling. */
export async function seedApplications(context: Context, told: Applicants): Promise<ApplicationId> {
  const { manager, facilitator, label: schemeId, places } = told
  const [first = null, second = null] = places
  const sentOn = addDays(context.today, -20)
  const sent = await sentFile(at(context, sentOn), manager, { schemeId, placeId: first })
  const writer = await member(context, facilitator)
  const draft = await opened(writer, { schemeId, placeId: second })
  await fill(writer, draft, 1, 'all')
  await fill(writer, draft, 2, 'first')
  return sent
}

/** That day, at the hour when offices open. */
export function at(context: Context, today: Day, time = '09:30'): Context {
  return { ...context, today, now: instantAt(today, time) ?? startOfDay(today) }
}

/** A file that somebody fills and sends; each criterion is met, or answered as it is told. */
export async function sentFile(
  context: Context,
  person: PersonId,
  wish: { schemeId: SchemeId; placeId: PlaceId },
  answers: Readonly<Record<string, Answer>> = {},
): Promise<ApplicationId> {
  const sender = await member(context, person)
  const id = await opened(sender, wish)
  const { sections } = await readApplication(sender, id)
  for (const { rank } of sections) await fill(sender, id, rank, 'all', answers)
  const { stamp } = await readApplication(sender, id)
  sure(await sendApplication(sender, { id, seen: stamp, reason: '' }))
  return id
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
  answers: Readonly<Record<string, Answer>> = {},
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
      answers: new Map(criteria.map(({ code }) => [code, { value: answers[code] ?? true, contested: '' }])),
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
export async function member(context: Context, person: PersonId): Promise<Context> {
  const acting = await actingAs(context, person)
  const { actor, network } = acting
  const organisations = actor.kind === 'member' ? actor.organisations : []
  return { ...acting, reach: { kind: 'these', network: network.id, organisations } }
}
