import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { SHORTEST_PASSWORD } from '../../../domain/sign-in/password-rules.ts'
import { paths } from '../../paths.ts'
import { accountPaths } from '../account-paths.ts'

interface NewPasswordProps {
  view: View
  state: FormState
  action: string
  /** For password managers: whose password it is. */
  email: string
}

/** Behind the link of a forgotten password. */
export function NewPasswordPage({ view, state, action, email }: NewPasswordProps) {
  return (
    <Frame
      view={view}
      title="Choisir un nouveau mot de passe"
      intro="Il remplace l’ancien. Vos appareils seront déconnectés, et vous vous connecterez avec le nouveau."
      problems={state.problems}
    >
      <Form action={action}>
        <AccountName email={email} />
        <ChosenPassword state={state} />
        <Actions>
          <Button>Enregistrer ce mot de passe</Button>
        </Actions>
      </Form>
    </Frame>
  )
}

interface ChangePasswordProps {
  view: View
  state: FormState
  email: string
  hasPassword: boolean
}

export function ChangePasswordPage({ view, state, email, hasPassword }: ChangePasswordProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={hasPassword ? 'Changer de mot de passe' : 'Choisir un mot de passe'}
      intro={
        hasPassword
          ? 'Vos autres appareils seront déconnectés, et un courriel vous préviendra.'
          : 'Vous entrez aujourd’hui sans mot de passe. En choisir un n’enlève rien : les autres façons restent ouvertes.'
      }
      breadcrumb={[{ label: 'Votre compte', href: paths.account(base) }]}
      problems={state.problems}
    >
      <Form action={accountPaths.password(base)}>
        <AccountName email={email} />
        {hasPassword && <CurrentPassword state={state} />}
        <ChosenPassword state={state} />
        <Actions>
          <Button>Enregistrer ce mot de passe</Button>
          <a href={paths.account(base)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

/** A password manager files the password under this name; nobody needs to read it. */
function AccountName({ email }: { email: string }) {
  return <input type="hidden" name="compte" value={email} autocomplete="username" />
}

export function CurrentPassword({ state }: { state: FormState }) {
  return (
    <TextField
      name="mot_de_passe_actuel"
      label="Mot de passe actuel"
      type="password"
      autocomplete="current-password"
      error={problemOf(state.problems, 'mot_de_passe_actuel')}
    />
  )
}

function ChosenPassword({ state }: { state: FormState }) {
  return (
    <TextField
      name="mot_de_passe"
      label="Nouveau mot de passe"
      hint={`${SHORTEST_PASSWORD} signes au moins. Une phrase à vous est un très bon mot de passe ; espaces et accents comptent.`}
      type="password"
      autocomplete="new-password"
      error={problemOf(state.problems, 'mot_de_passe')}
    />
  )
}
