import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { DemoAccount } from '../../../data/members/memberships.queries.ts'
import { roleNames, roleSides } from '../../../domain/members/roles.ts'
import { paths } from '../../paths.ts'

interface DemonstrationProps {
  base: string
  accounts: readonly DemoAccount[]
  next: string
}

/** One button per fictional person, under the side they serve. */
export function DemonstrationSection({ base, accounts, next }: DemonstrationProps) {
  return (
    <section>
      <h2>Démonstration : entrer comme une personne fictive</h2>
      <p>Choisissez une personne et entrez sans mot de passe. Personne n’existe vraiment ici.</p>
      {accounts.length === 0 && (
        <EmptyState title="Aucun compte dans ce réseau">
          Importez les données de démonstration pour en créer.
        </EmptyState>
      )}
      {roleSides.map(({ name, roles }) => {
        const ofSide = accounts.filter(({ role }) => roles.includes(role))
        return ofSide.length > 0 && <Side name={name} base={base} accounts={ofSide} next={next} />
      })}
    </section>
  )
}

function Side({ name, base, accounts, next }: DemonstrationProps & { name: string }) {
  return (
    <Table
      caption={name}
      columns={[
        { label: 'Personne', header: true, cell: (account: DemoAccount) => account.name },
        {
          label: 'Rôle',
          cell: ({ jobTitle, role }) => (
            <>
              {roleNames[role]}
              {jobTitle && (
                <>
                  <br />
                  <span class="muted">{jobTitle}</span>
                </>
              )}
            </>
          ),
        },
        { label: 'Structure', cell: ({ organisationName }) => organisationName },
        {
          label: 'Entrer',
          silent: true,
          cell: ({ id, name: person }) => (
            <form method="post" action={paths.demonstration(base)}>
              <input type="hidden" name="compte" value={id} />
              <input type="hidden" name="suite" value={next} />
              <Button look="plain">Entrer comme {person}</Button>
            </form>
          ),
        },
      ]}
      rows={accounts}
    />
  )
}
