import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { type InvitationId, invitationWithin } from '../../data/members/invitations.store.ts'
import { organisationsToInviteFor } from '../../data/members/invited-people.store.ts'
import { invitationState, rolesInGiftOf } from '../../domain/members/invitation.ts'
import { inviteMember } from '../../use-cases/members/invite-member.ts'
import { resendInvitation, withdrawInvitation } from '../../use-cases/members/keep-invitation.ts'
import { policy } from '../policy.ts'
import { inviteForm } from './invitation.form.ts'
import { inviteProblems, resendSentences } from './invitation-wording.ts'
import { paths, routes } from './member-paths.ts'
import { InvitePage } from './pages/invite-page.tsx'
import { OpenInvitationPage } from './pages/open-invitation-page.tsx'

const invitePage: FormPage = (c, state) => showInvite(c, state, null)

async function showInvite(c: AppContext, state: FormState, before: InvitationId | null) {
  const { db, reach } = c.var.context
  const values = { structure: c.req.query('structure') ?? '', ...state.values }
  return page(
    c,
    <InvitePage
      view={viewOf(c)}
      organisations={await organisationsToInviteFor(db, reach)}
      roles={rolesInGiftOf(reach)}
      state={{ ...state, values }}
      before={before}
    />,
  )
}

/** Inviting, and keeping the invitations that wait for their answer. */
export const invitationRoutes = new Hono<AppEnv>()
  .get(routes.invite, may(policy.manageMembers), (c) => invitePage(c, blankForm))
  .post(
    routes.invite,
    may(policy.manageMembers),
    writes('invitation.sent'),
    form(inviteForm, invitePage),
    async (c) => {
      const { courriel, prenom, nom, structure, role, fonction } = c.var.form
      const invited = await inviteMember(c.var.context, {
        email: courriel,
        givenName: prenom,
        familyName: nom,
        organisationId: structure,
        role,
        jobTitle: fonction,
      })
      if (isRefusal(invited)) {
        const before = invited.details.invitation ?? ''
        const state = { ...c.var.typed, problems: [inviteProblems[invited.refused]] }
        c.status(422)
        return showInvite(c, state, isId<'invitation'>(before) ? before : null)
      }
      const sentence = `L’invitation part par courriel à ${courriel}. La réponse vous parviendra de même.`
      return done(c, paths.members(c.var.network.base), sentence)
    },
  )
  .get(routes.openInvitation, may(policy.readMembers), (c) => openInvitationPage(c, blankForm))
  .post(routes.resend, may(policy.manageMembers), writes('invitation.resent'), async (c) => {
    const { id } = await invitationOf(c)
    const resent = await resendInvitation(c.var.context, id)
    if (isRefusal(resent)) return refusedAct(c, resendSentences[resent.refused])
    const sentence = `L’invitation repart par courriel à ${resent.email}. Le lien précédent n’ouvre plus rien.`
    return done(c, paths.openInvitation(c.var.network.base, id), sentence)
  })
  .post(routes.withdraw, may(policy.manageMembers), writes('invitation.withdrawn'), async (c) => {
    const { id } = await invitationOf(c)
    const withdrawn = await withdrawInvitation(c.var.context, id)
    if (isRefusal(withdrawn)) return refusedAct(c, resendSentences[withdrawn.refused])
    return done(
      c,
      paths.members(c.var.network.base),
      'L’invitation est retirée : son lien ne donne plus rien.',
    )
  })

async function openInvitationPage(c: AppContext, state: FormState) {
  const invitation = await invitationOf(c)
  return page(
    c,
    <OpenInvitationPage
      view={viewOf(c)}
      invitation={invitation}
      invitationState={invitationState(invitation, c.var.context.now)}
      state={state}
    />,
  )
}

function refusedAct(c: AppContext, message: string) {
  c.status(422)
  return openInvitationPage(c, { values: {}, problems: [{ field: null, message }] })
}

async function invitationOf(c: AppContext) {
  const { db, reach } = c.var.context
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'invitation'>(id) ? await invitationWithin(db, reach, id) : null)
}
