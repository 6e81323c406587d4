import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Desk } from '../../../data/desks.store.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { StockTaking } from '../../../data/upkeep/stock-taking.store.ts'
import { trail } from '../../managing/pages/trail.ts'
import { stockTakingPaths } from '../stock-taking.paths.ts'

interface SessionsProps {
  view: View
  inventory: Inventory
  sessions: readonly StockTaking[]
  desks: readonly Desk[]
  mayCount: boolean
  state: FormState
}

/** Every time the stock was counted. EQP-1306. */
export function SessionsPage({ view, inventory, sessions, desks, mayCount, state }: SessionsProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Inventaires physiques"
      intro="Comptez ce qui est vraiment là. Le résultat signé ne change plus ; ce qui manque ouvre un incident."
      breadcrumb={trail(base, inventory)}
      problems={state.problems}
    >
      {mayCount && (
        <Form action={stockTakingPaths.sessions(base, inventory.id)}>
          <Select
            name="guichet"
            label="Où compter"
            prompt="Tout l’inventaire"
            choices={desks.map(({ id, name }) => ({ value: id, label: name }))}
            value={String(state.values.guichet ?? '')}
            error={problemOf(state.problems, 'guichet')}
          />
          <Actions>
            <Button>Commencer la séance</Button>
          </Actions>
        </Form>
      )}
      <Table
        caption="Séances"
        columns={[
          {
            label: 'Commencée le',
            header: true,
            cell: ({ id, beganAt }) => (
              <a href={stockTakingPaths.session(base, inventory.id, id)}>
                {formatDay(dayOf(beganAt, inventory.timeZone))}
              </a>
            ),
          },
          { label: 'Où', cell: ({ deskName }) => deskName ?? 'Tout l’inventaire' },
          { label: 'Où elle en est', cell: (session) => <SessionState session={session} /> },
        ]}
        rows={sessions}
        empty={
          <EmptyState title="Aucune séance encore">
            Une séance se fait en marchant : un téléphone, les étiquettes, et c’est noté.
          </EmptyState>
        }
      />
    </Frame>
  )
}

export function SessionState({ session }: { session: StockTaking }) {
  if (session.endedAt === null) return <Tag state="pending">en cours</Tag>
  return session.isAbandoned ? <Tag state="neutral">abandonnée</Tag> : <Tag state="positive">signée</Tag>
}
