import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { OrganisationPanel } from '../../identity/index.ts'
import { agreementsWith } from '../data/agreements.queries.ts'
import { stateOn } from '../domain/state.ts'
import { paths } from './paths.ts'
import { policy } from './policy.ts'
import { statusTag } from './wording.ts'

/** What an organisation's page says of its agreements. */
export const agreementsOfOrganisation: OrganisationPanel = async ({ view, context, organisation, same }) => {
  const reach = policy.read.reach(context.actor, context.network.id)
  const agreements = await agreementsWith(context.db, reach, same)
  const { base } = view.network
  return (
    <section aria-label={`Conventions de ${organisation.name}`}>
      <h2>Conventions</h2>
      {agreements.length === 0 ? (
        <p class="muted">Aucune convention avec cette structure.</p>
      ) : (
        <Table
          caption="Conventions avec cette structure"
          silentCaption
          columns={[
            {
              label: 'Référence',
              header: true,
              cell: ({ id, reference }) => <a href={paths.agreement(base, id)}>{reference}</a>,
            },
            {
              label: 'État',
              cell: ({ terms, acts }) => {
                const { state, word } = statusTag[stateOn(terms, acts, view.today).status]
                return <Tag state={state}>{word}</Tag>
              },
            },
          ]}
          rows={agreements}
        />
      )}
    </section>
  )
}
