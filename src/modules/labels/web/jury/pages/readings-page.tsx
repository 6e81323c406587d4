import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Campaign } from '../../../data/jury/campaigns.store.ts'
import type { Juror } from '../../../data/jury/jurors.store.ts'
import type { Reading } from '../../../data/jury/readings.store.ts'
import { homePaths } from '../../home/home.paths.ts'
import { juryPaths } from '../jury.paths.ts'

interface ReadingsProps {
  view: View
  seats: readonly Juror[]
  campaigns: readonly Campaign[]
  readings: readonly Reading[]
  names: ReadonlyMap<string, string>
}

/** What is given to a juror to read: the names alone, until a declaration opens each file. LAB-25. */
export function ReadingsPage({ view, seats, campaigns, readings, names }: ReadingsProps) {
  const { base } = view.network
  const chaired = seats.flatMap(({ isChair, editionId }) =>
    isChair ? campaigns.filter(({ id }) => id === editionId) : [],
  )
  return (
    <Frame
      view={view}
      space="member"
      title="Mes lectures"
      breadcrumb={[{ label: 'Labels', href: homePaths.home(view.network.base) }]}
      intro="Les candidatures que le jury vous confie. Chacune s’ouvre après votre déclaration de liens."
    >
      {chaired.length > 0 && (
        <LinkList
          items={chaired.map(({ id, name }) => ({
            label: name,
            href: juryPaths.campaign(base, id),
            hint: 'Vous présidez ce jury : avancement, résultats et délibération.',
          }))}
        />
      )}
      {campaigns
        .filter(({ id }) => readings.some(({ editionId }) => editionId === id))
        .map((campaign) => (
          <Table
            caption={captionOf(campaign)}
            columns={[
              {
                label: 'Candidature',
                header: true,
                cell: ({ id, holder }: Reading) => (
                  <a href={juryPaths.reading(base, id)}>{names.get(holder.id) ?? 'Titulaire retiré'}</a>
                ),
              },
              { label: 'Où vous en êtes', cell: (reading) => <ReadingTag reading={reading} /> },
            ]}
            rows={readings.filter(({ editionId }) => editionId === campaign.id)}
          />
        ))}
      {readings.length === 0 && (
        <EmptyState title="Aucun dossier ne vous est confié">
          Les membres d’un jury trouvent ici les candidatures à lire, dès qu’elles sont réparties.
        </EmptyState>
      )}
    </Frame>
  )
}

function captionOf({ name, jury }: Campaign): string {
  return jury ? `${name}, grilles jusqu’au ${formatDay(jury.marksUntil)}` : name
}

function ReadingTag({ reading: { standing, finishedAt, marks } }: { reading: Reading }) {
  if (standing === 'undeclared') return <Tag state="pending">Liens à déclarer</Tag>
  if (standing === 'recused') return <Tag state="neutral">Déport</Tag>
  if (finishedAt) return <Tag state="positive">Grille finie</Tag>
  return <Tag state="info">{marks > 0 ? 'Grille commencée' : 'À lire'}</Tag>
}
