import { dayOf } from '../../../../../kernel/instant.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Source } from '../../../data/imports/sources.store.ts'
import { homePaths } from '../../home/home.paths.ts'
import { paths } from '../../paths.ts'
import { policy } from '../../policy.ts'
import { sourcePaths } from '../sources.paths.ts'
import { SCHEDULE_NAMES } from '../sources-wording.ts'

type Listed = Source & { places: number }

/** Who makes the files, where they lie, and how the last harvest went. */
export function SourcesPage({ view, sources }: { view: View; sources: readonly Listed[] }) {
  const { base } = view.network
  const mayDeclare = opensTo(view, policy.importPlaces)
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Sources"
      intro="Ceux qui nous donnent des fichiers de lieux. Une source qui a une adresse et un rythme est récoltée la nuit, sans vous."
      breadcrumb={[
        { label: 'Lieux', href: homePaths.home(base) },
        { label: 'Imports', href: paths.imports(base) },
      ]}
      act={
        mayDeclare &&
        sources.length > 0 && { label: 'Déclarer une source', href: sourcePaths.newSource(base) }
      }
    >
      <Table
        caption="Sources connues"
        silentCaption
        columns={[
          {
            label: 'Source',
            header: true,
            cell: (source: Listed) => <a href={sourcePaths.source(base, source.id)}>{source.name}</a>,
          },
          { label: 'Lieux', numeric: true, cell: ({ places }) => formatNumber(places) },
          { label: 'Récolte', cell: ({ schedule }) => SCHEDULE_NAMES[schedule] },
          { label: 'État', cell: (source) => <HarvestState view={view} source={source} /> },
          { label: 'Licence', cell: ({ licence }) => licence || '–' },
        ]}
        rows={sources}
        empty={
          <EmptyState
            title="Aucune source pour l’instant"
            act={
              mayDeclare && <ButtonLink href={sourcePaths.newSource(base)}>Déclarer une source</ButtonLink>
            }
          >
            <p>
              Chaque fichier importé en fait une ; vous pouvez aussi la déclarer avant, avec l’adresse de son
              fichier.
            </p>
          </EmptyState>
        }
      />
    </Frame>
  )
}

export function HarvestState({ view, source }: { view: View; source: Source }) {
  if (!source.isActive) return <Tag state="neutral">En sommeil</Tag>
  if (source.failures > 0) return <Tag state="danger">Récolte en échec</Tag>
  if (source.schedule === 'never') return <>–</>
  if (source.harvestedAt === null) return <Tag state="pending">Cette nuit</Tag>
  return (
    <>
      <Tag state="positive">Récoltée</Tag> <DayText day={dayOf(source.harvestedAt)} today={view.today} />
    </>
  )
}
