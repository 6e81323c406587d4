import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { limitSignIn } from '../../../../platform/http/rate-limit.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { accountsOf } from '../../data/sign-in/accounts.ts'
import { askLink } from '../../use-cases/sign-in/ask-link.ts'
import { changeEmail } from '../../use-cases/sign-in/change-email.ts'
import { choosePassword } from '../../use-cases/sign-in/choose-password.ts'
import { confirmOwnEmail } from '../../use-cases/sign-in/confirm-email.ts'
import { signInWithLink } from '../../use-cases/sign-in/sign-in-with-link.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { askLinkForm, newPasswordForm, passwordsAsTyped, useLinkForm } from './account.form.ts'
import { accountPaths, accountPatterns } from './account-paths.ts'
import { problemOfPassword } from './account-wording.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { libraryHeaders } from './library-headers.ts'
import {
  askLinkPage,
  confirmationPage,
  deadLink,
  forgottenPage,
  newEmailPage,
  newPasswordPage,
  signInLinkPage,
  tokenOf,
} from './link-form-pages.tsx'
import { MailSentPage } from './pages/sign-in-link-pages.tsx'

/** The token stands in the address: no other site reads it, and nothing keeps the page. */
const secretAddress = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  c.header('referrer-policy', 'no-referrer')
  c.header('cache-control', 'no-store')
})

export const signInLinkRoutes = new Hono<AppEnv>()
  .get(accountPatterns.link, may(policy.signIn), (c) => askLinkPage(c, blankForm))
  .post(
    accountPatterns.link,
    may(policy.signIn),
    limitSignIn,
    writes('link.asked'),
    form(askLinkForm, askLinkPage),
    async (c) => {
      const { courriel: email, suite: next } = c.var.form
      await askLink(c.var.context, c.var.services.config, { purpose: 'sign-in', email, next })
      return done(c, accountPaths.mailSent(c.var.network.base))
    },
  )
  .get(accountPatterns.forgotten, may(policy.signIn), (c) => forgottenPage(c, blankForm))
  .post(
    accountPatterns.forgotten,
    may(policy.signIn),
    limitSignIn,
    writes('link.asked'),
    form(askLinkForm, forgottenPage),
    async (c) => {
      const { courriel: email } = c.var.form
      await askLink(c.var.context, c.var.services.config, { purpose: 'password', email, next: '' })
      return done(c, accountPaths.mailSent(c.var.network.base))
    },
  )
  .get(accountPatterns.mailSent, may(policy.signIn), (c) => page(c, <MailSentPage view={viewOf(c)} />))
  .get(accountPatterns.useLink, may(policy.signIn), secretAddress, (c) => signInLinkPage(c, blankForm))
  .post(
    accountPatterns.useLink,
    may(policy.signIn),
    secretAddress,
    limitSignIn,
    writes('session.opened'),
    form(useLinkForm, signInLinkPage),
    async (c) => {
      const opened = await signInWithLink(accountsOf(c.var.services), tokenOf(c), libraryHeaders(c))
      if (isRefusal(opened)) return deadLink(c, 'sign-in')
      return finishSignIn(c, { token: opened.token, next: c.var.form.suite })
    },
  )
  .get(accountPatterns.newPassword, may(policy.signIn), secretAddress, (c) => newPasswordPage(c, blankForm))
  .post(
    accountPatterns.newPassword,
    may(policy.signIn),
    secretAddress,
    limitSignIn,
    writes('password.changed'),
    form(newPasswordForm, newPasswordPage, passwordsAsTyped),
    async (c) => {
      const { mot_de_passe: password } = c.var.form
      const chosen = await choosePassword(c.var.context, accountsOf(c.var.services), tokenOf(c), password)
      if (!isRefusal(chosen))
        return done(c, paths.signIn(c.var.network.base), 'Votre mot de passe a changé. Connectez-vous.')
      const { refused, details } = chosen
      return refused === 'link-over'
        ? deadLink(c, 'password')
        : c.var.again(problemOfPassword({ refused, details }))
    },
  )
  .get(accountPatterns.confirmation, may(policy.signIn), secretAddress, (c) => confirmationPage(c, blankForm))
  .post(
    accountPatterns.confirmation,
    may(policy.signIn),
    secretAddress,
    limitSignIn,
    writes('email.confirmed'),
    form(useLinkForm, confirmationPage),
    async (c) => {
      const confirmed = await confirmOwnEmail(c.var.context, tokenOf(c))
      if (isRefusal(confirmed)) return deadLink(c, 'confirmation')
      return done(c, paths.signIn(c.var.network.base), 'Votre adresse est confirmée. Connectez-vous.')
    },
  )
  .get(accountPatterns.newEmail, may(policy.signIn), secretAddress, (c) => newEmailPage(c, blankForm))
  .post(
    accountPatterns.newEmail,
    may(policy.signIn),
    secretAddress,
    limitSignIn,
    writes('email.changed'),
    form(useLinkForm, newEmailPage),
    async (c) => {
      const changed = await changeEmail(c.var.context, tokenOf(c))
      if (isRefusal(changed)) return deadLink(c, 'email')
      const sentence = 'Votre adresse a changé : utilisez la nouvelle pour vous connecter.'
      return done(c, paths.account(c.var.network.base), sentence)
    },
  )
