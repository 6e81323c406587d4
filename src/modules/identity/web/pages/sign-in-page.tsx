import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Table } from '../../../../ui/table.tsx'
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
      width="full"
      intro="Ceci est une démonstration : choisissez une personne fictive et entrez sans mot de passe."
      problems={state.problems}
    >
      {accounts.length === 0 && (
        <EmptyState title="Aucun compte dans ce réseau">
          Importez les données de démonstration pour en créer.
        </EmptyState>
      )}
      {accounts.length > 0 && (
        <Table
          caption="Personnes fictives de ce réseau"
          silentCaption
          columns={[
            { label: 'Personne', header: true, cell: ({ name }) => name },
            { label: 'Fonction', cell: ({ jobTitle, role }) => jobTitle || roleNames[role] },
            { label: 'Structure', cell: ({ organisationName }) => organisationName },
            {
              label: 'Entrer',
              silent: true,
              cell: ({ id, name }) => (
                <form method="post" action={paths.demonstration(view.network.base)}>
                  <input type="hidden" name="compte" value={id} />
                  <input type="hidden" name="suite" value={next} />
                  <Button look="plain">Entrer comme {name}</Button>
                </form>
              ),
            },
          ]}
          rows={accounts}
        />
      )}
    </Frame>
  )
}
