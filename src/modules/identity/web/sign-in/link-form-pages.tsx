import type { AppContext } from '../../../../platform/http/env.ts'
import type { FormPage } from '../../../../platform/http/form.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { ofName } from '../../../../ui/french.ts'
import { findLink } from '../../data/sign-in/links.store.ts'
import type { LinkPurpose } from '../../domain/sign-in/links.ts'
import { linkPath } from './account-paths.ts'
import { NewPasswordPage } from './pages/password-pages.tsx'
import { AskLinkPage, DeadLinkPage, ForgottenPage, UseLinkPage } from './pages/sign-in-link-pages.tsx'

export const askLinkPage: FormPage = (c, state) =>
  page(c, <AskLinkPage view={viewOf(c)} state={state} next={nextOf(c, state.values.suite)} />)

export const forgottenPage: FormPage = (c, state) => page(c, <ForgottenPage view={viewOf(c)} state={state} />)

export const signInLinkPage: FormPage = (c, state) => {
  const { network } = c.var
  const next = nextOf(c, state.values.suite)
  return page(
    c,
    <UseLinkPage
      view={viewOf(c)}
      title="Vous connecter"
      button="Me connecter"
      action={`${network.base}${linkPath('sign-in', tokenOf(c))}`}
      next={next}
    >
      Ce lien vous connecte à {network.name} dans ce navigateur, une seule fois.
    </UseLinkPage>,
  )
}

export const newPasswordPage: FormPage = async (c, state) => {
  const link = await findLink(c.var.context.db, 'password', tokenOf(c))
  if (!link) return deadLink(c, 'password')
  const action = `${c.var.network.base}${linkPath('password', tokenOf(c))}`
  return page(c, <NewPasswordPage view={viewOf(c)} state={state} action={action} email={link.email} />)
}

export const confirmationPage: FormPage = (c) =>
  page(
    c,
    <UseLinkPage
      view={viewOf(c)}
      title="Confirmer votre adresse"
      button="Confirmer mon adresse"
      action={`${c.var.network.base}${linkPath('confirmation', tokenOf(c))}`}
    >
      Vous pourrez ensuite vous connecter à {c.var.network.name}.
    </UseLinkPage>,
  )

export const newEmailPage: FormPage = (c) =>
  page(
    c,
    <UseLinkPage
      view={viewOf(c)}
      title="Changer d’adresse de courriel"
      button="Utiliser cette adresse"
      action={`${c.var.network.base}${linkPath('email', tokenOf(c))}`}
    >
      Les courriels {ofName(c.var.network.name)} arriveront à cette adresse, et elle servira à vous connecter.
    </UseLinkPage>,
  )

/** Gone: used, too old, or never made. */
export function deadLink(c: AppContext, purpose: LinkPurpose) {
  c.status(410)
  return page(c, <DeadLinkPage view={viewOf(c)} purpose={purpose} />)
}

export function tokenOf(c: AppContext): string {
  return c.req.param('jeton') ?? ''
}

function nextOf(c: AppContext, typed: unknown): string {
  return c.req.query('suite') ?? String(typed ?? '')
}
