import { dayOf } from '../../../../../kernel/instant.ts'
import type { Problem } from '../../../../../platform/http/form.ts'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Proposal } from '../../../data/imports/proposals.store.ts'
import { paths } from '../../paths.ts'
import { policy } from '../../policy.ts'
import { columnName, columnText } from '../compared-fields.ts'
import { importQueuePaths, type Shown } from '../queues.paths.ts'
import { QueueFrame } from './queue-frame.tsx'

interface ProposalsPageProps {
  view: View
  rows: readonly Proposal[]
  total: number
  sources: readonly string[]
  shown: Required<Shown>
  problems?: readonly Problem[]
}

/** What sources say of fields that somebody wrote: accepted or refused, one by one. DIR-37. */
export function ProposalsPage({ view, rows, total, sources, shown, problems = [] }: ProposalsPageProps) {
  const { base } = view.network
  return (
    <QueueFrame
      view={view}
      title="Propositions des sources"
      intro={
        'Un fichier dit autre chose qu’une personne : c’est la personne que l’annuaire croit. Une valeur refusée n’est plus proposée.'
      }
      {...{ sources, shown, total, problems }}
      unit="propositions"
      href={(asked) => importQueuePaths.proposals(base, asked)}
    >
      <Table
        caption="Propositions à trancher"
        columns={[
          {
            label: 'Lieu et champ',
            header: true,
            cell: ({ place, column }: Proposal) => (
              <>
                <a href={paths.place(base, place.slug)}>{place.name}</a>
                <br />
                {columnName(column)}
              </>
            ),
          },
          { label: 'Dans l’annuaire', cell: ({ column, current }) => columnText(column, current) },
          {
            label: 'Proposé',
            cell: ({ kind, source, column, value, madeAt }) => (
              <>
                <strong>{columnText(column, value)}</strong>
                <br />
                {kind === 'undo' ? `Avant l’import annulé de « ${source} »` : source}, le{' '}
                <DayText day={dayOf(madeAt)} today={view.today} />
              </>
            ),
          },
          {
            label: 'Décision',
            silent: true,
            cell: (proposal) =>
              opensTo(view, policy.importPlaces) && (
                <Form
                  action={importQueuePaths.proposalDecision(base, proposal.id)}
                  label={`${columnName(proposal.column)} de ${proposal.place.name}`}
                >
                  <Actions>
                    <Button look="plain" name="decision" value="accepted">
                      Prendre cette valeur
                    </Button>
                    <Button look="quiet" name="decision" value="refused">
                      Garder la nôtre
                    </Button>
                  </Actions>
                </Form>
              ),
          },
        ]}
        rows={rows}
        empty={
          <EmptyState title="Aucune proposition n’attend">
            <p>Quand un fichier contredit ce qu’une personne a écrit, il attend ici votre décision.</p>
          </EmptyState>
        }
      />
    </QueueFrame>
  )
}
