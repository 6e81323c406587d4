import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { plural } from '../../../../ui/french.ts'
import { isLinkedToProConnect as isLinkedTo } from '../../data/factors/proconnect.store.ts'
import { accountsOf } from '../../data/sign-in/accounts.ts'
import { findAccount } from '../../data/sign-in/own-account.store.ts'
import { listSessions } from '../../data/sign-in/sessions.store.ts'
import { askEmailChange } from '../../use-cases/sign-in/change-email.ts'
import { changeIdentity } from '../../use-cases/sign-in/change-identity.ts'
import { changePassword } from '../../use-cases/sign-in/change-password.ts'
import { endOtherSessions, endSession } from '../../use-cases/sign-in/end-sessions.ts'
import { paths, routes } from '../paths.ts'
import { policy } from '../policy.ts'
import { changeEmailForm, changePasswordForm, identityForm, passwordsAsTyped } from './account.form.ts'
import { accountEntries } from './account-entries.ts'
import { accountPaths, accountPatterns } from './account-paths.ts'
import { problemOfPassword, problemOfProof } from './account-wording.ts'
import { AccountPage, MenuPage } from './pages/account-page.tsx'
import { EmailPage, IdentityPage } from './pages/own-details-pages.tsx'
import { ChangePasswordPage } from './pages/password-pages.tsx'
import { SessionsPage } from './pages/sessions-page.tsx'

const identityPage: FormPage = (c, state) => page(c, <IdentityPage view={viewOf(c)} state={state} />)

const emailPage: FormPage = async (c, state) => {
  const { email, hasPassword } = await ownAccount(c)
  return page(c, <EmailPage view={viewOf(c)} state={state} current={email} hasPassword={hasPassword} />)
}

const passwordPage: FormPage = async (c, state) => {
  const { email, hasPassword } = await ownAccount(c)
  return page(
    c,
    <ChangePasswordPage view={viewOf(c)} state={state} email={email} hasPassword={hasPassword} />,
  )
}

/** What is a person's own. */
export const accountRoutes = new Hono<AppEnv>()
  .get(routes.account, may(policy.ownAccount), async (c) => {
    const { base } = c.var.network
    const account = await ownAccount(c)
    const sessions = await listSessions(c.var.context.db, account.id)
    const isLinkedToProConnect = await isLinkedTo(c.var.context.db, account.id)
    const entries = accountEntries.map((entry) => entry(base))
    return page(
      c,
      <AccountPage
        view={viewOf(c)}
        actor={c.var.actor}
        account={{ ...account, name: me(c).name, sessions: sessions.length, isLinkedToProConnect }}
        entries={entries}
      />,
    )
  })
  .get(accountPatterns.identity, may(policy.ownAccount), async (c) => {
    const { given_name, family_name, phone } = await ownAccount(c)
    return identityPage(c, {
      values: { prenom: given_name, nom: family_name, telephone: phone },
      problems: [],
    })
  })
  .post(
    accountPatterns.identity,
    may(policy.ownAccount),
    writes('identity.changed'),
    form(identityForm, identityPage),
    async (c) => {
      const { prenom, nom, telephone } = c.var.form
      await changeIdentity(c.var.context, me(c).personId, {
        given_name: prenom,
        family_name: nom,
        phone: telephone,
      })
      return done(c, paths.account(c.var.network.base), 'Votre nom et votre téléphone sont enregistrés.')
    },
  )
  .get(accountPatterns.email, may(policy.ownAccount), (c) => emailPage(c, blankForm))
  .post(
    accountPatterns.email,
    may(policy.ownAccount),
    writes('email-change.asked'),
    form(changeEmailForm, emailPage, passwordsAsTyped),
    async (c) => {
      const { courriel: email, mot_de_passe_actuel: password } = c.var.form
      const accounts = accountsOf(c.var.services)
      const asked = await askEmailChange(c.var.context, accounts, me(c), { email, password })
      if (isRefusal(asked)) return c.var.again(problemOfProof(asked))
      const sentence =
        'Un lien vient de partir à la nouvelle adresse. Elle servira dès que vous l’aurez ouvert.'
      return done(c, paths.account(c.var.network.base), sentence)
    },
  )
  .get(accountPatterns.password, may(policy.ownAccount), (c) => passwordPage(c, blankForm))
  .post(
    accountPatterns.password,
    may(policy.ownAccount),
    writes('password.changed'),
    form(changePasswordForm, passwordPage, passwordsAsTyped),
    async (c) => {
      const { mot_de_passe: chosen, mot_de_passe_actuel: current } = c.var.form
      const accounts = accountsOf(c.var.services)
      const changed = await changePassword(c.var.context, accounts, me(c), { current, chosen })
      if (isRefusal(changed)) return c.var.again(problemOfPassword(changed))
      const sentence = 'Votre mot de passe est enregistré. Vos autres appareils sont déconnectés.'
      return done(c, paths.account(c.var.network.base), sentence)
    },
  )
  .get(accountPatterns.sessions, may(policy.ownAccount), async (c) => {
    const { personId, sessionId } = me(c)
    const sessions = await listSessions(c.var.context.db, personId)
    return page(c, <SessionsPage view={viewOf(c)} sessions={sessions} current={sessionId} />)
  })
  .post(accountPatterns.otherSessions, may(policy.ownAccount), writes('session.revoked'), async (c) => {
    const count = await endOtherSessions(c.var.context, me(c))
    const sentence = `${plural(count, 'autre appareil déconnecté', 'autres appareils déconnectés')}.`
    return done(c, accountPaths.sessions(c.var.network.base), sentence)
  })
  .post(accountPatterns.endSession, may(policy.ownAccount), writes('session.revoked'), async (c) => {
    const id = c.req.param('id')
    if (!isId<'session'>(id)) throw new NotFound()
    const ended = await endSession(c.var.context, me(c), id)
    if (isRefusal(ended)) throw new NotFound()
    return done(c, accountPaths.sessions(c.var.network.base), 'Cet appareil est déconnecté.')
  })
  .get(routes.menu, may(policy.menu), (c) => page(c, <MenuPage view={viewOf(c)} />))

function me(c: AppContext) {
  return orNotFound(personOf(c.var.actor))
}

async function ownAccount(c: AppContext) {
  const account = orNotFound(await findAccount(c.var.context.db, me(c).personId))
  return { ...account, hasPassword: Boolean(account.passwords) }
}
