import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { limitSignIn } from '../../../../platform/http/rate-limit.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { findAuthenticator } from '../../data/factors/second-factor.store.ts'
import {
  authenticatorLink,
  typedSecret,
  unseal,
  unsealCodes,
} from '../../data/factors/second-factor-codes.ts'
import { areRecoveryCodesShown } from '../../data/factors/second-factor-notes.store.ts'
import { accountsOf } from '../../data/sign-in/accounts.ts'
import { findAccount } from '../../data/sign-in/own-account.store.ts'
import { confirmSecondFactor } from '../../use-cases/factors/confirm-second-factor.ts'
import { noteRecoveryCodes } from '../../use-cases/factors/note-recovery-codes.ts'
import { prepareSecondFactor } from '../../use-cases/factors/prepare-second-factor.ts'
import { removeSecondFactor } from '../../use-cases/factors/remove-second-factor.ts'
import { renewRecoveryCodes } from '../../use-cases/factors/renew-recovery-codes.ts'
import { policy } from '../policy.ts'
import { insideThisNetwork } from '../sign-in/way-back.ts'
import {
  CodeAbsentPage,
  CodePresentPage,
  CodeSetUpPage,
  NoRecoveryCodesPage,
  RecoveryCodesPage,
  RemovalPage,
  RenewalPage,
} from './pages/second-factor-code-pages.tsx'
import { codeForm, nextForm } from './second-factor.form.ts'
import { signedInPerson, withSecondFactor } from './second-factor-guard.ts'
import { secondFactorRoutes as routes, secondFactorPaths } from './second-factor-paths.ts'
import { problemOfCode } from './second-factor-wording.ts'

/** The page of the code, at whatever step the person is. */
const codePage: FormPage = async (c, state) => {
  const { context, services, network } = c.var
  const { personId } = signedInPerson(c)
  const accounts = accountsOf(services)
  const held = await findAuthenticator(context.db, personId)
  const next = insideThisNetwork(String(state.values.suite ?? c.req.query('suite') ?? ''), network.base) ?? ''
  const props = { view: viewOf(c), next, state }
  if (!held) return page(c, <CodeAbsentPage {...props} />)
  if (held.isSetUp) {
    const codes = await unsealCodes(accounts, held.recoveryCodes)
    return page(c, <CodePresentPage view={props.view} codesLeft={codes.length} />)
  }
  const account = orNotFound(await findAccount(context.db, personId))
  const secret = await unseal(accounts, held.secret)
  const link = authenticatorLink(secret, account.email)
  return page(c, <CodeSetUpPage {...props} secret={typedSecret(secret)} link={link} />)
}

const renewalPage: FormPage = async (c, state) =>
  (await hasCode(c)) ? page(c, <RenewalPage view={viewOf(c)} state={state} />) : codePage(c, state)

const removalPage: FormPage = async (c, state) =>
  (await hasCode(c)) ? page(c, <RemovalPage view={viewOf(c)} state={state} />) : codePage(c, state)

/** The application that gives codes: setting it up, its recovery codes, taking it off. */
export const secondFactorCodeRoutes = new Hono<AppEnv>()
  .get(routes.code, may(policy.ownFactors), withSecondFactor, (c) => codePage(c, blankForm))
  .post(
    routes.code,
    may(policy.ownFactors),
    withSecondFactor,
    writes('second-factor.prepared'),
    form(nextForm, codePage),
    async (c) => {
      const { context, services, network } = c.var
      const prepared = await prepareSecondFactor(context, accountsOf(services), signedInPerson(c).personId)
      // Set up meanwhile, in another window: the page shows it.
      if (isRefusal(prepared)) return c.var.again()
      return done(c, secondFactorPaths.code(network.base, c.var.form.suite))
    },
  )
  .post(
    routes.confirmation,
    may(policy.ownFactors),
    withSecondFactor,
    writes('second-factor.added'),
    form(codeForm, codePage),
    async (c) => {
      const { context, services, network } = c.var
      const { code, suite } = c.var.form
      const confirmed = await confirmSecondFactor(context, accountsOf(services), signedInPerson(c), code)
      if (!isRefusal(confirmed)) return done(c, secondFactorPaths.recovery(network.base, suite))
      if (confirmed.refused === 'not-prepared') return c.var.again()
      return c.var.again(problemOfCode('wrong-code'))
    },
  )
  .get(routes.recovery, may(policy.ownFactors), withSecondFactor, async (c) => {
    const { context, services, network } = c.var
    const { personId } = signedInPerson(c)
    const held = await findAuthenticator(context.db, personId)
    const isShown = held?.isSetUp && (await areRecoveryCodesShown(context.db, personId))
    if (!isShown) return page(c, <NoRecoveryCodesPage view={viewOf(c)} />)
    const codes = await unsealCodes(accountsOf(services), held.recoveryCodes)
    const next = insideThisNetwork(c.req.query('suite') ?? '', network.base) ?? ''
    c.header('cache-control', 'no-store')
    return page(c, <RecoveryCodesPage view={viewOf(c)} next={next} codes={codes} />)
  })
  .post(
    routes.recovery,
    may(policy.ownFactors),
    withSecondFactor,
    writes('recovery-codes.noted'),
    form(nextForm, codePage),
    async (c) => {
      const { context, network } = c.var
      await noteRecoveryCodes(context, signedInPerson(c).personId)
      const back = insideThisNetwork(c.var.form.suite, network.base) ?? secondFactorPaths.code(network.base)
      return done(c, back, 'Votre compte est protégé : un code vous sera demandé après le mot de passe.')
    },
  )
  .get(routes.renewal, may(policy.ownFactors), withSecondFactor, (c) => renewalPage(c, blankForm))
  .post(
    routes.renewal,
    may(policy.ownFactors),
    withSecondFactor,
    limitSignIn,
    writes('recovery-codes.renewed'),
    form(codeForm, renewalPage),
    async (c) => {
      const { context, services, network } = c.var
      const { personId } = signedInPerson(c)
      const renewed = await renewRecoveryCodes(context, accountsOf(services), personId, c.var.form.code)
      if (isRefusal(renewed)) return c.var.again(problemOfCode(renewed.refused))
      return done(c, secondFactorPaths.recovery(network.base))
    },
  )
  .get(routes.removal, may(policy.ownFactors), withSecondFactor, (c) => removalPage(c, blankForm))
  .post(
    routes.removal,
    may(policy.ownFactors),
    withSecondFactor,
    limitSignIn,
    writes('second-factor.removed'),
    form(codeForm, removalPage),
    async (c) => {
      const { context, services, network } = c.var
      const { personId } = signedInPerson(c)
      const removed = await removeSecondFactor(context, accountsOf(services), personId, c.var.form.code)
      if (isRefusal(removed)) return c.var.again(problemOfCode(removed.refused))
      return done(c, secondFactorPaths.code(network.base), 'Aucun code ne vous sera plus demandé.')
    },
  )

async function hasCode(c: AppContext): Promise<boolean> {
  const held = await findAuthenticator(c.var.context.db, signedInPerson(c).personId)
  return held?.isSetUp === true
}
