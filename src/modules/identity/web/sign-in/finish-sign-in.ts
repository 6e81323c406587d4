import { getSignedCookie, setSignedCookie } from 'hono/cookie'
import { type AppContext, whole } from '../../../../platform/http/env.ts'
import { done } from '../../../../platform/http/notice.ts'
import { accountsOf, deviceCookie, isSecure } from '../../data/sign-in/accounts.ts'
import { findActor } from '../../data/sign-in/actor.queries.ts'
import { DEVICE_DAYS } from '../../data/sign-in/devices.store.ts'
import { recordSignIn } from '../../use-cases/sign-in/record-sign-in.ts'
import { paths } from '../paths.ts'
import { giveSession } from './session-cookie.ts'
import { insideThisNetwork } from './way-back.ts'

/** A session just opened, and the page asked for before (`suite`, as it came). */
interface Opened {
  token: string
  next: string
  sentence?: string
}

/**
 * The one end of every way to sign in: cookies, journal (`session.opened`), mail when the browser is new, then the
 * page that was asked for (303). The route declares `writes('session.opened')`.
 */
export async function finishSignIn(c: AppContext, { token, next, sentence }: Opened): Promise<Response> {
  const { services, context, network } = c.var
  const mark = await recordSignIn(context, services.config, { token, device: await deviceMark(c) })
  await giveSession(c, accountsOf(services), token)
  await giveDevice(c, mark)
  const asked = insideThisNetwork(next, network.base)
  return done(c, asked ?? (await home(c, token)), sentence)
}

/** What this browser was given at an earlier sign-in; null at its first one, or when its signature is not ours. */
export async function deviceMark(c: AppContext): Promise<string | null> {
  const { config } = c.var.services
  return (await getSignedCookie(whole(c), config.secret ?? '', deviceCookie(config))) || null
}

async function giveDevice(c: AppContext, mark: string): Promise<void> {
  const { config } = c.var.services
  await setSignedCookie(whole(c), deviceCookie(config), mark, config.secret ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(config),
    maxAge: DEVICE_DAYS * 86_400,
  })
}

/** Whoever acts for nobody here has only their account. */
async function home(c: AppContext, token: string): Promise<string> {
  const { context, network } = c.var
  const actor = await findActor(context.db, token, network.id, context)
  const hasNoPlace = actor.kind === 'person' && actor.lacks === 'membership'
  return hasNoPlace ? paths.account(network.base) : `${network.base}/aujourdhui`
}
