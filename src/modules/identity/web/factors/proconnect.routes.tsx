import { Hono } from 'hono'
import { getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { Id } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { type AppContext, type AppEnv, whole } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { networkSlug } from '../../../../platform/http/shell.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import {
  actsForSiret,
  isLinkedToProConnect,
  personOfToken,
  proConnectIdToken,
} from '../../data/factors/proconnect.store.ts'
import { PROCONNECT, proConnectOf, readReturn } from '../../data/factors/proconnect.ts'
import { findNetwork } from '../../data/networks/networks.store.ts'
import { isSecure } from '../../data/sign-in/accounts.ts'
import { recordProConnectLink } from '../../use-cases/factors/record-proconnect-link.ts'
import { unlinkProConnect } from '../../use-cases/factors/unlink-proconnect.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { finishSignIn } from '../sign-in/finish-sign-in.ts'
import { insideThisNetwork } from '../sign-in/way-back.ts'
import {
  LeaveProConnectPage,
  LeftPage,
  OwnProConnectPage,
  ProConnectProblemPage,
} from './pages/proconnect-pages.tsx'
import { proConnectRoutes as routes } from './proconnect-paths.ts'
import {
  NOT_SET,
  notInvited,
  OTHER_ORGANISATION,
  UNAVAILABLE,
  UNLINKED,
  wordingOfReturn,
} from './proconnect-wording.ts'

/** Signing in with the identity of one’s organisation, out of it, and keeping both apart. */
export const proConnectRoutes = new Hono<AppEnv>()
  // A link and not a form: the policy of our pages lets no form lead to another site.
  .get(routes.start, may(policy.signIn), async (c) => {
    const { services, network } = c.var
    if (!services.config.proConnect) return problemPage(c, NOT_SET)
    const proConnect = await proConnectOf(services)
    if (!proConnect) return problemPage(c, UNAVAILABLE)
    const next = insideThisNetwork(c.req.query('suite') ?? '', network.base)
    const { response, headers } = await proConnect.accounts.api.signInSocial({
      body: { provider: PROCONNECT, callbackURL: next ?? `${network.base}/`, disableRedirect: true },
      headers: c.req.raw.headers,
      returnHeaders: true,
    })
    for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
    return c.redirect(response.url ?? '', 303)
  })
  .get(routes.back, may(policy.signIn), async (c) => {
    const { services } = c.var
    const proConnect = await proConnectOf(services)
    if (!proConnect) return problemPage(c, services.config.proConnect ? UNAVAILABLE : NOT_SET)
    const { answer, identity, isNewLink } = await readReturn(proConnect, c.req.raw)
    const location = new URL(answer.headers.get('location') ?? '/', services.config.baseUrl)
    const error = location.searchParams.get('error')
    const token = tokenIn(answer, (await proConnect.accounts.$context).authCookies.sessionToken.name)
    if (!token) {
      if (error === 'signup_disabled' && identity) return problemPage(c, notInvited(identity.email))
      return problemPage(c, wordingOfReturn(error ?? ''))
    }
    await goTo(c, location.pathname)
    const { context, network } = c.var
    const person = await personOfToken(context.db, token)
    if (person && isNewLink) await recordProConnectLink(context, person)
    const isElsewhere =
      person && identity?.siret
        ? (await actsForSiret(context.db, network.id, person, identity.siret)) === false
        : false
    const isHome = location.pathname === `${network.base}/`
    const next = isHome ? '' : location.pathname + location.search
    return finishSignIn(c, { token, next, ...(isElsewhere && { sentence: OTHER_ORGANISATION }) })
  })
  .get(routes.leave, may(policy.signIn), async (c) => {
    const { config } = c.var.services
    const address = await getSignedCookie(whole(c), config.secret ?? '', LEAVING)
    const view = viewOf(c)
    return page(c, address ? <LeaveProConnectPage view={view} address={address} /> : <LeftPage view={view} />)
  })
  .get(routes.ended, may(policy.signIn), (c) => page(c, <LeftPage view={viewOf(c)} />))
  .get(routes.own, may(policy.ownAccount), async (c) => {
    const { personId } = orNotFound(personOf(c.var.actor))
    const isLinked = await isLinkedToProConnect(c.var.context.db, personId)
    return page(c, <OwnProConnectPage view={viewOf(c)} isLinked={isLinked} />)
  })
  .post(routes.own, may(policy.ownAccount), writes('proconnect.unlinked'), async (c) => {
    const { personId } = orNotFound(personOf(c.var.actor))
    const unlinked = await unlinkProConnect(c.var.context, personId)
    if (!isRefusal(unlinked)) return done(c, paths.account(c.var.network.base), UNLINKED)
    // Done in another tab: the page now says so.
    c.status(422)
    return page(c, <OwnProConnectPage view={viewOf(c)} isLinked={false} />)
  })

const LEAVING = 'maillage_leaving'

/**
 * Before a session ends: where ProConnect’s own ends too. Kept for the page that leads there (`proConnectPaths.leave`);
 * false when ProConnect did not open that session.
 */
export async function prepareLeaving(c: AppContext, session: Id<'session'>): Promise<boolean> {
  const { services, network } = c.var
  const idToken = await proConnectIdToken(services.db, session)
  const proConnect = idToken ? await proConnectOf(services) : null
  const address = await proConnect?.provider.createEndSessionURL?.({ idToken, state: network.slug })
  if (!address) return false
  await setSignedCookie(whole(c), LEAVING, address.toString(), services.config.secret ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(services.config),
    maxAge: 120,
  })
  return true
}

function problemPage(c: AppContext, wording: { title: string; text: string }): Response | Promise<Response> {
  return page(c, <ProConnectProblemPage view={viewOf(c)} {...wording} />)
}

/** The token of the session that the library opened. Its cookie is given by `finishSignIn`, as for every way. */
function tokenIn(answer: Response, name: string): string | null {
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(`${name}=`))
  const value = decodeURIComponent(cookie?.slice(name.length + 1).split(';')[0] ?? '')
  return value.split('.')[0] || null
}

/** ProConnect knows one address of return: the network is the one where the person started. */
async function goTo(c: AppContext, pathname: string): Promise<void> {
  const slug = networkSlug(pathname)
  const network = slug ? await findNetwork(c.var.services.db, { slug, host: '' }) : null
  if (!network) return
  whole(c).set('network', network)
  whole(c).set('context', { ...c.var.context, network })
}
