import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { isId } from '../../../kernel/id.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../platform/http/form.ts'
import { may } from '../../../platform/http/may.ts'
import { done } from '../../../platform/http/notice.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { NotFound } from '../../../platform/http/problems.ts'
import { limitSignIn } from '../../../platform/http/rate-limit.ts'
import { writes } from '../../../platform/http/writes.ts'
import { listMemberships } from '../data/memberships.queries.ts'
import { findNetwork, listNetworks } from '../data/networks.store.ts'
import { SESSION_DAYS } from '../data/sessions.store.ts'
import { signInForDemonstration } from '../use-cases/sign-in-for-demonstration.ts'
import { signOut } from '../use-cases/sign-out.ts'
import { SESSION_COOKIE } from './middleware.ts'
import { AccountPage, MenuPage } from './pages/account-page.tsx'
import { AccessibilityPage, NetworkPage, PrivacyPage } from './pages/network-pages.tsx'
import { NoSignInPage, SignInPage } from './pages/sign-in-page.tsx'
import { paths, routes } from './paths.ts'
import { policy } from './policy.ts'
import { insideThisNetwork } from './way-back.ts'

const signInForm = z.object({
  compte: z.string().refine(isId<'membership'>, { message: 'Choisissez une personne de la liste.' }),
  suite: z.string().default(''),
})

const signInPage: FormPage = async (c, state) => {
  const { services, context, network } = c.var
  if (services.config.mode !== 'demo') return page(c, <NoSignInPage view={viewOf(c)} />)
  const accounts = await listMemberships(context.db, network.id, context.today)
  const next = c.req.query('suite') ?? String(state.values.suite ?? '')
  return page(c, <SignInPage view={viewOf(c)} accounts={accounts} next={next} state={state} />)
}

export const identityRoutes = new Hono<AppEnv>()
  .get(routes.theme, may(policy.publicPages), async (c) => {
    const found = await findNetwork(c.var.context.db, { slug: c.var.network.slug, host: '' })
    if (!found?.themeSheet.endsWith(c.req.path)) throw new NotFound()
    c.header('cache-control', 'public, max-age=31536000, immutable')
    return c.body(found.sheet, 200, { 'content-type': 'text/css; charset=utf-8' })
  })
  .get(routes.network, may(policy.publicPages), async (c) => {
    const others = (await listNetworks(c.var.context.db)).filter(({ id }) => id !== c.var.network.id)
    return page(c, <NetworkPage view={viewOf(c)} others={others} />)
  })
  .get(routes.accessibility, may(policy.publicPages), (c) => page(c, <AccessibilityPage view={viewOf(c)} />))
  .get(routes.privacy, may(policy.publicPages), (c) => page(c, <PrivacyPage view={viewOf(c)} />))
  .get(routes.signIn, may(policy.signIn), (c) => signInPage(c, blankForm))
  .post(
    routes.signIn,
    may(policy.signIn),
    limitSignIn,
    writes('session.opened'),
    form(signInForm, signInPage),
    async (c) => {
      const { services, context, network } = c.var
      if (services.config.mode !== 'demo') throw new NotFound()
      const opened = await signInForDemonstration(context, services.config.secret ?? '', c.var.form.compte)
      if (isRefusal(opened)) {
        return c.var.again({
          field: null,
          message: 'Ce compte n’existe plus : choisissez une personne de la liste.',
        })
      }
      setCookie(c, SESSION_COOKIE, opened.token, {
        httpOnly: true,
        sameSite: 'Lax',
        secure: services.config.baseUrl.startsWith('https:'),
        path: '/',
        maxAge: SESSION_DAYS * 86_400,
      })
      return done(c, insideThisNetwork(c.var.form.suite, network.base) ?? `${network.base}/aujourdhui`)
    },
  )
  .post(routes.signOut, may(policy.ownAccount), writes('session.closed'), async (c) => {
    await signOut(c.var.context, c.var.services.config.secret ?? '', getCookie(c, SESSION_COOKIE) ?? '')
    deleteCookie(c, SESSION_COOKIE, { path: '/' })
    return done(c, `${c.var.network.base}/`, 'Vous êtes déconnecté.')
  })
  .get(routes.account, may(policy.ownAccount), (c) => {
    const { actor } = c.var
    return actor.kind === 'member'
      ? page(c, <AccountPage view={viewOf(c)} member={actor} />)
      : c.redirect(paths.signIn(c.var.network.base))
  })
  .get(routes.menu, may(policy.ownAccount), (c) => page(c, <MenuPage view={viewOf(c)} />))
