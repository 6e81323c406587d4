import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormState } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { listQualities, verifiedEmail } from '../../data/members/contexts.queries.ts'
import { findInvitation, invitationsFor } from '../../data/members/invitations.store.ts'
import { findOwnMembership } from '../../data/members/members.queries.ts'
import { networkAddress } from '../../domain/networks/network-address.ts'
import {
  type AnswerRefusal,
  acceptInvitation,
  refuseInvitation,
} from '../../use-cases/members/answer-invitation.ts'
import { leaveOrganisation } from '../../use-cases/members/end-membership.ts'
import { switchContext } from '../../use-cases/members/switch-context.ts'
import { policy } from '../policy.ts'
import { answerSentences } from './invitation-wording.ts'
import { paths, routes } from './member-paths.ts'
import { endSentences } from './member-wording.ts'
import { ContextsPage } from './pages/contexts-page.tsx'
import { DeparturePage } from './pages/departure-page.tsx'

/** In which quality one acts: choosing, leaving, and answering what one is invited to. */
export const contextRoutes = new Hono<AppEnv>()
  .get(routes.contexts, may(policy.ownAccount), (c) => contextsPage(c, blankForm))
  .post(routes.choice, may(policy.ownAccount), writes('context.switched'), async (c) => {
    const { id } = await ownMembershipOf(c)
    const switched = await switchContext(c.var.context, personIn(c), id)
    if (isRefusal(switched)) return contextsPage(c, refusedWith(endSentences[switched.refused]))
    const { membership, network } = switched
    // A network with a domain of its own keeps its sessions there: one signs in on that side.
    const address = network.host ? networkAddress(c.var.services.config.baseUrl, network) : network.base
    return done(c, `${address}/aujourdhui`, `Vous agissez maintenant pour ${membership.organisationName}.`)
  })
  .get(routes.departure, may(policy.ownAccount), (c) => departurePage(c, blankForm))
  .post(routes.departure, may(policy.ownAccount), writes('membership.left'), async (c) => {
    const { id, organisationName } = await ownMembershipOf(c)
    const left = await leaveOrganisation(c.var.context, personIn(c).personId, id)
    if (isRefusal(left)) return departurePage(c, refusedWith(endSentences[left.refused]))
    const sentence = `Vous avez quitté ${organisationName}. Les personnes concernées sont prévenues par courriel.`
    return done(c, paths.contexts(c.var.network.base), sentence)
  })
  .post(routes.acceptOwn, may(policy.ownAccount), writes('invitation.accepted'), async (c) => {
    const accepted = await acceptInvitation(c.var.context, await ownInvitationKey(c), null)
    if (isRefusal(accepted)) return contextsPage(c, refusedWith(sentenceOf(accepted)))
    const sentence = `L’invitation est acceptée : vous pouvez agir pour ${accepted.invitation.organisationName}.`
    return done(c, paths.contexts(c.var.network.base), sentence)
  })
  .post(routes.refuseOwn, may(policy.ownAccount), writes('invitation.refused'), async (c) => {
    const declined = await refuseInvitation(c.var.context, await ownInvitationKey(c))
    if (isRefusal(declined)) return contextsPage(c, refusedWith(sentenceOf(declined)))
    const sentence = 'L’invitation est refusée. Votre réponse est transmise par courriel.'
    return done(c, paths.contexts(c.var.network.base), sentence)
  })

async function contextsPage(c: AppContext, state: FormState) {
  const { db, today, now } = c.var.context
  const { personId } = personIn(c)
  if (state.problems.length > 0) c.status(422)
  return page(
    c,
    <ContextsPage
      view={viewOf(c)}
      qualities={await listQualities(db, personId, today)}
      invitations={await invitationsFor(db, personId, now)}
      state={state}
    />,
  )
}

async function departurePage(c: AppContext, state: FormState) {
  const membership = await ownMembershipOf(c)
  if (state.problems.length > 0) c.status(422)
  return page(c, <DeparturePage view={viewOf(c)} membership={membership} state={state} />)
}

function personIn(c: AppContext) {
  return orNotFound(personOf(c.var.actor))
}

async function ownMembershipOf(c: AppContext) {
  const { db, today } = c.var.context
  const id = c.req.param('id') ?? ''
  const { personId } = personIn(c)
  return orNotFound(isId<'membership'>(id) ? await findOwnMembership(db, personId, id, today) : null)
}

/** An invitation sent to the verified address of who asks; another one does not exist. */
async function ownInvitationKey(c: AppContext) {
  const { db } = c.var.context
  const id = c.req.param('id') ?? ''
  const email = await verifiedEmail(db, personIn(c).personId)
  const key = isId<'invitation'>(id) && email ? { id, email } : null
  orNotFound(key && (await findInvitation(db, key)))
  return orNotFound(key)
}

function sentenceOf({ refused }: Refusal<AnswerRefusal>): string {
  return answerSentences[refused]
}

function refusedWith(message: string): FormState {
  return { values: {}, problems: [{ field: null, message }] }
}
