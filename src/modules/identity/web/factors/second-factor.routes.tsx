import { Hono } from 'hono'
import { getSignedCookie } from 'hono/cookie'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { type AppContext, type AppEnv, whole } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { limitSignIn } from '../../../../platform/http/rate-limit.ts'
import { writes } from '../../../../platform/http/writes.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { readPasskey } from '../../data/factors/passkey-ceremony.ts'
import { factorsOf } from '../../data/factors/second-factor.store.ts'
import { pendingCookie } from '../../data/factors/second-factor-ceremony.ts'
import { findPendingPerson } from '../../data/factors/second-factor-notes.store.ts'
import { accountsOf } from '../../data/sign-in/accounts.ts'
import { giveCode } from '../../use-cases/factors/give-code.ts'
import { givePasskey } from '../../use-cases/factors/give-passkey.ts'
import { signInWithCode } from '../../use-cases/factors/sign-in-with-code.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { finishSignIn } from '../sign-in/finish-sign-in.ts'
import { insideThisNetwork } from '../sign-in/way-back.ts'
import { NoPendingCodePage, SignInCodePage, StepUpPage } from './pages/second-factor-pages.tsx'
import { passkeyAnswerForm } from './passkey.form.ts'
import { codeForm } from './second-factor.form.ts'
import { signedInPerson } from './second-factor-guard.ts'
import { secondFactorRoutes as routes } from './second-factor-paths.ts'
import { problemOfCode, problemOfPasskey } from './second-factor-wording.ts'

const signInCodePage: FormPage = async (c, state) => {
  const props = { view: viewOf(c), next: nextOf(c, state.values.suite), state }
  const isPending = (await pendingOf(c)) !== null
  return page(c, isPending ? <SignInCodePage {...props} /> : <NoPendingCodePage {...props} />)
}

const stepUpPage: FormPage = async (c, state) => {
  const { personId, sessionId } = signedInPerson(c)
  const { actor } = c.var
  const props = {
    view: viewOf(c),
    next: nextOf(c, state.values.suite),
    state,
    factors: await factorsOf(c.var.context.db, personId, sessionId),
    isOwed: actor.kind === 'person' && actor.lacks === 'second-factor',
  }
  return page(c, <StepUpPage {...props} />)
}

/** The second factor: after the password, and later for a session that lacks it. */
export const secondFactorRoutes = new Hono<AppEnv>()
  .get(routes.signInCode, may(policy.signIn), (c) => signInCodePage(c, blankForm))
  .post(
    routes.signInCode,
    may(policy.signIn),
    limitSignIn,
    writes('session.opened'),
    form(codeForm, signInCodePage),
    async (c) => {
      const { context, services } = c.var
      const { code: typed, suite } = c.var.form
      const person = await pendingOf(c)
      if (!person) return c.var.again()
      const attempt = { person, typed, headers: c.req.raw.headers }
      const opened = await signInWithCode(context, accountsOf(services), attempt)
      if (!isRefusal(opened)) return finishSignIn(c, { token: opened.token, next: suite })
      return opened.refused === 'over' ? c.var.again() : c.var.again(problemOfCode(opened.refused))
    },
  )
  .get(routes.stepUp, may(policy.ownFactors), (c) => stepUpPage(c, blankForm))
  .post(
    routes.stepUp,
    may(policy.ownFactors),
    limitSignIn,
    writes('session.strengthened'),
    form(codeForm, stepUpPage),
    async (c) => {
      const { context, services } = c.var
      const given = await giveCode(context, accountsOf(services), signedInPerson(c), c.var.form.code)
      return isRefusal(given) ? c.var.again(problemOfCode(given.refused)) : goOn(c, c.var.form.suite)
    },
  )
  .post(
    routes.stepUpPasskey,
    may(policy.ownFactors),
    limitSignIn,
    writes('session.strengthened'),
    form(passkeyAnswerForm, stepUpPage),
    async (c) => {
      const { context, services } = c.var
      const answer = await readPasskey(accountsOf(services), c.req.raw.headers, c.var.form.reponse)
      if (typeof answer === 'string') return c.var.again(problemOfPasskey(answer))
      const given = await givePasskey(context, signedInPerson(c), answer)
      return isRefusal(given) ? c.var.again(problemOfPasskey('unknown')) : goOn(c, c.var.form.suite)
    },
  )

/** Whose password was right a moment ago in this browser; null when no sign-in waits for a code. */
async function pendingOf(c: AppContext): Promise<PersonId | null> {
  const { services, context } = c.var
  const name = await pendingCookie(accountsOf(services))
  const pending = await getSignedCookie(whole(c), services.config.secret ?? '', name)
  return pending ? findPendingPerson(context.db, pending) : null
}

function nextOf(c: AppContext, typed: unknown): string {
  const asked = typeof typed === 'string' ? typed : c.req.query('suite')
  return insideThisNetwork(asked ?? '', c.var.network.base) ?? ''
}

function goOn(c: AppContext, next: string): Response {
  const { base } = c.var.network
  return done(
    c,
    insideThisNetwork(next, base) ?? paths.account(base),
    'C’est bien vous : la suite est ouverte.',
  )
}
