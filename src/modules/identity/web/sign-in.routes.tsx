import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '../../../kernel/id.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../platform/http/form.ts'
import { may } from '../../../platform/http/may.ts'
import { done } from '../../../platform/http/notice.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../platform/http/problems.ts'
import { limitSignIn } from '../../../platform/http/rate-limit.ts'
import { writes } from '../../../platform/http/writes.ts'
import { personOf } from '../../../platform/session/actor.ts'
import { accountsOf } from '../data/accounts.ts'
import { listMemberships } from '../data/memberships.queries.ts'
import { signInForDemonstration } from '../use-cases/sign-in-for-demonstration.ts'
import { signOut } from '../use-cases/sign-out.ts'
import { SignInPage } from './pages/sign-in-page.tsx'
import { routes } from './paths.ts'
import { policy } from './policy.ts'
import { giveSession, takeSession } from './session-cookie.ts'
import { insideThisNetwork } from './way-back.ts'

const demonstrationForm = z.object({
  compte: z.string().refine(isId<'membership'>, { message: 'Choisissez une personne de la liste.' }),
  suite: z.string().default(''),
})

const signInPage: FormPage = async (c, state) => {
  const { services, context, network } = c.var
  const isDemo = services.config.mode === 'demo'
  const accounts = isDemo ? await listMemberships(context.db, network.id, context.today) : []
  const next = c.req.query('suite') ?? String(state.values.suite ?? '')
  return page(c, <SignInPage view={viewOf(c)} accounts={accounts} next={next} state={state} />)
}

export const signInRoutes = new Hono<AppEnv>()
  .get(routes.signIn, may(policy.signIn), (c) => signInPage(c, blankForm))
  .post(
    routes.demonstration,
    may(policy.signIn),
    limitSignIn,
    writes('session.opened'),
    form(demonstrationForm, signInPage),
    async (c) => {
      const { services, context, network } = c.var
      if (services.config.mode !== 'demo') throw new NotFound()
      const accounts = accountsOf(services)
      const opened = await signInForDemonstration(context, accounts, c.var.form.compte)
      if (isRefusal(opened)) {
        return c.var.again({
          field: null,
          message: 'Ce compte n’existe plus : choisissez une personne de la liste.',
        })
      }
      await giveSession(c, accounts, opened.token)
      return done(c, insideThisNetwork(c.var.form.suite, network.base) ?? `${network.base}/aujourdhui`)
    },
  )
  .post(routes.signOut, may(policy.signOut), writes('session.closed'), async (c) => {
    await signOut(c.var.context, orNotFound(personOf(c.var.actor)))
    takeSession(c)
    return done(c, `${c.var.network.base}/`, 'Vous êtes déconnecté.')
  })
