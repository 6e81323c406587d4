import { dayOf } from '../../../../kernel/instant.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { formatNumber } from '../../../../ui/french.ts'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { DayText } from '../../../../ui/time.tsx'
import { type Import, stepOf } from '../../domain/import.ts'
import { stepTag } from '../import-wording.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'

/** The files received, latest first, and what became of them. */
export function ImportsPage({ view, imports }: { view: View; imports: readonly Import[] }) {
  const { base } = view.network
  const mayImport = opensTo(view, policy.importPlaces)
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Imports de lieux"
      intro="Chaque fichier est d’abord lu et contrôlé. Rien n’est publié avant votre accord."
      act={mayImport && imports.length > 0 && { label: 'Importer un fichier', href: paths.newImport(base) }}
    >
      <Table
        caption="Derniers imports"
        columns={[
          {
            label: 'Source',
            header: true,
            cell: (run: Import) => <a href={paths.import(base, run.id)}>{run.source}</a>,
          },
          { label: 'Fichier', cell: (run) => run.fileName },
          { label: 'Reçu le', cell: (run) => <DayText day={dayOf(run.createdAt)} today={view.today} /> },
          { label: 'État', cell: (run) => <StepTag run={run} /> },
          {
            label: 'Lignes lues',
            numeric: true,
            cell: (run) => (run.counts ? formatNumber(run.counts.read) : '–'),
          },
        ]}
        rows={imports}
        empty={
          <EmptyState
            title="Aucun fichier importé pour l’instant"
            act={mayImport && <ButtonLink href={paths.newImport(base)}>Importer un fichier</ButtonLink>}
          >
            {mayImport && (
              <p>
                Envoyez le fichier de vos lieux au standard national : vous verrez ce qu’il contient avant de
                publier.
              </p>
            )}
          </EmptyState>
        }
      />
    </Frame>
  )
}

export function StepTag({ run }: { run: Import }) {
  const { state, word } = stepTag[stepOf(run)]
  return <Tag state={state}>{word}</Tag>
}
