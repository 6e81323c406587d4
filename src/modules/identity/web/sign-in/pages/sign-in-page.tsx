import type { Child } from 'hono/jsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { personOf } from '../../../../../platform/session/actor.ts'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { DemoAccount } from '../../../data/members/memberships.queries.ts'
import { paths } from '../../paths.ts'
import { accountPaths } from '../account-paths.ts'
import { DemonstrationSection } from './demonstration-section.tsx'

interface SignInProps {
  view: View
  /** Fictional people of a demonstration; null elsewhere. */
  accounts: readonly DemoAccount[] | null
  /** Where to go afterwards. */
  next: string
  state: FormState
  /** Ways beside the password and the link. */
  otherWays: Child[]
}

/** The way in: the password first, then the ways that need none. */
export function SignInPage({ view, accounts, next, state, otherWays }: SignInProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      title="Se connecter"
      width={accounts ? 'full' : 'text'}
      intro={
        <>
          Un compte sert aux membres du réseau. <a href={`${base}/`}>Trouver un lieu</a> n’en demande pas.
        </>
      }
      problems={state.problems}
    >
      <div data-island="client/forget-kept" />
      <AlreadySignedIn view={view} next={next} />
      <PasswordForm base={base} next={next} state={state} />
      <section>
        <h2>Sans mot de passe</h2>
        <p>Nous vous envoyons un courriel. Le lien qu’il contient vous connecte.</p>
        <Actions>
          <ButtonLink href={withNext(accountPaths.link(base), next)} look="plain">
            Recevoir un lien de connexion
          </ButtonLink>
          {otherWays}
        </Actions>
      </section>
      {accounts && <DemonstrationSection base={base} accounts={accounts} next={next} />}
    </Frame>
  )
}

function PasswordForm({
  base,
  next,
  state: { values, problems },
}: { base: string } & Pick<SignInProps, 'next' | 'state'>) {
  return (
    <Form action={paths.signIn(base)}>
      <input type="hidden" name="suite" value={next} />
      <TextField
        name="courriel"
        label="Adresse de courriel"
        type="email"
        autocomplete="username"
        value={String(values.courriel ?? '')}
        error={problemOf(problems, 'courriel')}
      />
      <TextField
        name="mot_de_passe"
        label="Mot de passe"
        type="password"
        autocomplete="current-password"
        error={problemOf(problems, 'mot_de_passe')}
      />
      <Actions>
        <Button>Se connecter</Button>
        <a href={accountPaths.forgotten(base)}>Mot de passe oublié</a>
      </Actions>
    </Form>
  )
}

/** Somebody is: they go on, or somebody else signs in below and takes their place in this browser. */
function AlreadySignedIn({ view, next }: Pick<SignInProps, 'view' | 'next'>) {
  const person = personOf(view.actor)
  if (!person) return null
  const home =
    view.actor.kind === 'member' ? `${view.network.base}/aujourdhui` : paths.account(view.network.base)
  return (
    <Notice state="info" title={`Ce navigateur est ouvert au nom de ${person.name}`}>
      <p>
        <a href={next || home}>Continuer avec ce compte</a>. Pour en changer, connectez-vous ci-dessous : ce
        navigateur oubliera celui-ci.
      </p>
    </Notice>
  )
}

/** The address of a page that goes on to the page asked for. */
export function withNext(path: string, next: string): string {
  return next ? `${path}?suite=${encodeURIComponent(next)}` : path
}
