import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { limitSignIn } from '../../../../platform/http/rate-limit.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { listMemberships } from '../../data/members/memberships.queries.ts'
import { accountsOf } from '../../data/sign-in/accounts.ts'
import { askLink } from '../../use-cases/sign-in/ask-link.ts'
import { signInForDemonstration } from '../../use-cases/sign-in/sign-in-for-demonstration.ts'
import { signInWithPassword } from '../../use-cases/sign-in/sign-in-with-password.ts'
import { signOut } from '../../use-cases/sign-in/sign-out.ts'
import { prepareLeaving } from '../factors/proconnect.routes.tsx'
import { proConnectPaths } from '../factors/proconnect-paths.ts'
import { secondFactorPaths } from '../factors/second-factor-paths.ts'
import { routes } from '../paths.ts'
import { policy } from '../policy.ts'
import { passwordsAsTyped, signInForm } from './account.form.ts'
import { problemOfSignIn } from './account-wording.ts'
import { deviceMark, finishSignIn } from './finish-sign-in.ts'
import { libraryHeaders } from './library-headers.ts'
import { otherWays } from './other-ways.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { takeSession } from './session-cookie.ts'
import { insideThisNetwork } from './way-back.ts'

const demonstrationForm = z.object({
  compte: z.string().refine(isId<'membership'>, { message: 'Choisissez une personne de la liste.' }),
  suite: z.string().default(''),
})

const signInPage: FormPage = async (c, state) => {
  const { services, context, network } = c.var
  const accounts =
    services.config.mode === 'demo' ? await listMemberships(context.db, network.id, context.today) : null
  const asked = c.req.query('suite') ?? String(state.values.suite ?? '')
  const next = insideThisNetwork(asked, network.base) ?? ''
  const ways = otherWays.map((draw) => draw(c, next))
  return page(
    c,
    <SignInPage view={viewOf(c)} accounts={accounts} next={next} state={state} otherWays={ways} />,
  )
}

export const signInRoutes = new Hono<AppEnv>()
  .get(routes.signIn, may(policy.signIn), (c) => signInPage(c, blankForm))
  .post(
    routes.signIn,
    may(policy.signIn),
    limitSignIn,
    writes('session.opened'),
    form(signInForm, signInPage, passwordsAsTyped),
    async (c) => {
      const { services, context, network } = c.var
      const { courriel: email, mot_de_passe: password, suite: next } = c.var.form
      const outcome = await signInWithPassword(context, accountsOf(services), services.config, {
        email,
        password,
        device: await deviceMark(c),
        headers: libraryHeaders(c),
      })
      if (isRefusal(outcome)) {
        const { requestId } = c.var
        services.log.warn({ requestId, refused: outcome.refused }, 'a password was refused')
        if (outcome.refused === 'unverified')
          await askLink(context, services.config, { purpose: 'confirmation', email, next })
        if (outcome.refused !== 'locked' && outcome.refused !== 'suspended')
          return c.var.again(problemOfSignIn(outcome))
        c.status(429)
        if (outcome.details.seconds) c.header('retry-after', outcome.details.seconds)
        return signInPage(c, { ...c.var.typed, problems: [problemOfSignIn(outcome)] })
      }
      if (outcome.kind === 'opened') return finishSignIn(c, { token: outcome.token, next })
      // Nothing is open yet, and no line is due: the second factor will leave it.
      for (const cookie of outcome.cookies) c.header('set-cookie', cookie, { append: true })
      return c.redirect(secondFactorPaths.signInCode(network.base, next), 302)
    },
  )
  .post(
    routes.demonstration,
    may(policy.signIn),
    limitSignIn,
    writes('session.opened'),
    form(demonstrationForm, signInPage),
    async (c) => {
      const { services, context } = c.var
      if (services.config.mode !== 'demo') throw new NotFound()
      const opened = await signInForDemonstration(context, accountsOf(services), c.var.form.compte)
      if (isRefusal(opened)) {
        return c.var.again({
          field: null,
          message: 'Ce compte n’existe plus : choisissez une personne de la liste.',
        })
      }
      return finishSignIn(c, { token: opened.token, next: c.var.form.suite })
    },
  )
  .post(routes.signOut, may(policy.signOut), writes('session.closed'), async (c) => {
    const person = orNotFound(personOf(c.var.actor))
    const goesOn = await prepareLeaving(c, person.sessionId)
    await signOut(c.var.context, person)
    takeSession(c)
    if (goesOn) return done(c, proConnectPaths.leave(c.var.network.base))
    return done(c, `${c.var.network.base}/`, 'Vous êtes déconnecté.')
  })
