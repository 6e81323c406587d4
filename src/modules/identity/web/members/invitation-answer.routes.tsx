import { Hono } from 'hono'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { limitSignIn } from '../../../../platform/http/rate-limit.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { findInvitation } from '../../data/members/invitations.store.ts'
import { personByEmail } from '../../data/members/invited-people.store.ts'
import { accountsOf, digestOfToken } from '../../data/sign-in/accounts.ts'
import { hashOf } from '../../data/sign-in/passwords.store.ts'
import { openSession } from '../../data/sign-in/sessions.store.ts'
import { invitationState } from '../../domain/members/invitation.ts'
import {
  type Accepted,
  type AnswerRefusal,
  acceptInvitation,
  isAnother,
  refuseInvitation,
} from '../../use-cases/members/answer-invitation.ts'
import { paths as commonPaths } from '../paths.ts'
import { policy } from '../policy.ts'
import { passwordsAsTyped } from '../sign-in/account.form.ts'
import { finishSignIn } from '../sign-in/finish-sign-in.ts'
import { acceptForm } from './invitation.form.ts'
import { answerSentences } from './invitation-wording.ts'
import { paths, routes } from './member-paths.ts'
import { InvitationPage, NoInvitationPage } from './pages/invitation-page.tsx'

const invitationPage: FormPage = async (c, state) => {
  const invitation = await invitationOf(c)
  if (!invitation) {
    c.status(404)
    return page(c, <NoInvitationPage view={viewOf(c)} />)
  }
  const { context } = c.var
  return page(
    c,
    <InvitationPage
      view={viewOf(c)}
      token={tokenOf(c)}
      invitation={invitation}
      invitationState={invitationState(invitation, context.now)}
      isNew={(await personByEmail(context.db, invitation.email)) === null}
      isAnother={await isAnother(context.db, context, invitation.email)}
      state={state}
    />,
  )
}

/** What the link of the mail opens, for whoever holds it: it proves the mailbox. */
export const invitationAnswerRoutes = new Hono<AppEnv>()
  .get(routes.invitation, may(policy.answerInvitation), (c) => invitationPage(c, blankForm))
  .post(
    routes.accept,
    may(policy.answerInvitation),
    limitSignIn,
    writes('invitation.accepted'),
    form(formOfInvitation, invitationPage, passwordsAsTyped),
    async (c) => {
      const { context, services } = c.var
      const { prenom = '', nom = '', mot_de_passe: password } = c.var.form
      const accounts = accountsOf(services)
      const passwordHash = password ? await hashOf(accounts, password) : null
      const newcomer = prenom && nom ? { givenName: prenom, familyName: nom, passwordHash } : null
      const accepted = await acceptInvitation(context, keyOf(c), newcomer)
      return isRefusal(accepted) ? refused(c, accepted) : welcome(c, accepted)
    },
  )
  .post(routes.refuse, may(policy.answerInvitation), writes('invitation.refused'), async (c) => {
    const declined = await refuseInvitation(c.var.context, keyOf(c))
    if (isRefusal(declined)) return refused(c, declined)
    const sentence = 'Votre refus est enregistré. Votre réponse est transmise par courriel.'
    return done(c, `${c.var.network.base}/`, sentence)
  })

/** A newcomer comes in at once; whoever has an account signs in to it as they always do. */
async function welcome(c: AppContext, { invitation, personId, isNew, membershipId }: Accepted) {
  const { base } = c.var.network
  const sentence = `Bienvenue : vous agissez maintenant pour ${invitation.organisationName}. Votre réponse est transmise par courriel.`
  if (isNew) {
    const { services, context } = c.var
    const opened = { personId, membershipId, openedBy: 'invitation' }
    const token = await openSession(context.db, accountsOf(services), opened)
    return finishSignIn(c, { token, next: '', sentence })
  }
  if (personOf(c.var.actor)) return done(c, paths.contexts(base), sentence)
  return done(c, commonPaths.signIn(base), `${sentence} Connectez-vous pour commencer.`)
}

function refused(c: AppContext, { refused: code }: Refusal<AnswerRefusal>) {
  c.status(422)
  return invitationPage(c, { values: {}, problems: [{ field: null, message: answerSentences[code] }] })
}

async function formOfInvitation(c: AppContext) {
  const { db, network } = c.var.context
  const invitation = await invitationOf(c)
  const isNew = invitation !== null && (await personByEmail(db, invitation.email)) === null
  return acceptForm({ isNew, ownWords: [invitation?.email ?? '', network.name] })
}

function tokenOf(c: AppContext): string {
  return orNotFound(c.req.param('jeton'))
}

function keyOf(c: AppContext) {
  return { digest: digestOfToken(tokenOf(c)), network: c.var.network.id }
}

function invitationOf(c: AppContext) {
  return findInvitation(c.var.context.db, keyOf(c))
}
