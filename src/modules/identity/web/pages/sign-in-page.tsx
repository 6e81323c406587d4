import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Form } from '../../../../ui/form.tsx'
import type { DemoAccount } from '../../data/memberships.queries.ts'
import { roleNames } from '../../domain/roles.ts'
import { paths } from '../paths.ts'

interface SignInProps {
  view: View
  accounts: readonly DemoAccount[]
  /** Where to go afterwards. */
  next: string
  state: FormState
}

/** The sign-in of a demonstration: one button per fictional person. */
export function SignInPage({ view, accounts, next, state }: SignInProps) {
  return (
    <Frame
      view={view}
      title="Se connecter"
      intro="Ceci est une démonstration : choisissez une personne fictive et entrez sans mot de passe."
      problems={state.problems}
    >
      {accounts.length === 0 && (
        <EmptyState title="Aucun compte dans ce réseau">
          Importez les données de démonstration pour en créer.
        </EmptyState>
      )}
      <ul class="plain-list">
        {accounts.map((account) => (
          <li>
            <Form action={paths.signIn(view.network.base)} label={account.name}>
              <input type="hidden" name="compte" value={account.id} />
              <input type="hidden" name="suite" value={next} />
              <p>
                <strong>{account.name}</strong>, {account.jobTitle || roleNames[account.role].toLowerCase()}
                <br />
                {account.organisationName}
              </p>
              <Button look="plain">Entrer comme {account.name}</Button>
            </Form>
          </li>
        ))}
      </ul>
    </Frame>
  )
}

/** Outside demonstrations there is no account yet to sign in with. */
export function NoSignInPage({ view }: { view: View }) {
  return (
    <Frame view={view} title="Se connecter">
      <p>La connexion des membres n’est pas encore ouverte sur cette installation.</p>
    </Frame>
  )
}
