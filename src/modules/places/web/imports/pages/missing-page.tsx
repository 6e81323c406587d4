import { dayOf } from '../../../../../kernel/instant.ts'
import type { Problem } from '../../../../../platform/http/form.ts'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { MissingPlace } from '../../../data/imports/import.missing.ts'
import { lifePaths } from '../../life/life.paths.ts'
import { paths } from '../../paths.ts'
import { policy } from '../../policy.ts'
import { importQueuePaths, type Shown } from '../queues.paths.ts'
import { QueueFrame } from './queue-frame.tsx'

interface MissingPageProps {
  view: View
  rows: readonly MissingPlace[]
  total: number
  sources: readonly string[]
  shown: Required<Shown>
  problems?: readonly Problem[]
}

/** Published places that their source no longer gives: closed, moved, or forgotten? Nothing is taken away by itself. DIR-38. */
export function MissingPage({ view, rows, total, sources, shown, problems = [] }: MissingPageProps) {
  const { base } = view.network
  return (
    <QueueFrame
      view={view}
      title="Disparus de leur source"
      intro={
        'Le dernier fichier de leur source ne dit plus rien de ces lieux. Ils restent publiés : vérifiez s’ils ont fermé.'
      }
      {...{ sources, shown, total, problems }}
      unit="lieux"
      href={(asked) => importQueuePaths.missing(base, asked)}
    >
      <Table
        caption="Lieux à vérifier"
        columns={[
          {
            label: 'Lieu',
            header: true,
            cell: ({ slug, name, commune }: MissingPlace) => (
              <>
                <a href={paths.place(base, slug)}>{name}</a>
                <br />
                {commune}
              </>
            ),
          },
          {
            label: 'Disparu',
            cell: ({ source, since }) => (
              <>
                de {source}, le <DayText day={dayOf(since)} today={view.today} />
              </>
            ),
          },
          {
            label: 'Que faire',
            silent: true,
            cell: (missing) => opensTo(view, policy.importPlaces) && <Acts base={base} missing={missing} />,
          },
        ]}
        rows={rows}
        empty={
          <EmptyState title="Aucun lieu n’a disparu de sa source">
            <p>
              Quand un fichier ne donne plus un lieu qu’il donnait, le lieu attend ici que vous le vérifiiez.
            </p>
          </EmptyState>
        }
      />
    </QueueFrame>
  )
}

function Acts({ base, missing }: { base: string; missing: MissingPlace }) {
  return (
    <Form action={importQueuePaths.missing(base)} label={missing.name}>
      <input type="hidden" name="source" value={missing.source} />
      <input type="hidden" name="identifiant" value={missing.externalId} />
      <div class="actions">
        <Button look="plain">Il est toujours là</Button>
        <a href={lifePaths.close(base, missing.id)}>Fermer ce lieu</a>
      </div>
    </Form>
  )
}
