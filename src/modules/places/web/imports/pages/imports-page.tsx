import { dayOf } from '../../../../../kernel/instant.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { formatNumber, plural } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Waiting } from '../../../data/imports/waiting.queries.ts'
import { type Import, stepOf } from '../../../domain/imports/import.ts'
import { homePaths } from '../../home/home.paths.ts'
import { paths } from '../../paths.ts'
import { policy } from '../../policy.ts'
import { stepTag } from '../import-wording.ts'
import { importQueuePaths } from '../queues.paths.ts'
import { sourcePaths } from '../sources.paths.ts'

/** The files received, latest first, and what became of them. */
export function ImportsPage({
  view,
  imports,
  waiting,
}: {
  view: View
  imports: readonly Import[]
  waiting: Waiting
}) {
  const { base } = view.network
  const maySend = opensTo(view, policy.sendFiles)
  // An organisation sees its own files, and none of what the head of the network has to decide.
  const isStaff = opensTo(view, policy.readImports)
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title={isStaff ? 'Imports de lieux' : 'Mes fichiers de lieux'}
      breadcrumb={[{ label: 'Lieux', href: homePaths.home(base) }]}
      intro={
        isStaff
          ? 'Chaque fichier est d’abord lu et contrôlé. Rien n’est publié avant votre accord.'
          : 'Créez ou mettez à jour plusieurs de vos lieux d’un coup. La tête de réseau relit chaque fichier avant de le publier.'
      }
      act={
        maySend &&
        imports.length > 0 && {
          label: isStaff ? 'Importer un fichier' : 'Envoyer un fichier',
          href: paths.newImport(base),
        }
      }
    >
      {isStaff && <ToDecide base={base} waiting={waiting} />}
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
            title={
              isStaff ? 'Aucun fichier importé pour l’instant' : 'Vous n’avez pas encore envoyé de fichier'
            }
            act={
              maySend && (
                <ButtonLink href={paths.newImport(base)}>
                  {isStaff ? 'Importer un fichier' : 'Envoyer un fichier'}
                </ButtonLink>
              )
            }
          >
            {maySend && (
              <p>
                Envoyez la liste de vos lieux, dans un tableau : vous verrez ce qu’il contient avant de
                publier.
              </p>
            )}
          </EmptyState>
        }
      />
    </Frame>
  )
}

/** What the imports left for somebody, when there is something; the sources, always. */
function ToDecide({ base, waiting }: { base: string; waiting: Waiting }) {
  const links: [number, string, string][] = [
    [
      waiting.held,
      plural(waiting.held, 'ligne en attente', 'lignes en attente'),
      importQueuePaths.held(base),
    ],
    [
      waiting.proposals,
      plural(waiting.proposals, 'proposition d’une source', 'propositions des sources'),
      importQueuePaths.proposals(base),
    ],
    [
      waiting.missing,
      plural(waiting.missing, 'lieu disparu de sa source', 'lieux disparus de leur source'),
      importQueuePaths.missing(base),
    ],
  ]
  return (
    <ul>
      {links
        .filter(([count]) => count > 0)
        .map(([, label, href]) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      <li>
        <a href={sourcePaths.sources(base)}>Sources et récoltes</a>
      </li>
    </ul>
  )
}

export function StepTag({ run }: { run: Import }) {
  const { state, word } = stepTag[stepOf(run)]
  return <Tag state={state}>{word}</Tag>
}
