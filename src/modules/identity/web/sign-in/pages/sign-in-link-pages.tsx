import type { Child } from 'hono/jsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Confirmation } from '../../../../../ui/confirmation.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { LinkPurpose } from '../../../domain/sign-in/links.ts'
import { paths } from '../../paths.ts'
import { accountPaths } from '../account-paths.ts'
import { deadLinks } from '../account-wording.ts'

interface AskProps {
  view: View
  state: FormState
}

export function AskLinkPage({ view, state, next }: AskProps & { next: string }) {
  return (
    <Frame
      view={view}
      title="Recevoir un lien de connexion"
      intro="Tapez votre adresse : le lien arrive en quelques instants. Il sert une seule fois, pendant dix minutes."
      breadcrumb={[{ label: 'Se connecter', href: paths.signIn(view.network.base) }]}
      problems={state.problems}
    >
      <Form action={accountPaths.link(view.network.base)}>
        <input type="hidden" name="suite" value={next} />
        <EmailField state={state} />
        <Actions>
          <Button>Recevoir le lien</Button>
        </Actions>
      </Form>
    </Frame>
  )
}

export function ForgottenPage({ view, state }: AskProps) {
  return (
    <Frame
      view={view}
      title="Mot de passe oublié"
      intro="Tapez votre adresse : vous recevrez un lien pour choisir un nouveau mot de passe."
      breadcrumb={[{ label: 'Se connecter', href: paths.signIn(view.network.base) }]}
      problems={state.problems}
    >
      <Form action={accountPaths.forgotten(view.network.base)}>
        <EmailField state={state} />
        <Actions>
          <Button>Recevoir le lien</Button>
        </Actions>
      </Form>
      <p>
        Vous pouvez aussi vous passer de mot de passe :{' '}
        <a href={accountPaths.link(view.network.base)}>recevez un lien de connexion</a> à chaque fois.
      </p>
    </Frame>
  )
}

function EmailField({ state: { values, problems } }: Pick<AskProps, 'state'>) {
  return (
    <TextField
      name="courriel"
      label="Adresse de courriel"
      type="email"
      autocomplete="email"
      value={String(values.courriel ?? '')}
      error={problemOf(problems, 'courriel')}
    />
  )
}

/** The same for every address, known or not. */
export function MailSentPage({ view }: { view: View }) {
  const { base } = view.network
  return (
    <Frame view={view} title="Regardez vos courriels">
      <Confirmation done="Si cette adresse est celle d’un compte, un courriel vient de partir.">
        <p>Ouvrez-le et suivez le lien. Il peut mettre une minute à arriver.</p>
        <p>
          Rien n’est arrivé ? Regardez dans les courriels indésirables, vérifiez l’adresse que vous avez
          tapée, ou <a href={accountPaths.link(base)}>demandez un autre lien</a>. Si vous n’avez pas de
          compte, la personne qui anime votre réseau peut vous inviter.
        </p>
      </Confirmation>
    </Frame>
  )
}

interface UseLinkProps {
  view: View
  title: string
  /** What the button will do. */
  children: Child
  button: string
  action: string
  next?: string
}

/** A link opened by hand or by the scanner of a mailbox: nothing happens before the button. */
export function UseLinkPage({ view, title, children, button, action, next = '' }: UseLinkProps) {
  return (
    <Frame view={view} title={title}>
      <p>{children}</p>
      <Form action={action}>
        <input type="hidden" name="suite" value={next} />
        <Actions>
          <Button>{button}</Button>
        </Actions>
      </Form>
    </Frame>
  )
}

/** Used, too old, or never made: the way to another one. */
export function DeadLinkPage({ view, purpose }: { view: View; purpose: LinkPurpose }) {
  const { base } = view.network
  const way = {
    'sign-in': { href: accountPaths.link(base), label: 'Recevoir un nouveau lien' },
    password: { href: accountPaths.forgotten(base), label: 'Recevoir un nouveau lien' },
    confirmation: { href: paths.signIn(base), label: 'Se connecter' },
    email: { href: accountPaths.email(base), label: 'Demander le changement' },
  }[purpose]
  return (
    <Frame view={view} title="Ce lien ne sert plus" intro={deadLinks[purpose]}>
      <ButtonLink href={way.href}>{way.label}</ButtonLink>
    </Frame>
  )
}
