import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { listPeople, peopleNames } from '../../../identity/index.ts'
import { type GroupId, listGroups, seatsOf } from '../../data/instruction/groups.store.ts'
import { establishedSchemes } from '../../data/schemes/schemes.store.ts'
import { deskOf } from '../../use-cases/instruction/desk.ts'
import {
  changeGroup,
  closeGroup,
  endInstructor,
  groupNamed,
  openGroup,
  placeInstructor,
} from '../../use-cases/instruction/keep-groups.ts'
import { filesOn } from '../../use-cases/instruction/read-file.ts'
import { policy } from '../policy.ts'
import { emptyForm, groupForm, seatForm } from './instruction.form.ts'
import { instructionPaths as paths, instructionRoutesOf as routes } from './instruction.paths.ts'
import { problemOfInstruction } from './instruction-wording.ts'
import { GroupPage, GroupsPage } from './pages/groups-pages.tsx'
import { QueuePage } from './pages/queue-page.tsx'
import { answering, queueAsked } from './queue-asked.ts'

const groupsPage: FormPage = async (c, state) => {
  const { db, network, today } = c.var.context
  const groups = await listGroups(db, network.id, today)
  const schemes = await establishedSchemes(db, network.id)
  return page(c, <GroupsPage view={viewOf(c)} {...{ groups, schemes, state }} />)
}

const groupPage: FormPage = async (c, state) => {
  const { context } = c.var
  const { db, network, today } = context
  const group = orNotFound(await groupNamed(db, context, groupOf(c)))
  const seats = await seatsOf(db, group.id, today)
  const names = await peopleNames(
    db,
    seats.map(({ personId }) => personId),
  )
  const named = seats.map((seat) => ({ ...seat, name: names.get(seat.personId) ?? '' }))
  const people = once(await listPeople(db, network.id, {}, today))
  const schemes = await establishedSchemes(db, network.id)
  return page(c, <GroupPage view={viewOf(c)} seats={named} {...{ group, people, schemes, state }} />)
}

/** What lies on one's desk, and who instructs what. LAB-11. */
export const queueRoutes = new Hono<AppEnv>()
  .get(routes.queue, may(policy.seeInstruction), async (c) => {
    const { context } = c.var
    const { actor, db, network, today } = context
    const desk = await deskOf(context)
    const files = desk ? await filesOn(context, desk) : []
    const all = await listGroups(db, network.id, today)
    const groups = all.filter(({ id }) => desk?.kind === 'all' || desk?.groups.includes(id))
    const asked = queueAsked((name) => c.req.query(name), personOf(actor)?.personId ?? '')
    const staffed = new Set(all.filter(({ members }) => members > 0).map(({ id }): string => id))
    const inCharge = files.flatMap(({ personId }) => personId ?? [])
    const people = await peopleNames(db, [...new Set(inCharge)])
    const shown = answering(files, asked, staffed)
    return page(
      c,
      <QueuePage
        view={viewOf(c)}
        isInstructor={desk !== null}
        {...{ asked, files, shown, groups, people }}
      />,
    )
  })
  .get(routes.groups, may(policy.readGroups), (c) => groupsPage(c, blankForm))
  .post(
    routes.groups,
    may(policy.keepGroups),
    writes('instructor-group.opened'),
    form(groupForm, groupsPage),
    async (c) => {
      const opened = await openGroup(c.var.context, fieldsOf(c.var.form))
      if (isRefusal(opened)) return c.var.again(problemOfInstruction(opened))
      const sentence =
        'Le groupe est ouvert. Les candidatures de son territoire qui attendaient chez vous lui sont envoyées. Placez-y quelqu’un.'
      return done(c, paths.group(c.var.network.base, opened), sentence)
    },
  )
  .get(routes.group, may(policy.readGroups), (c) => groupPage(c, blankForm))
  .post(
    routes.group,
    may(policy.keepGroups),
    writes('instructor-group.changed'),
    form(groupForm, groupPage),
    async (c) => {
      const changed = await changeGroup(c.var.context, groupOf(c), fieldsOf(c.var.form))
      if (isRefusal(changed)) return refused(c, changed)
      return done(c, paths.group(c.var.network.base, changed), 'Le groupe est enregistré.')
    },
  )
  .post(
    routes.groupClosing,
    may(policy.keepGroups),
    writes('instructor-group.closed'),
    form(emptyForm, groupPage),
    async (c) => {
      const closed = await closeGroup(c.var.context, groupOf(c))
      if (isRefusal(closed)) return refused(c, closed)
      const sentence =
        'Le groupe est fermé. Ses dossiers vont au groupe de leur territoire, ou reviennent à la tête de réseau.'
      return done(c, paths.groups(c.var.network.base), sentence)
    },
  )
  .post(
    routes.seats,
    may(policy.keepGroups),
    writes('instructor.placed'),
    form(seatForm, groupPage),
    async (c) => {
      const placed = await placeInstructor(c.var.context, groupOf(c), c.var.form.personne)
      if (isRefusal(placed)) return refused(c, placed)
      const sentence = 'Cette personne instruit désormais les dossiers du groupe.'
      return done(c, paths.group(c.var.network.base, placed), sentence)
    },
  )
  .post(
    routes.seatEnd,
    may(policy.keepGroups),
    writes('instructor.ended'),
    form(emptyForm, groupPage),
    async (c) => {
      const seat = c.req.param('membre') ?? ''
      const ended = await endInstructor(
        c.var.context,
        groupOf(c),
        orNotFound(isId<'instructor'>(seat) ? seat : null),
      )
      if (isRefusal(ended)) return refused(c, ended)
      const sentence = 'Cette personne ne lit plus les dossiers du groupe.'
      return done(c, paths.group(c.var.network.base, ended), sentence)
    },
  )

type GroupRefused = Extract<Awaited<ReturnType<typeof changeGroup>>, { refused: string }>

/** A group that is not there is a 404, whatever was asked of it. */
function refused(
  c: AppContext & { var: { again(problem: ReturnType<typeof problemOfInstruction>): Promise<Response> } },
  refusal: GroupRefused,
): Promise<Response> {
  orNotFound(refusal.refused === 'no-such-group' ? null : refusal)
  return c.var.again(problemOfInstruction(refusal))
}

function groupOf(c: AppContext): GroupId {
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'instructor-group'>(id) ? id : null)
}

function fieldsOf({ nom, label, departements, epci }: (typeof groupForm)['_output']) {
  return { name: nom, schemeId: label, departments: departements, epcis: epci }
}

/** Somebody with two qualities is there once. */
function once<Person extends { personId: string }>(people: readonly Person[]): Person[] {
  return [...new Map(people.map((one) => [one.personId, one])).values()]
}
