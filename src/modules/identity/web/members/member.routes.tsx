import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { isRole } from '../../../../platform/session/actor.ts'
import { openInvitations } from '../../data/members/invitations.store.ts'
import { findMember, listMembers, type MembersAsked } from '../../data/members/members.queries.ts'
import { rolesInGiftOf } from '../../domain/members/invitation.ts'
import { renameJob } from '../../use-cases/members/change-job-title.ts'
import { endMembership } from '../../use-cases/members/end-membership.ts'
import { policy } from '../policy.ts'
import { endForm, jobTitleForm } from './member.form.ts'
import { paths, routes } from './member-paths.ts'
import { endSentences } from './member-wording.ts'
import { JobTitlePage, MemberEndPage } from './pages/member-end-page.tsx'
import { MemberPage } from './pages/member-page.tsx'
import { MembersPage } from './pages/members-page.tsx'

const endPage: FormPage = async (c, state) =>
  page(c, <MemberEndPage view={viewOf(c)} member={await memberOf(c)} state={state} />)

const jobTitlePage: FormPage = async (c, state) =>
  page(c, <JobTitlePage view={viewOf(c)} member={await memberOf(c)} state={state} />)

/** Who acts in the network, and what those who keep the members may change. */
export const memberRoutes = new Hono<AppEnv>()
  .get(routes.members, may(policy.readMembers), async (c) => {
    const { db, reach, today } = c.var.context
    const view = viewOf(c)
    const asked = askedOf(c)
    const number = pageNumber(c.req.query('page'))
    return page(
      c,
      <MembersPage
        view={view}
        asked={asked}
        page={number}
        invitations={await openInvitations(db, reach)}
        {...(await listMembers(db, reach, asked, { today, page: number }))}
        mayInvite={opensTo(view, policy.manageMembers)}
      />,
    )
  })
  .get(routes.member, may(policy.readMembers), async (c) => {
    const member = await memberOf(c)
    const keeps = policy.manageMembers.reach(c.var.actor, c.var.network.id)
    const mayEnd = rolesInGiftOf(keeps).includes(member.role)
    return page(c, <MemberPage view={viewOf(c)} member={member} mayEnd={mayEnd} />)
  })
  .get(routes.jobTitle, may(policy.manageMembers), (c) => jobTitlePage(c, blankForm))
  .post(
    routes.jobTitle,
    may(policy.manageMembers),
    writes('membership.changed'),
    form(jobTitleForm, jobTitlePage),
    async (c) => {
      const member = await memberOf(c)
      const renamed = await renameJob(c.var.context, member.id, c.var.form.fonction)
      if (isRefusal(renamed)) return c.var.again({ field: null, message: endSentences[renamed.refused] })
      return done(c, paths.member(c.var.network.base, member.id), 'La fonction est enregistrée.')
    },
  )
  .get(routes.end, may(policy.manageMembers), (c) => endPage(c, blankForm))
  .post(
    routes.end,
    may(policy.manageMembers),
    writes('membership.ended'),
    form(endForm, endPage),
    async (c) => {
      const member = await memberOf(c)
      const ended = await endMembership(c.var.context, member.id, c.var.form.motif)
      if (isRefusal(ended)) return c.var.again({ field: null, message: endSentences[ended.refused] })
      const sentence = `Le rôle de ${member.name} est retiré. La personne est prévenue par courriel.`
      return done(c, paths.members(c.var.network.base), sentence)
    },
  )

/** The membership of the address, within the reach of who asks; else 404. */
async function memberOf(c: AppContext) {
  const { db, reach, today } = c.var.context
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'membership'>(id) ? await findMember(db, reach, id, today) : null)
}

function askedOf(c: AppContext): MembersAsked {
  const role = c.req.query('role') ?? ''
  const organisation = c.req.query('structure') ?? ''
  return {
    q: (c.req.query('q') ?? '').trim().slice(0, 200),
    role: isRole(role) ? role : null,
    organisation: isId<'organisation'>(organisation) ? organisation : null,
    ended: c.req.query('etat') === 'termines',
  }
}
