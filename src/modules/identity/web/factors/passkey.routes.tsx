import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { limitSignIn } from '../../../../platform/http/rate-limit.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { findPasskey, listPasskeys } from '../../data/factors/passkey.store.ts'
import {
  askNewPasskey,
  askPasskey,
  keepNewPasskey,
  type PasskeyFailure,
  type PasskeyRequest,
  readPasskey,
} from '../../data/factors/passkey-ceremony.ts'
import { accountsOf } from '../../data/sign-in/accounts.ts'
import { deviceName } from '../../domain/sign-in/device-name.ts'
import { addPasskey } from '../../use-cases/factors/add-passkey.ts'
import { removePasskey } from '../../use-cases/factors/remove-passkey.ts'
import { renamePasskey } from '../../use-cases/factors/rename-passkey.ts'
import { policy } from '../policy.ts'
import { finishSignIn } from '../sign-in/finish-sign-in.ts'
import { insideThisNetwork } from '../sign-in/way-back.ts'
import { PasskeyPage } from './pages/passkey-page.tsx'
import { PasskeySignInPage } from './pages/passkey-sign-in-page.tsx'
import { PasskeysPage } from './pages/passkeys-page.tsx'
import { newPasskeyForm, passkeyAnswerForm, passkeyNameForm } from './passkey.form.ts'
import { passkeyPaths, passkeyRoutes as routes } from './passkey-paths.ts'
import { signedInPerson, withSecondFactor } from './second-factor-guard.ts'
import { problemOfPasskey } from './second-factor-wording.ts'

const passkeysPage: FormPage = async (c, state) => {
  const passkeys = await listPasskeys(c.var.context.db, signedInPerson(c).personId)
  const next = String(state.values.suite ?? c.req.query('suite') ?? '')
  return page(c, <PasskeysPage view={viewOf(c)} passkeys={passkeys} next={next} state={state} />)
}

const passkeyPage: FormPage = async (c, state) => {
  const passkey = orNotFound(await findPasskey(c.var.context.db, signedInPerson(c).personId, idOf(c)))
  return page(c, <PasskeyPage view={viewOf(c)} passkey={passkey} state={state} />)
}

const signInPage: FormPage = (c, state) => {
  const next = String(state.values.suite ?? c.req.query('suite') ?? '')
  return page(c, <PasskeySignInPage view={viewOf(c)} next={next} state={state} />)
}

/** Coming in with a key; the keys of one’s account. */
export const passkeyRoutes = new Hono<AppEnv>()
  .get(routes.signIn, may(policy.signIn), (c) => signInPage(c, blankForm))
  .get(routes.signInOptions, may(policy.signIn), async (c) =>
    answerRequest(c, await askPasskey(accountsOf(c.var.services), c.req.raw.headers)),
  )
  .post(
    routes.signIn,
    may(policy.signIn),
    limitSignIn,
    writes('session.opened'),
    form(passkeyAnswerForm, signInPage),
    async (c) => {
      const { reponse, suite } = c.var.form
      const answer = await readPasskey(accountsOf(c.var.services), c.req.raw.headers, reponse)
      if (typeof answer === 'string') return c.var.again(problemOfPasskey(answer))
      return finishSignIn(c, { token: answer.token, next: suite })
    },
  )
  .get(routes.list, may(policy.ownFactors), withSecondFactor, (c) => passkeysPage(c, blankForm))
  .get(routes.options, may(policy.ownFactors), withSecondFactor, async (c) =>
    answerRequest(c, await askNewPasskey(accountsOf(c.var.services), c.req.raw.headers)),
  )
  .post(
    routes.list,
    may(policy.ownFactors),
    withSecondFactor,
    writes('passkey.added'),
    form(newPasskeyForm, passkeysPage),
    async (c) => {
      const { context, network, services } = c.var
      const { reponse: response, nom, suite } = c.var.form
      const name = nom || deviceName(c.req.header('user-agent') ?? '')
      const added = await keepNewPasskey(accountsOf(services), c.req.raw.headers, { response, name })
      if (typeof added === 'string') return c.var.again(problemOfPasskey(added))
      await addPasskey(context, signedInPerson(c), added.id)
      const back = insideThisNetwork(suite, network.base) ?? passkeyPaths.list(network.base)
      return done(c, back, `La clé « ${name} » est ajoutée : elle ouvrira votre compte la prochaine fois.`)
    },
  )
  .get(routes.one, may(policy.ownFactors), withSecondFactor, (c) => passkeyPage(c, blankForm))
  .post(
    routes.one,
    may(policy.ownFactors),
    withSecondFactor,
    writes('passkey.renamed'),
    form(passkeyNameForm, passkeyPage),
    async (c) => {
      const { context, network } = c.var
      const renamed = await renamePasskey(context, signedInPerson(c).personId, idOf(c), c.var.form.nom)
      if (isRefusal(renamed)) throw new NotFound()
      return done(c, passkeyPaths.list(network.base), `La clé s’appelle désormais « ${c.var.form.nom} ».`)
    },
  )
  .post(routes.removal, may(policy.ownFactors), withSecondFactor, writes('passkey.removed'), async (c) => {
    const removed = await removePasskey(c.var.context, signedInPerson(c).personId, idOf(c))
    if (isRefusal(removed)) throw new NotFound()
    return done(
      c,
      passkeyPaths.list(c.var.network.base),
      'La clé est retirée : elle n’ouvre plus votre compte.',
    )
  })

function idOf(c: AppContext) {
  const id = c.req.param('id') ?? ''
  if (!isId<'passkey'>(id)) throw new NotFound()
  return id
}

/** What the script of the page asks before it calls the device: JSON, for this page alone. */
function answerRequest(c: AppContext, request: PasskeyRequest | PasskeyFailure): Response {
  c.header('cache-control', 'no-store')
  c.header('content-type', 'application/json; charset=utf-8')
  if (typeof request === 'string') {
    c.status(422)
    return c.body(JSON.stringify({ message: problemOfPasskey(request).message }))
  }
  for (const cookie of request.cookies) c.header('set-cookie', cookie, { append: true })
  return c.body(JSON.stringify(request.options))
}
